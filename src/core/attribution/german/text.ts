/** One German text prepared for the rules, and what they ask of it: quotations, phrases, subjects, verbs in Konjunktiv. */
import type { AttributionKind } from '../model';
import type { Quotation } from '../quotations';
import type { Sentence } from '../sentences';
import type { Token } from '../tokens';
import { DOCUMENT, FINITE, GERMAN_FORMS, HAVE, NOT_SUBJECT, namesAccount, REPORTED_MOOD } from './words';

export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface Text {
  readonly tokens: readonly Token[];
  readonly quotations: readonly Quotation[];
  readonly quoteAt: Int32Array;
}

export interface Found {
  readonly source: Range | null;
  /** Whose account the source is where another phrase tells ("nach eigenen Angaben"); null where none does. */
  readonly owner?: Range | null;
  readonly cue: Range;
  readonly content: readonly Range[];
  readonly kind: AttributionKind;
  readonly hedged: boolean;
}

export const lower = (t: Text, i: number): string => t.tokens[i]?.lower ?? '';

export const isQuoted = (t: Text, i: number): boolean => (t.quoteAt[i] ?? -1) >= 0;

export const quotation = (t: Text, i: number): Quotation | undefined => t.quotations[t.quoteAt[i] ?? -1];

/** A quotation with this many words, or with a stop inside, is speech and not one word held with tweezers. */
const SPEECH_WORDS = 4;

export function isSpeech(t: Text, q: Quotation): boolean {
  if (/^[.?!]$/.test(lower(t, q.close - 1))) return true;
  let words = 0;
  for (let i = q.open + 1; i < q.close; i++) if (t.tokens[i]?.word && ++words >= SPEECH_WORDS) return true;
  return false;
}

/** The end of a sentence without its full stop. */
export function end(t: Text, { from, to }: Sentence): number {
  let e = to;
  while (e > from + 1 && !t.tokens[e - 1]?.word && !isQuoted(t, e - 1)) e--;
  return e;
}

/** A phrase is no longer than this many tokens, which keeps the rules' reach bounded. */
const MAX_PHRASE = 24;
/** Adjectives of one noun. */
const MAX_ADJECTIVES = 5;

/** How a phrase stands: as the subject before its verb, as the subject behind it, or behind "laut", "nach", "von". */
export type Place = 'before' | 'behind' | 'oblique';

const NUMBERS = '\\d[\\d.]*|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn';
/** Articles and the like, by the case that they can stand in. */
const NOMINATIVE = new RegExp(`^(?:d(?:er|ie|as)|(?:[kmds]?ein|ihr|unser)e?|(?:dies|jen|jed)e[rs]?|deren|dessen|${NUMBERS})$`);
const OBLIQUE = new RegExp(`^(?:d(?:e[rmns]|ie|as)|(?:[kmds]?ein|ihr|unser|dies|jen|jed)e[rmns]?|deren|dessen|${NUMBERS})$`);
const GENITIVE = /^(?:(?:d|[kmds]?ein|ihr|unser|dies|jen)e[rs])$/;
/** "einer der Forscher", "viele der Geiseln", "drei von ihnen" stand without a noun. */
const PARTITIVE = /^(?:eine[rs]?|keine[rs]?|viele|einige|mehrere|manche|beide|zwei|drei|vier)$/;
const NAME_PARTICLE = /^(?:van|de|del|di|da|bin|ibn|al|el|la|le|ter|ten)$/;
/** What ties an attribute to its noun; behind the verb most of these open an adverbial: "sagte sie in Berlin". */
const TIES = /^(?:von|vom|aus|für|in|im|an|am|bei|beim|zu|zur|zum|auf|über|gegen|unter|nach|vor|mit)$/;
const CLOSE_TIES = /^(?:von|vom|aus|für)$/;
/** Adverbs at the head of a sentence carry a capital like nouns. */
const ADVERB = /(?:lich|weise|mals|dings|falls|seits|wegs|dessen)$/;
const OUTLET_NOUN = /(?:zeitung|redaktion|agentur|sender|magazin|blatt|presse|rundschau|allgemeinen|portal|netzwerk)$/;

interface Core extends Range {
  /** The first noun. */
  readonly head: number;
  /** Ends in a name: what follows in the genitive is no part of it. */
  readonly named: boolean;
}

/** Names and nouns that begin with a digit or a small letter: 48-Jährige, n-tv, iPhone, dpa. */
const SMALL_NAME = /^(?:\d+-\p{Lu}|\p{Ll}{1,2}\p{Lu}|\p{Ll}+-\p{Lu}|\p{L}-\p{L}|\p{L}+\d|dpa$|taz$|epd$)/u;

