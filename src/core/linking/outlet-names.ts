/**
 * Outlets whose names are ordinary words: "Der Standard wurde erhöht", "Time will tell". Says where such a name may
 * be the word; whether the outlet is meant all the same, because the article names it elsewhere, is link.ts.
 */
import { after, before, startsSentence } from './context';
import { SENTENCE_WORDS } from './entity-words';

/** A German article and a noun. Other languages write nouns small: there the capital tells. */
const GERMAN_NOUN = /^(?:Der|Die|Das)\s\p{Lu}[\p{L}-]+$/u;
/** What outlets do, as the words begin, English and German. */
const REPORTS =
  /\b(?:report|said|says|wrote|writes|quot|cit(?:es|ed|ing)|told|tells|reveal|publish|bericht|meld|schr[ie]|zitier|veröffentlich|enthüll|titel|nannte|nennt|sagte)/i;
/** "Der Spiegel-Redakteur", "Time's" and the name in quotation marks are the outlet. */
const HUNG_ON = /^(?:[-‐‑]\p{L}|['’]s|["“”»’])/u;
/** Stretch on each side in which a German sentence says that somebody reports, in UTF-16 units. */
const SENTENCE_REACH = 40;

/** `weak`: the name is one that the pack lets count only beside a longer one. `german`: of the article. */
export function mayBeOrdinaryWord(text: string, start: number, end: number, weak: boolean, german: boolean): boolean {
  const surface = text.slice(start, end);
  const germanNoun = GERMAN_NOUN.test(surface);
  if (HUNG_ON.test(text.slice(end, end + 2)) || end - start === text.length) return false;
  const first = startsSentence(text, start);
  if (weak ? german : germanNoun && first) {
    return !REPORTS.test(text.slice(Math.max(0, start - SENTENCE_REACH), end + SENTENCE_REACH));
  }
  if (!weak || /\s/.test(surface)) return false;
  const next = after(text, end);
  const previous = before(text, start);
  if (next?.word === 'will') return true;
  // "Time flies", "In Time": the capital is the sentence's.
  return (
    (first || (previous !== null && startsSentence(text, previous.start) && SENTENCE_WORDS.has(previous.word))) &&
    !(next && REPORTS.test(next.word))
  );
}
