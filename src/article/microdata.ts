/**
 * What an article says of itself in microdata (schema.org in the markup), where it has no JSON-LD. Dates in microdata are
 * read with the other visible ones. Reads the first item that is an article; bounded.
 */
import { shortText } from './short-text';

export interface MicrodataArticle {
  readonly headline: string | null;
  readonly publisher: string | null;
  readonly authors: readonly string[];
}

const NONE: MicrodataArticle = { headline: null, publisher: null, authors: [] };
/** Longest value read; a headline's. */
const MAX_VALUE = 500;
/** More names than this is a list of staff. */
const MAX_AUTHORS = 12;

/** The first article that the page's markup describes. */
export function readMicrodata(document: Document): MicrodataArticle {
  const item = document.querySelector('[itemscope][itemtype*="Article" i], [itemscope][itemtype*="BlogPosting" i]');
  if (!item) return NONE;
  const publisher = item.querySelector('[itemprop~="publisher" i]');
  return {
    headline: textOf(item.querySelector('[itemprop~="headline" i]')),
    publisher: nameOf(publisher),
    authors: [...item.querySelectorAll('[itemprop~="author" i]')].slice(0, MAX_AUTHORS).flatMap((a) => nameOf(a) ?? []),
  };
}

/** An item's name, or the text of what is no item. */
const nameOf = (element: Element | null): string | null =>
  element && (textOf(element.querySelector('[itemprop~="name" i]')) ?? (element.hasAttribute('itemscope') ? null : textOf(element)));

function textOf(element: Element | null): string | null {
  if (!element) return null;
  return (element.getAttribute('content') ?? shortText(element, MAX_VALUE)).trim() || null;
}
