/**
 * Which attributions are worth showing to somebody who did not ask: the source can speak, and the content says something by
 * itself. The rest ("the stock added 2 %", "we said goodbye") stays an attribution. Works on words and tags of the places found.
 */
import { CUE_FORMS } from './cue-verbs';
import type { Found } from './found';
import { NOUN_CUES } from './other-rules';
import { isSpeech, lowerAt, quotationAt, quoted, type Range, type Reading, tagAt } from './reading';
import { BE } from './words';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** With these the act itself is what was said: "condemned the strikes", "called for talks". */
const ACTS = set(
  'accuse blame condemn criticize criticise denounce decry deny reject dismiss praise laud hail commend applaud thank congratulate apologize apologise urge call demand propose recommend announce confirm report admit acknowledge concede estimate predict forecast pledge vow express reiterate describe characterize characterise portray depict liken allege declare question protest object rule warn caution complain slam blast bash lambaste deride mock ridicule rebuke rebut refute contradict advocate question advise oppose',
);
/** Whatever is their subject speaks, be it a witness, a letter or "others". */
const SAYS = set('say tell state argue warn insist write announce allege accuse blame deny read note report');
/** What stands behind their "to" is what somebody does, or is spoken of. */
const DEEDS = set('agree encourage invite respond refer allude point');
/** Kinds of people, by their endings, and what ends so without being anybody. */
const PERSON = /(?:[^aou]ers?|[^o]ors?|[iy]sts?|i[ac]ns?|m[ae]n|als|ants|ees?|ents?|people|police)$/;
const NO_PERSON = set(
  'deal warrant number order power paper matter factor computer weather river winter summer error document development moment agreement content environment percent incident movement event element investment treatment equipment announcement settlement',
);
/** Those who speak for many, and what they write and find out. */
const BODIES = set(
  'justice representative veteran ally party leadership secretary-general remark staff team crew company firm group agency ministry government department administration office court union council committee commission board bank army military embassy institute university school hospital club association campaign authority body industry newspaper magazine outlet media press camp church parliament congress senate cabinet family police president friend critic expert source spokesman chief head minority majority half husband wife mother father judge resident victim witness child son daughter neighbour neighbor report study survey poll statement letter data document record research analysis investigation review lawsuit complaint memo post figure finding evidence indictment affidavit filing audit inquiry',
);
/** They say something of whomever they take: "accused it of theft", "called him a friend". */
const OF_SOMEBODY = set(
  'accuse blame call describe urge thank praise criticize criticise warn dismiss depict portray characterize characterise',
);
const FIRST_PERSON = /^(?:i|we|my|our|us|you|your)(?:'\w+)?$/;
const POINTS = /^(?:this|that|it|so|him|her|them|me|us|you|himself|herself|itself|themselves|more|anything|something)$/;

/** Is this one nothing to show? */
export function isHollow(r: Reading, found: Found): boolean {
  const verb = verbOf(r, found.cue);
  return !canSpeak(r, found.source, found.cue, verb) || !standsAlone(r, found, verb);
}

/** The base form of the cue's verb; of another cue its first word. */
function verbOf(r: Reading, { from, to }: Range): string {
  for (let i = to - 1; i >= from; i--) {
    const cue = CUE_FORMS.get(lowerAt(r, i));
    if (cue && tagAt(r, i) !== 'noun') return cue.verb.lemma;
  }
  return lowerAt(r, from);
}

function canSpeak(r: Reading, source: Range | null, cue: Range, verb: string): boolean {
  if (!source || verb === 'according' || verb === 'per' || verb === 'as') return true;
  const first = lowerAt(r, source.from);
  if (FIRST_PERSON.test(first)) return false;
  // "DELHI: …" opens a story with its place.
  if (lowerAt(r, cue.from) === ':') return source.from > 0 || r.tokens[0]?.text !== r.tokens[0]?.text.toUpperCase();
  const head = headOf(r, source);
  if (head < 0) return source.to - source.from === 1 && /^(?:he|she|they|it)$/.test(first);
  const token = r.tokens[head];
  const lower = lowerAt(r, head);
  const owned = lowerAt(r, head - 1) === "'s";
  // A capital opens every sentence: "Classes add another layer".
  const common = head === source.from && /s$/.test(lower) && opensSentence(r, head) && r.nameAt[head] === 0;
  if (token?.capital && !owned && !common) return true;
  const one = lower.replace(/ies$/, 'y').replace(/s$/, '');
  if (BODIES.has(one) || BODIES.has(lower) || (PERSON.test(lower) && !NO_PERSON.has(one))) return true;
  // A singular without an article is no subject: "up", "remote control", "hibernation".
  return SAYS.has(verb) && (head > source.from || /s$/.test(lower));
}

const opensSentence = (r: Reading, i: number): boolean => r.sentences[r.sentenceAt[i] ?? -1]?.from === i;

/** The last noun before what follows the head: "of the city", "who …", a comma. */
function headOf(r: Reading, { from, to }: Range): number {
  let head = -1;
  for (let i = from; i < to; i++) {
    const tag = tagAt(r, i);
    if (tag === 'noun') head = i;
    else if (head >= 0 && tag !== 'possessive' && tag !== 'number' && tag !== 'mark' && tag !== 'conjunction' && tag !== 'determiner')
      break;
  }
  return head;
}

function standsAlone(r: Reading, { source, cue, content }: Found, verb: string): boolean {
  const [piece] = content;
  if (!piece) return false;
  if (content.some((range) => speaks(r, range))) return true;
  const first = lowerAt(r, piece.from);
  // "Kovac's stance on the dam"
  if (tagAt(r, cue.from) === 'noun' && NOUN_CUES.has(lowerAt(r, cue.from)) && first !== 'that') return false;
  if (DEEDS.has(verb) && (first === 'to' || /^(?:to|with)$/.test(lowerAt(r, cue.to - 1)))) return false;
  const clause = content.some((range, i) => hasPredicate(r, range, i > 0 ? range.from : range.from + 1)) || isThatClause(r, piece, cue);
  if (clause && !(verb === 'find' && tagAt(r, piece.from) !== 'subordinator' && !finite(r, piece))) return true;
  if (first === 'to') return true;
  if (!ACTS.has(verb) || (POINTS.test(first) && tagAt(r, piece.from + 1) !== 'noun' && (!OF_SOMEBODY.has(verb) || words(r, piece) < 3)))
    return false;
  // "a sauce called Kovac", "called 911": naming is no claim; "called the dam a danger" is.
  if (verb === 'call' && lowerAt(r, cue.to - 1).startsWith('call'))
    return names(r, piece) || (/^an?$/.test(first) && lowerAt(r, (source?.from ?? 0) - 1) === 'what');
  // "condemned it": of whom, the sentence before tells. "condemned Kovac" is plain.
  return words(r, piece) > 1 || content.length > 1 || r.tokens[piece.from]?.capital === true;
}

const words = (r: Reading, { from, to }: Range): number => {
  let count = 0;
  for (let i = from; i < to; i++) if (r.tokens[i]?.word) count++;
  return count;
};

/** Is something said word for word in it? */
function speaks(r: Reading, { from, to }: Range): boolean {
  for (let i = from; i < to; i++) {
    const q = quotationAt(r, i);
    if (q && (isSpeech(r, q) || q.close - q.open > 2)) return true;
  }
  return false;
}

/** A verb of its own, behind its subject. */
function hasPredicate(r: Reading, { from, to }: Range, after: number): boolean {
  if (/^[a-z]+'/.test(lowerAt(r, from)) && tagAt(r, from) === 'pronoun') return true;
  for (let i = after; i < to; i++) {
    const tag = tagAt(r, i);
    if (quoted(r, i)) continue;
    if (tag === 'auxiliary' || (tag === 'verb' && tagAt(r, i - 1) !== 'to')) return i + 1 < to || !BE.has(lowerAt(r, i));
  }
  return false;
}

/** "that fees amount to …", "…, according to": a clause even where its verb was taken for a noun. */
const isThatClause = (r: Reading, piece: Range, cue: Range): boolean =>
  words(r, piece) > 2 &&
  (lowerAt(r, cue.from) === 'according' || (lowerAt(r, piece.from) === 'that' && tagAt(r, piece.from + 1) !== 'subordinator'));

const finite = (r: Reading, { from, to }: Range): boolean => {
  for (let i = from; i < to; i++) if (tagAt(r, i) === 'auxiliary') return true;
  return false;
};

/** "called the dam a danger": a second article, or a quotation, behind what is called so. */
function names(r: Reading, { from, to }: Range): boolean {
  if (/^(?:it|him|her|them|this|that)$/.test(lowerAt(r, from)) && to - from > 2) return true;
  for (let i = from + 1; i < to; i++) {
    if (quoted(r, i)) return true;
    if (/^an?$/.test(lowerAt(r, i))) return true;
  }
  return false;
}
