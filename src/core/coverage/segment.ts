/**
 * A few thousand articles as terms and postings. Two forms of one interface: the open segment, which grows by one
 * article at a time, and the sealed one, which is read in place from one packed value and never changes.
 *
 *     sealed   head (8 × u32: magic, version, articles, terms, n postings, bytes of ids, bytes of JSON, bytes of a term's place)
 *              JSON of the publishers, padded to 4 · ids one after the other, padded to 4 · idStart u32[articles + 1]
 *              dayOf i32[articles] · publisherOf u16[articles], padded to 4       0 is none, 1 the first of the JSON
 *              articleStart u32[articles + 1] · termOf u16[n] or u32[n], padded   forward: which of `terms` an article holds …
 *              terms u32[terms], ascending hashes · postingStart u32[terms + 1]
 *              postingArticle u16[n], padded to 4                                 … and which articles hold a term
 *              weightOf u8[n] · postingWeight u8[n]                               the weights of both
 *
 * Little-endian, as every machine that runs a browser is. Nothing of a sealed segment is made into objects: a hundred thousand
 * articles are six bytes for each term of each, and little more. Knows nothing of rarity or ranking.
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
  /** How many there are, numbered from 0. */
  readonly articles: number;
  idOf(article: number): string;
  publisherOf(article: number): string | null;
  dayOf(article: number): number | null;
  /** Every id in order, read in one go. */
  ids(): string[];
  /** Every term with how many articles hold it. */
  eachTerm(visit: (term: number, articles: number) => void): void;
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
    get articles() {
      return heads.length;
    },
    idOf: (article) => heads[article]?.id ?? '',
    publisherOf: (article) => heads[article]?.publisher ?? null,
    dayOf: (article) => heads[article]?.day ?? null,
    ids: () => heads.map(({ id }) => id),
    eachTerm(visit) {
      for (const [term, last] of newest) {
        let count = 0;
        for (let i = last; i !== 0; i = before[i - 1] ?? 0) count++;
        visit(term, count);
      }
    },
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
const VERSION = 2;
const HEAD_WORDS = 8;
/** A day that is not known: before every day of a calendar. */
const NO_DAY = -(2 ** 31);
const padded = (bytes: number): number => (bytes + 3) & ~3;

interface Head {
  readonly articles: number;
  readonly terms: number;
  readonly n: number;
  readonly ids: number;
  readonly json: number;
  /** Bytes in which one of the segment's terms is told apart: 2 in all but the most varied ones. */
  readonly place: number;
}

