/**
 * Numbers in a sentence with what they count and how exactly: "over 26 countries" → more than 26, country.
 * Figures in any of six languages, number words in English and German. Leaves out what is no quantity: years, dates,
 * ages, scores, ordinals. Compares nothing.
 */

/** How the writer means it. `about` and `nearly` are roundings. */
export type Bound = 'exact' | 'about' | 'over' | 'under' | 'at-least' | 'at-most';

export interface Quantity {
  readonly value: number;
  readonly bound: Bound;
  /** What is counted: a concept (`country`, `people`, `%`, `EUR`, `km` …) or the noun's beginning. */
  readonly unit: string;
  /** As written, with the words that bound it and the noun. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

const WORD_NUMBERS: ReadonlyMap<string, number> = new Map([
  ...'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, i): [string, number] => [word, i + 2]),
  ...'thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i): [string, number] => [word, 10 * (i + 3)]),
  ...'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' ').map((word, i): [string, number] => [word, i + 2]),
  ...'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'.split(' ').map((word, i): [string, number] => [word, 10 * (i + 2)]),
]);

const MULTIPLIERS: readonly (readonly [RegExp, number])[] = [
  [/^(?:hundred|hundert)$/i, 100],
  [/^(?:thousand|tausend|mille|mil|тис\p{L}*|тыс\p{L}*)$/iu, 1_000],
  [/^(?:million|millions|millionen|millones|millón|mio|m|мільйон\p{L}*|млн|миллион\p{L}*)$/iu, 1_000_000],
  [/^(?:billion|billions|milliarden?|milliards?|mrd|bn|мільярд\p{L}*|млрд|миллиард\p{L}*)$/iu, 1_000_000_000],
];

/** Spelling of a bound before a number, longest first within a language; the number follows at once or after "a total of". */
const BOUNDS: readonly (readonly [Bound, RegExp])[] = [
  [
    'at-least',
    /(?:at least|no (?:fewer|less) than|mindestens|wenigstens|au moins|al menos|por lo menos|щонайменше|принаймні|не менше|не менее|минимум)\s+$/iu,
  ],
  [
    'at-most',
    /(?:up to|at most|no more than|as many as|bis zu|höchstens|jusqu['’]à|au plus|hasta|como máximo|до|не більше|не более)\s+$/iu,
  ],
  ['over', /(?:more than|over|upwards? of|above|mehr als|über|plus de|más de|понад|більше|більш як|более|больше|свыше)\s+$/iu],
  ['under', /(?:fewer than|less than|under|below|weniger als|unter|moins de|menos de|менше|менш як|менее|меньше)\s+$/iu],
  [
    'about',
    /(?:about|around|some|roughly|approximately|nearly|almost|close to|an estimated|rund|etwa|ungefähr|circa|ca\.|knapp|fast|gut|environ|près de|quelque|presque|unos|unas|cerca de|casi|alrededor de|близько|майже|приблизно|около|почти|примерно)\s+$/iu,
  ],
];

const CONCEPTS: readonly (readonly [string, RegExp])[] = [
  [
    'country',
    /^(?:countr(?:y|ies)|nations?|states?|l[aä]nder\p{L}?|staaten|pays|pa[ií]ses|países|naciones|країн\p{L}?|держав\p{L}?|стран\p{L}?|государств\p{L}*)$/iu,
  ],
  ['people', /^(?:people|persons?|menschen|personen|personnes|gens|personas|людей|осіб|особи|люди|человек)$/iu],
  ['dead', /^(?:dead|deaths?|killed|fatalities|tote[rn]?|morts?|muertos?|загиблих|погибших)$/iu],
  ['%', /^(?:%|percent|per|prozent|pour|por|відсотк\p{L}+|процент\p{L}*|pct)$/iu],
  ['EUR', /^(?:€|euros?|eur|євро|евро)$/iu],
  ['USD', /^(?:\$|dollars?|usd|dólares|доларів|долларов)$/iu],
  ['GBP', /^(?:£|pounds? sterling|gbp)$/iu],
  ['UAH', /^(?:₴|hryvnias?|гривень|гривні|гривен)$/iu],
  ['km', /^(?:km|kilomet(?:er|re)s?|kilómetros|кілометрів|километров|км)$/iu],
  ['mile', /^(?:miles?|meilen)$/iu],
  ['hectare', /^(?:hectares?|hektar|ha|гектарів|гектаров)$/iu],
  ['acre', /^acres?$/iu],
  ['kg', /^(?:kg|kilos?|kilograms?|kilogramm)$/iu],
  ['lb', /^(?:lbs?|pounds?)$/iu],
  ['day', /^(?:days?|tage?n?|jours?|días?|днів|дні|дней|дня)$/iu],
  ['week', /^(?:weeks?|wochen?|semaines?|semanas?|тижн\p{L}+|недел\p{L}+)$/iu],
  ['month', /^(?:months?|monaten?|mois|meses|місяц\p{L}+|месяц\p{L}+)$/iu],
  ['year', /^(?:years?|jahren?|ans|années|años|рок\p{L}+|років|лет|года)$/iu],
];

/** Nothing is counted by these: the number is a date, a clock, a page or a part of a name. */
const NO_UNIT =
  /^(?:jan\p{L}*|feb\p{L}*|mar(?:ch|s|zo)?|märz|apr\p{L}*|may|mai|mayo|jun\p{L}*|jul\p{L}*|aug\p{L}*|ago\p{L}*|août|sep\p{L}*|o[ck]t\p{L}*|nov\p{L}*|de[cz]\p{L}*|d[eé]cembre|enero|janvier|février|avril|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|am|pm|a\.m|p\.m|uhr|o['’]clock|gmt|and|und|et|y|і|и|or|oder|to|bis|of|in|on|at|the|a|an|for|by|from|with|was|were|is|are|had|has|have|who|that|which|other|others|more|later|ago)$/iu;

const NUMBER =
  /(?<![\p{L}\p{N}.,:/'’-])(\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?![.,]?\d)|\d+(?:[.,]\d+)?)(?![\p{L}\p{N}:/'’]|-\p{L}|[.,]\d)/gu;
const SPELLED = /(?<![\p{L}\p{N}'’-])(\p{L}+)(?:-(\p{L}+))?(?![\p{L}\p{N}'’-])/gu;
const NEXT_WORD = /^[\s\u00a0]*([\p{L}'’.%€$£₴-]+)/u;
/** English puts adjectives between number and noun; further away the noun is another's. */
const ADJECTIVES = 2;
const ENGLISH_PLURAL = /^\p{Ll}{3,}s$|^(?:men|women|children|troops)$/u;
/** Letters of a noun that tell it from others whatever its ending. */
const NOUN_STEM = 5;

interface Read {
  readonly value: number;
  readonly start: number;
  readonly end: number;
  /** A figure alone may be a year. */
  readonly bare: boolean;
}

/** The quantities of a text, in order. Linear in the text; never throws. */
export function quantitiesIn(text: string): Quantity[] {
  const numbers = [...figures(text), ...spelled(text)].sort((a, b) => a.start - b.start);
  return numbers.flatMap((number) => quantityOf(text, number) ?? []);
}

function figures(text: string): Read[] {
  return [...text.matchAll(NUMBER)].flatMap((match) => {
    const written = match[1] ?? '';
    const grouped = /^\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+$/.test(written);
    const value = Number(grouped ? written.replace(/\D/g, '') : written.replace(',', '.'));
    return Number.isFinite(value)
      ? [{ value, start: match.index, end: match.index + written.length, bare: !grouped && /^\d{4}$/.test(written) }]
      : [];
  });
}

function spelled(text: string): Read[] {
  return [...text.matchAll(SPELLED)].flatMap((match) => {
    const first = WORD_NUMBERS.get((match[1] ?? '').toLowerCase());
    if (first === undefined) return [];
    const second = match[2] === undefined ? 0 : match[2].toLowerCase() === 'one' ? 1 : WORD_NUMBERS.get(match[2].toLowerCase());
    // "three-day": the number is part of a word.
    if (second === undefined) return [];
    return [{ value: first + second, start: match.index, end: match.index + match[0].length, bare: false }];
  });
}

function quantityOf(text: string, { value: written, start, end, bare }: Read): Quantity | null {
  let value = written;
  let at = end;
  let next = NEXT_WORD.exec(text.slice(at));
  const multiplier = next && MULTIPLIERS.find(([word]) => word.test((next?.[1] ?? '').replace(/\.$/, '')));
  if (next && multiplier) {
    value *= multiplier[1];
    at += next[0].length;
    next = NEXT_WORD.exec(text.slice(at));
  } else if (bare && written >= 1900 && written < 2100) return null;
  const before = text.slice(Math.max(0, start - 40), start);
  const sign = /([€$£₴])\s?$/u.exec(before)?.[1];
  const unit = sign ? { name: conceptOf(sign), end: at } : unitAt(text, at);
  if (!unit?.name) return null;
  const bound = BOUNDS.find(([, pattern]) => pattern.test(sign ? before.slice(0, -sign.length) : before));
  const from = bound
    ? start - (bound[1].exec(sign ? before.slice(0, -sign.length) : before)?.[0].length ?? 0) - (sign?.length ?? 0)
    : start - (sign?.length ?? 0);
  return { value, bound: bound?.[0] ?? 'exact', unit: unit.name, words: text.slice(from, unit.end).trim(), start: from, end: unit.end };
}

function unitAt(text: string, from: number): { readonly name: string | null; readonly end: number } | null {
  let at = from;
  for (let i = 0; i <= ADJECTIVES; i++) {
    const next = NEXT_WORD.exec(text.slice(at));
    const word = next?.[1]?.replace(/[.'’]+$/, '');
    if (!next || !word) return null;
    at += next[0].length - ((next[1]?.length ?? 0) - word.length);
    const concept = conceptOf(word);
    if (concept) return { name: concept, end: at };
    if (NO_UNIT.test(word)) return null;
    if (/\p{Script=Cyrillic}/u.test(word) || /^\p{Lu}\p{Ll}+(?:e|en|er|n|s)$/u.test(word) || ENGLISH_PLURAL.test(word))
      return { name: word.toLowerCase().slice(0, NOUN_STEM), end: at };
    // What follows a full stop or comma belongs to no number before it.
    if (/[.,;:]$/.test(next[1] ?? '')) return null;
  }
  return null;
}

const conceptOf = (word: string): string | null => CONCEPTS.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
