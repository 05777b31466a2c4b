/** Links to a sentence on a page: text fragments (`#:~:text=`), as browsers scroll to and mark them. Pure. */
import type { Evidence } from '@/core/model/claim';

/** Longer texts are given by their first and last words: a long fragment fails on any change within. */
const LONGEST = 200;
const EDGE_WORDS = 6;

/** `-` separates the parts of a fragment, so it is escaped besides what URLs need; half a character has no URL form. */
const encode = (text: string): string => encodeURIComponent(text.trim().replace(/\p{Surrogate}/gu, '\uFFFD')).replace(/-/g, '%2D');

/** The address with the evidence's wording as its only text fragment; as it is where no wording is known. Null unless http(s). */
export function linkTo(address: string | null | undefined, wording?: Pick<Evidence, 'exact' | 'prefix' | 'suffix'>): string | null {
  if (!address || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const exact = wording?.exact?.trim();
  if (!exact) return url.href;
  const words = exact.split(/\s+/);
  const text =
    exact.length > LONGEST && words.length > EDGE_WORDS * 2
      ? `${encode(words.slice(0, EDGE_WORDS).join(' '))},${encode(words.slice(-EDGE_WORDS).join(' '))}`
      : encode(exact);
  const prefix = wording?.prefix?.trim() ? `${encode(wording.prefix)}-,` : '';
  const suffix = wording?.suffix?.trim() ? `,-${encode(wording.suffix)}` : '';
  // What the address says of a text already gives way: two fragments would mark two sentences.
  const [fragment] = url.hash.split(':~:', 1);
  url.hash = '';
  return `${url.href}${fragment || '#'}:~:text=${prefix}${text}${suffix}`;
}
