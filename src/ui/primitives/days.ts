/** Calendar days as instants and numbers. Pure; a day has no zone, so everything is UTC. */

const DAY_MS = 86_400_000;

/** Midnight UTC of a `YYYY-MM-DD`; the ISO form, because `Date.UTC` moves years below 100 to the 1900s. */
export const instant = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Days since 1970-01-01; NaN for a string that is no day. */
export const dayNumber = (day: string): number => instant(day).getTime() / DAY_MS;
