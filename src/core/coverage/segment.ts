/**
 * A few thousand articles as terms and postings. Two forms of one interface: the open segment, which grows by one
 * article at a time, and the sealed one, which is read in place from one packed value and never changes.
 *
 *     sealed   head (6 × u32: magic, version, articles, terms, n postings, bytes of JSON) · JSON of the heads, padded to 4
 *              articleStart u32[articles + 1] · termOf u32[n]      forward: which of `terms` an article holds …
 *              terms u32[terms], ascending hashes · postingStart u32[terms + 1]
 *              postingArticle u16[n], padded to 4                  … and which articles hold a term
 *              weightOf u8[n] · postingWeight u8[n]                the weights of both
 *
 * Little-endian, as every machine that runs a browser is. Knows nothing of rarity or ranking.
 */

/** What is kept of an article beside its terms. `day`: days since 1970, null where unknown. */
export interface ArticleHead {
  readonly id: string;
  readonly publisher: string | null;
  readonly day: number | null;
}

/** An article as the index keeps it: its terms by hash, each once, and their weights in {@link WEIGHT_STEP}s. */
export interface IndexedArticle extends ArticleHead {
  readonly terms: Uint32Array;
  readonly weights: Uint8Array;
}

export interface Segment {
  readonly heads: readonly ArticleHead[];
  termsOf(article: number): { readonly terms: Uint32Array; readonly weights: Uint8Array };
  /** Adds `told` times a term's weight to the product of every article that holds it. */
  addProducts(term: number, told: number, sums: Sums): void;
}

/** Products by article, all 0 but those of the `count` articles in `touched`: few of a segment share a rare term. */
export interface Sums {
  readonly products: Float32Array;
  readonly touched: Uint32Array;
  count: number;
}

export const createSums = (articles: number): Sums => ({
  products: new Float32Array(articles),
  touched: new Uint32Array(articles),
  count: 0,
});

function addTo(sums: Sums, article: number, amount: number): void {
  const before = sums.products[article] as number;
  if (before === 0) sums.touched[sums.count++] = article;
  sums.products[article] = before + amount;
}

export interface OpenSegment extends Segment {
  add(article: IndexedArticle): void;
}

/** Articles of one sealed segment: packed within 50 ms, and few enough that a number fits 16 bits and the products the cache. */
export const SEGMENT_ARTICLES = 4096;

/** One step of a weight: a byte then reaches 8, which a term said two hundred times in a title would have. */
export const WEIGHT_STEP = 1 / 32;

export function createOpenSegment(): OpenSegment {
  const heads: ArticleHead[] = [];
  const start: number[] = [0];
  let terms = new Uint32Array(1 << 12);
  let weights = new Uint8Array(1 << 12);
  /** Postings are chained: the newest of each term, and from each the one before; 0 is none, so numbers count from 1. */
  let before = new Uint32Array(1 << 12);
  let articleOf = new Uint32Array(1 << 12);
  const newest = new Map<number, number>();

  return {
    heads,
    add(article) {
      const at = heads.length;
      const from = start[at] ?? 0;
      const to = from + article.terms.length;
      if (to > terms.length) {
        const size = Math.max(to, terms.length * 2);
        terms = grown(terms, new Uint32Array(size));
        weights = grown(weights, new Uint8Array(size));
        before = grown(before, new Uint32Array(size));
        articleOf = grown(articleOf, new Uint32Array(size));
      }
      terms.set(article.terms, from);
      weights.set(article.weights, from);
      articleOf.fill(at, from, to);
      for (let i = from; i < to; i++) {
        const term = terms[i] ?? 0;
        before[i] = newest.get(term) ?? 0;
        newest.set(term, i + 1);
      }
      heads.push({ id: article.id, publisher: article.publisher, day: article.day });
      start.push(to);
    },
    termsOf: (article) => ({
      terms: terms.subarray(start[article], start[article + 1]),
      weights: weights.subarray(start[article], start[article + 1]),
    }),
    addProducts(term, told, sums) {
      for (let i = newest.get(term) ?? 0; i !== 0; i = before[i - 1] ?? 0) {
        const article = articleOf[i - 1] ?? 0;
        addTo(sums, article, told * (weights[i - 1] ?? 0));
      }
    },
  };
}

function grown<T extends Uint32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

const MAGIC = 0x53_4c_43_47; // "SLCG"
const VERSION = 1;
const HEAD_WORDS = 6;
const padded = (bytes: number): number => (bytes + 3) & ~3;

