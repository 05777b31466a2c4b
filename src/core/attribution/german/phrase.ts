/** German noun phrases: article, adjectives, noun, name and attributes, as far as they reach and no farther. Knows which nouns can't speak. */
import { isQuoted, isSpeech, lower, quotation, type Range, type Text } from './text';
import { DOCUMENT, FINITE, GERMAN_FORMS, NOT_SUBJECT, namesAccount, REPORTED_MOOD } from './words';

/** A phrase is no longer than this many tokens, which keeps the rules' reach bounded. */
const MAX_PHRASE = 24;
/** Adjectives of one noun. */
const MAX_ADJECTIVES = 5;

/** How a phrase stands: as the subject before its verb, as the subject behind it, or behind "laut", "nach", "von". */
export type Place = 'before' | 'behind' | 'oblique';

const NUMBERS = '\\d[\\d.]*|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn';
/** Articles and the like, by the case that they can stand in. */
export const NOMINATIVE = new RegExp(`^(?:d(?:er|ie|as)|(?:[kmds]?ein|ihr|unser)e?|(?:dies|jen|jed)e[rs]?|deren|dessen|${NUMBERS})$`);
export const OBLIQUE = new RegExp(`^(?:d(?:e[rmns]|ie|as)|(?:[kmds]?ein|ihr|unser|dies|jen|jed)e[rmns]?|deren|dessen|${NUMBERS})$`);
const GENITIVE = /^(?:(?:d|[kmds]?ein|ihr|unser|dies|jen)e[rs])$/;
/** "einer der Forscher", "viele der Geiseln", "drei von ihnen" stand without a noun. */
const PARTITIVE = /^(?:k?eine[rs]?|viele|einige|mehrere|zwei|drei)$/;
const NAME_PARTICLE = /^(?:van|de|del|di|da|bin|ibn|al|el|la|le|ter|ten)$/;
/** What ties an attribute to its noun; behind the verb most of these open an adverbial: "sagte sie in Berlin". */
export const TIES = /^(?:von|vom|aus|für|in|im|an|am|bei|beim|zu|zur|zum|auf|über|gegen|unter|nach|vor|mit)$/;
const CLOSE_TIES = /^(?:von|vom|aus|für)$/;
/** Adverbs and prepositions; at the head of a sentence they carry a capital like nouns. */
export const isAdverb = (word: string): boolean =>
  NOT_SUBJECT.has(word) || /(?:lich|weise|mals|dings|falls|seits|wegs|dessen|hin|hinaus)$/.test(word);
const OUTLET_NOUN = /(?:zeitung|redaktion|agentur|sender|magazin|blatt|presse|rundschau|allgemeinen|portal|netzwerk)$/;

interface Core extends Range {
  /** The first noun. */
  readonly head: number;
  /** Ends in a name: what follows in the genitive is no part of it. */
  readonly named: boolean;
}

/** Names and nouns that begin with a digit or a small letter: 48-Jährige, n-tv, iPhone, dpa. */
const SMALL_NAME = /^(?:\d+-\p{Lu}|\p{Ll}{1,2}\p{Lu}|\p{Ll}+-\p{Lu}|\p{L}-\p{L}|\p{L}+\d|dpa$|taz$|epd$)/u;

export function isNoun(t: Text, i: number): boolean {
  const token = t.tokens[i];
  if (!token?.word || isQuoted(t, i)) return false;
  return (
    (token.capital && ((t.tokens[i - 1]?.word && !token.opensParagraph) || !(isAdverb(token.lower) || PRONOUN.test(token.lower)))) ||
    SMALL_NAME.test(token.text)
  );
}

/** In small letters, declined, and no verb. */
function isAdjective(t: Text, i: number, ending: RegExp): boolean {
  const token = t.tokens[i];
  return (
    !!token?.word &&
    !token.capital &&
    !SMALL_NAME.test(token.text) &&
    !isQuoted(t, i) &&
    ending.test(token.lower) &&
    !OBLIQUE.test(token.lower) &&
    !NOT_SUBJECT.has(token.lower) &&
    !FINITE.has(token.lower) &&
    !REPORTED_MOOD.has(token.lower) &&
    !GERMAN_FORMS.has(token.lower)
  );
}

/** A name in quotation marks: „Bild“. */
function namedAt(t: Text, i: number, hi: number): number {
  const q = quotation(t, i);
  return q && q.open === i && q.close < hi && !isSpeech(t, q) ? q.close + 1 : i;
}

/** "die am Montag gewählte Ministerin": past what leads to the participle before the noun. */
function participleAt(t: Text, from: number, hi: number): number {
  for (let i = from + 1; i < Math.min(hi, from + 9) && t.tokens[i]?.word; i++)
    if (isNoun(t, i + 1) && isAdjective(t, i, /(?:te|ne|nde)[nrsm]?$/)) return i + 1;
  return from;
}

