/**
 * Finds the dates in a text and places them on the calendar: what a reader would write into a diary, nothing vague.
 * Left to right, longest first; each date can lean on the article's day or on the dates before it.
 * Knows nothing of any language: those are tables, chosen by `lang`. Pure and linear in the length of the text.
 */

import { type Edtf, parseEdtf } from '../model/edtf';
import { finish, type Steps } from '../text/steps';
import { dayNumber, edtfOf, type Unit, type UnitKind, unitAt } from './calendar';
import { english } from './english';
import { french } from './french';
import { german } from './german';
import { createGuard } from './guard';
import type { DateLanguage, Qualifier } from './language';
import { compileGrammar, type Grammar, type Match, matchesAt, partBefore, slotsOf } from './pattern';
import type { Anchor, Context, Placed } from './placed';
import { resolve } from './resolve';
import { russian } from './russian';
import { spanish } from './spanish';
import { createTenseReader, type TenseFound } from './tense';
import { type Token, tokenizeInSteps } from './tokens';
import { ukrainian } from './ukrainian';

export interface DateMention {
  /** UTF-16 offsets into the text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The containing unit: "late 2006" is 2006, "this week" its Monday/Sunday interval. */
  readonly edtf: Edtf;
  /** The unit named; `interval` for several of them (3–5 May). */
  readonly precision: UnitKind | 'interval';
  /** The part of the unit that the text names and the unit does not say. */
  readonly qualifier?: Qualifier;
  /** `text`: the words give the whole date; `relative`: it was worked out from `anchor`. */
  readonly basis: 'text' | 'relative';
  readonly anchor: Anchor;
  /** What a verb around it says of its place in time; null where none does. */
  readonly direction: TenseFound['direction'] | null;
  /** A fiscal year by its number: when it begins depends on who counts. */
  readonly fiscal: boolean;
}

export interface FindDatesOptions {
  /** BCP 47; a language without rules yields nothing. */
  readonly lang: string | null;
  /** When the article was published: EDTF or ISO 8601; only its day counts, and only if it has one. */
  readonly published: string | null;
}

const LANGUAGES: Readonly<Record<string, DateLanguage>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  uk: ukrainian,
  ru: russian,
};

interface Reader {
  readonly grammar: Grammar;
  readonly tense: ReturnType<typeof createTenseReader>;
  readonly guard: ReturnType<typeof createGuard>;
}

/** Compiled on first use: a page is in one language. */
const readers = new Map<string, Reader>();

function readerFor(lang: string | null): Reader | null {
  const code = (lang ?? '').toLowerCase().split(/[-_]/)[0] ?? '';
  const known = readers.get(code);
  if (known) return known;
  const language = Object.hasOwn(LANGUAGES, code) ? LANGUAGES[code] : undefined;
  if (!language) return null;
  const grammar = compileGrammar(language);
  const reader = { grammar, tense: createTenseReader(grammar), guard: createGuard(grammar) };
  readers.set(code, reader);
  return reader;
}

/** The day of an ISO 8601 time or EDTF day; null where there is none or it does not exist. */
function dayOf(published: string | null): number | null {
  const m = /^(\d{4})-(\d\d)-(\d\d)(?![\d/])/.exec(published ?? '');
  return m ? dayNumber({ year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) }) : null;
}

/** How many tokens a quarter stays what "a year earlier" and "the quarter" are about: some paragraphs of a business report. */
const PERIOD_REACH = 250;
/** How many tokens a day stays what "the same day" is about: a paragraph. */
const DAY_REACH = 120;
/** Tokens between two dates that go the same way: "Monday and Tuesday". */
const SAME_WAY = 2;

function edtfOfPlaced({ unit, until }: Placed): Edtf | null {
  const first = edtfOf(unit);
  if (!until || first === null) return first;
  const last = edtfOf(until);
  const edtf = last && `${first}/${last}`;
  return edtf && parseEdtf(edtf) ? edtf : null;
}

interface Read {
  readonly match: Match;
  readonly date: Placed;
  readonly edtf: Edtf;
  readonly part: ReturnType<typeof partBefore>;
  readonly direction: DateMention['direction'];
}