/** Packs articles into one value; {@link openSealed} reads it in place. At most 65,535 articles. */
export function sealSegment(articles: readonly IndexedArticle[]): Uint8Array {
  if (articles.length > 65_535) throw new RangeError('a segment holds at most 65,535 articles');
  const encoder = new TextEncoder();
  const publishers = [...new Set(articles.flatMap(({ publisher }) => publisher ?? []))];
  const publisherNumber = new Map(publishers.map((publisher, i) => [publisher, i + 1]));
  const json = encoder.encode(JSON.stringify(publishers));
  const ids = articles.map(({ id }) => encoder.encode(id));
  const count = new Map<number, number>();
  let n = 0;
  for (const { terms } of articles) {
    n += terms.length;
    for (const term of terms) count.set(term, (count.get(term) ?? 0) + 1);
  }
  const sorted = Uint32Array.from(count.keys()).sort();
  const head: Head = {
    ...{ articles: articles.length, terms: sorted.length, n, json: json.length, place: sorted.length > 65_536 ? 4 : 2 },
    ids: ids.reduce((sum, { length }) => sum + length, 0),
  };
  const bytes = new Uint8Array(sizeOf(head));
  new Uint32Array(bytes.buffer, 0, HEAD_WORDS).set([MAGIC, VERSION, head.articles, head.terms, n, head.ids, head.json, head.place]);
  const part = parts(bytes);
  part.json.set(json);
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
  let idAt = 0;
  articles.forEach((article, number) => {
    const id = ids[number] ?? new Uint8Array();
    part.ids.set(id, idAt);
    part.idStart[number] = idAt;
    idAt += id.length;
    part.dayOf[number] = article.day ?? NO_DAY;
    part.publisherOf[number] = (article.publisher !== null && publisherNumber.get(article.publisher)) || 0;
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
  part.idStart[articles.length] = idAt;
  return bytes;
}

/** Bytes of a segment with this head. */
const sizeOf = ({ articles, terms, n, ids, json, place }: Head): number =>
  4 * HEAD_WORDS +
  padded(json) +
  padded(ids) +
  4 * (articles + 1) +
  4 * articles +
  padded(2 * articles) +
  4 * (articles + 1) +
  padded(place * n) +
  4 * (2 * terms + 1) +
  padded(2 * n) +
  2 * n;

/** Views of the parts of a packed segment. Throws where the value is none of this version, or cut off. */
function parts(bytes: Uint8Array) {
  const words = bytes.length < 4 * HEAD_WORDS ? [] : new Uint32Array(bytes.buffer, bytes.byteOffset, HEAD_WORDS);
  const [magic, version, articles = 0, terms = 0, n = 0, ids = 0, json = 0, place = 0] = words;
  const head: Head = { articles, terms, n, ids, json, place };
  if (magic !== MAGIC || version !== VERSION || (place !== 2 && place !== 4) || bytes.length !== sizeOf(head))
    throw new TypeError('not a packed segment of this version');
  let at = bytes.byteOffset + 4 * HEAD_WORDS;
  /** The next part, of so many bytes. */
  const take = (length: number): number => {
    const from = at;
    at += padded(length);
    return from;
  };
  const { buffer } = bytes;
  const wide = (length: number) => new Uint32Array(buffer, take(4 * length), length);
  return {
    json: new Uint8Array(buffer, take(json), json),
    ids: new Uint8Array(buffer, take(ids), ids),
    idStart: wide(articles + 1),
    dayOf: new Int32Array(buffer, take(4 * articles), articles),
    publisherOf: new Uint16Array(buffer, take(2 * articles), articles),
    articleStart: wide(articles + 1),
    termOf: place === 2 ? new Uint16Array(buffer, take(2 * n), n) : wide(n),
    terms: wide(terms),
    postingStart: wide(terms + 1),
    postingArticle: new Uint16Array(buffer, take(2 * n), n),
    weightOf: new Uint8Array(buffer, at, n),
    postingWeight: new Uint8Array(buffer, at + n, n),
  };
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

/** Opens a packed segment in place. `bytes` must start at a multiple of four. */
export function openSealed(bytes: Uint8Array): Segment {
  const part = parts(bytes);
  const { terms, postingStart, postingArticle, postingWeight, idStart } = part;
  const decoder = new TextDecoder();
  const publishers = JSON.parse(decoder.decode(part.json)) as readonly string[];
  const starts = directory(terms);
  const find = (term: number): number => {
    const bucket = term >>> DIRECTORY_SHIFT;
    const end = starts[bucket + 1] as number;
    for (let at = starts[bucket] as number; at < end; at++) if (terms[at] === term) return at;
    return -1;
  };
  const idOf = (article: number): string => decoder.decode(part.ids.subarray(idStart[article], idStart[article + 1]));
  return {
    articles: part.dayOf.length,
    idOf,
    publisherOf: (article) => publishers[(part.publisherOf[article] ?? 0) - 1] ?? null,
    dayOf: (article) => (part.dayOf[article] === NO_DAY ? null : (part.dayOf[article] ?? null)),
    ids: () => Array.from(part.dayOf, (_, article) => idOf(article)),
    eachTerm(visit) {
      for (let i = 0; i < terms.length; i++) visit(terms[i] as number, (postingStart[i + 1] as number) - (postingStart[i] as number));
    },
    termsOf(article) {
      const from = part.articleStart[article] ?? 0;
      const to = part.articleStart[article + 1] ?? from;
      const found = new Uint32Array(to - from);
      for (let i = from; i < to; i++) found[i - from] = terms[part.termOf[i] as number] as number;
      return { terms: found, weights: part.weightOf.subarray(from, to) };
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
