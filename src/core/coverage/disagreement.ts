/**
 * Where accounts differ: a number, a date or whose words they are, side by side with who says so. Never a verdict, and
 * never a difference that is none: a rounding, another unit or a later figure is told as what it is, or not at all.
 * Precision first: without something that ties two statements together, nothing is compared.
 */
import { type Edtf, parseEdtf } from '../model/edtf';
import type { DateAccount } from '../model/event';
import { type Quantity, quantitiesIn } from './quantities';
import { mayBeOneTime } from './same-claim';
import { contentStems, type Statement, sharedCount } from './statement';

/** One side: what it says, in its own words, who says it and when. */
export interface Side {
  /** The statement, or null for an event's recorded date. */
  readonly statement: string | null;
  /** The statement's wording; null as above. */
  readonly text: string | null;
  /** What differs: "over 26 countries", an EDTF date, a speaker's name. */
  readonly says: string;
  readonly outlet: string | null;
  readonly speaker: string | null;
  readonly dated: Edtf | null;
  /** It stands on the page in hand. */
  readonly onPage: boolean;
}

export interface Difference {
  /** `update`: a later figure of the same thing that is higher; `unit`: the same in another unit. */
  readonly about: 'number' | 'date' | 'attribution' | 'update' | 'unit';
  /** What the number counts; the event's id for a date; null for an attribution. */
  readonly of: string | null;
  readonly sides: readonly [Side, Side];
}

/** Without a shared group, figures further apart than this count different things: 3 of the 26 sent troops. */
const ONE_MEASURE = 1.5;
/** "About" covers a tenth either way; a round figure stands for what rounds to it. */
const ABOUT = 0.1;
const ROUNDED = 0.05;
/** Two units of one length or weight that agree to this are the same figure, converted and rounded. */
const CONVERTED = 0.06;
/** How much of the other unit is in one. */
const CONVERSIONS: Readonly<Record<string, readonly [string, number]>> = {
  mile: ['km', 1.609],
  acre: ['hectare', 0.4047],
  lb: ['kg', 0.4536],
};
/** Further words that two statements outside a group must share beside the thing counted. */
const TIE_WORDS = 1;

/** `sameClaim`: the two are in one group, so what they count is one thing. */
export function compareStatements(a: Statement, b: Statement, sameClaim: boolean): Difference[] {
  const found: Difference[] = [];
  const tied =
    sameClaim || a.subjects.some((subject) => b.subjects.includes(subject)) || a.events.some((event) => b.events.includes(event));
  if (!tied || !mayBeOneTime(a.happened, b.happened)) return found;
  const [x, y] = [quantitiesIn(a.text), quantitiesIn(b.text)];
  for (const one of x) {
    for (const other of y) {
      // Two figures of one thing in one sentence are of different things: which would be compared is a guess.
      if (x.filter(({ unit }) => unit === one.unit).length > 1 || y.filter(({ unit }) => unit === other.unit).length > 1) continue;
      const converted = conversion(one, other);
      if (one.unit !== other.unit && converted === null) continue;
      if (!sameClaim && !oneMeasure(a, b, one, other, converted)) continue;
      const about = converted === null ? compareFigures(a, b, one, other) : Math.abs(converted - 1) <= CONVERTED ? 'unit' : null;
      if (about) found.push({ about, of: one.unit, sides: [side(a, one.words), side(b, other.words)] });
    }
  }
  const speakers = sameClaim && differentPeople(a, b);
  if (speakers) found.push({ about: 'attribution', of: null, sides: [side(a, speakers[0]), side(b, speakers[1])] });
  return found;
}

/** All differences within groups and between statements that are tied; each pair once, in the order given. */
export function findDifferences(
  statements: readonly Statement[],
  groups: readonly { readonly members: readonly string[] }[],
): Difference[] {
  const groupOf = new Map(groups.flatMap(({ members }, i) => members.map((id) => [id, i] as const)));
  return statements.flatMap((a, i) =>
    statements.slice(i + 1).flatMap((b) => {
      const found = compareStatements(a, b, groupOf.get(a.id) !== undefined && groupOf.get(a.id) === groupOf.get(b.id));
      // One page that gives two people's like words, or goes through figures of its own, does not differ from itself.
      if (!a.onPage || !b.onPage) return found;
      return a.speaker === null && b.speaker === null && a.outlet === b.outlet ? [] : found.filter(({ about }) => about === 'number');
    }),
  );
}

/**
 * Accounts of one event's date that cannot both be right: a month and a day within it can. A statement that tells of this event
 * alone, and dates it like none of the accounts, is one more.
 */
