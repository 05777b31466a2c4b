/**
 * Which agencies a story says it comes from: "(AP)", "dpa/lno" in a byline, "Reuters contributed to this report", "avec AFP".
 * Takes text, knows no outlets: agencies are few, and credits have spellings of their own. Decides nothing about independence.
 */

export interface WireCredit {
  /** The agency's name, as readers know it. */
  readonly agency: string;
  /** `whole`: the story is the agency's; `part`: some of it is, and nobody says what. */
  readonly share: 'whole' | 'part';
}

/** Agencies with the spellings of credits; upper and lower case count, since AP is an agency and ap is not. */
const AGENCIES: readonly (readonly [agency: string, ...spellings: string[]])[] = [
  ['AP', 'AP', 'Associated Press', 'The Associated Press'],
  ['Reuters', 'Reuters', 'REUTERS', 'rtr'],
  ['AFP', 'AFP', 'Agence France-Presse', 'Agence France Presse', 'afp'],
  ['dpa', 'dpa', 'Deutsche Presse-Agentur', 'DPA'],
  ['APA', 'APA', 'apa'],
  ['AAP', 'AAP', 'Australian Associated Press'],
  ['ANSA', 'ANSA', 'Ansa'],
  ['Belga', 'Belga', 'BELGA'],
  ['Bloomberg', 'Bloomberg News'],
  ['EFE', 'EFE', 'Agencia EFE', 'Agencias EFE'],
  ['Europa Press', 'Europa Press', 'EUROPA PRESS'],
  ['epd', 'epd', 'Evangelischer Pressedienst'],
  ['Interfax', 'Interfax', 'Интерфакс'],
  ['Interfax-Ukraine', 'Interfax-Ukraine', 'Інтерфакс-Україна'],
  ['KNA', 'KNA', 'Katholische Nachrichten-Agentur'],
  ['Keystone-SDA', 'Keystone-SDA', 'SDA', 'sda', 'Keystone-ATS', 'ATS'],
  ['Kyodo News', 'Kyodo', 'KYODO', 'Kyodo News'],
  ['PA Media', 'PA', 'PA Media', 'Press Association'],
  ['PTI', 'PTI', 'Press Trust of India'],
  ['RIA Novosti', 'РИА Новости', 'RIA Novosti'],
  ['SID', 'SID', 'sid'],
  ['TASS', 'TASS', 'Tass', 'ТАСС'],
  ['The Canadian Press', 'The Canadian Press', 'Canadian Press'],
  ['UNIAN', 'УНІАН', 'УНИАН'],
  ['UPI', 'UPI', 'United Press International'],
  ['Ukrinform', 'Ukrinform', 'Укрінформ', 'Укринформ'],
  ['Xinhua', 'Xinhua', 'XINHUA'],
  ['Yonhap', 'Yonhap', 'YONHAP'],
];

/** Spellings that are words, names or abbreviations of other things too: they count in brackets and bylines, not in sentences. */
const SHORT = /^(?:PA|SID|sid|APA|apa|ATS|SDA|sda|rtr|afp|KNA|epd)$/;

/** Datelines stand at the head of the first paragraph; credits in the byline, or in the last blocks before tags and notes. */
const HEAD = 120;
const TAIL_BLOCKS = 4;
/** A credit is a line or two; a longer block is a paragraph of the story that names an agency. */
const CREDIT_LENGTH = 240;

const PART =
  /contribut|additional report|with (?:material|files|reports?|reporting|information|inputs?)|mit material|mit Agenturmaterial|unter Verwendung|avec|con informaci[oó]n|con (?:material|datos)|за матеріалами|по материалам|з посиланням|\b(?:and|und|et|y)\b.*\breport/iu;
const WHOLE =
  /^\W*(?:source|quelle|quellen|fuente|fuentes|джерело|источник)\s*:|©|\(c\)|copyright|all rights reserved|alle rechte|tous droits|todos los derechos|reporting by|report(?:ed)? by/iu;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

interface Spelling {
  readonly agency: string;
  readonly short: boolean;
  readonly word: RegExp;
  readonly dateline: RegExp;
  readonly alone: RegExp;
}

/** A spelling's patterns, made when a story first holds its letters: browsers take a millisecond for each, and few are ever needed. */
const patterns = new Map<string, Spelling>();

function patternsOf(agency: string, spelling: string): Spelling {
  const made = patterns.get(spelling);
  if (made) return made;
  const word = `(?<![\\p{L}\\p{N}])${escaped(spelling)}(?![\\p{L}\\p{N}])`;
  const now: Spelling = {
    agency,
    short: SHORT.test(spelling),
    word: new RegExp(word, 'u'),
    // "LONDON (AP) —", "Berlin (dpa/lno) -", "PARIS, 3 May — Reuters —"
    dateline: new RegExp(`^[^.!?]{0,60}(?:\\((?:[^()]{0,15}[/ ])?${word}(?:[/, ][^()]{0,15})?\\)|[–—-]\\s*${word}\\s*[–—-])`, 'u'),
    // "dpa", "(AFP)", "dpa/AFP", "mit dpa"
    alone: new RegExp(`^\\W*(?:[\\p{L}.]{2,12}[/,]\\s?)*${word}(?:\\s?[/,]\\s?[\\p{L}.]{2,12})*\\W*$`, 'u'),
  };
  patterns.set(spelling, now);
  return now;
}

/** Of every spelling that stands somewhere in these lines. */
function spelledIn(lines: readonly string[]): Spelling[] {
  return AGENCIES.flatMap(([agency, ...spellings]) =>
    spellings.filter((spelling) => lines.some((line) => line.includes(spelling))).map((spelling) => patternsOf(agency, spelling)),
  );
}

/**
 * The agencies credited, each once. `blocks` are a story's paragraphs, and may hold the lines behind it; `authors` its byline.
 * Linear: only the head and the last few short blocks are looked at.
 */
export function wireCredits(blocks: readonly string[], authors: readonly string[]): WireCredit[] {
  const shares = new Map<string, WireCredit['share']>();
  const add = (agency: string, share: WireCredit['share']) => {
    if (shares.get(agency) !== 'whole') shares.set(agency, share);
  };
  const head = (blocks.find((block) => block.length > CREDIT_LENGTH / 4) ?? '').slice(0, HEAD);
  const tail = blocks.slice(-TAIL_BLOCKS).filter((block) => block.length <= CREDIT_LENGTH);
  for (const { agency, short, word, dateline, alone } of spelledIn([head, ...authors, ...tail])) {
    if (dateline.test(head)) add(agency, 'whole');
    for (const author of authors) {
      if (alone.test(author)) add(agency, authors.length > 1 || PART.test(author) ? 'part' : 'whole');
      else if (!short && word.test(author))
        add(agency, /^(?:by|von|par|por)?\s*(?:the\s+)?staff/i.test(author) || authors.length > 1 ? 'part' : 'whole');
    }
    for (const block of tail) {
      if (!word.test(block)) continue;
      if (alone.test(block)) add(agency, 'whole');
      else if (PART.test(block)) add(agency, 'part');
      else if (!short && WHOLE.test(block)) add(agency, 'whole');
    }
  }
  return [...shares].map(([agency, share]) => ({ agency, share }));
}

/** What every claim of a story came through: the agency whose story it is, not one that gave a part of it. */
export const wholeCredits = (credits: readonly WireCredit[]): { readonly name: string }[] =>
  credits.filter(({ share }) => share === 'whole').map(({ agency }) => ({ name: agency }));
