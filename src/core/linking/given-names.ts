/**
 * Given names that other rules would miss. A list, used only against a mark: a capital before a surname mostly tells a
 * stranger's first name by itself, but not in a headline, where the name is also a word, or where it ends like a role.
 */
const NAMES =
  'adam alan alexander ali alice ana andreas angela anna ashley austin barbara ben benjamin betty bill bob brian carlos carmen ' +
  'carol charles chris christian christopher claire dan dave david dean dennis dieter donna edward elena elizabeth emily emma eric ' +
  'esther ethan evan frank gary george giovanni grace hans hassan heather henry holger hunter ian igor ivan jack james jan jane ' +
  'jason jean jeff jennifer jerry jim joan joe john jonathan jordan jose joseph joy juan julia justin karin kate katrin kenneth ' +
  'kevin kim klaus larry laura laurent lee linda lisa luis marco maria marie mario mark martin mary matt max megan melissa michael ' +
  'michel miguel mike mohamed muhammad nancy nathan nick nicolas oliver omar paolo patricia paul pedro peter philippe pierre rachel ' +
  'rainer richard robert robin roger roman rose ruth ryan sabine sam sandra sarah scott sean sebastian sergei spencer stefan steven ' +
  'susan thomas tim tom trevor tyler victor viktor vincent vladimir volker walter werner will william wolfgang xavier';

const KNOWN = new Set(NAMES.split(' '));

/** Places that are also given names: what follows them in capitals may be a surname. */
const PLACES_AS_NAMES = new Set(
  'paris london sydney jordan chad georgia kenya india charlotte florence victoria madison israel cuba virginia carolina jackson houston dallas phoenix vienna milan roman adelaide geneva cairo asia america china holland ireland sofia santiago salvador'.split(
    ' ',
  ),
);

const ASCII = /^[\0-\x7f]*$/;

function plain(word: string): string {
  const small = word.toLowerCase();
  // Most names have none to take off, and the normaliser takes milliseconds to start.
  return ASCII.test(small) ? small : small.normalize('NFD').replace(/\p{M}/gu, '');
}

/** Lower case, no diacritics: the form in which given names are compared. */
export function foldName(word: string): string {
  return plain(word);
}

/** A common given name, or a double one whose first part is ("Jean-Luc"). */
export function isGivenName(word: string): boolean {
  const folded = plain(word);
  return KNOWN.has(folded) || KNOWN.has(folded.split('-')[0] ?? '');
}

export function isPlaceAsGivenName(word: string): boolean {
  return PLACES_AS_NAMES.has(plain(word));
}

/** Short forms that do not begin as the name does, each with the names that it is short for. */
const SHORT_FORMS: ReadonlyMap<string, readonly string[]> = new Map(
  (
    'abby abigail,andy andrew,becky rebecca,bernie bernard,beth elizabeth,betty elizabeth,bill william,billy william,bob robert,bobby robert,' +
    'charlie charles,chuck charles,cindy cynthia,dave david,debbie deborah,dick richard,ed edward,gene eugene,hank henry,harry henry harold,' +
    'jack john,jerry gerald jerome,jim james,jimmy james,joe joseph,kate katherine catherine kathryn,kathy katherine kathryn kathleen,' +
    'larry lawrence,liz elizabeth,maggie margaret,mike michael,peggy margaret,rick richard,steve stephen steven,sue susan suzanne,' +
    'ted edward theodore,terry terence,tom thomas,tony anthony'
  )
    .split(',')
    .map((entry): [string, string[]] => {
      const [short = '', ...long] = entry.split(' ');
      return [short, long];
    }),
);
/** Shorter beginnings of a name are shared by too many others. */
const SHORTEST_BEGINNING = 3;
/** What makes a woman's name, or another one, of a man's: Paula is not Paul, Janet is not Jan. */
const OTHER_ENDING = /^(?:a|e|i|o|ie|et|ette|ine|ina|ita|elle|ella|lyn|ice|y)$/;

/** May two given names, both folded, be of one person? The same, one short for the other, or its beginning ("Ben", "Benjamin"). */
export function mayBeSameGivenName(a: string, b: string): boolean {
  if (a === b) return true;
  if (isShortFor(a, b) || isShortFor(b, a)) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= SHORTEST_BEGINNING && long.startsWith(short) && !OTHER_ENDING.test(long.slice(short.length));
}

function isShortFor(short: string, long: string): boolean {
  return SHORT_FORMS.get(short)?.includes(long) ?? false;
}
