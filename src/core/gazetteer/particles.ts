/**
 * The particles that Arabic and Hebrew write as one with the name after them: and, in, to, from, like, the. They count wherever the
 * name does; the mark covers them, as a reader sees one word. Knows no names.
 */

const ARABIC = /^[\u0620-\u064a]{3}/;
const HEBREW = /^[\u05d0-\u05ea]{3}/;

/** And, so; in or by; to; like; and two of them together. */
const ARABIC_PARTICLES = ['و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول', 'فل'];
/** The article, and what it becomes after "to": al-, li-l-. */
const ARABIC_ARTICLE = 'ال';
const TO_THE = 'لل';
/** And; in; to; from; that; as; and two of them together. The article stands before no name that has none. */
const HEBREW_PARTICLES = ['ו', 'ב', 'ל', 'מ', 'ש', 'כ', 'וב', 'ול', 'ומ', 'וש', 'שב', 'של'];

/** The spellings of a name with particles; none for names in other scripts, or so short that a particle would make other words of them. */
export function withParticles(name: string): string[] {
  if (HEBREW.test(name)) return HEBREW_PARTICLES.map((particle) => particle + name);
  if (!ARABIC.test(name)) return [];
  if (!name.startsWith(ARABIC_ARTICLE)) return ARABIC_PARTICLES.map((particle) => particle + name);
  const noun = name.slice(ARABIC_ARTICLE.length);
  return [
    ...ARABIC_PARTICLES.filter((particle) => !particle.endsWith('ل')).map((particle) => particle + name),
    TO_THE + noun,
    `و${TO_THE}${noun}`,
  ];
}
