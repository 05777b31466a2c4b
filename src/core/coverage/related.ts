/**
 * Which other outlets' articles report the same event: an inverted index over articles, ranked by the cosine of
 * their rarity-weighted terms and by nearness in time. Pure and in memory; grows one article at a time.
 * May not know where articles come from or what an outlet is: publishers and families are strings handed in.
 */
import { parseEdtf } from '../model/edtf';
import { foldedName } from './families';
import { articleTerms } from './terms';

export interface CoverageArticle {
  readonly id: string;
  /** The outlet's name or id; null where unknown, and then nothing counts as the same publisher. */
  readonly publisher: string | null;
  readonly title: string;
  readonly text: string;
  /** EDTF or ISO 8601; its day is read. */
  readonly published: string | null;
}

/** `score` is 0 to 1: the cosine, lowered by distance in time. */
export interface RelatedArticle {
  readonly id: string;
  readonly score: number;
}

export interface RelatedIndex {
  readonly size: number;
  /** Adds an article; one of the same id is replaced. */
  add(article: CoverageArticle): void;
  remove(id: string): void;
  /** Up to `limit` articles of other publishers, best first; ties by id. The article itself need not be in the index. */
  related(article: CoverageArticle, limit: number): RelatedArticle[];
}

export interface RelatedOptions {
  /** The family that a publisher belongs to: members of one family are one voice. By default the folded name. */
  readonly family?: (publisher: string) => string;
}

/** A term in more than this share of all articles tells no events apart, and its list would be walked at every question. */
const COMMON_SHARE = 0.2;
/** Below this many articles a share says nothing. */
const COMMON_FLOOR = 200;
/** The heaviest terms of the asking article; more change no ranking but cost time. */
const QUERY_TERMS = 100;
/** Candidates by shared weight that get the exact score; the tenth-best is among the first hundred or so. */
const CANDIDATES = 200;
/** Coverage of one event appears within days: a distance up to this many days is none … */
const SAME_DAYS = 3;
/** … and this many more halve the score: follow-ups and anniversaries stay findable but below. */
const HALVING_DAYS = 30;

interface Entry {
  readonly id: string;
  readonly family: string | null;
  readonly day: number | null;
  readonly terms: Uint32Array;
  readonly weights: Float32Array;
  live: boolean;
}

interface Postings {
  readonly entries: number[];
  readonly weights: number[];
  /** Live articles that hold the term. */
  count: number;
}

export function createRelatedIndex(options: RelatedOptions = {}): RelatedIndex {
  const family = options.family ?? foldedName;
  const entries: Entry[] = [];
  const byId = new Map<string, number>();
  const termIds = new Map<string, number>();
  const postings: Postings[] = [];

  /** How much sharing a term tells, natural log of how rare it is (BM25's form, never negative). */
  const rarity = (count: number): number => Math.log(1 + (byId.size - count + 0.5) / (count + 0.5));

  function add(article: CoverageArticle): void {
    remove(article.id);
    const found = articleTerms(article.title, article.text);
    const terms = new Uint32Array(found.size);
    const weights = new Float32Array(found.size);
    const at = entries.length;
    let i = 0;
    for (const [term, amount] of found) {
      let id = termIds.get(term);
      if (id === undefined) {
        id = postings.length;
        termIds.set(term, id);
        postings.push({ entries: [], weights: [], count: 0 });
      }
      const weight = damped(amount);
      terms[i] = id;
      weights[i++] = weight;
      const list = postings[id];
      if (!list) continue;
      list.entries.push(at);
      list.weights.push(weight);
      list.count++;
    }
    const of = article.publisher === null ? null : family(article.publisher);
    entries.push({ id: article.id, family: of, day: dayNumber(article.published), terms, weights, live: true });
    byId.set(article.id, at);
  }

  function remove(id: string): void {
    const at = byId.get(id);
    const entry = at === undefined ? undefined : entries[at];
    if (!entry) return;
    entry.live = false;
    byId.delete(id);
    for (const term of entry.terms) {
      const list = postings[term];
      if (list) list.count--;
    }
  }

  /** Length of an article's vector over the terms that it shares with any other: its own alone would only punish detail. */
  function norm(terms: Uint32Array, weights: Float32Array): number {
    let sum = 0;
    for (let i = 0; i < terms.length; i++) {
      const count = postings[terms[i] ?? 0]?.count ?? 0;
      if (count > 1) sum += ((weights[i] ?? 0) * rarity(count)) ** 2;
    }
    return Math.sqrt(sum);
  }

  function related(article: CoverageArticle, limit: number): RelatedArticle[] {
    const own = article.publisher === null ? null : family(article.publisher);
    const day = dayNumber(article.published);
    const common = Math.max(COMMON_FLOOR, byId.size * COMMON_SHARE);
    const query: { readonly list: Postings; readonly weight: number }[] = [];
    let length = 0;
    for (const [term, amount] of articleTerms(article.title, article.text)) {
      const list = postings[termIds.get(term) ?? -1];
      if (!list || list.count === 0) continue;
      const weight = damped(amount) * rarity(list.count);
      length += weight ** 2;
      if (list.count <= common) query.push({ list, weight });
    }
    query.sort((a, b) => b.weight - a.weight);
    const shared = new Map<number, number>();
    for (const { list, weight } of query.slice(0, QUERY_TERMS)) {
      const told = weight * rarity(list.count);
      for (let i = 0; i < list.entries.length; i++) {
        const at = list.entries[i] ?? 0;
        shared.set(at, (shared.get(at) ?? 0) + told * (list.weights[i] ?? 0));
      }
    }
    const candidates: { readonly entry: Entry; readonly product: number }[] = [];
    for (const [at, product] of shared) {
      const entry = entries[at];
      if (!entry?.live || entry.id === article.id || (own !== null && entry.family === own)) continue;
      candidates.push({ entry, product });
    }
    candidates.sort((a, b) => b.product - a.product || order(a.entry.id, b.entry.id));
    return candidates
      .slice(0, Math.max(CANDIDATES, limit))
      .map(({ entry, product }) => {
        const lengths = Math.sqrt(length) * norm(entry.terms, entry.weights);
        return { id: entry.id, score: lengths > 0 ? Math.min(1, product / lengths) * nearness(day, entry.day) : 0 };
      })
      .filter((r) => r.score > 0)
      .sort((a, b) => b.score - a.score || order(a.id, b.id))
      .slice(0, limit);
  }

  return {
    get size() {
      return byId.size;
    },
    add,
    remove,
    related,
  };
}

/** A term said twice is not twice as telling. */
const damped = (amount: number): number => Math.max(0, 1 + Math.log(amount));

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Days since 1970 of the first day that a date can mean; null where there is none. */
function dayNumber(published: string | null): number | null {
  if (!published) return null;
  const first = parseEdtf(published.replace(/T.*$/, ''))?.first;
  return first ? Date.parse(`${first}T00:00:00Z`) / 86_400_000 : null;
}

/** 1 within a few days of each other or where a date is unknown, then falling. */
function nearness(a: number | null, b: number | null): number {
  if (a === null || b === null) return 1;
  return 1 / (1 + Math.max(0, Math.abs(a - b) - SAME_DAYS) / HALVING_DAYS);
}
