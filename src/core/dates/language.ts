/**
 * What a language tells the date finder: its words with their values, the shapes in which it writes dates,
 * and the words by which it shows past and future. One table a language; no code in them.
 */
import type { SlashOrder } from './tokens';

/** What a token can stand for in a date. */
export type Slot =
  | 'YEAR'
  /** First and last year, from × 10000 + to. */
  | 'YEARS'
  /** The last two digits of a year, after an apostrophe. */
  | 'SHORT_YEAR'
  /** Its first year. */
  | 'DECADE'
  | 'MONTH'
  | 'DAY'
  /** First and last day of a month, from × 100 + to. */
  | 'DAYS'
  /** A whole numeric date in one token, year × 10000 + month × 100 + day. */
  | 'NUMERIC'
  /** 8.12 before a point, month × 100 + day. */
  | 'DOTTED'
  | 'WEEKDAY'
  /** 1 spring … 4 winter */
  | 'SEASON'
  /** Filled with 1 by the words for a quarter or half of a year; ORD says which. */
  | 'QUARTER'
  | 'HALF'
  /** One of {@link UNITS}. */
  | 'UNIT'
  | 'NUM'
  | 'ORD'
  /** last −1, this 0, next 1, counted from the article's day. */
  | 'DIR'
  /** earlier −1, later 1, counted from the last date in the text. */
  | 'SHIFT'
  /** Days from the article's: yesterday −1. */
  | 'DEICTIC'
  /** A part of the day (morning, night): belongs to the date before it. */
  | 'DAYPART';

export type Slots = { readonly [K in Slot]?: number };

/** The values of UNIT. */
export const UNITS = ['day', 'week', 'weekend', 'month', 'quarter', 'half', 'season', 'year', 'decade', 'century'] as const;

/**
 * How what was found is placed:
 * calendar — by its own numbers and names, the year where needed from the article's date and the tense;
 * step — DIR units from the article's date (last week); ago — NUM units before it;
 * shift — NUM units before or after the last date in the text (two days earlier); same — its unit that holds the last date;
 * more — a further day of a list, of the month of the day right before it; deictic — today, yesterday; fiscal — a fiscal year, as such; not — looks like a date and is none (every Monday).
 */
export type Shape = 'calendar' | 'more' | 'step' | 'ago' | 'shift' | 'same' | 'deictic' | 'fiscal' | 'not';

export type Qualifier = 'early' | 'mid' | 'late';

/**
 * A pattern is items parted by spaces. `MONTH`: a token that fills this slot (`UNIT=year`: with this value; `DAY2`: not
 * kept). A lower-case word: that word; `in|since`: one of them. `?` after an item: it may be missing. What stands before
 * `<` and after `>` must be there but is not part of the date. After `@`: slots that the words themselves fill.
 */
export type Pattern = string;

/** Values by the words that have them, parted by spaces. */
type Words = Readonly<Record<string, number>>;

export interface Tense {
  /** Words that tell of the past; auxiliaries and the commonest strong verbs. */
  readonly past: string;
  /** Endings that tell of the past on words of at least five letters. */
  readonly pastEndings: readonly string[];
  readonly future: string;
  /** Endings of future forms, likewise. */
  readonly futureEndings: readonly string[];
  /** Words that make what follows `infinitive` lie ahead: plans to, scheduled to. */
  readonly plan: string;
  /** The same, only right before it: is to. */
  readonly planBeside: string;
  readonly infinitive: string;
  /** Words after which a past form is a participle and tells nothing: (may) be signed. */
  readonly passive: string;
  /** Words shortly before a date that put it ahead: until. */
  readonly ahead: string;
  /** The same, unless a verb before them tells of the past: by ("had left by Friday"). */
  readonly maybeAhead: string;
}

export interface DateLanguage {
  readonly code: string;
  readonly slashOrder: SlashOrder;
  /** Months and weekdays are written with a capital. */
  readonly capitals: boolean;
  /** Titles and product names are written in capitals, and other words are not: "USA Today", "Windows 2000". */
  readonly titleCase: boolean;
  readonly words: Readonly<Partial<Record<Slot, Words>>>;
  /** Short forms among the words: they take a point that does not end the sentence. */
  readonly abbreviations: string;
  /** Months, weekdays and seasons that are other words too: alone they count only after one of `prepositions`. */
  readonly ambiguous: string;
  /** Months that are given names too: alone they count unless a name follows or the text has them as a name. */
  readonly givenNames: string;
  /** What may stand before a date that stands alone; conjunctions and articles included. */
  readonly prepositions: string;
  /** What must stand before a number that would be an unusual year: in 1848. */
  readonly yearLeads: string;
  readonly patterns: Readonly<Partial<Record<Shape, readonly Pattern[]>>>;
  /** Parts of the unit that follows: early, the end of. */
  readonly parts: Readonly<Record<Qualifier, readonly Pattern[]>>;
  /** What makes the number before it a count or an address and no year or day. */
  readonly counted: string;
  /** What makes the number after it a sum, an address or a name and no year. */
  readonly numbering: string;
  /** Words of business news: without them a quarter may be a quarter of a game. */
  readonly business: string;
  readonly tense: Tense;
}