/** Article, adjectives, noun, and the name behind it. */
function coreAt(t: Text, from: number, hi: number, oblique: boolean): Core | null {
  let i = from;
  // "Kiews größte Zeitung": a name in the genitive is an article too.
  const article =
    (oblique ? OBLIQUE : NOMINATIVE).test(lower(t, i)) || (/s$/.test(lower(t, i)) && isNoun(t, i) && isAdjective(t, i + 1, /e[nrsm]?$/));
  if (article) i++;
  const ending = article ? /e[nrsm]?$/ : oblique ? /e[nrm]$/ : /e[rs]?$/;
  while (i - from < MAX_ADJECTIVES && isAdjective(t, i, i > from ? /(?:e[nrsm]?)$/ : ending)) i++;
  if (article && i < hi && !isNoun(t, i)) i = participleAt(t, i, hi);
  const head = i;
  const quoted = article || t.tokens[i + 1]?.capital ? namedAt(t, i, hi) : i;
  if (quoted > i) i = quoted;
  else if (i < hi && isNoun(t, i)) i++;
  else return null;
  let nouns = 1;
  while (i < hi) {
    const token = t.tokens[i];
    const name = namedAt(t, i, hi);
    if (isNoun(t, i) && !NOMINATIVE.test(lower(t, i))) nouns++;
    else if (name > i) i = name - 1;
    else if (token?.text === '(') {
      let close = i + 1;
      while (close < hi && close - i < 9 && lower(t, close) !== ')') close++;
      if (lower(t, close) !== ')') break;
      i = close;
    } else if (!isNoun(t, i + 1) || i + 1 >= hi || !(NAME_PARTICLE.test(lower(t, i)) || token?.text === '&' || isTitle(t, i))) break;
    i++;
  }
  return { from, to: i, head, named: nouns > 1 };
}

const isTitle = (t: Text, i: number): boolean => lower(t, i) === '.' && /^(?:dr|prof|st)$/.test(lower(t, i - 1));

/** "sagte Kovac der „Küstenpost“": to whom it was said, not whose. */
function isOutlet(t: Text, article: number): boolean {
  if (t.quoteAt[article + 1] !== -1) return isQuoted(t, article + 1);
  for (let i = article + 1; i < article + 4 && t.tokens[i]?.word; i++) if (OUTLET_NOUN.test(lower(t, i))) return true;
  return false;
}

const STANDS_ALONE = /^(?:er|sie|dieser?|letzterer?)$/;

/** A noun phrase, and its first noun. */
export interface Phrase extends Range {
  readonly head: number;
}

/** A noun phrase with its attributes; null where none begins, or where it can't speak. */
export function phraseAt(t: Text, from: number, limit: number, place: Place, plural = true): Phrase | null {
  const hi = Math.min(limit, from + MAX_PHRASE);
  const oblique = place === 'oblique';
  const part = PARTITIVE.test(lower(t, from)) && /^(?:d(?:ies)?er|von)$/.test(lower(t, from + 1));
  if (!oblique && from < hi && STANDS_ALONE.test(lower(t, from)) && !(lower(t, from).startsWith('d') && coreAt(t, from, hi, false)))
    return { from, to: from + 1, head: from };
  const core = part ? coreAt(t, from + (lower(t, from + 1) === 'von' ? 2 : 1), hi, true) : coreAt(t, from, hi, oblique);
  if (!core || (isMute(t, core) && !(oblique && isAccount(lower(t, core.head))))) return null;
  let { to, named } = core;
  while (to < hi) {
    const word = lower(t, to);
    const attribute = GENITIVE.test(word) || isAdjective(t, to, /er$/);
    let next: Core | null = null;
    if (attribute)
      next = named || (place !== 'before' && !isAccount(lower(t, core.head)) && isOutlet(t, to)) ? null : coreAt(t, to, hi, true);
    else if ((place === 'before' ? TIES : CLOSE_TIES).test(word)) next = coreAt(t, to + 1, hi, true);
    else if (/^(?:und|sowie|oder)$/.test(word)) {
      next = coreAt(t, to + 1, hi, oblique);
      // One person has two titles without articles: "Trainerin und Autorin Ana Kovac".
      if (!plural && !(core.head === from && next?.named && isNoun(t, to + 1))) next = null;
    }
    if (!next || (place !== 'before' && TIME.test(lower(t, next.head)))) break;
    ({ to, named } = next);
  }
  return { from, to, head: core.head };
}

export const TIME =
  /(?:(?:mon|diens|donners|frei|sams|sonn|mit)tag|mittwoch|abend|morgen|nacht|woche|monat|jahr|(?:jan|febr)uar|märz|april|mai|ju[nl]i|august|(?:sept|nov|dez)ember|oktober|sommer|herbst|winter|zeit)s?$/;
/** Nouns that never speak. */
const ABSTRACT =
  /(?:keit|ismus|(?<!univers)ität|definition|rating|(?<!mehr|minder|ein)heit|(?<!bünd)nis|(?<!regier|zeit|walt|stift|leit|führ|tret|samml|weg|teil|einig|klär|meld|such)ung(?:en)?|pandemie|krise|krieg|fall|fälle|gründe?|folgen?|zahlen?|worten?|fragen?|pflichten|preise?|kosten|phasen?)$/;

const isAccount = (word: string) => namesAccount(word) || DOCUMENT.test(word);

function isMute(t: Text, { head, to, named }: Core): boolean {
  const first = lower(t, head);
  const last = lower(t, to - 1);
  // At the head of a sentence an adjective has a capital as well; a name is what it is called.
  return TIME.test(first) || TIME.test(last) || ABSTRACT.test(named ? (/e[rsn]?$/.test(first) ? last : '') : first);
}

const PRONOUN = /^(?:das|dies|dieses|beides|er|sie|es|ich|wir|du|ihr|man|wer|was|dich|mich|alle|alles|viele|einige|jemand|niemand)$/;
