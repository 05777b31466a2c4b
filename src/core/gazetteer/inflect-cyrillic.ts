/**
 * Declension of Ukrainian and Russian words as names and their parts: nominative in, the other cases out.
 * Regular endings, the common changes of stem, nothing else. Knows no names.
 */
import { type Declension, decline, type Paradigm, type Word } from './declension';

const UKRAINIAN: readonly Paradigm[] = [
  { ends: /(?:ськ|цьк|зьк|[^аеиіоуя])ий$/u, drop: 2, endings: 'ого ому ого,ий им ому,ім', adjective: true },
  { ends: /(?:[жчшщн])ій$/u, drop: 2, endings: 'ього ьому ього,ій ім ьому,ім', adjective: true, only: 'inner' },
  { ends: /[аеиоуіяє]й$/u, drop: 1, endings: 'я ю,єві я єм ї,ю,єві', only: 'person' },
  { ends: /[аеиоуіяє]й$/u, drop: 1, endings: 'я,ю ю,єві я,й єм ї,ю,єві' },
  { ends: /їй$/u, drop: 1, endings: 'я ю,єві я єм ї' },
  { ends: /(?:ськ|цьк|зьк)а$/u, drop: 1, endings: 'ої ій у ою ій', adjective: true },
  { ends: /(?:чн|льн|вн|йн|дн|рн|сн|тн|нн)а$/u, drop: 1, endings: 'ої ій у ою ій', adjective: true, only: 'inner' },
  { ends: /(?:ов|ев|єв|ін|їн)а$/u, drop: 1, endings: 'ої ій у ою ій', only: 'person' },
  { ends: /ка$/u, drop: 2, endings: 'ки ці ку кою ці' },
  { ends: /га$/u, drop: 2, endings: 'ги зі гу гою зі' },
  { ends: /ха$/u, drop: 2, endings: 'хи сі ху хою сі' },
  { ends: /[жчшщ]а$/u, drop: 1, endings: 'і і у ею і' },
  { ends: /а$/u, drop: 1, endings: 'и і у ою і' },
  { ends: /(?:нн|тт|лл|сс)я$/u, drop: 1, endings: 'я ю я ям і' },
  { ends: /[іїаоуе]я$/u, drop: 1, endings: 'ї ї ю єю ї' },
  { ends: /я$/u, drop: 1, endings: 'і і ю ею,єю і' },
  { ends: /о$/u, drop: 1, endings: 'а у,ові а,о ом у,ові,і' },
  { ends: /(?:[нк]|ськ)і$/u, drop: 1, endings: 'их им их,і ими их', adjective: true, only: 'inner' },
  { ends: /и$/u, drop: 1, endings: 'ів,и, ам ів,и ами ах' },
  { ends: /ець$/u, drop: 3, endings: 'ця цю,цеві ця цем ці,цеві' },
  { ends: /ь$/u, drop: 1, endings: 'я ю,еві я ем і,ю,еві', only: 'person' },
  { ends: /ь$/u, drop: 1, endings: 'я,і ю,еві,і я,ь ем,ю і,ю,еві' },
  { ends: /(?:ов|ев|єв|ин|ін|їн)$/u, drop: 0, endings: 'а у,ові а им,ом у,ові,і' },
  { ends: /ів$/u, drop: 2, endings: 'ова,ева ову,еву ова,ева,ів овом,евом ові,еві' },
  { ends: /їв$/u, drop: 2, endings: 'єва єву їв євом єві' },
  { ends: /[жчшщ]$/u, drop: 0, endings: 'а,у у,еві а, ем і,у,еві' },
  { ends: /[рц]$/u, drop: 0, endings: 'а,у у,ові,еві а, ом,ем і,у,ові,еві' },
  { ends: /[^аеиіоуюяєїйь]$/u, drop: 0, endings: 'а у,ові а ом і,у,ові', only: 'person' },
  { ends: /[^аеиіоуюяєїйь]$/u, drop: 0, endings: 'а,у у,ові а, ом і,у,ові' },
];

