/** The page's meta tags and microdata by name, in lower case. Reads the document, decides nothing. */

/** Every value of each name, in the order of the page. */
export type MetaTags = ReadonlyMap<string, readonly string[]>;

/** Tags read; a page has some dozens. */
const MAX_TAGS = 500;

/** Reads `<meta name|property|itemprop content>`; values trimmed, empty ones left out. */
export function readMeta(document: Document): MetaTags {
  const tags = new Map<string, string[]>();
  let read = 0;
  for (const tag of document.querySelectorAll('meta[content]')) {
    if (++read > MAX_TAGS) break;
    const content = (tag.getAttribute('content') ?? '').trim();
    if (!content) continue;
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = tag.getAttribute(attribute)?.trim().toLowerCase();
      if (!name) continue;
      const values = tags.get(name);
      if (values) values.push(content);
      else tags.set(name, [content]);
    }
  }
  return tags;
}

/** The first value under the first of these names that has one. */
export function firstOf(tags: MetaTags, names: readonly string[]): string | null {
  for (const name of names) {
    const value = tags.get(name)?.[0];
    if (value) return value;
  }
  return null;
}
