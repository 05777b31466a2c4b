/** German attributions that lean on no plain verb and no quotation: "nach Angaben", "so der Minister", "es heißt", and the Konjunktiv that goes on. */
import type { Sentence } from '../sentences';
import { type Phrase, phraseAt } from './phrase';
import { SUBORDINATES, subjectBehind } from './subject';
import { end, type Found, isQuoted, lower, type Range, SECOND_MOOD, type Text } from './text';
import { ACCORDING_BEFORE, DOCUMENT, FINITE, NOT_SUBJECT, namesAccount, REPLACING_MOOD, REPORTED_MOOD } from './words';

/** "Nach Angaben der Polizei …", "… laut Spiegel …", "Berichten zufolge …": the sentence without it is the content. */
export function readAccording(t: Text, sentence: Sentence, speaker: Range | null): Found | null {
  const last = end(t, sentence);
  for (let i = sentence.from; i < last; i++) {
    if (isQuoted(t, i)) continue;
    const word = lower(t, i);
    const before = t.tokens[i - 1];
    // "der Laut des Rades" is a noun.
    if (t.tokens[i]?.capital && i > sentence.from && before?.word) continue;
    let source: Range | null = null;
    let phrase: Range | null = null;
    if (ACCORDING_BEFORE.has(word) || word === 'nach') {
      source = accountAt(t, i + 1, last, word === 'nach');
      phrase = source && { from: i, to: source.to };
    } else if (word === 'zufolge') {
      source = accountBefore(t, i, sentence.from);
      phrase = source && { from: source.from, to: i + 1 };
    }
    const cue = { from: i, to: i + 1 };
    if (!phrase || !source) continue;
    const owner = ownerOf(t, source, sentence, phrase, speaker);
    const content: Range[] = [];
    const opens = lower(t, phrase.from - 1) === ',' ? phrase.from - 1 : phrase.from;
    if (opens > sentence.from) content.push({ from: sentence.from, to: opens });
    const rest = lower(t, phrase.to) === ',' ? phrase.to + 1 : phrase.to;
    if (rest < last) content.push({ from: rest, to: last });
    if (content.length) return { source, owner, cue, content, kind: 'statement', hedged: false };
  }
  return null;
}

/** "Nach eigenen Angaben" is of the sentence's subject; "den Angaben zufolge", "ihren Angaben nach" of the one who spoke just before. */
function ownerOf(t: Text, account: Range, { from, to }: Sentence, phrase: Range, speaker: Range | null): Range | null {
  const first = lower(t, account.from);
  if (!namesAccount(lower(t, account.to - 1)) && !first.startsWith('eigen')) return account;
  if (/^(?:sein|ihr|den$|diese[nr]$)/.test(first)) return speaker;
  if (!first.startsWith('eigen')) return account;
  const subject = phrase.from === from ? subjectBehind(t, phrase.to, to) : phraseAt(t, from, phrase.from, 'before');
  const next = t.tokens[subject?.to ?? 0];
  return phrase.from === from || (next?.word && !next.capital && !NOT_SUBJECT.has(next.lower)) ? subject : null;
}

/** The source behind "laut", or behind "nach", which leans on words for an account. */
function accountAt(t: Text, from: number, hi: number, named: boolean): Phrase | null {
  const phrase = phraseAt(t, from, hi, 'oblique');
  if (!phrase || /^(?:mein|unser)/.test(lower(t, from))) return null;
  if (!namesAccount(lower(t, phrase.head)) && !namesAccount(lower(t, phrase.head + 1))) return named ? null : phrase;
  // "nach Angaben Einladungen": a second noun begins something else, but for a name in the genitive.
  const next = phrase.head + 1;
  return next < phrase.to && t.tokens[next]?.capital && !lower(t, next).endsWith('s') ? { ...phrase, to: next } : phrase;
}

/** Longest way from "zufolge" back to where its phrase begins. */
const MAX_ACCOUNT = 9;

/** What stands before "zufolge": "Berichten", "ersten Berichten", "Angaben der Polizei", a name. */
function accountBefore(t: Text, at: number, lo: number): Phrase | null {
  let found: Phrase | null = null;
  for (let from = at - 1; from >= lo && at - from < MAX_ACCOUNT; from--) {
    // In small letters behind a noun stands the sentence's verb.
    if (!t.tokens[from]?.capital && t.tokens[from - 1]?.capital && from > lo && !/^(?:de[mnr]|eine[mnr])$/.test(lower(t, from))) continue;
    const phrase = phraseAt(t, from, at, 'oblique');
    if (
      phrase?.to === at &&
      (!found || phrase.head === found.head || namesAccount(lower(t, phrase.head)) || phrase.head + 1 === found.head)
    )
      found = phrase;
  }
  return found;
}

/** What may follow in the clause of "so". */
const SO_ENDS = /^(?:und|gegenüber|im|in|am|auf|bei|zu|zur|zum|weiter)$/;

/** "…, so der Sprecher, …": behind a comma, before a noun phrase that ends the clause. */
export function readSo(t: Text, sentence: Sentence): Found | null {
  const last = end(t, sentence);
  for (let i = sentence.from + 1; i < last; i++) {
    if (lower(t, i) !== 'so' || isQuoted(t, i) || (lower(t, i - 1) !== ',' && !isQuoted(t, i - 1))) continue;
    const source = subjectBehind(t, i, last);
    if (!source || (source.to < last && t.tokens[source.to]?.word && !SO_ENDS.test(lower(t, source.to)))) continue;
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
  const word = lower(t, from);
  const phrase = /^(?:in|im|aus|von|vom)$/.test(word) ? phraseAt(t, from + 1, to, 'oblique') : null;
  return phrase && (!word.startsWith('i') || DOCUMENT.test(lower(t, phrase.head))) ? phrase : null;
}

function nextComma(t: Text, from: number, to: number): number {
  for (let i = from; i < to; i++) if ((lower(t, i) === ',' || lower(t, i) === ':') && !isQuoted(t, i)) return i;
  return -1;
}

/**
 * A sentence in the Konjunktiv: the last speaker of its paragraph goes on. Konjunktiv II counts only
 * right behind an attributed sentence (`behind`).
 */
export function goingOn(t: Text, sentence: Sentence, speaker: Range, behind: boolean): Found | null {
  const last = end(t, sentence);
  // A sentence that opens with a subordinate clause has its own verb behind the comma.
  const opens = SUBORDINATES.test(lower(t, sentence.from));
  let main = true;
  for (let i = sentence.from; i < last; i++) {
    const word = lower(t, i);
    if (word === ',') main = false;
    if (isQuoted(t, i) || lower(t, i - 1) === 'ich') continue;
    // The writer's own verb comes first, so the sentence is the writer's; "es sei denn" is a conjunction.
    if (
      !opens &&
      ((FINITE.has(word) && !SECOND_MOOD.test(word)) || (lower(t, i) === ',' && /^(?:dass|daß|da|weil)$/.test(lower(t, i + 1))))
    )
      return null;
    if (word === 'sei' && lower(t, i + 1) === 'denn') return null;
    if (REPORTED_MOOD.has(word) || (behind && !opens && main && REPLACING_MOOD.has(word))) {
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
