/**
 * Words that stand before a surname without being a first name. Lists only, by language.
 * `*` stands for any letters: German compounds ("Bundeskanzler"), Slavic endings ("президентом").
 */

/** What kind of office a title says, as bits; a person's own offices are kept the same way in the gazetteer. */
const OFFICE_BITS = { state: 1, government: 2, minister: 4, lead: 8 } as const;
/** Offices of which nothing is known: any title fits. */
export const ANY_OFFICE = 15;
/** Offices with few holders: with a tracked surname they name the person, where the office is one of theirs. All languages. */
const OFFICES: Readonly<Record<keyof typeof OFFICE_BITS, string>> = {
  state:
    'president* ex-president king queen pope ayatollah *präsident *präsidentin *präsidenten papst könig königin président présidente pape roi reine presidente papa rey reina re regina koning koningin ' +
    'президент* корол* prezydent* król* papież* prezident* emir sultan crown',
  government:
    'premier minister taoiseach chancellor *kanzler *kanzlerin *kanzlers *minister *ministers *ministerin ministerpräsident* ministre première chancelier chancelière primer primera ministro ministra canciller cancelliere cancelliera primeiro-ministro chanceler minister-president kanselier прем’єр* ' +
    "прем'єр* премьер* канцлер* міністр* министр* kanclerz* premier* minister* ministr* premiér* kancléř*",
  minister:
    'minister secretary secretary-general *minister *ministers *ministerin *sekretär *sekretärin ministre secrétaire ministro ministra secretario secretaria segretario segretaria secretário secretaris-generaal міністр* министр* генсек* генсекретар* minister* ministr* sekretarz* tajemník*',
  lead: 'chief commissioner envoy chairman chairwoman leader *chef *chefin *beauftragter *kommissar *kommissarin émissaire очільник* очільниц* глав* голов* лідер* лидер* szef* przewodnicząc* šéf* předsed*',
};

/** Courtesy, rank, party: many hold them, so they neither name a person nor speak against one. */
const HONORIFICS: Readonly<Record<string, string>> = {
  en: 'mr mrs ms miss mx sir lord lady dame dr prof professor sen senator rep representative congressman congresswoman gov governor mayor judge justice gen general col colonel maj major capt captain lt lieutenant sgt cmdr commander adm admiral rev reverend bishop archbishop cardinal father sheikh prince princess ambassador attorney speaker director candidate republican democrat republicans democrats tory conservative spokesman spokeswoman coach manager deputy vice former mp actor actress singer',
  de: 'herr frau herrn dr prof fürst prinz prinzessin general graf',
  fr: 'mm mme mlle monsieur madame maître général prince princesse',
  es: 'señor señora sr sra don doña general',
  it: 'signor signora sig on onorevole generale',
  nl: 'de heer mevrouw meneer',
  pl: 'pan pani panem panu pana senator* gen prof dr',
  uk: 'пан пані пана паном сенатор* генерал*',
  ru: 'господин госпожа господина сенатор* генерал*',
};

/** What a word says: the bits of {@link OFFICE_BITS}, or this one for courtesy. */
const HONORIFIC = 16;

/**
 * The lists as look-ups: whole words, and beginnings and ends by their letters. Looked up and not matched: a regular
 * expression of these words ignoring case takes longer to compile than a page takes to read.
 */
interface Lexicon {
  readonly words: Map<string, number>;
  readonly beginnings: Map<string, number>;
  readonly ends: Map<string, number>;
}
let lexicon: Lexicon | null = null;

function readLists(): Lexicon {
  const made: Lexicon = { words: new Map(), beginnings: new Map(), ends: new Map() };
  const add = (list: string, bit: number) => {
    for (const entry of list.split(' ')) {
      const [into, letters] = entry.endsWith('*')
        ? [made.beginnings, entry.slice(0, -1)]
        : entry.startsWith('*')
          ? [made.ends, entry.slice(1)]
          : [made.words, entry];
      into.set(letters, (into.get(letters) ?? 0) | bit);
    }
  };
  for (const [kind, list] of Object.entries(OFFICES)) add(list, OFFICE_BITS[kind as keyof typeof OFFICE_BITS]);
  for (const list of Object.values(HONORIFICS)) add(list, HONORIFIC);
  return made;
}

/** No beginning or end in the lists is shorter. */
const FEWEST_LETTERS = 3;

/** All that a word in small letters says, as bits. */
function bitsOf(word: string): number {
  lexicon ??= readLists();
  let bits = lexicon.words.get(word) ?? 0;
  for (let letters = FEWEST_LETTERS; letters <= word.length; letters++) {
    bits |= lexicon.beginnings.get(word.slice(0, letters)) ?? 0;
    bits |= lexicon.ends.get(word.slice(-letters)) ?? 0;
  }
  return bits;
}

export interface Title {
  readonly kind: 'office' | 'honorific';
  /** The kinds of office it can mean; 0 for courtesy. */
  readonly offices: number;
}

/** What title the word is, a hyphened one ("NATO-Generalsekretär", "Vice-President") by its last part too; null for none. */
export function titleOf(word: string): Title | null {
  const plain = word.toLowerCase().replace(/\.$/, '');
  const hyphen = plain.lastIndexOf('-');
  const bits = bitsOf(plain) | (hyphen < 0 ? 0 : bitsOf(plain.slice(hyphen + 1)));
  const offices = bits & ANY_OFFICE;
  if (offices) return { kind: 'office', offices };
  return bits ? { kind: 'honorific', offices: 0 } : null;
}

/** The kinds of office that a person holds or held, from the English titles of a pack; 0 for an empty list. */
export function officesOf(titles: readonly string[]): number {
  // Whatever the office, its holder may be called leader or chief.
  return titles
    .flatMap((title) => title.split(/[\s,/]+/))
    .reduce((bits, word) => bits | (titleOf(word)?.offices ?? 0), titles.length ? OFFICE_BITS.lead : 0);
}
