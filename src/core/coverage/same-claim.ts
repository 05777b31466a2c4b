/**
 * Which statements say the same: grouped by what they concern, their wording, their figures and their dates. The wording
 * of each is kept. A pair must agree in all that both say; a group is one in which every pair does, so that nothing
 * drifts from member to member. Precision first: what is not grouped only stands alone.
 */
import { type Edtf, parseEdtf } from '../model/edtf';
import { type Quantity, quantitiesIn } from './quantities';
import { contentStems, type Statement, sharedCount } from './statement';

export interface ClaimGroup {
  /** Ids, in the order given; at least one. */
  readonly members: readonly string[];
}

/** Content words in common, as a share of the shorter statement's: half says the same, with fewer words it is a coincidence. */
const SAME_SHARE = 0.5;
const SAME_WORDS = 3;
/** One speaker on one event, or one figure of one thing: then less of the wording needs to be alike. */
const LIKELY_SHARE = 0.3;
const LIKELY_WORDS = 2;

interface Read {
  readonly statement: Statement;
  readonly stems: ReadonlySet<string>;
  readonly quantities: readonly Quantity[];
}

/** Every statement is in exactly one group; groups in the order of their first members. */
export function groupClaims(statements: readonly Statement[]): ClaimGroup[] {
  const groups: Read[][] = [];
  for (const statement of statements) {
    const read: Read = { statement, stems: contentStems(statement.text), quantities: quantitiesIn(statement.text) };
    const home = groups.find((group) => group.every((member) => saysTheSame(member, read)));
    if (home) home.push(read);
    else groups.push([read]);
  }
  return groups.map((group) => ({ members: group.map(({ statement }) => statement.id) }));
}

function saysTheSame(a: Read, b: Read): boolean {
  if (!concernTheSame(a.statement, b.statement) || !mayBeOneTime(a.statement.happened, b.statement.happened)) return false;
  const speakers = a.statement.speaker && b.statement.speaker ? sameSpeaker(a.statement, b.statement) : null;
  if (speakers === false && !sameQuote(a.statement, b.statement)) return false;
  const shared = sharedCount(a.stems, b.stems);
  const share = shared / Math.max(1, Math.min(a.stems.size, b.stems.size));
  if (sameQuote(a.statement, b.statement)) return true;
  const figure = a.quantities.some((x) => b.quantities.some((y) => x.unit === y.unit && x.value === y.value));
  const likely = figure || (speakers === true && a.statement.events.some((event) => b.statement.events.includes(event)));
  return likely ? shared >= LIKELY_WORDS && share >= LIKELY_SHARE : shared >= SAME_WORDS && share >= SAME_SHARE;
}

/** An event in common, or two subjects; where one names none the words must do, and they are asked for more. */
function concernTheSame(a: Statement, b: Statement): boolean {
  if (a.events.some((event) => b.events.includes(event))) return true;
  const shared = a.subjects.filter((subject) => b.subjects.includes(subject)).length;
  return shared >= Math.min(2, a.subjects.length, b.subjects.length);
}

function sameSpeaker(a: Statement, b: Statement): boolean {
  if (a.speaker?.id && b.speaker?.id) return a.speaker.id === b.speaker.id;
  return a.speaker?.name.toLowerCase() === b.speaker?.name.toLowerCase();
}

/** The same few words, quoted by both. */
function sameQuote(a: Statement, b: Statement): boolean {
  const bare = (quote: string) => (quote.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
  return a.quote !== undefined && b.quote !== undefined && bare(a.quote).includes(' ') && bare(a.quote) === bare(b.quote);
}

/** Two dates that can be one day; unknown ones can. */
export function mayBeOneTime(a: Edtf | null, b: Edtf | null): boolean {
  const [x, y] = [a && parseEdtf(a), b && parseEdtf(b)];
  if (!x || !y) return true;
  return (x.first || '0') <= (y.last || '9999') && (y.first || '0') <= (x.last || '9999');
}
