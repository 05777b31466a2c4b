/**
 * One cue verb in its sentence → its attribution, or null where the construction is not safe. Chooses between content on
 * the left ("…," X said), on the right (X said that …) and passives.
 */

import { clauseEnd, hasVerb } from './content';
import { beside } from './content-left';
import { contentRight } from './content-right';
import { COVERAGE_FORMS, CUE_FORMS, type CueForm } from './cue-verbs';
import { type Found, qualities } from './found';
import { passive } from './passive';
import { lowerAt, namesOutlet, opensQuotation, quoted, type Range, type Reading, tagAt } from './reading';
import { clauseSubject, phraseEndingAt, subjectBefore } from './subject';
import type { Tag } from './tags';
import { type VerbGroup, verbGroup } from './verb-group';

/** Reads the cue verb at `at`, in the sentence [lo, hi). */
export function readCueVerb(r: Reading, at: number, lo: number, hi: number): Found | null {
  const always = CUE_FORMS.get(lowerAt(r, at));
  const covering = COVERAGE_FORMS.get(lowerAt(r, at));
  const cue = always ?? covering;
  if (!cue) return null;
  const tag = tagAt(r, at);
  if (tag !== 'verb' && tag !== 'participle') return null;
  if (tag === 'participle' && cue.form !== 'ing') return null;
  const group = verbGroup(r, at, lo);
  if (group.bareInfinitive) return null;
  // "hoping to", "seeking" alone tell what someone does meanwhile.
  if (tag === 'participle' && cue.verb.kind !== 'statement') return null;
  if (group.passive) return always ? passive(r, always, group, lo, hi) : null;
  if (isReducedPassive(r, cue, at)) return null;
  const after = always && beside(r, always, group, lo, hi);
  if (after) return after;
  const source = cue.form === 'ing' && tag === 'participle' ? participleSubject(r, group.from, lo) : subjectBefore(r, group.from, lo);
  if (!source) return null;
  // "would like to see the city agree"
  if (cue.form === 'base' && group.from === at && BEFORE_BASE.test(lowerAt(r, source.from - 1))) return null;
  const outlet = namesOutlet(r, source);
  if (!always && !outlet) return null;
  const asSaid = always && asTheySaid(r, source, cue, group, lo, hi);
  if (asSaid) return asSaid;
  const end = Math.min(subordinateEnd(r, source.from, group.to, hi), relativeEnd(r, source, group.to, hi));
  const right = contentRight(r, (outlet && covering) || cue, group, end);
  // "If he says so, …": nothing is said yet.
  if (right && CONDITIONS.has(lowerAt(r, source.from - 1)) && cue.verb.kind === 'statement') {
    return { source, ...right, kind: 'intention', unreal: true };
  }
  // "Nobody has said that …", "accounts that name nobody say that …": negated, or a subject that is not safe to tell.
  if (right && source.to === source.from + 1 && NOBODY.has(lowerAt(r, source.from)))
    return { source, ...right, kind: 'no-comment', unreal: true };
  // "There was a warning that …": nobody is named.
  if (right && lowerAt(r, source.from) === 'there' && source.to === source.from + 1) return { ...right, source: null };
  if (right && REFUSALS.has(cue.verb.lemma) && CUE_FORMS.get(lowerAt(r, group.to + 1))?.verb.kind === 'statement') {
    return { source, ...right, kind: 'no-comment', unreal: true };
  }
  return right && { source, ...right };
}

/** They take a noun and a bare verb. */
const BEFORE_BASE = /^(?:see|saw|watch|watched|hear|heard|let|lets|make|makes|made|help|helps|helped|have|has|had)$/;

const NOBODY = new Set(['nobody', 'no-one', 'none', 'neither']);

/** "declined to comment": the content tells what was not said. */
const REFUSALS = new Set(['decline', 'refuse']);

const LEADS_SUBORDINATE = new Set('while whereas although though when if as after because since before once unless even'.split(' '));

/** "While the judge found it illegal, the council …": a subordinate clause ends at its comma. */
function subordinateEnd(r: Reading, subject: number, from: number, hi: number): number {
  if (!LEADS_SUBORDINATE.has(lowerAt(r, subject - 1)) || quoted(r, subject - 1)) return hi;
  for (let i = from; i < hi; i++) if (lowerAt(r, i) === ',' && !quoted(r, i) && tagAt(r, i + 1) !== 'number') return i;
  return hi;
}

const CONDITIONS = new Set(['if', 'unless']);

