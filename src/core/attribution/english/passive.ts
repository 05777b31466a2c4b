/** Passives: the source is the agent, or nobody; the subject is a part of the content. */
import { clauseEnd } from './content';
import { clauseFrom, followedByVerb } from './content-right';
import type { CueForm } from './cue-verbs';
import { type Found, qualities } from './found';
import { lowerAt, quoted, type Range, type Reading, tagAt } from './reading';
import { subjectAfter, subjectBefore } from './subject';
import type { VerbGroup } from './verb-group';

/** "was banned by the court and all ties were cut", "by one paper and of theft by another": the second is another clause's. */
function firstOf(r: Reading, agent: Range | null): Range | null {
  if (!agent || !/^(?:verb|auxiliary|preposition)$/.test(tagAt(r, agent.to))) return agent;
  for (let i = agent.from; i < agent.to; i++) if (tagAt(r, i) === 'conjunction') return { from: agent.from, to: i };
  return agent;
}

/** "It is expected that …", "X was accused of …", "X was quoted as saying …". */
export function passive(r: Reading, cue: CueForm, group: VerbGroup, lo: number, hi: number): Found | null {
  const { verb } = cue;
  const subject = subjectBefore(r, group.from, lo);
  const at = group.to;
  const attrs = qualities(cue, group);
  const cueRange = { from: group.from, to: group.to };
  if (verb.lemma === 'quote' && subject && lowerAt(r, at) === 'as' && lowerAt(r, at + 1) === 'saying') {
    const right = clauseFrom(r, { verb: { ...verb, takes: 'sq' }, form: 'past' }, group, at + 2, hi, at + 2);
    return right && { source: subject, ...right, cue: { from: group.from, to: at + 2 } };
  }
  if (!subject) return null;
  if (lowerAt(r, at) === 'that' && /[st]/.test(verb.takes) && lowerAt(r, subject.from) === 'it') {
    return { source: null, cue: cueRange, content: [{ from: at, to: clauseEnd(r, at, hi) }], ...attrs };
  }
  if (/[ow]/.test(verb.takes) || !/[sni]/.test(verb.takes)) return null;
  const to = clauseEnd(r, at, hi);
  for (let i = at; i < to; i++) {
    if (lowerAt(r, i) !== 'by' || quoted(r, i)) continue;
    const agent = firstOf(r, subjectAfter(r, i + 1, hi));
    if (!agent) break;
    const content = [subject];
    if (i > at) content.push({ from: at, to: i });
    return { source: agent, cue: cueRange, content, ...attrs };
  }
  const hedging = verb.kind === 'belief' || verb.lemma === 'say' || verb.lemma === 'report' || verb.lemma === 'allege';
  if (lowerAt(r, at) === 'to' && followedByVerb(r, at) && /[si]/.test(verb.takes)) {
    return { source: null, cue: cueRange, content: [subject, { from: at, to }], ...attrs, hedged: attrs.hedged || hedging };
  }
  if (verb.takes.includes('n') && /^(?:of|for|as)$/.test(lowerAt(r, at))) {
    return { source: null, cue: cueRange, content: [subject, { from: at, to }], ...attrs };
  }
  return null;
}