export function differingDates(
  event: { readonly id: string; readonly dates: readonly DateAccount[] },
  statements: readonly Statement[] = [],
): Difference[] {
  const sideOf = ({ edtf, according }: DateAccount): Side => ({
    statement: null,
    text: null,
    says: edtf,
    outlet: according,
    speaker: null,
    dated: null,
    onPage: false,
  });
  const sure = (edtf: Edtf) => !parseEdtf(edtf)?.approximate;
  const [first] = event.dates;
  const told = statements.flatMap((statement): Difference[] => {
    const { events, happened } = statement;
    if (!first || !happened || !sure(happened) || events.length !== 1 || events[0] !== event.id) return [];
    const alike = event.dates.some(({ edtf }) => !sure(edtf) || mayBeOneTime(edtf, happened));
    return alike ? [] : [{ about: 'date', of: event.id, sides: [sideOf(first), side(statement, happened)] }];
  });
  const recorded = event.dates.flatMap((a, i) =>
    event.dates
      .slice(i + 1)
      .flatMap((b): Difference[] =>
        !sure(a.edtf) || !sure(b.edtf) || mayBeOneTime(a.edtf, b.edtf)
          ? []
          : [{ about: 'date', of: event.id, sides: [sideOf(a), sideOf(b)] }],
      ),
  );
  return [...recorded, ...told];
}

const side = ({ id, text, outlet, speaker, dated, onPage = false }: Statement, says: string): Side => ({
  statement: id,
  text,
  says,
  outlet,
  speaker: speaker?.name ?? null,
  dated,
  onPage,
});

/** The first in units of the second, as a ratio to it; null where the units are one or have nothing to do with each other. */
function conversion(a: Quantity, b: Quantity): number | null {
  const [to, factor] = CONVERSIONS[a.unit] ?? [];
  if (to === b.unit && factor) return (a.value * factor) / b.value;
  const [back, inverse] = CONVERSIONS[b.unit] ?? [];
  return back === a.unit && inverse ? a.value / (b.value * inverse) : null;
}

function oneMeasure(a: Statement, b: Statement, one: Quantity, other: Quantity, converted: number | null): boolean {
  const ratio = converted ?? one.value / other.value;
  if (!(ratio <= ONE_MEASURE && ratio >= 1 / ONE_MEASURE)) return false;
  // What they count, and the bound before it, is no further word in common.
  const without = ({ text }: Statement, { start, end }: Quantity) => contentStems(`${text.slice(0, start)} ${text.slice(end)}`);
  return sharedCount(without(a, one), without(b, other)) >= TIE_WORDS;
}

function compareFigures(a: Statement, b: Statement, one: Quantity, other: Quantity): 'number' | 'update' | null {
  if (compatible(one, other)) return null;
  const later = order(a.dated, b.dated);
  // Counts of dead, missing or freed grow: a later and higher figure need not contradict the earlier.
  if ((later > 0 && other.value > one.value) || (later < 0 && one.value > other.value)) return 'update';
  return 'number';
}

/** Can both be right? */
function compatible(a: Quantity, b: Quantity): boolean {
  const [x, y] = [rangeOf(a), rangeOf(b)];
  if (x.low < y.high && y.low < x.high) return true;
  if (a.value === b.value) return a.bound === b.bound || (x.low <= y.high && y.low <= x.high && !excludes(a, b) && !excludes(b, a));
  // A round figure beside an exact one: 2,000 for 1,987. Small counts are not rounded.
  return isRound(a.value) !== isRound(b.value) && Math.abs(a.value - b.value) / Math.max(a.value, b.value) <= ROUNDED;
}

/** "Over 26" leaves 26 out, "under" likewise. */
const excludes = (a: Quantity, b: Quantity): boolean =>
  (a.bound === 'over' || a.bound === 'under') && b.bound !== a.bound && b.bound !== 'about' && a.value === b.value;

function rangeOf({ value, bound }: Quantity): { readonly low: number; readonly high: number } {
  switch (bound) {
    case 'about':
      return { low: value * (1 - ABOUT), high: value * (1 + ABOUT) };
    case 'over':
    case 'at-least':
      return { low: value, high: Number.POSITIVE_INFINITY };
    case 'under':
    case 'at-most':
      return { low: 0, high: value };
    default:
      return { low: value, high: value };
  }
}

/** Two zeros at the end: nobody counts to just that. */
const isRound = (value: number): boolean => value >= 100 && value % 100 === 0;

/** Positive where the second is surely later, negative where surely earlier, else 0. */
function order(a: Edtf | null, b: Edtf | null): number {
  const [x, y] = [a && parseEdtf(a), b && parseEdtf(b)];
  if (!x || !y) return 0;
  if (x.last && y.first && x.last < y.first) return 1;
  return y.last && x.first && y.last < x.first ? -1 : 0;
}

/** Both are people, both named, and not one: an office and its holder, or a body and who speaks for it, may be one source. */
function differentPeople(a: Statement, b: Statement): readonly [string, string] | null {
  const [x, y] = [a.speaker, b.speaker];
  if (x?.kind !== 'person' || y?.kind !== 'person' || !x.id || !y.id || x.id === y.id) return null;
  return [x.name, y.name];
}
