/** German attributions that lean on no plain verb and no quotation: "nach Angaben", "so der Minister", "es heißt", and the Konjunktiv that goes on. */
import type { Sentence } from '../sentences';
import { end, type Found, holdsVerb, isQuoted, lower, phraseFrom, type Range, sourceAfter, type Text } from './text';
import { ACCORDING_BEFORE, FINITE, GERMAN_FORMS, NOT_SUBJECT, namesAccount, REPLACING_MOOD, REPORTED_MOOD } from './words';

/** "Nach Angaben der Polizei …", "… laut Spiegel …", "Berichten zufolge …": the sentence without it is the content. */
export function readAccording(t: Text, sentence: Sentence): Found | null {
  const last = end(t, sentence);
  for (let i = sentence.from; i < last; i++) {
    if (isQuoted(t, i)) continue;
    const word = lower(t, i);
    let phrase: Range | null = null;
    let cue: Range | null = null;
    let source: Range | null = null;
    if (ACCORDING_BEFORE.has(word) || (word === 'nach' && nounWithin(t, i + 1, last))) {
      source = sourceAfter(t, i + 1, last);
      cue = { from: i, to: i + 1 };
      phrase = source && { from: i, to: source.to };
    } else if (word === 'zufolge') {
      const from = accountBefore(t, i, sentence.from);
      if (from < i) source = { from, to: i };
      cue = { from: i, to: i + 1 };
      phrase = source && { from, to: i + 1 };
    }
    if (!phrase || !cue || !source) continue;
    const content: Range[] = [];
    const opens = lower(t, phrase.from - 1) === ',' ? phrase.from - 1 : phrase.from;
    if (opens > sentence.from) content.push({ from: sentence.from, to: opens });
    const rest = lower(t, phrase.to) === ',' ? phrase.to + 1 : phrase.to;
    if (rest < last) content.push({ from: rest, to: last });
    if (content.length) return { source, cue, content, kind: 'statement', hedged: false };
  }
  return null;
}

/** Where what stands before "zufolge" begins: "Berichten", "ersten Berichten", "Angaben der Polizei", a name. */
function accountBefore(t: Text, at: number, lo: number): number {
  let from = at;
  while (from > lo && at - from < 6) {
    const token = t.tokens[from - 1];
    if (!token?.word || isQuoted(t, from - 1)) break;
    // In small letters behind a noun stands the sentence's verb.
    if (!token.capital && t.tokens[from - 2]?.capital && !/^(?:der|des|dem|den|und|von|vom)$/.test(token.lower)) break;
    const inside = token.capital || /^(?:der|des|dem|den|und|von|vom|einer|eines|einem|seinen|ihren|\p{Ll}+(?:en|er))$/u.test(token.lower);
    if (!inside || (!token.capital && (GERMAN_FORMS.has(token.lower) || FINITE.has(token.lower)))) break;
    from--;
    if (namesAccount(token.lower)) {
      // An adjective at most belongs to it; what stands before is the sentence's.
      const before = t.tokens[from - 1];
      if (
        from > lo &&
        before?.word &&
        !before.capital &&
        !t.tokens[from - 2]?.capital &&
        /(?:en|er)$/.test(before.lower) &&
        !NOT_SUBJECT.has(before.lower) &&
        !FINITE.has(before.lower) &&
        !GERMAN_FORMS.has(before.lower)
      )
        from--;
      break;
    }
  }
  return from;
}

/** "…, so der Sprecher, …": behind a comma, before a noun phrase that ends the clause. */
export function readSo(t: Text, sentence: Sentence): Found | null {
  const last = end(t, sentence);
  for (let i = sentence.from + 1; i < last; i++) {
    if (lower(t, i) !== 'so' || isQuoted(t, i) || (lower(t, i - 1) !== ',' && !isQuoted(t, i - 1))) continue;
    const source = phraseFrom(t, i + 1, last);
    if (
      !source ||
      REPORTED_MOOD.has(lower(t, source.from)) ||
      holdsVerb(t, source) ||
      (source.to < last && lower(t, source.to) !== ',' && lower(t, source.to) !== '.')
    )
      continue;
    const content = [{ from: sentence.from, to: lower(t, i - 1) === ',' ? i - 1 : i }];
    if (source.to + 1 < last) content.push({ from: source.to + 1, to: last });
    return { source, cue: { from: i, to: i + 1 }, content, kind: 'statement', hedged: false };
  }
  return null;
}

