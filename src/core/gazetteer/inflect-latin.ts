/**
 * Polish and Czech declension and the German genitive, for names in Latin letters. Regular endings and the
 * common changes of stem. Knows no names; inflect.ts lets these count only in texts of the language.
 */
import { type Declension, decline, type Paradigm, type Word } from './declension';

const POLISH: readonly Paradigm[] = [
  { ends: /[kg]i$/u, drop: 0, endings: 'ego emu ego m m', adjective: true },
  { ends: /(?:[sc]ka|ga)$/u, drop: 1, endings: 'iej iej ą ą iej', adjective: true, only: 'inner' },
  { ends: /[sc]ka$/u, drop: 1, endings: 'iej iej ą ą iej', adjective: true },
  { ends: /jna$/u, drop: 1, endings: 'y ie ę ą ie' },
  { ends: /[nw]a$/u, drop: 1, endings: 'ej ej ą ą ej', adjective: true, only: 'inner' },
  { ends: /[^aeiou]y$/u, drop: 1, endings: 'ego,ów emu,om ego,y ym,ami ym,ach', adjective: true, only: 'inner' },
  { ends: /wy$/u, drop: 1, endings: 'ego,ów emu,om ego,y ym,ami ym,ach' },
  { ends: /[^aeiou]y$/u, drop: 1, endings: 'ów,ego om,emu y,ów,ego ami,ym ach,ym' },
  { ends: /[bcdfghjklłmnprstwz]ne$/u, drop: 1, endings: 'ego,ych emu,ym e ym,ymi ym,ych', adjective: true, only: 'inner' },
  { ends: /[kg]ie$/u, drop: 2, endings: 'iego,ich iemu,im ie im,imi im,ich', adjective: true, only: 'inner' },
  { ends: /[^aeou]ia$/u, drop: 1, endings: 'i, i ę ą i' },
  { ends: /[aeiouycsz]ja$/u, drop: 1, endings: 'i i ę ą i' },
  { ends: /ta$/u, drop: 2, endings: 'ty cie tę tą cie' },
  { ends: /da$/u, drop: 2, endings: 'dy dzie dę dą dzie' },
  { ends: /ra$/u, drop: 2, endings: 'ry rze rę rą rze' },
  { ends: /ka$/u, drop: 2, endings: 'ki ce kę ką ce' },
  { ends: /ga$/u, drop: 2, endings: 'gi dze gę gą dze' },
  { ends: /ła$/u, drop: 2, endings: 'ły le łę łą le' },
  { ends: /a$/u, drop: 1, endings: 'y,i ie,y,i ę ą ie,y,i' },
  { ends: /ko$/u, drop: 2, endings: 'ki,ka ce,ku kę,ko ką,kiem ce,ku' },
  { ends: /o$/u, drop: 1, endings: 'a u o em ie' },
  { ends: /iec$/u, drop: 3, endings: 'ca cowi ca cem cu' },
  { ends: /ek$/u, drop: 2, endings: 'ka,ku kowi ka,ek kiem ku' },
  { ends: /eł$/u, drop: 2, endings: 'ła łowi ła łem le' },
  { ends: /[kg]$/u, drop: 0, endings: 'a owi a iem u', only: 'person' },
  { ends: /t$/u, drop: 1, endings: 'ta towi ta tem cie', only: 'person' },
  { ends: /d$/u, drop: 1, endings: 'da dowi da dem dzie', only: 'person' },
  { ends: /r$/u, drop: 1, endings: 'ra rowi ra rem rze', only: 'person' },
  { ends: /[^aeiouyąęóńéáłx]$/u, drop: 0, endings: 'a owi a em ie,u', only: 'person' },
  { ends: /x$/u, drop: 1, endings: 'ksa ksowi ksa ksem ksie' },
  { ends: /[kg]$/u, drop: 0, endings: 'a,u owi,u a, iem u' },
  { ends: /t$/u, drop: 1, endings: 'ta,tu towi ta,t tem cie' },
  { ends: /d$/u, drop: 1, endings: 'da,du dowi da,d dem dzie' },
  { ends: /r$/u, drop: 1, endings: 'ra,ru rowi ra,r rem rze' },
  { ends: /ł$/u, drop: 1, endings: 'ła,łu łowi ła,ł łem le' },
  { ends: /ń$/u, drop: 1, endings: 'nia,ni niowi,ni nia,ń niem,nią niu,ni' },
  { ends: /[^aeiouyąęóńéá]$/u, drop: 0, endings: 'a,u owi a, em ie,u' },
  { ends: /i$/u, drop: 1, endings: 'iego,ów iemu,om iego,ów im,ami im,ach' },
  { ends: /e$/u, drop: 1, endings: 'ego,ów emu,om ego em,ami em,ach' },
];

const CZECH: readonly Paradigm[] = [
  { ends: /ý$/u, drop: 1, endings: 'ého ému ého,ý ým ém', adjective: true },
  { ends: /á$/u, drop: 1, endings: 'é é ou ou é', adjective: true },
  { ends: /[^aeiouyáéíóúůýě]ek$/u, drop: 2, endings: 'ka kovi,ku ka kem kovi,ku', only: 'person' },
  { ends: /[^aeiouyáéíóúůýě]ec$/u, drop: 2, endings: 'ce covi,ci ce cem covi,ci', only: 'person' },
  { ends: /[^aeiouyáéíóúůýě]$/u, drop: 0, endings: 'a ovi,u a em ovi,u', only: 'person' },
  { ends: /[hgk]a$/u, drop: 1, endings: 'y ovi u ou ovi' },
  { ends: /a$/u, drop: 1, endings: 'y ovi,ě,e u ou ovi,ě,e' },
  { ends: /ie$/u, drop: 1, endings: 'e i i í i' },
  { ends: /o$/u, drop: 1, endings: 'a u,ovi o,a em ě,u,ovi' },
  { ends: /ek$/u, drop: 2, endings: 'ka kovi,ku ka kem kovi,ku' },
  { ends: /[^aeiouyáéíóúůýě]$/u, drop: 0, endings: 'a,e,u ovi,i,u a,e, em ovi,u,i,ě' },
];

/** Adjectives before the noun of an organisation. */
const GERMAN_ADJECTIVE = /..(?:isch|al|ell|ig|ent|igt|är|ein|iert|ch)e[srn]?$/u;
/** Nouns that show their genitive by an apostrophe or not at all. */
const GERMAN_SIBILANT = /(?:s|ß|x|z|tz|ce)$/u;

export function declinePolish(word: Word): Declension {
  return decline(word, POLISH);
}

export function declineCzech(word: Word): Declension {
  return decline(word, CZECH);
}

/** Genitive in -s on the last word of a name, and the endings of adjectives before it. */
export function declineGerman(word: Word): Declension {
  const { text } = word;
  if (!word.person && !word.last && GERMAN_ADJECTIVE.test(text)) {
    const stem = text.replace(/e[srn]?$/u, '');
    const forms = ['e', 'en', 'es', 'er', 'em'].map((ending) => stem + ending);
    return Object.assign([forms, forms], { adjective: true });
  }
  // Of a person only the surname takes the ending; the second case is the nominative beside a declined adjective.
  if ((word.person && !word.last) || GERMAN_SIBILANT.test(text)) return [];
  return [word.person ? [`${text}s`] : [`${text}s`, `${text}es`], [text]];
}