/** Packs articles into one value; {@link openSealed} reads it in place. At most 65,536 articles. */
export function sealSegment(articles: readonly IndexedArticle[]): Uint8Array {
  if (articles.length > 65_536) throw new RangeError('a segment holds at most 65,536 articles');
  const json = new TextEncoder().encode(JSON.stringify(articles.map(({ id, publisher, day }) => [id, publisher, day])));
  const count = new Map<number, number>();
  let n = 0;
  for (const { terms } of articles) {
    n += terms.length;
    for (const term of terms) count.set(term, (count.get(term) ?? 0) + 1);
  }
  const sorted = Uint32Array.from(count.keys()).sort();
  const head = [MAGIC, VERSION, articles.length, sorted.length, n, json.length];
  const bytes = new Uint8Array(sizeOf(head));
  new Uint32Array(bytes.buffer, 0, HEAD_WORDS).set(head);
  bytes.set(json, 4 * HEAD_WORDS);
  const part = parts(bytes);
  part.terms.set(sorted);
  const rank = new Map<number, number>();
  const next = new Uint32Array(sorted.length);
  let sum = 0;
  sorted.forEach((term, i) => {
    rank.set(term, i);
    part.postingStart[i] = sum;
    next[i] = sum;
    sum += count.get(term) ?? 0;
  });
  part.postingStart[sorted.length] = sum;
  let at = 0;
  articles.forEach((article, number) => {
    part.articleStart[number] = at;
    for (let i = 0; i < article.terms.length; i++) {
      const term = rank.get(article.terms[i] ?? 0) ?? 0;
      const weight = article.weights[i] ?? 0;
      part.termOf[at] = term;
      part.weightOf[at++] = weight;
      const posting = next[term] ?? 0;
      next[term] = posting + 1;
      part.postingArticle[posting] = number;
      part.postingWeight[posting] = weight;
    }
  });
  part.articleStart[articles.length] = at;
  return bytes;
}

/** Bytes of a segment with this head. */
const sizeOf = ([, , articles = 0, terms = 0, n = 0, json = 0]: ArrayLike<number> & Iterable<number>): number =>
  4 * HEAD_WORDS + padded(json) + 4 * (articles + 1 + n + 2 * terms + 1) + padded(2 * n) + 2 * n;

/** Views of the parts of a packed segment. Throws where the value is none of this version, or cut off. */
function parts(bytes: Uint8Array) {
  const head = bytes.length < 4 * HEAD_WORDS ? [] : new Uint32Array(bytes.buffer, bytes.byteOffset, HEAD_WORDS);
  const [magic, version, articles = 0, termCount = 0, n = 0, json = 0] = head;
  if (magic !== MAGIC || version !== VERSION || bytes.length !== sizeOf(head)) throw new TypeError('not a packed segment of this version');
  let at = bytes.byteOffset + 4 * HEAD_WORDS;
  const heads = bytes.subarray(4 * HEAD_WORDS, 4 * HEAD_WORDS + json);
  at += padded(json);
  const words = (length: number): Uint32Array => {
    const view = new Uint32Array(bytes.buffer, at, length);
    at += 4 * length;
    return view;
  };
  const articleStart = words(articles + 1);
  const termOf = words(n);
  const terms = words(termCount);
  const postingStart = words(termCount + 1);
  const postingArticle = new Uint16Array(bytes.buffer, at, n);
  at += padded(2 * n);
  const weightOf = new Uint8Array(bytes.buffer, at, n);
  const postingWeight = new Uint8Array(bytes.buffer, at + n, n);
  return { heads, articleStart, termOf, terms, postingStart, postingArticle, weightOf, postingWeight };
}

/** A term is looked for among those that share its first 13 bits: about ten in a full segment, which beats halving 80,000. */
const DIRECTORY_SHIFT = 19;

/** Where the terms of each beginning start among the sorted ones; the extra one is the end. */
function directory(terms: Uint32Array): Uint32Array {
  const starts = new Uint32Array(2 ** (32 - DIRECTORY_SHIFT) + 1);
  for (const term of terms) {
    const next = (term >>> DIRECTORY_SHIFT) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number);
  return starts;
}

/** Opens a packed segment in place; only the article heads are parsed. `bytes` must start at a multiple of four. */
export function openSealed(bytes: Uint8Array): Segment {
  const part = parts(bytes);
  const { terms, postingStart, postingArticle, postingWeight } = part;
  const rows = JSON.parse(new TextDecoder().decode(part.heads)) as readonly (readonly [string, string | null, number | null])[];
  const starts = directory(terms);
  const find = (term: number): number => {
    const bucket = term >>> DIRECTORY_SHIFT;
    const end = starts[bucket + 1] as number;
    for (let at = starts[bucket] as number; at < end; at++) if (terms[at] === term) return at;
    return -1;
  };
  return {
    heads: rows.map(([id, publisher, day]) => ({ id, publisher, day })),
    termsOf(article) {
      const from = part.articleStart[article] ?? 0;
      const to = part.articleStart[article + 1] ?? from;
      return { terms: part.termOf.subarray(from, to).map((i) => terms[i] ?? 0), weights: part.weightOf.subarray(from, to) };
    },
    addProducts(term, told, sums) {
      const at = find(term);
      if (at < 0) return;
      const end = postingStart[at + 1] as number;
      for (let i = postingStart[at] as number; i < end; i++) {
        addTo(sums, postingArticle[i] as number, told * (postingWeight[i] as number));
      }
    },
  };
}
