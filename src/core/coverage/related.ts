/**
 * Which other outlets' articles report the same event: an inverted index over articles, ranked in two steps.
 *
 *   1. Candidates by the cosine of their rarity-weighted terms, lowered by distance in time.
 *   2. The best of them once more, each together with its own two nearest articles, less how near it stands to
 *      everything: an article about a whole war is like every article of that war and tells none of its events apart.
 *      (Cross-domain similarity local scaling, Conneau et al. 2018, against hubs; document expansion, Singhal and
 *      Pereira 1999, against chance wording.)
 *
 * Pure and in memory; grows one article at a time; its sealed segments can be kept and opened again (segment.ts).
 * May not know where articles come from or what an outlet is: publishers and families are strings handed in.
 */
import { parseEdtf } from '../model/edtf';
import { foldedName } from './families';
import { createIdNumbers } from './id-numbers';
import { createOpenSegment, createSums, type IndexedArticle, openSealed, type Segment, WEIGHT_STEP } from './segment';
import { createTermCounts, termHash } from './term-counts';
import { articleTerms } from './terms';

export interface CoverageArticle {
  readonly id: string;
  /** The outlet's name or id; null where unknown, and then nothing counts as the same publisher. */
  readonly publisher: string | null;
  readonly title: string;
  readonly text: string;
  /** EDTF or ISO 8601; its day is read. */
  readonly published: string | null;
  /** Tracked actors and events named in it: they meet across languages, where words do not. */
  readonly subjects?: readonly string[];
}

/** `score`, 0 to 1: how like the asking article, less how like everything. */
export interface RelatedArticle {
  readonly id: string;
  readonly score: number;
}

export interface RelatedIndex {
  readonly size: number;
  has(id: string): boolean;
  /** Adds an article; one of the same id is replaced. */
  add(article: CoverageArticle | IndexedArticle): void;
  /**
   * Adds a packed segment. Of an id that is here already, what has the higher `rank` stands; an article added by itself is above all.
   * Without a rank it is below all that is here.
   */
  addSealed(bytes: Uint8Array, rank?: number): void;
  remove(id: string): void;
  /** Up to `limit` articles of other publishers, best first; ties by id. The article itself need not be in the index. */
  related(article: CoverageArticle, limit: number): RelatedArticle[];
}

export interface RelatedOptions {
  /** The family that a publisher belongs to: members of one family are one voice. By default the folded name. */
  readonly family?: (publisher: string) => string;
}

/** Rarity to this power: below one, because in a small store a word is rare by chance. Flat between .85 and 1. */
const RARITY_POWER = 0.9;
/**
 * How far one search goes. `terms`: the heaviest that are looked up, each in every segment. `postings`: how many are walked,
 * rarest terms first; what is left out is common words. `pool`: candidates by shared weight that get the exact likeness.
 */
interface Effort {
  readonly terms: number;
  readonly postings: number;
  readonly pool: number;
}

/** A question, answered among 100,000 articles in a few milliseconds: the tenth-best is among the first fifty of the pool. */
const QUESTION: Effort = { terms: 100, postings: 100_000, pool: 120 };
/** A candidate's own nearest: the nearest few share its heaviest terms. There are {@link RERANKED} of these to a question. */
const NEIGHBOUR: Effort = { terms: 16, postings: 6_000, pool: 16 };
/** Candidates ranked by the second step; it moves an article by a few places, and each costs a question of its own. */
const RERANKED = 24;
/** An article's nearest others, whose mean likeness says how much it is like everything. 3 to 8 do alike. */
const HUB_NEIGHBOURS = 5;
/** Half of it is taken off: what learning the weight from labels gives, and the form in the literature. */
const HUB_WEIGHT = 0.5;
/** The nearest articles that speak with a candidate, and how loudly for each unit of likeness: 0.3 to 1 do alike. */
const COMPANIONS = 2;
const COMPANION_WEIGHT = 0.6;
/** Coverage of one event appears within days: a distance up to this many days is none … */
const SAME_DAYS = 3;
/** … and this many more halve the score: follow-ups and anniversaries stay findable but below. */
const HALVING_DAYS = 30;
/** Tracked subjects weigh as a name in a title does. */
const SUBJECT_WEIGHT = 3;

/** An article asked about or in the index, its terms with their rarity. */
interface Vector {
  readonly terms: Uint32Array;
  /** Weight times rarity. */
  readonly weights: Float32Array;
  readonly length: number;
  readonly voice: number;
  readonly day: number;
}

interface Near {
  readonly at: number;
  readonly likeness: number;
}

/** Vectors kept from one question to the next, where the index did not change: those of the last few, 4 MB. */
const MOST_VECTORS = 4096;

/** No voice: nothing is the same publisher as it. */
const NO_VOICE = -1;

