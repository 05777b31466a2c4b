/**
 * A name from one script in another, by letter: Ukrainian and Russian as English, French, German and Spanish papers write them,
 * Ukrainian as Russian and the other way round, and Latin letters in Cyrillic. The tables follow the spellings of the starter
 * packs. What cannot be known by letter (a Frenchman's name in Russian) is only proposed; the reader decides.
 */

/** The languages of the starter packs. */
export type NameLanguage = 'en' | 'fr' | 'de' | 'es' | 'uk' | 'ru';

export interface Spelling {
  readonly text: string;
  readonly lang: NameLanguage;
}

type Table = Readonly<Record<string, string>>;

/** Pairs "а a" in one line each; `_` is nothing. Longer keys are tried first. */
const table = (pairs: string): Table =>
  Object.fromEntries(
    pairs
      .trim()
      .split(/\s*,\s*/)
      .map((pair) => pair.split(' '))
      .map(([from = '', to = '']) => [from, to === '_' ? '' : to]),
  );

/** Letters that all of them write alike. */
const COMMON = table('а a, б b, г g, ґ g, д d, з z, и i, к k, л l, м m, н n, о o, п p, р r, с s, т t, ф f, ь _, ъ _, э e, ы y, ё yo');

/** Ukrainian and Russian differ in г, и, і, є, ї, and in what their endings come to. `^` is the beginning of a word, `$` its end. */
const TO_LATIN: Readonly<Record<'uk' | 'ru', Readonly<Record<'en' | 'fr' | 'de' | 'es', readonly Table[]>>>> = {
  uk: {
    en: [
      // As the state writes it, then as papers do.
      table(
        'зг zgh, ^є ye, ^ї yi, ^й y, ^ю yu, ^я ya, в v, г h, е e, є ie, ж zh, и y, і i, ї i, й i, у u, х kh, ц ts, ч ch, ш sh, щ shch, ю iu, я ia',
      ),
      table(
        "ьо io, ий$ y, ій$ iy, ія ia, ^є ye, ^ї yi, в v, г h, е e, є ye, ж zh, и y, і i, ї i, й y, у u, х kh, ц ts, ч ch, ш sh, щ shch, ю yu, я ya, ' _",
      ),
    ],
    fr: [
      table(
        'ий$ y, ій$ iï, ^є ie, ^ю iou, в v, г h, е e, є ie, ж j, и y, і i, ї ï, й ï, у ou, х kh, ц ts, ч tch, ш ch, щ chtch, ю iou, я ia',
      ),
    ],
    de: [
      table(
        'ий$ yj, ій$ ij, ія ija, ^є je, в w, г h, е e, є je, ж sch, з s, и y, і i, ї ji, й j, у u, х ch, ц z, ч tsch, ш sch, щ schtsch, ю ju, я ja',
      ),
    ],
    es: [
      table('ий$ i, ій$ í, ія ia, ^є ye, в v, г g, е e, є ie, ж zh, и i, і i, ї i, й i, у u, х j, ц ts, ч ch, ш sh, щ shch, ю yu, я ya'),
    ],
  },
  ru: {
    en: [
      table('ий$ y, ый$ y, ей$ ei, ^е ye, ья ya, ия ia, ье ye, в v, е e, ж zh, й y, у u, х kh, ц ts, ч ch, ш sh, щ shch, ю yu, я ya'),
      table('ий$ y, ый$ y, ей$ ey, ья ya, ия iya, в v, е e, ж zh, й y, у u, х kh, ц ts, ч ch, ш sh, щ shch, ю yu, я ya'),
    ],
    fr: [
      table(
        'ин$ ine, ий$ i, ый$ y, ей$ eï, ^е ie, ья ia, ия ia, в v, е e, ж j, й ï, у ou, х kh, ц ts, ч tch, ш ch, щ chtch, ю iou, я ia, ё io',
      ),
    ],
    de: [
      table(
        'ий$ i, ый$ y, ей$ ej, ^е je, ья ja, ия ija, в w, е e, ж sch, з s, й j, у u, х ch, ц z, ч tsch, ш sch, щ schtsch, ю ju, я ja, ё jo',
      ),
    ],
    es: [table('ий$ i, ый$ i, ей$ éi, ья ia, ия ia, в v, е e, ж zh, й i, ы i, у u, х j, ц ts, ч ch, ш sh, щ sch, ю yu, я ya, ё io')],
  },
};

