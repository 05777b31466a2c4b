/** What placing a date takes and gives. Only shapes. */
import type { Unit } from './calendar';
import type { TenseFound } from './tense';

/** What a date hangs on: nothing (it is whole in itself), the article's day, or an earlier date in the text. */
export type Anchor = 'none' | 'published' | 'text';

export interface Placed {
  readonly unit: Unit;
  /** The last unit of an interval, of the same kind. */
  readonly until?: Unit;
  readonly anchor: Anchor;
}

/** What resolving one date may look at. */
export interface Context {
  /** The article's day, in days since 1970-01-01. */
  readonly published: number | null;
  /** The date placed before this one, if any. */
  readonly last: Unit | null;
  /** The last whole day placed, some sentences back at most: "the same day" and "two days earlier" mean this one. */
  readonly lastDay: Unit | null;
  /** A quarter or half named shortly before: "a year earlier" in a business report means the same quarter. */
  readonly lastPeriod: Unit | null;
  /** The date right before this one: "on Monday and Tuesday". */
  readonly sequel: Unit | null;
  readonly tense: TenseFound | null;
}

export function placed(unit: Unit, anchor: Anchor): Placed {
  return { unit, anchor };
}