const IMPERSONAL = new Set(
  'angenommen vermutet erwartet befürchtet berichtet gemeldet mitgeteilt bekannt behauptet spekuliert geschätzt gesagt'.split(' '),
);

/** "In einem Papier heißt es, …" (the paper tells) · "Es wird angenommen, dass …" (nobody is named). */
export function readImpersonal(t: Text, sentence: Sentence): Found | null {
  const last = end(t, sentence);
  for (let i = sentence.from; i < last; i++) {
    if (isQuoted(t, i)) continue;
    const word = lower(t, i);
    if ((word === 'heißt' || word === 'hieß') && (lower(t, i + 1) === 'es' || lower(t, i - 1) === 'es')) {
      const behind = lower(t, i + 1) === 'es' ? i + 2 : i + 1;
      const source = documentIn(t, sentence.from, i) ?? documentIn(t, behind, last);
      const comma = nextComma(t, behind, last);
      if (comma >= 0 && comma + 1 < last)
        return { source, cue: { from: i, to: i + 1 }, content: [{ from: comma + 1, to: last }], kind: 'statement', hedged: false };
      if (lower(t, i - 1) === ',')
        return { source, cue: { from: i, to: i + 1 }, content: [{ from: sentence.from, to: i - 1 }], kind: 'statement', hedged: false };
    }
    const passive = (word === 'wird' || word === 'wurde') && (i === sentence.from || lower(t, i - 1) === 'es' || t.tokens[i + 1]?.word);
    if (!passive) continue;
    for (let k = i + 1; k < Math.min(last, i + 5); k++) {
      if (IMPERSONAL.has(lower(t, k)) && lower(t, k + 1) === ',' && /^(?:dass|daß)$/.test(lower(t, k + 2)))
        return { source: null, cue: { from: i, to: k + 1 }, content: [{ from: k + 2, to: last }], kind: 'statement', hedged: true };
    }
  }
  return null;
}

/** The noun phrase behind "in" that opens or ends a reporting clause: a report, a statement, a paper. */
function documentIn(t: Text, from: number, to: number): Range | null {
  return /^(?:in|im|aus)$/.test(lower(t, from)) ? sourceAfter(t, from + 1, to) : null;
}

function nextComma(t: Text, from: number, to: number): number {
  for (let i = from; i < to; i++) if ((lower(t, i) === ',' || lower(t, i) === ':') && !isQuoted(t, i)) return i;
  return -1;
}

function nounWithin(t: Text, from: number, to: number): boolean {
  for (let i = from; i < Math.min(to, from + 3); i++) if (namesAccount(lower(t, i))) return true;
  return false;
}

/** A sentence that opens with a subordinate clause has its own verb behind the comma. */
const OPENS_SUBORDINATE = new Set('da weil wenn als nachdem obwohl während solange sobald falls sollte sollten wie ob dass'.split(' '));

/**
 * A sentence in the Konjunktiv: the last speaker of its paragraph goes on. Konjunktiv II counts only
 * right behind an attributed sentence (`behind`).
 */
export function goingOn(t: Text, sentence: Sentence, speaker: Range, behind: boolean): Found | null {
  const last = end(t, sentence);
  const opens = OPENS_SUBORDINATE.has(lower(t, sentence.from));
  for (let i = sentence.from; i < last; i++) {
    const word = lower(t, i);
    if (isQuoted(t, i) || lower(t, i - 1) === 'ich') continue;
    // The writer's own verb comes first, so the sentence is the writer's; "es sei denn" is a conjunction.
    if (!opens && (FINITE.has(word) || (lower(t, i) === ',' && /^(?:dass|daß|da|weil)$/.test(lower(t, i + 1))))) return null;
    if (word === 'sei' && lower(t, i + 1) === 'denn') return null;
    if (REPORTED_MOOD.has(word) || (behind && REPLACING_MOOD.has(word))) {
      return {
        source: speaker,
        cue: { from: i, to: i + 1 },
        content: [{ from: sentence.from, to: last }],
        kind: 'statement',
        hedged: false,
      };
    }
  }
  return null;
}