const UK_TO_RU = table('ський$ ский, цький$ цкий, ий$ ый, ій$ ий, ія ия, ьо ё, є е, і и, ї и, ґ г, ця$ ца');
const RU_TO_UK = table('ский$ ський, цкий$ цький, ый$ ий, ий$ ій, ия ія, ья ія, ё ьо, э е, ы и, жи жи, чи чи, ши ши, ци ци, и і, ъ _');

/** Given names that are two names rather than two spellings. */
const GIVEN: readonly (readonly [uk: string, ru: string])[] = [
  'Володимир Владимир',
  'Олександр Александр',
  'Олексій Алексей',
  'Андрій Андрей',
  'Сергій Сергей',
  'Дмитро Дмитрий',
  'Микола Николай',
  'Михайло Михаил',
  'Юрій Юрий',
  'Євген Евгений',
  'Василь Василий',
  'Григорій Григорий',
  'Павло Павел',
  'Петро Пётр',
  'Кирило Кирилл',
  'Анатолій Анатолий',
  'Валерій Валерий',
  'Віктор Виктор',
  'Віталій Виталий',
  'Ігор Игорь',
  'Олег Олег',
  'Денис Денис',
  'Степан Степан',
  'Ірина Ирина',
  'Олена Елена',
  'Наталія Наталья',
  'Юлія Юлия',
  'Катерина Екатерина',
  'Ганна Анна',
  'Світлана Светлана',
  'Тетяна Татьяна',
  'Вікторія Виктория',
].map((pair) => pair.split(' ') as [string, string]);

const LATIN_TO_CYRILLIC: Readonly<Record<'uk' | 'ru', Table>> = {
  uk: table(
    'shch щ, sch ш, tch ч, tsch ч, sh ш, ch ч, zh ж, kh х, ts ц, tz ц, th т, ph ф, ck к, qu кв, ya я, yu ю, ye є, ia ія, ie і, oo у, ee і, ou у, ce це, ci сі, cy сі, a а, b б, c к, d д, e е, f ф, g г, h г, i і, j дж, k к, l л, m м, n н, o о, p п, q к, r р, s с, t т, u у, v в, w в, x кс, y$ і, y и, z з',
  ),
  ru: table(
    'shch щ, sch ш, tch ч, tsch ч, sh ш, ch ч, zh ж, kh х, ts ц, tz ц, th т, ph ф, ck к, qu кв, ya я, yu ю, ye е, ia ия, ie и, oo у, ee и, ou у, ce це, ci си, cy си, ^e э, a а, b б, c к, d д, e е, f ф, g г, h х, i и, j дж, k к, l л, m м, n н, o о, p п, q к, r р, s с, t т, u у, v в, w в, x кс, y$ и, y и, z з',
  ),
};

const LETTER = /\p{L}/u;

/** Writes `text` anew by a table: at each place the longest key that fits, else the letter as it is. Capitals stay with their letter. */
function write(text: string, rules: Table): string {
  const keys = Object.keys(rules).sort((a, b) => bare(b).length - bare(a).length || b.length - a.length);
  let written = '';
  for (let at = 0; at < text.length; ) {
    const key = keys.find((one) => fits(text, at, one));
    const size = key === undefined ? 1 : bare(key).length;
    const given = text.slice(at, at + size);
    written += key === undefined ? given : withCapital(given, text.charAt(at + size), rules[key] ?? '');
    at += size;
  }
  return written;
}