function isNoun(t: Text, i: number): boolean {
  const token = t.tokens[i];
  if (!token?.word || isQuoted(t, i)) return false;
  return (token.capital && !NOT_SUBJECT.has(token.lower) && !PRONOUN.test(token.lower)) || SMALL_NAME.test(token.text);
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
  const part = PARTITIVE.test(lower(t, from)) && /^(?:der|von|dieser|ihrer|seiner)$/.test(lower(t, from + 1));
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

const TIME =
  /(?:(?:mon|diens|donners|frei|sams|sonn|vormit|nachmit|mit)tag|mittwoch|abend|morgen|nacht|woche|monat|jahr|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|sommer|herbst|winter|zeit)s?$/;
/** Nouns that never speak. */
const ABSTRACT =
  /(?:keit|ismus|(?<!univers)ität|definition|rating|(?<!mehr|minder|ein)heit|(?<!bünd)nis|(?<!regier|zeit|verwalt|stift|leit|führ|vertret|versamml|beweg|abteil|vereinig|mitteil|erklär|meld|untersuch)ung|(?<!erklär|mitteil|meld|untersuch|regier|zeit|beweg|stift)ungen|pandemie|krise|krieg|fall|fälle|gründe?|folgen?|zahlen?|worten?|fragen?|pflichten|gewinne|preise?|kosten|phasen?)$/;

const isAccount = (word: string) => namesAccount(word) || DOCUMENT.test(word);

function isMute(t: Text, { head, to, named }: Core): boolean {
  const first = lower(t, head);
  const last = lower(t, to - 1);
  // At the head of a sentence an adjective has a capital as well; a name is what it is called.
  return TIME.test(first) || TIME.test(last) || ABSTRACT.test(named ? (/e[rsn]?$/.test(first) ? last : '') : first);
}

/** Particles that may stand between the subject and its verb. */
const BETWEEN = /^(?:jedoch|aber|hingegen|dagegen|allerdings|indes|wiederum|selbst|auch|derweil)$/;
const JOINS = /^(?:und|aber|oder|sondern|sowie|doch|denn)$/;
export const SUBORDINATES = /^(?:nachdem|obwohl|weil|da|während|wobei|indem|wenn|als|bevor|sodass)$/;

/** The subject of the finite verb at `verb` in a clause that begins at `from` and holds nothing else before the verb. */
function subjectBefore(t: Text, from: number, verb: number, plural: boolean): Range | null {
  const phrase = phraseAt(t, from, verb, 'before', plural);
  if (!phrase) return null;
  let i = phrase.to;
  // "Kovac, Meier und die Stadt": a list goes on behind its comma; "Kovac, Leiter des Amtes sagte" lacks its second one.
  while (lower(t, i) === ',' && i < verb) {
    const next = phraseAt(t, i + 1, verb, 'before');
    if (!next) break;
    i = next.to;
  }
  if (i < verb && BETWEEN.test(lower(t, i))) i++;
  if (i === verb) return plural && !BETWEEN.test(lower(t, i - 1)) ? { from, to: i } : phrase;
  // "Kovac, der den Hafen leitet, sagte", "Kovac, Bürgermeisterin, sagte".
  if (lower(t, phrase.to) !== ',' || lower(t, verb - 1) !== ',' || verb - phrase.to < 3) return null;
  const inserted = phrase.to + 1;
  const relative = [inserted, inserted + 1].some((i) => /^d(?:er|ie|as|e[mn]|enen)$/.test(lower(t, i)));
  const apposed = (isNoun(t, inserted) || NOMINATIVE.test(lower(t, inserted))) && !holdsVerb(t, { from: inserted, to: verb });
  return (apposed || (relative && lower(t, verb - 3) !== 'zu')) && !reported(t, inserted, verb, true) ? phrase : null;
}

/** The subject right behind its verb; pronouns and adverbs may stand between. */
export function subjectBehind(t: Text, verb: number, hi: number): Range | null {
  let i = verb + 1;
  while (i < hi && i - verb < 5 && SKIPPED.test(lower(t, i))) i++;
  return phraseAt(t, i, hi, 'behind', /en$/.test(lower(t, verb)));
}

const SKIPPED =
  /^(?:sich|es|ihm|ihnen|mir|uns|nun|auch|jetzt|heute|gestern|zudem|zuvor|bereits|schon|dann|dazu|daraufhin|später|jedoch|aber|nicht|noch|damals|dagegen|hingegen|allerdings|unterdessen|am|\p{L}+tag|mittwoch|wiederum|etwa)$/u;

/** The subject of the verb of speech at `at`: its clause is read from its beginning; null where that isn't plain. */
export function subjectOf(t: Text, at: number, { from, to }: Sentence): Range | null {
  let verb = at;
  // "hat … angekündigt": the finite verb holds the subject's place.
  for (let i = at - 1; i >= from; i--) {
    if (isQuoted(t, i)) continue;
    if (!t.tokens[i]?.word) break;
    if (HAVE.has(lower(t, i))) {
      verb = i;
      break;
    }
  }
  // "Den Vorwurf nannte er absurd": nothing but subjects, wherever the sentence begins.
  if (/^(?:er|ich|wir|man)$/.test(lower(t, verb + 1)) && verb + 1 < to)
    return lower(t, verb + 1) === 'er' ? { from: verb + 1, to: verb + 2 } : null;
  let start = from;
  let clause = -1;
  for (let i = verb - 1; i >= from; i--) {
    if (isQuoted(t, i)) continue;
    if (lower(t, i) === ',' && clause < 0) clause = i + 1;
    if (/^[;:–—]$/.test(lower(t, i))) {
      start = i + 1;
      break;
    }
  }
  while (
    start < verb &&
    (!t.tokens[start]?.word || JOINS.test(lower(t, start)) || /^(?:auch|selbst|sogar)$/.test(lower(t, start))) &&
    !isQuoted(t, start)
  )
    start++;
  const plural = /en$/.test(lower(t, verb));
  const before = subjectBefore(t, start, verb, plural);
  if (before) return before;
  if (lower(t, verb - 1) === ',' || isQuoted(t, verb - 1)) return subjectBehind(t, verb, to);
  if (JOINS.test(lower(t, verb - 1))) return sharedSubject(t, start, verb);
  if (clause > start) {
    if (JOINS.test(lower(t, clause))) return subjectBefore(t, clause + 1, verb, plural);
    const ends = !t.tokens[at + 1]?.word || HAVE.has(lower(t, at + 1));
    return SUBORDINATES.test(lower(t, clause)) && ends ? phraseAt(t, clause + 1, verb, 'behind') : null;
  }
  if (holdsVerb(t, { from: start, to: verb })) return null;
  if (AGAIN.has(lower(t, start)) && start + 1 === verb) return subjectBehind(t, verb, to);
  return opensAdverbial(t, start) || !subjectLike(t, start) ? subjectBehind(t, verb, to) : null;
}

/** "Die Gewerkschaft rief auf und kritisierte": the subject of the first of two verbs. */
function sharedSubject(t: Text, from: number, to: number): Range | null {
  const phrase = phraseAt(t, from, to, 'before');
  if (!phrase) return null;
  const token = t.tokens[phrase.to];
  return token?.word && !token.capital && phrase.to < to - 1 && !TIES.test(token.lower) && !NOT_SUBJECT.has(token.lower) ? phrase : null;
}

function opensAdverbial(t: Text, i: number): boolean {
  return NOT_SUBJECT.has(lower(t, i)) || ADVERB.test(lower(t, i)) || TIME.test(lower(t, i)) || isQuoted(t, i);
}

const subjectLike = (t: Text, i: number): boolean => isNoun(t, i) || NOMINATIVE.test(lower(t, i));

const PRONOUN = /^(?:das|dies|dieses|beides|er|sie|es|ich|wir|du|ihr|man|wer|was|dich|mich|alle|alles|viele|einige|jemand|niemand)$/;

/** "Das teilte der Sprecher mit": what was said stands in the sentence before. */
export const AGAIN = new Set(['das', 'dies']);

export function holdsVerb(t: Text, { from, to }: Range): boolean {
  for (let i = from + 1; i < to; i++) {
    const token = t.tokens[i];
    if (!token || token.capital || isQuoted(t, i)) continue;
    if (FINITE.has(token.lower) || REPORTED_MOOD.has(token.lower) || /(?:[^aeiou]te|eten|tete)$/.test(token.lower)) return true;
  }
  return false;
}

export const SECOND_MOOD = /^(?:würde|hätte|wäre|könnte|müsste|dürfte)n?$/;

/** Does reported speech stand in the range: a Konjunktiv outside quotation marks? `second`: whichever Konjunktiv. */
export function reported(t: Text, from: number, to: number, second = false): boolean {
  for (let i = from; i < to; i++) {
    const mood = REPORTED_MOOD.has(lower(t, i)) || (second && SECOND_MOOD.test(lower(t, i)));
    if (mood && !isQuoted(t, i) && lower(t, i - 1) !== 'ich') return true;
  }
  return false;
}