function mention(grammar: Grammar, text: string, tokens: readonly Token[], { match, date, edtf, part, direction }: Read): DateMention {
  const after = tokens[match.to];
  const withDaypart = date.unit.kind === 'day' && after && slotsOf(grammar, after).DAYPART !== undefined && !after.newLine;
  const start = tokens[part?.from ?? match.from]?.start ?? 0;
  const end = tokens[withDaypart ? match.to : match.to - 1]?.end ?? start;
  return {
    start,
    end,
    text: text.slice(start, end),
    edtf,
    precision: date.until ? 'interval' : date.unit.kind,
    ...(part ? { qualifier: part.qualifier } : {}),
    basis: date.anchor === 'none' ? 'text' : 'relative',
    anchor: date.anchor,
    direction,
    fiscal: match.shape === 'fiscal',
  };
}

/**
 * The dates of a text, in order, never overlapping. Durations ("for two years"), repeated times ("every Monday") and
 * vague ones ("recently", "now") are none. Read at once. Never throws.
 */
export const findDates = (text: string, options: FindDatesOptions): DateMention[] => finish(datesInSteps(text, options));

/** Tokens looked at between two pauses. */
const TOKENS_A_STEP = 200;

/** The same in small steps. */
export function* datesInSteps(text: string, { lang, published }: FindDatesOptions): Steps<DateMention[]> {
  const reader = readerFor(lang);
  if (!reader) return [];
  const { grammar, guard } = reader;
  const tokens = yield* tokenizeInSteps(text, grammar.language.slashOrder);
  yield;
  const page = guard.survey(tokens);
  yield;
  const today = dayOf(published);
  const found: DateMention[] = [];
  let last: Context['last'] = null;
  let lastDay: { readonly unit: Unit; readonly at: number } | null = null;
  let lastPeriod: { readonly unit: Unit; readonly at: number } | null = null;
  let lastTense: { readonly tense: TenseFound | null; readonly at: number } | null = null;

  const contextFor = (match: Match): Context => {
    const near = lastTense && match.from - lastTense.at <= SAME_WAY && !tokens[match.from]?.newLine ? lastTense : null;
    return {
      published: today,
      last,
      lastDay: lastDay && match.from - lastDay.at <= DAY_REACH ? lastDay.unit : null,
      lastPeriod: lastPeriod && match.from - lastPeriod.at <= PERIOD_REACH ? lastPeriod.unit : null,
      sequel: near && last,
      tense: near?.tense ?? reader.tense.at(tokens, match.from, match.to),
    };
  };

  let pause = TOKENS_A_STEP;
  for (let at = 0; at < tokens.length; ) {
    if (at >= pause) {
      pause = at + TOKENS_A_STEP;
      yield;
    }
    let next = at + 1;
    for (const match of matchesAt(grammar, tokens, at)) {
      // "in March" must not hide "March 2024", which begins one token later.
      if (match.from > at && matchesAt(grammar, tokens, match.from).some((other) => other.to > match.to)) continue;
      const part = partBefore(grammar, tokens, match.from);
      if (match.shape === 'more' && lastDay?.at !== at) continue;
      if (!guard.allows(tokens, match, part !== null, page)) continue;
      const context = contextFor(match);
      const date = resolve(match.shape, match.slots, context);
      const edtf = date && edtfOfPlaced(date);
      next = match.to;
      // A day that does not exist, or a date that hangs on nothing: no shorter reading of it is right either.
      if (!date || !edtf) break;
      const unit = date.until ?? date.unit;
      // What is named only for comparison ("a year earlier") is not what the text goes on about.
      const compared = (match.slots.SHIFT === -1 && unit.kind !== 'day') || (match.shape === 'ago' && unit.kind === 'quarter');
      if (!compared) last = unit;
      if (unit.kind === 'day') lastDay = { unit, at: match.to };
      if (unit.kind === 'quarter' && !compared && today !== null && unit.n <= unitAt('quarter', today).n)
        lastPeriod = { unit, at: match.to };
      if (match.shape !== 'deictic') lastTense = { tense: context.tense, at: match.to };
      found.push(mention(reader.grammar, text, tokens, { match, date, edtf, part, direction: context.tense?.direction ?? null }));
      break;
    }
    at = next;
  }
  return found;
}