const bare = (key: string): string => key.replace(/[$^]/g, '');

function fits(text: string, at: number, key: string): boolean {
  const letters = bare(key);
  if (text.slice(at, at + letters.length).toLowerCase() !== letters) return false;
  if (key.startsWith('^') && LETTER.test(text.charAt(at - 1))) return false;
  return !key.endsWith('$') || !LETTER.test(text.charAt(at + letters.length));
}

/** `next` is the letter after: a whole word in capitals stays one. */
function withCapital(given: string, next: string, to: string): string {
  const first = given.charAt(0);
  if (first === first.toLowerCase()) return to;
  const all = given === given.toUpperCase() && given.length + next.length > 1 && (next || given) === (next || given).toUpperCase();
  return all && LETTER.test(next || given.charAt(1)) ? to.toUpperCase() : to.charAt(0).toUpperCase() + to.slice(1);
}

const CYRILLIC = /\p{Script=Cyrillic}/u;
const LATIN = /\p{Script=Latin}/u;
const ONLY_UKRAINIAN = /[іїєґ]/i;
const ONLY_RUSSIAN = /[ыэъё]/i;

/** Which of the two a Cyrillic name is written in: both where its letters do not tell. */
export function cyrillicOf(name: string): readonly ('uk' | 'ru')[] {
  if (!CYRILLIC.test(name)) return [];
  const [first = ''] = name.split(' ');
  const origin = GIVEN.find((pair) => pair[0] !== pair[1] && pair.includes(first));
  if (origin) return [origin[0] === first ? 'uk' : 'ru'];
  if (ONLY_UKRAINIAN.test(name) || /(?:ський|цький|енко)$/.test(name)) return ['uk'];
  return ONLY_RUSSIAN.test(name) || /(?:ский|цкий)$/.test(name) ? ['ru'] : ['uk', 'ru'];
}

/** The name in the other scripts and spellings, each once, none of them the name itself. */
export function spellingsOf(name: string): Spelling[] {
  const plain = name.normalize('NFC').replace(/[’ʼ]/g, "'");
  const found: Spelling[] = [];
  const add = (text: string, lang: NameLanguage) => {
    if (text !== plain && !found.some((other) => other.text === text)) found.push({ text, lang });
  };
  const origins = cyrillicOf(plain);
  for (const origin of origins) {
    if (origin === 'uk' && origins.length === 1) add(across(plain, 0), 'ru');
    if (origin === 'ru' && origins.length === 1) add(across(plain, 1), 'uk');
    for (const lang of ['en', 'fr', 'de', 'es'] as const) {
      for (const rules of TO_LATIN[origin][lang]) add(write(plain, { ...COMMON, ...rules }), lang);
    }
  }
  if (origins.length === 0 && LATIN.test(plain)) {
    const unmarked = plain.normalize('NFD').replace(/\p{M}/gu, '');
    for (const lang of ['uk', 'ru'] as const) add(write(unmarked, LATIN_TO_CYRILLIC[lang]), lang);
  }
  return found;
}

/** Ukrainian ↔ Russian, word by word: a given name by its pair, any other word by letter. */
function across(name: string, from: 0 | 1): string {
  const to = from === 0 ? 1 : 0;
  return name
    .split(' ')
    .map((word) => GIVEN.find((pair) => pair[from] === word)?.[to] ?? write(word, from === 0 ? UK_TO_RU : RU_TO_UK))
    .join(' ');
}

/** A local id from a name: its letters in plain Latin, joined by hyphens; '' where nothing of it can be written so. */
export function slugOf(name: string): string {
  const [origin] = cyrillicOf(name);
  const latin = origin ? write(name, { ...COMMON, ...TO_LATIN[origin].en[0] }) : name;
  return latin
    .normalize('NFD')
    .replace(/\p{M}|['’ʼ]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-$/, '');
}
