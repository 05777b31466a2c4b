/** The feeds that a page names in its head, as browsers once offered them. Reads a document; fetches nothing. */

const TYPES = /^(?:application\/(?:rss\+xml|atom\+xml|feed\+json|rdf\+xml)|text\/xml)\b/i;
/** Feeds of comments are linked beside those of articles; they are no news. */
const COMMENTS = /\bcomments?\b|kommentare|commentaires|comentarios/i;
/** A page links one to five; more are read no further. */
const MOST = 10;

/** Their addresses, absolute. */
export function readFeedLinks(document: Document, loaded: string): string[] {
  const found = new Set<string>();
  for (const link of document.querySelectorAll('link[rel~="alternate" i][type][href]')) {
    const url = URL.parse(link.getAttribute('href') ?? '', loaded);
    if (!TYPES.test(link.getAttribute('type') ?? '') || !url || !/^https?:$/.test(url.protocol)) continue;
    if (COMMENTS.test(link.getAttribute('title') ?? '') || COMMENTS.test(url.pathname)) continue;
    // Sites that still link http serve https; the address is asked for over https only.
    url.protocol = 'https:';
    url.hash = '';
    found.add(url.href);
    if (found.size >= MOST) break;
  }
  return [...found];
}
