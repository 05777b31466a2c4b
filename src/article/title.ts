/**
 * The article's title without what the site adds to it. Takes strings: candidates from the page and the site's names.
 * A title's own colon or dash is never cut unless what follows it is the site.
 */

/** What stands between a title and the site's name; a dash or colon only with space around or after it, save for those of East Asian pages. */
const SEPARATOR =
  /\s+[|–—\-·•»«:/\\>]+\s+|\s*[|»｜ㅣ_]\s*|--|:\s+|(?<=[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}])-(?=\p{L})/gu;

/** Letters and digits only, folded: how names of sites are compared. */
export function compact(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Runs of white space as one space; the invisible ones gone. */
export function tidy(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * The title: the first of `candidates` (best trusted first), less a first or last part that is a name of the site.
 * `heading` is the page's main heading: a part of a title that equals it is the title.
 * `site` are names of the site, its domain among them.
 */
export function cleanTitle(candidate: string, heading: string | null, site: readonly string[]): string {
  const title = tidy(candidate);
  const names = site.map(compact).filter((n) => n.length > 1);
  const own = heading ? compact(heading) : '';
  let from = 0;
  let to = title.length;
  const cuts = [...title.matchAll(SEPARATOR)];
  if (own.length > 10) {
    for (const cut of cuts) {
      const after = cut.index + cut[0].length;
      if (compact(title.slice(0, cut.index)) === own && isLoose(cut[0])) return title.slice(0, cut.index).trim();
      if (compact(title.slice(after)) === own && isLoose(cut[0])) return title.slice(after).trim();
    }
  }
  for (const cut of cuts.toReversed()) {
    if (cut.index > from && isSite(title.slice(cut.index + cut[0].length, to), names)) to = cut.index;
  }
  for (const cut of cuts) {
    const after = cut.index + cut[0].length;
    if (after < to && isSite(title.slice(from, cut.index), names)) from = after;
  }
  return title.slice(from, to).trim() || title;
}

/** A colon belongs to titles ("Ukraine: what we know"); the others are put there by sites. */
const isLoose = (separator: string): boolean => !separator.includes(':');

/** The part is the site's name, or the name with a word or two about a section ("BBC News", "Sky Sports"). */
function isSite(part: string, names: readonly string[]): boolean {
  const p = compact(part);
  if (!p) return true;
  return names.some(
    (n) => p === n || (p.length <= 40 && n.length > 3 && (p.startsWith(n) || p.endsWith(n))) || (p.length > 3 && n.startsWith(p)),
  );
}
