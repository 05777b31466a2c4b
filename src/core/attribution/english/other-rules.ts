/**
 * Attributions whose cue is no verb: "according to", "as per", "in X's view", "Macron: …", and nouns ("a warning that").
 */
import { clauseEnd, hasVerb, phraseEnd, withoutStop } from './content';
import { afterDateline } from './content-left';
import { CUE_FORMS } from './cue-verbs';
import type { Found } from './found';
import {
  closesQuotation,
  isSpeech,
  lowerAt,
  namesActor,
  opensQuotation,
  quotationAt,
  quoted,
  type Range,
  type Reading,
  spanOf,
  tagAt,
} from './reading';
import { phraseEndingAt } from './subject';
import { AUXILIARIES } from './words';

const plain = { kind: 'statement', hedged: false, unreal: false } as const;

/** The noun phrase that names the source behind "according to": to the next comma, full stop, verb or clause. */
function sourceAfter(r: Reading, at: number, hi: number): Range | null {
  let to = at;
  while (to < hi && !opensQuotation(r, to)) {
    const tag = tagAt(r, to);
    const lower = lowerAt(r, to);
    if (
      tag === 'mark' &&
      !/^[&'’/-]$/.test(lower) &&
      !(lower === '.' && to + 1 < hi && r.tokens[to]?.spaced === false && r.tokens[to + 1]?.word)
    )
      break;
    if (
      tag === 'subordinator' ||
      (lower === 'as' && to > at) ||
      (tag === 'auxiliary' && to > at) ||
      (tag === 'verb' && to > at && !/ed$/.test(lower))
    )
      break;
    to++;
  }
  return to > at ? { from: at, to } : null;
}

const SHOWS = new Set('showing suggesting indicating saying revealing finding'.split(' '));

/** "maps showing recent gains": the source, and what it is said to show. */
function splitShown(r: Reading, phrase: Range): { source: Range; shown: Range | null } {
  for (let i = phrase.from + 1; i + 1 < phrase.to; i++) {
    if (SHOWS.has(lowerAt(r, i))) return { source: { from: phrase.from, to: i }, shown: { from: i, to: phrase.to } };
  }
  return { source: phrase, shown: null };
}

/** They open the clause that "according to" stands in. */
const LEADS = /^(?:because|that|although|though|while|and|but)$/;

/** "…, according to X" and "According to X, …", for the cue tokens [from, to). */
export function readAccordingTo(r: Reading, from: number, to: number, lo: number, hi: number): Found | null {
  const phrase = sourceAfter(r, to, hi);
  if (!phrase) return null;
  const { source, shown } = splitShown(r, phrase);
  const cue = { from, to };
  const clause = leftClause(r, from, lo);
  const last = clause ? lowerAt(r, clause.to - 1) : '';
  // "…, because according to X, B": what stands before the conjunction is the writer's.
  const left = LEADS.test(last) && lowerAt(r, phrase.to) === ',' ? null : clause;
  if (left) {
    const content = shown ? [left, shown] : [left];
    // "The bridge is, according to X, the oldest": the verb has its other half behind the source.
    if (!shown && AUXILIARIES.has(last)) {
      const rest = lowerAt(r, source.to) === ',' ? source.to + 1 : source.to;
      const to = rest < hi ? clauseEnd(r, rest, hi) : rest;
      return to > rest ? { source, cue, content: [left, { from: rest, to }], ...plain } : null;
    }
    // "A, according to X, B": the clause goes on.
    if (!shown && lowerAt(r, source.to) === ',' && source.to + 1 < hi && lowerAt(r, from - 1) === ',') {
      const next = tagAt(r, source.to + 1);
      if (next === 'verb' || next === 'auxiliary' || (!hasVerb(r, left) && next !== 'mark'))
        content.push({ from: source.to + 1, to: clauseEnd(r, source.to + 1, hi) });
    }
    return { source, cue, content, ...plain };
  }
  if (lowerAt(r, phrase.to) !== ',') return null;
  const start = phrase.to + 1;
  let at = start;
  // An apposition to the source: "According to Smith, a lawyer, …".
  if (!quoted(r, at)) {
    for (let i = at; i < hi && i - at < 12; i++) {
      if (lowerAt(r, i) === ',') {
        if (!hasVerb(r, { from: start, to: i }) && (tagAt(r, start) === 'determiner' || lowerAt(r, start) === 'who')) at = i + 1;
        break;
      }
    }
  }
  if (at >= hi) return null;
  const end = clauseEnd(r, at, hi);
  return end > at ? { source, cue, content: [{ from: at, to: end }], ...plain } : null;
}

/** The clause that ends before `at`; null where nothing but a connective stands there. */
function leftClause(r: Reading, at: number, lo: number): Range | null {
  let to = at;
  while (to > lo && /^[,—–(]$/.test(lowerAt(r, to - 1)) && !quoted(r, to - 1)) to--;
  let from = afterDateline(r, lo, to);
  for (let i = to - 1; i > from; i--) {
    if (!quoted(r, i) && (lowerAt(r, i) === ';' || lowerAt(r, i) === ':')) {
      from = i + 1;
      break;
    }
  }
  const q = quotationAt(r, to - 1);
  if (q && q.close === to - 1 && q.open < from) from = q.open;
  let words = 0;
  for (let i = from; i < to; i++) if (r.tokens[i]?.word) words++;
  return words >= 3 ? { from, to } : null;
}

/** The longest name before a colon: "Prime Minister Keir Starmer:". */
const MAX_COLON_SOURCE = 5;

/** Headlines cite these by what they are. */
const SOURCES_BY_KIND = new Set(
  'report reports poll study survey sources source officials police minister president analyst expert experts'.split(' '),
);

/**
 * A name that is tracked, a name in capitals (a transcript), or a kind of source; other words before a colon are a heading. "Q:" and
 * "A:" name nobody, "DEAR EDITOR:" whoever is spoken to.
 */
function isSpeakerLabel(r: Reading, range: Range): boolean {
  if (namesActor(r, range) || SOURCES_BY_KIND.has(lowerAt(r, range.to - 1))) return true;
  for (let i = range.from; i < range.to; i++) {
    const token = r.tokens[i];
    if (token?.word && token.text !== token.text.toUpperCase()) return false;
  }
  const { start, end } = spanOf(r, range);
  return end - start > 1 && lowerAt(r, range.from) !== 'dear';
}

/** "Macron: No troops" and "HARGREAVES: Let us begin": a paragraph that opens with a name and a colon. */
export function readColon(r: Reading, opening: number, hi: number): Found | null {
  if (!r.tokens[opening]?.opensParagraph) return null;
  // A transcript quoted by the paragraph: "KOVAC: Let us begin.
  const lo = /^["“„«]$/.test(r.tokens[opening]?.text ?? '') ? opening + 1 : opening;
  let colon = -1;
  for (let i = lo; i < hi && i - lo <= MAX_COLON_SOURCE; i++) {
    const token = r.tokens[i];
    if (!token) break;
    if (token.text === ':' || (token.text === '―' && opensQuotation(r, i + 1))) {
      colon = i;
      break;
    }
    if (!token.word && token.text !== '.' && token.text !== '&') return null;
    if (token.word && !token.capital && tagAt(r, i) !== 'possessive') return null;
  }
  if (colon <= lo || colon + 1 >= hi) return null;
  // "Said Kovac: “…”"
  const inverted = opensQuotation(r, colon + 1) && CUE_FORMS.get(lowerAt(r, lo))?.verb.lemma === 'say' && colon > lo + 1;
  const source = { from: inverted ? lo + 1 : lo, to: colon };
  if (!isSpeakerLabel(r, source) && !opensQuotation(r, colon + 1)) return null;
  // A transcript's turn runs to the end of its paragraph; a headline is one.
  let end = colon + 1;
  while (end < r.tokens.length && !r.tokens[end]?.opensParagraph) end++;
  const to = withoutStop(r, colon + 1, end);
  let words = 0;
  for (let i = colon + 1; i < to; i++) if (r.tokens[i]?.word) words++;
  return words >= 3
    ? { source, cue: inverted ? { from: lo, to: lo + 1 } : { from: colon, to: colon + 1 }, content: [{ from: colon + 1, to }], ...plain }
    : null;
}

/** The longest signature: "Ana Maria de la Cruz Kovac". */
const MAX_SIGNATURE = 6;
const IN_NAMES = /^(?:of|the|de|la|van|von|der|bin|al|[.'’&-])$/;

/** “The dam is old.” — Ana Kovac: a quotation signed by a name that ends its paragraph, for the dash at `at`. */
export function readSigned(r: Reading, at: number): Found | null {
  const q = closesQuotation(r, at - 1) ? quotationAt(r, at - 1) : undefined;
  if (!q || !isSpeech(r, q) || !r.tokens[q.open]?.opensParagraph) return null;
  let to = at + 1;
  while (to < r.tokens.length && !r.tokens[to]?.opensParagraph && lowerAt(r, to) !== ',') {
    const token = r.tokens[to];
    if (!token || to - at > MAX_SIGNATURE || !(token.word ? token.capital || IN_NAMES.test(token.lower) : IN_NAMES.test(token.text)))
      return null;
    to++;
  }
  while (to > at + 1 && !r.tokens[to - 1]?.word) to--;
  if (to <= at + 1 || !r.tokens[at + 1]?.capital) return null;
  return { source: { from: at + 1, to }, cue: { from: at, to: at + 1 }, content: [{ from: q.open, to: q.close + 1 }], ...plain };
}

/** Nouns of speech and thought that take a clause. */
const REPORTING_NOUNS = new Set(
  `claim claims warning warnings statement argument arguments assertion assertions allegation allegations suggestion suggestions accusation accusations
  announcement declaration admission insistence contention complaint complaints prediction predictions report reports pledge promise vow assurance assurances
  belief view fear fears hope hopes concern concerns conclusion finding findings opinion notion acknowledgment acknowledgement theory remark remarks`
    .trim()
    .split(/\s+/),
);
const BELIEF_NOUNS = new Set('belief view fear fears hope hopes concern concerns opinion notion theory'.split(' '));

/** Nouns that say where someone stands, with the prepositions that lead to what. */
const STANCE_NOUNS = new Set(
  'stance position opposition view views opinion criticism call calls demand demands warning warnings objection objections'.split(' '),
);
/** Nouns with which {@link readReportingNoun} can begin. */
export const NOUN_CUES: ReadonlySet<string> = new Set([...REPORTING_NOUNS, ...STANCE_NOUNS]);
const STANCE_PREPOSITIONS = new Set('on against for about of to'.split(' '));

/** "Trump's claim that …", "his stance against …": the owner is the source. Without an owner it is nobody's. */
export function readReportingNoun(r: Reading, at: number, lo: number, hi: number): Found | null {
  if (quoted(r, at)) return null;
  const clause = REPORTING_NOUNS.has(lowerAt(r, at)) && lowerAt(r, at + 1) === 'that';
  if (!clause && !(STANCE_NOUNS.has(lowerAt(r, at)) && STANCE_PREPOSITIONS.has(lowerAt(r, at + 1)))) return null;
  let owner = at - 1;
  while (owner > lo && tagAt(r, owner) === 'noun' && at - owner < 4) owner--;
  const lower = lowerAt(r, owner);
  let source: Range | null = null;
  if (tagAt(r, owner) === 'possessive') source = phraseEndingAt(r, owner - 1, lo);
  else if (/^(?:his|her|their|its|our|my)$/.test(lower)) source = { from: owner, to: owner + 1 };
  if (!source) return null;
  const to = clause ? clauseEnd(r, at + 1, hi) : phraseEnd(r, at + 1, hi);
  const kind = BELIEF_NOUNS.has(lowerAt(r, at)) ? 'belief' : 'statement';
  return { source, cue: { from: at, to: at + 1 }, content: [{ from: at + 1, to }], kind, hedged: false, unreal: false };
}