const RUSSIAN: readonly Paradigm[] = [
  { ends: /(?:ск|цк)ий$/u, drop: 2, endings: 'ого ому ого,ий им ом', adjective: true },
  { ends: /ый$/u, drop: 2, endings: 'ого ому ого,ый ым ом', adjective: true },
  { ends: /[жчшщн]ий$/u, drop: 2, endings: 'его ему его,ий им ем', adjective: true },
  { ends: /ой$/u, drop: 2, endings: 'ого ому ого,ой ым,им ом', adjective: true },
  { ends: /ий$/u, drop: 1, endings: 'я ю я ем и' },
  { ends: /[аеуёя]й$/u, drop: 1, endings: 'я ю я,й ем е' },
  { ends: /ая$/u, drop: 2, endings: 'ой ой ую ой,ою ой', adjective: true },
  { ends: /яя$/u, drop: 2, endings: 'ей ей юю ей ей', adjective: true },
  { ends: /ое$/u, drop: 2, endings: 'ого ому ое ым,им ом', adjective: true },
  { ends: /ее$/u, drop: 2, endings: 'его ему ее им ем', adjective: true },
  { ends: /ые$/u, drop: 2, endings: 'ых ым ых,ые ыми ых', adjective: true },
  { ends: /кие$/u, drop: 2, endings: 'их им их,ие ими их', adjective: true },
  { ends: /ие$/u, drop: 1, endings: 'я ю е ем и' },
  { ends: /(?:ов|ев|ёв|ин|ын)а$/u, drop: 1, endings: 'ой ой у ой,ою ой', only: 'person' },
  { ends: /[гкх]а$/u, drop: 1, endings: 'и е у ой е' },
  { ends: /[жчшщ]а$/u, drop: 1, endings: 'и е у ей,ой е' },
  { ends: /а$/u, drop: 1, endings: 'ы е у ой,ою,ей е' },
  { ends: /ия$/u, drop: 1, endings: 'и и ю ей и' },
  { ends: /я$/u, drop: 1, endings: 'и е ю ей,ёй е' },
  { ends: /о$/u, drop: 1, endings: 'а у о ом е' },
  { ends: /ы$/u, drop: 1, endings: 'ов, ам ов,ы ами ах' },
  { ends: /и$/u, drop: 1, endings: 'ов,ей, ам,ям ов,и ами,ями ах,ях' },
  { ends: /ец$/u, drop: 2, endings: 'ца цу ца цем,цом це' },
  { ends: /ь$/u, drop: 1, endings: 'я,и ю,и я,ь ем,ём,ью е,и' },
  { ends: /(?:ов|ев|ёв|ин|ын)$/u, drop: 0, endings: 'а у а ым,ом е' },
  { ends: /[жчшщц]$/u, drop: 0, endings: 'а,у у а, ом,ем е,у' },
  { ends: /[^аеиоуыэюяёйьъ]$/u, drop: 0, endings: 'а у а ом е', only: 'person' },
  { ends: /[^аеиоуыэюяёйьъ]$/u, drop: 0, endings: 'а,у у а, ом е,у' },
];

const UKRAINIAN_ONLY = /[іїєґ]/iu;
const RUSSIAN_ONLY = /[ыэёъ]/iu;

/** The ways in which a Cyrillic name may be declined: Ukrainian, Russian, or both where its letters and `lang` leave it open. */
export function cyrillicDeclensions(name: string, lang?: string): ((word: Word) => Declension)[] {
  const ukrainian = UKRAINIAN_ONLY.test(name) || lang === 'uk';
  const russian = RUSSIAN_ONLY.test(name) || lang === 'ru';
  const open = ukrainian === russian;
  return [...(ukrainian || open ? [declineUkrainian] : []), ...(russian || open ? [declineRussian] : [])];
}

function declineRussian(word: Word): Declension {
  return decline(word, RUSSIAN);
}

/** Ukrainian і of the last, closed syllable stays or opens to о: потік, потоку; дім, дому. */
function declineUkrainian(word: Word): Declension {
  const closed = decline(word, UKRAINIAN);
  const opened = word.text.replace(/і([^аеиіоуюяєїйьв])$/u, 'о$1');
  return opened === word.text ? closed : union([closed, decline({ ...word, text: opened }, UKRAINIAN)]);
}

function union(results: readonly Declension[]): Declension {
  const cases: string[][] = [];
  for (const result of results) {
    result.forEach((forms, c) => {
      cases[c] = [...new Set([...(cases[c] ?? []), ...forms])];
    });
  }
  return Object.assign(cases, { adjective: results.some((result) => result.adjective === true) });
}
