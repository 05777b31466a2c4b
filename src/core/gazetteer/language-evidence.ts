/**
 * The languages whose endings count only in a text of the language, and what such a text shows. Apart from the
 * paradigms, because the page scans and only the background declines.
 */

/** The order is part of the packed format: a record holds the index. The first stands for "any text". */
export const INFLECTED_LANGUAGES = ['any', 'de', 'pl', 'cs', 'fi', 'hu'] as const;
export type InflectedLanguage = (typeof INFLECTED_LANGUAGES)[number];

/** Letters or words that hardly any other language of the news has. */
const EVIDENCE: Readonly<Record<InflectedLanguage, RegExp>> = {
  any: /(?:)/,
  de: /[\s(„](?:der|die|und|das|dem|den|des|ist|für|mit|von|zu|im|auf)\s/,
  pl: /[ąęłńśźżĄĘŁŃŚŹŻ]/,
  cs: /[ěřůťďňĚŘŮŤĎŇ]/,
  fi: /ää|(?:ss|st|ll)ä|\s(?:että|myös|mutta|jonka|ovat|sekä|kuin|mukaan|sanoi|oli)\s/,
  hu: /[őűŐŰ]|\s(?:hogy|egy|szerint|pedig|azt|ezt|lesz|volt)\s/,
};

/** Says of one text whether it shows the language of that number; each is looked for once. */
export type LanguageEvidence = (language: number) => boolean;

export function createEvidence(text: string): LanguageEvidence {
  const known: (boolean | undefined)[] = [];
  return (language) => {
    const lang = INFLECTED_LANGUAGES[language];
    known[language] ??= lang !== undefined && EVIDENCE[lang].test(text);
    return known[language];
  };
}
