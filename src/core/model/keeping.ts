/** How long what feeds bring is kept: months to choose from; null is for good. */
export const KEEP_MONTHS = [3, 12, 36] as const;
export type KeepMonths = (typeof KEEP_MONTHS)[number] | null;

/** A year: longer than any story is followed day by day, and what a hundred lively feeds bring in it is a hundred thousand articles. */
export const KEEP_DEFAULT: KeepMonths = 12;
