/**
 * Character references of HTML (`&eacute;`, `&#8217;`) → characters. Knows the names that HTML 4 has for letters and punctuation and
 * those that languages of Europe need, a tenth of the 2,231 of HTML 5, whose rest is mathematics; a name that it does not know
 * stays as it is written. Pure.
 */

/** Letter and accent: `&scaron;` is an s with a caron. Holds of every such name in HTML's own table; a test looks. */
const ACCENTS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  breve: '\u0306',
  caron: '\u030c',
  cedil: '\u0327',
  circ: '\u0302',
  dblac: '\u030b',
  grave: '\u0300',
  macr: '\u0304',
  ogon: '\u0328',
  ring: '\u030a',
  tilde: '\u0303',
  uml: '\u0308',
};
const ACCENTED = new RegExp(`^([a-z])(${Object.keys(ACCENTS).join('|')})$`, 'i');

/** Names in the order of Unicode, from this character on. */
const from = (first: number, names: string) => names.split(' ').map((name, i) => [name, String.fromCodePoint(first + i)] as const);
/** Each character behind its name. */
const pairs = (text: string) => text.split(' ').map((pair) => [pair.slice(0, -1), pair.slice(-1)] as const);

const GREEK =
  'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho Sigmaf Sigma Tau Upsilon Phi Chi Psi Omega';

const NAMES: ReadonlyMap<string, string> = new Map([
  ...pairs('amp& lt< gt> quot" apos\' num# dollar$ percnt% lpar( rpar) ast* plus+ comma, period. sol/ colon: semi; equals= quest? commat@'),
  ...pairs('excl! lowbar_ AEligÆ aeligæ OEligŒ oeligœ szligß OslashØ oslashø ETHÐ ethð THORNÞ thornþ LstrokŁ lstrokł DstrokĐ dstrokđ'),
  ...pairs('inodotı Idotİ fnofƒ times× divide÷ circˆ tilde˜ dagger† Dagger‡ bull• hellip… permil‰ prime′ Prime″ lsaquo‹ rsaquo›'),
  ...pairs('euro€ trade™ numero№ larr← uarr↑ rarr→ darr↓ harr↔ minus− infin∞ asymp≈ ne≠ le≤ ge≥ ndash– mdash— hyphen‐'),
  ...pairs('lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ ensp\u2002 emsp\u2003 thinsp\u2009 zwnj\u200c zwj\u200d lrm\u200e rlm\u200f'),
  ...from(160, 'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr'),
  ...from(176, 'deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest'),
  ...from(0x391, GREEK).filter(([name]) => name !== 'Sigmaf'),
  ...from(0x3b1, GREEK.toLowerCase()),
]);

/** The longest names above, `epsilon` and `omicron`, have seven letters. */
const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,7}));/gi;

/** Unknown names stay; numbers that are no character become U+FFFD. Linear. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) =>
    name === undefined ? ofNumber(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)) : (ofName(name) ?? whole),
  );
}

function ofName(name: string): string | undefined {
  const [, letter = '', accent = ''] = ACCENTED.exec(name) ?? [];
  if (!letter) return NAMES.get(name);
  const whole = `${letter}${ACCENTS[accent]}`.normalize('NFC');
  // Two characters: no letter of any language has that accent.
  return whole.length === 1 ? whole : undefined;
}

function ofNumber(code: number): string {
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd';
  // As browsers do: pages that say &#146; mean the apostrophe of Windows.
  if (code >= 0x80 && code <= 0x9f) return new TextDecoder('windows-1252').decode(Uint8Array.of(code));
  return String.fromCodePoint(code);
}