/** "Smith, who says it is old, resigned": a relative clause between commas ends where the main verb stands behind one. */
function relativeEnd(r: Reading, source: Range, from: number, hi: number): number {
  const last = source.to - 1;
  if (!/^(?:who|which)$/.test(lowerAt(r, last)) || lowerAt(r, last - 1) !== ',') return hi;
  for (let i = from; i < hi; i++) {
    if (lowerAt(r, i) !== ',' || quoted(r, i)) continue;
    const next = tagAt(r, i + 1);
    if (next === 'verb' || next === 'auxiliary') return i;
  }
  return hi;
}

/** "As Smith said, the dam is old.": the clause behind the comma is the content. */
function asTheySaid(r: Reading, source: Range, cue: CueForm, group: VerbGroup, lo: number, hi: number): Found | null {
  if (lowerAt(r, source.from - 1) !== 'as' || source.from - 1 !== lo || lowerAt(r, group.to) !== ',' || !/[sq]/.test(cue.verb.takes))
    return null;
  const from = group.to + 1;
  const to = opensQuotation(r, from) ? hi : clauseEnd(r, from, hi);
  if (!hasVerb(r, { from, to })) return null;
  return { source, cue: { from: group.from, to: group.to }, content: [{ from, to }], ...qualities(cue, group) };
}

/** "the plan announced by", "those accused of": a participle that carries no clause. */
function isReducedPassive(r: Reading, cue: CueForm, at: number): boolean {
  if (cue.form !== 'past' && cue.form !== 'participle') return false;
  const next = lowerAt(r, at + 1);
  return (
    next === 'by' ||
    // "said of the plan" has its content before it.
    (next === 'of' && cue.verb.lemma !== 'say' && !cue.verb.particles.includes('of')) ||
    (cue.form === 'participle' && tagAt(r, at - 1) !== 'auxiliary' && tagAt(r, at - 1) !== 'adverb') ||
    (tagAt(r, at + 1) === 'preposition' && tagAt(r, at - 1) === 'noun' && reportFollows(r, at + 2))
  );
}

/** "People briefed on the talks said": behind no more than a noun phrase the sentence has its own report. */
function reportFollows(r: Reading, from: number): boolean {
  for (let i = from; i < r.tokens.length; i++) {
    const tag = tagAt(r, i);
    if (tag === 'verb') return CUE_FORMS.get(lowerAt(r, i))?.verb.kind === 'statement';
    if (!IN_PHRASE.has(tag)) return false;
  }
  return false;
}

const IN_PHRASE = new Set<Tag>(['noun', 'determiner', 'preposition', 'number', 'possessive', 'time']);

/** Who is saying it in ", saying that …", "with X claiming", "by arguing". */
function participleSubject(r: Reading, at: number, lo: number): Range | null {
  const before = at - 1;
  if (before < lo) return null;
  const tag = tagAt(r, before);
  if (tag === 'preposition' && !LEADS_PARTICIPLE.has(lowerAt(r, before))) return null;
  if (tag === 'noun' && !quoted(r, before))
    return afterWith(r, before, lo) ?? (NOUNS_IN_ING.has(lowerAt(r, at)) ? null : upToVerb(r, phraseEndingAt(r, before, lo)));
  return clauseSubject(r, before, lo);
}

/** "Kovac posted on a forum accusing": whoever the verb before is said of. */
function upToVerb(r: Reading, phrase: Range | null): Range | null {
  if (!phrase) return null;
  for (let i = phrase.from + 1; i < phrase.to; i++) if (tagAt(r, i) === 'verb') return { from: phrase.from, to: i };
  return phrase;
}

/** Right behind a noun these are nouns themselves: "a lower-court ruling", "financial reporting". */
const NOUNS_IN_ING = new Set(['ruling', 'finding', 'reporting', 'charging']);

/** "by saying", "after telling": the speaker is the clause's; "against ruling out" is no report. */
const LEADS_PARTICIPLE = new Set('by in after before while when'.split(' '));

/** The name between "with" and a participle: "with Smith claiming". */
function afterWith(r: Reading, last: number, lo: number): Range | null {
  for (let i = last; i > lo && last - i < 8; i--) {
    if (lowerAt(r, i - 1) === 'with') return { from: i, to: last + 1 };
    if (tagAt(r, i - 1) !== 'noun' && tagAt(r, i - 1) !== 'determiner' && tagAt(r, i - 1) !== 'possessive') return null;
  }
  return null;
}