/** An article as the index keeps it. */
export function indexedArticle(article: CoverageArticle): IndexedArticle {
  const found = new Map<number, number>();
  const add = (term: string, amount: number): void => {
    const hash = termHash(term);
    found.set(hash, (found.get(hash) ?? 0) + amount);
  };
  for (const [term, amount] of articleTerms(article.title, article.text)) add(term, amount);
  // A word never holds a tab, so no word is taken for a subject.
  for (const subject of new Set(article.subjects)) add(`\t${subject}`, SUBJECT_WEIGHT);
  const terms = new Uint32Array(found.size);
  const weights = new Uint8Array(found.size);
  let i = 0;
  for (const [term, amount] of found) {
    terms[i] = term;
    weights[i++] = Math.max(1, Math.min(255, Math.round(damped(amount) / WEIGHT_STEP)));
  }
  return { id: article.id, publisher: article.publisher, day: dayNumber(article.published), terms, weights };
}

/** A term said twice is not twice as telling. */
const damped = (amount: number): number => Math.max(0, 1 + Math.log(amount));

export function createRelatedIndex(options: RelatedOptions = {}): RelatedIndex {
  const family = options.family ?? foldedName;
  const counts = createTermCounts();
  const voices = new Map<string, number>();
  /** Segments in order; articles are numbered through them, `base` being the number of a segment's first. */
  const segments: { readonly segment: Segment; readonly base: number; readonly rank: number }[] = [];
  let open = createOpenSegment();
  const numbers = createIdNumbers(idAt);
  /** Below every rank until now. */
  let lowest = 0;
  /** By number. A removed article keeps its number and is passed over. */
  const voiceOf: number[] = [];
  const dayOf: number[] = [];
  const live: boolean[] = [];
  /** What was worked out since the index last changed. */
  let neighbours = new Map<number, readonly Near[]>();
  let vectors = new Map<number, Vector>();
  let rarities: number[] = [];
  /** Articles that ask without being in the index: one, or none. */
  let guests = 0;
  /** Used anew for every segment of every question. */
  let sums = createSums(0);

  function changed(): void {
    if (neighbours.size > 0) neighbours = new Map();
    if (vectors.size > 0) vectors = new Map();
    if (rarities.length > 0) rarities = [];
  }

  function voiceNumber(publisher: string | null): number {
    if (publisher === null) return NO_VOICE;
    const name = family(publisher);
    const known = voices.get(name);
    if (known !== undefined) return known;
    voices.set(name, voices.size);
    return voices.size - 1;
  }

  function enter(id: string, publisher: string | null, day: number | null): void {
    numbers.set(id, live.length);
    voiceOf.push(voiceNumber(publisher));
    dayOf.push(day ?? Number.NaN);
    live.push(true);
  }

  function add(given: CoverageArticle | IndexedArticle): void {
    const article = 'terms' in given ? given : indexedArticle(given);
    remove(article.id);
    changed();
    // A sealed segment after the open one closed its numbers: a new one begins.
    const last = segments.at(-1);
    if (last?.segment !== open) {
      open = createOpenSegment();
      segments.push({ segment: open, base: live.length, rank: Number.POSITIVE_INFINITY });
    }
    open.add(article);
    for (const term of article.terms) counts.add(term, 1);
    enter(article.id, article.publisher, article.day);
  }

  function addSealed(bytes: Uint8Array, rank = lowest - 1): void {
    const segment = openSealed(bytes);
    changed();
    lowest = Math.min(lowest, rank);
    const base = live.length;
    segments.push({ segment, base, rank });
    // All of them at once: most terms of a segment are in several of its articles.
    segment.eachTerm((term, articles) => counts.add(term, articles));
    segment.ids().forEach((id, i) => {
      const known = numbers.get(id);
      if (known !== undefined && placeOf(known).rank >= rank) {
        voiceOf.push(NO_VOICE);
        dayOf.push(Number.NaN);
        live.push(false);
        for (const term of segment.termsOf(i).terms) counts.add(term, -1);
        return;
      }
      remove(id);
      enter(id, segment.publisherOf(i), segment.dayOf(i));
    });
  }

  function remove(id: string): void {
    const number = numbers.get(id);
    if (number === undefined) return;
    changed();
    numbers.delete(id);
    live[number] = false;
    for (const term of termsOf(number).terms) counts.add(term, -1);
  }

  /** The segment that holds an article. */
  function placeOf(number: number): (typeof segments)[number] {
    let low = 0;
    let high = segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((segments[middle]?.base ?? 0) <= number) low = middle;
      else high = middle - 1;
    }
    const found = segments[low];
    if (!found) throw new RangeError(`no article of number ${number}`);
    return found;
  }

  function termsOf(number: number): ReturnType<Segment['termsOf']> {
    const { segment, base } = placeOf(number);
    return segment.termsOf(number - base);
  }

  function idAt(number: number): string {
    const { segment, base } = placeOf(number);
    return segment.idOf(number - base);
  }

  /** How much sharing a term tells (BM25's form, never negative). */
  function rarity(count: number): number {
    const known = rarities[count];
    if (known !== undefined) return known;
    const fresh = Math.log(1 + (numbers.size + guests - count + 0.5) / (count + 0.5)) ** RARITY_POWER;
    // Common terms have too many counts to keep them all.
    if (count < 4096) rarities[count] = fresh;
    return fresh;
  }

  /** Of a term that no other article holds nothing is counted: it would only punish detail. */
  function vectorOf(terms: Uint32Array, steps: Uint8Array, voice: number, day: number): Vector {
    const weights = new Float32Array(terms.length);
    let sum = 0;
    for (let i = 0; i < terms.length; i++) {
      const count = counts.get(terms[i] ?? 0);
      if (count <= 1) continue;
      const weight = (steps[i] ?? 0) * rarity(count);
      weights[i] = weight;
      sum += weight * weight;
    }
    return { terms, weights, length: Math.sqrt(sum), voice, day };
  }

  function vectorAt(number: number): Vector {
    const known = vectors.get(number);
    if (known) return known;
    const { terms, weights } = termsOf(number);
    const fresh = vectorOf(terms, weights, voiceOf[number] ?? NO_VOICE, dayOf[number] ?? Number.NaN);
    vectors.set(number, fresh);
    return fresh;
  }

  /** Likeness of one vector, as a map of its terms, to others: the cosine, lowered by distance in time. */
  function likenessTo(query: Vector): (number: number) => number {
    const weightOf = new Map<number, number>();
    query.terms.forEach((term, i) => void weightOf.set(term, query.weights[i] ?? 0));
    return (number) => {
      const other = vectorAt(number);
      const lengths = query.length * other.length;
      if (lengths === 0) return 0;
      let product = 0;
      for (let i = 0; i < other.terms.length; i++) product += (other.weights[i] ?? 0) * (weightOf.get(other.terms[i] ?? 0) ?? 0);
      return Math.min(1, product / lengths) * nearness(query.day, other.day);
    };
  }

  /** The articles of other voices that are most like `query`, best first; `self` is left out. */
  function nearest(query: Vector, self: number | undefined, limit: number, { terms, postings, pool }: Effort): Near[] {
    const order = [...query.terms.keys()].sort((a, b) => (query.weights[b] ?? 0) - (query.weights[a] ?? 0));
    const chosen: { readonly term: number; readonly told: number }[] = [];
    let walked = 0;
    for (const i of order) {
      const told = query.weights[i] ?? 0;
      if (told === 0) break;
      const term = query.terms[i] ?? 0;
      const count = counts.get(term);
      if (chosen.length === terms) break;
      if (walked + count > postings && chosen.length > 0) continue;
      walked += count;
      chosen.push({ term, told: told * rarity(count) });
    }
    const best = createBest(pool);
    for (const { segment, base } of segments) {
      if (sums.products.length < segment.articles) sums = createSums(2 * segment.articles);
      for (const { term, told } of chosen) segment.addProducts(term, told, sums);
      let floor = best.floor;
      for (let i = 0; i < sums.count; i++) {
        const article = sums.touched[i] as number;
        const product = sums.products[article] as number;
        sums.products[article] = 0;
        // Nearness only lowers it: most articles end here.
        if (product <= floor) continue;
        const number = base + article;
        if (!live[number] || (query.voice !== NO_VOICE && voiceOf[number] === query.voice)) continue;
        best.offer(number, product * nearness(query.day, dayOf[number] ?? Number.NaN));
        floor = best.floor;
      }
      sums.count = 0;
    }
    const likeness = likenessTo(query);
    return best
      .all()
      .filter((number) => number !== self)
      .map((number) => ({ at: number, likeness: likeness(number) }))
      .filter((near) => near.likeness > 0)
      .sort((a, b) => b.likeness - a.likeness || compare(idAt(a.at), idAt(b.at)))
      .slice(0, limit);
  }

  function neighboursOf(number: number): readonly Near[] {
    const known = neighbours.get(number);
    if (known) return known;
    const fresh = nearest(vectorAt(number), number, HUB_NEIGHBOURS, NEIGHBOUR);
    neighbours.set(number, fresh);
    return fresh;
  }

  /** An article that the index does not hold is counted in while it asks: what it shares with one other is shared. */
  function related(article: CoverageArticle, limit: number): RelatedArticle[] {
    const asking = indexedArticle(article);
    if (numbers.get(article.id) !== undefined) {
      if (vectors.size > MOST_VECTORS) changed();
      return ask(asking, limit);
    }
    const count = (by: number): void => {
      changed();
      guests += by;
      for (const term of asking.terms) counts.add(term, by);
    };
    count(1);
    try {
      return ask(asking, limit);
    } finally {
      count(-1);
    }
  }

  function ask(article: IndexedArticle, limit: number): RelatedArticle[] {
    const { terms, weights, publisher, day } = article;
    const own = numbers.get(article.id);
    const voice = publisher === null ? NO_VOICE : (voices.get(family(publisher)) ?? voiceNumber(publisher));
    const query = vectorOf(terms, weights, voice, day ?? Number.NaN);
    const found = nearest(query, own, Math.max(limit, RERANKED), QUESTION);
    const likeness = likenessTo(query);
    const ranked = found.slice(0, RERANKED).map((near) => {
      // The asking article is its candidates' neighbour too, whether the index holds it or not.
      const around = [...neighboursOf(near.at)];
      if (own === undefined) around.push({ at: -1, likeness: near.likeness });
      around.sort((a, b) => b.likeness - a.likeness);
      const hub = around.slice(0, HUB_NEIGHBOURS).reduce((sum, { likeness: l }) => sum + l, 0) / HUB_NEIGHBOURS;
      const companions = around.slice(0, COMPANIONS);
      const toQuery = ({ at }: Near): number => (at === -1 || at === own ? 1 : likeness(at));
      let together = near.likeness;
      let square = 1;
      companions.forEach((companion, i) => {
        const loud = COMPANION_WEIGHT * companion.likeness;
        together += loud * toQuery(companion);
        square += 2 * loud * companion.likeness + loud * loud;
        for (const before of companions.slice(0, i)) {
          const between =
            before.at === -1 || before.at === own
              ? toQuery(companion)
              : companion.at === -1 || companion.at === own
                ? toQuery(before)
                : likenessTo(vectorAt(before.at))(companion.at);
          square += 2 * loud * COMPANION_WEIGHT * before.likeness * between;
        }
      });
      return { at: near.at, score: together / Math.sqrt(square) - HUB_WEIGHT * hub };
    });
    ranked.sort((a, b) => b.score - a.score || compare(idAt(a.at), idAt(b.at)));
    // Those below the second step keep their order and stand below the last that it ranked.
    const floor = ranked.at(-1)?.score ?? 1;
    const rest = found.slice(RERANKED).map(({ at, likeness: l }) => ({ at, score: Math.min(floor, l * (1 - HUB_WEIGHT)) }));
    return [...ranked, ...rest].slice(0, limit).map(({ at, score }) => ({ id: idAt(at), score: Math.min(1, Math.max(0, score)) }));
  }

  return {
    get size() {
      return numbers.size;
    },
    has: (id) => numbers.get(id) !== undefined,
    add,
    addSealed,
    remove,
    related,
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The `size` numbers with the highest scores offered: a binary heap with the lowest at its root. */
function createBest(size: number): { readonly floor: number; offer(number: number, score: number): void; all(): number[] } {
  const numbers: number[] = [];
  const scores: number[] = [];
  const swap = (a: number, b: number): void => {
    [numbers[a], numbers[b]] = [numbers[b] ?? 0, numbers[a] ?? 0];
    [scores[a], scores[b]] = [scores[b] ?? 0, scores[a] ?? 0];
  };
  const score = (i: number): number => scores[i] ?? Number.POSITIVE_INFINITY;
  return {
    /** What a score must exceed. */
    get floor() {
      return numbers.length < size ? 0 : score(0);
    },
    offer(number, value) {
      if (numbers.length < size) {
        numbers.push(number);
        scores.push(value);
        for (let i = numbers.length - 1; i > 0; ) {
          const parent = (i - 1) >> 1;
          if (score(parent) <= score(i)) break;
          swap(i, parent);
          i = parent;
        }
        return;
      }
      if (value <= score(0)) return;
      numbers[0] = number;
      scores[0] = value;
      for (let i = 0; ; ) {
        const left = 2 * i + 1;
        const child = score(left + 1) < score(left) ? left + 1 : left;
        if (score(child) >= score(i)) break;
        swap(i, child);
        i = child;
      }
    },
    all: () => numbers,
  };
}

/** Days since 1970 of the first day that a date can mean; null where there is none. */
function dayNumber(published: string | null): number | null {
  if (!published) return null;
  const first = parseEdtf(published.replace(/T.*$/, ''))?.first;
  return first ? Date.parse(`${first}T00:00:00Z`) / 86_400_000 : null;
}

/** 1 within a few days of each other or where a date is unknown (NaN), then falling. */
function nearness(a: number, b: number): number {
  const apart = Math.abs(a - b) - SAME_DAYS;
  return apart > 0 ? 1 / (1 + apart / HALVING_DAYS) : 1;
}
