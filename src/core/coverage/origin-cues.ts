/**
 * What a text says of where its outlet has it from: words for reports that nobody signs, for leaks and releases that
 * anyone may have read, and for the outlet's own reporting. Six languages; knows no outlet by name.
 */

/** A document that several outlets can have read apart from each other; equal names are one origin within a group. */
const DOCUMENTS: readonly (readonly [name: string, pattern: RegExp])[] = [
  [
    'leak',
    /\b(?:leak(?:ed|s)?|hacked|intercepted)\b|(?<!\p{L})(?:geleakt\p{L}*|durchgesickert\p{L}*|fuité\p{L}*|divulgu\p{L}+|filtrad[oa]s?|filtraci[oó]n(?:es)?|злит(?:ий|а|е|і|их|ими)|витік\p{L}*|утечк\p{L}+|слит(?:ый|ая|ые|ых))(?!\p{L})/iu,
  ],
  [
    'press release',
    /\bpress releases?\b|(?<!\p{L})(?:pressemitteilung(?:en)?|communiqué de presse|nota de prensa|comunicado de prensa|пресрелі\p{L}+|пресс-релиз\p{L}*)(?!\p{L})/iu,
  ],
  ['transcripts', /\btranscripts?\b|(?<!\p{L})(?:mitschrift(?:en)?|transcriptions?|стенограм\p{L}+)(?!\p{L})/iu],
];

/** Reports without a name, and words by which a writer keeps a distance: nothing says how many stand behind them. */
const UNNAMED =
  /\b(?:reportedly|allegedly|is said to|are said to|(?:media|news|press|unconfirmed|local|several|multiple) (?:reports?|media|outlets)|reports (?:say|said|suggest|claim)|(?:on )?social media)\b|(?<!\p{L})(?:(?:medien|presse)?berichten zufolge|medienberichte\p{L}*|(?:mehrere|verschiedene|örtliche) medien|selon (?:plusieurs|des|les|certains) m[eé]dias|selon la presse|aurai(?:t|ent) été|según (?:medios|la prensa|varios medios)|habrían? sido|пишуть змі|за повідомленнями змі|за даними змі|як пишуть змі|по сообщениям сми|пишут сми|по данным сми)(?!\p{L})/iu;

/** The outlet's own eyes, ears and papers, told in the first person. */
const OWN =
  /\b(?:our (?:own )?(?:reporters?|correspondents?|photographers?|newsroom|staff|team|investigation)|(?:told|spoke (?:to|with)|showed) us|seen by us|an interview with us)\b|(?<!\p{L})(?:unsere(?:r|m|n)? (?:redaktion|zeitung|reporter\p{L}*|korrespondent\p{L}*|recherchen)|nos (?:reporters|journalistes|envoyés)|notre (?:envoyée?|correspondante?|journal|rédaction)|nuestr[oa]s? (?:corresponsal(?:es)?|redactor(?:es)?|enviad[oa]s?|periódico|redacción)|наш(?:ого|ому|а|ій|им)? (?:кореспондент\p{L}*|журналіст\p{L}*|корреспондент\p{L}*|журналист\p{L}*|видання|издани\p{L}+|редакці\p{L}+|редакци\p{L}+)|(?:сказа[влл]\p{L}*|розпові\p{L}+|рассказа\p{L}+) нам)(?!\p{L})/iu;

/** The documents that a text or a `via` leans on, each with the words that say so. */
export function documentsIn(text: string): { readonly name: string; readonly words: string }[] {
  return DOCUMENTS.flatMap(([name, pattern]) => {
    const found = pattern.exec(text);
    return found ? [{ name, words: found[0] }] : [];
  });
}

/** The words that give unnamed reports as the source; null where there are none. */
export const unnamedReports = (text: string): string | null => UNNAMED.exec(text)?.[0] ?? null;

/** The words by which the outlet says that it reported this itself; null where there are none. */
export const ownReporting = (text: string): string | null => OWN.exec(text)?.[0] ?? null;
