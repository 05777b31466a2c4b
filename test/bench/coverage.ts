/**
 * What related coverage costs in a store of 100,000 articles, against a naive TF-IDF in the same run on the same machine.
 * usage: npm run bench, or node --import ./scripts/node-loader.mjs test/bench/coverage.ts [articles]
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type CoverageArticle, createRelatedIndex, indexedArticle } from '@/core/coverage/related';
import { type IndexedArticle, SEGMENT_ARTICLES, sealSegment } from '@/core/coverage/segment';
import { makeArticles } from './coverage-corpus';
import { median, percentile, table } from './print';

const ARTICLES = Number(process.argv[2] ?? 100_000);
/** Enough for a 95th percentile; the naive one gets fewer, because it takes a hundred times as long. */
const QUESTIONS = 200;
const NAIVE_QUESTIONS = 10;
/** Articles added one at a time to the full store. */
const ADDED = 500;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const { articles, eventOf } = makeArticles(ARTICLES + ADDED);
const store = articles.slice(0, ARTICLES);
const added = articles.slice(ARTICLES);
const asked = Array.from({ length: QUESTIONS }, (_, i) => store[Math.floor((i * ARTICLES) / QUESTIONS)] as CoverageArticle);

const timed = <T>(work: () => T): { readonly ms: number; readonly value: T } => {
  const began = performance.now();
  const value = work();
  return { ms: performance.now() - began, value };
};
const ms = (value: number) => value.toFixed(value < 10 ? 2 : 0);
/** What is held, without what is only not yet cleared away. */
const heap = () => {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};

// Indexing, as the background does it: terms of each article, a segment packed for each full slice.
const before = heap();
const sealed: Uint8Array[] = [];
const sealing: number[] = [];
let slice: IndexedArticle[] = [];
const building = timed(() => {
  for (const article of store) {
    slice.push(indexedArticle(article));
    if (slice.length < SEGMENT_ARTICLES) continue;
    const full = slice;
    const packed = timed(() => sealSegment(full));
    sealing.push(packed.ms);
    sealed.push(packed.value);
    slice = [];
  }
});
const index = createRelatedIndex();
const opening = timed(() => {
  for (const bytes of sealed) index.addSealed(bytes);
  for (const article of slice) index.add(article);
});
const adding = added.map((article) => timed(() => index.add(article)).ms);
const stored = sealed.reduce((sum, { length }) => sum + length, 0) / 1e6;

index.related(asked[0] as CoverageArticle, 10);
const asking = asked.map((article) => timed(() => index.related(article, 10)));
// A new article forgets what was worked out, so the next question starts afresh: the worst case.
const fresh = added.slice(0, QUESTIONS).map((article) => {
  index.add(article);
  return timed(() => index.related(article, 10)).ms;
});

const held = heap() - before;

const naive = timed(() => createNaive(store));
const naiveAsking = asked.slice(0, NAIVE_QUESTIONS).map((article) => timed(() => naive.value(article, 10)));

const right = (answers: readonly { readonly value: readonly { readonly id: string }[] }[]) => {
  const hits = answers.filter(({ value }, i) => value[0] && eventOf.get(value[0].id) === eventOf.get(asked[i]?.id ?? ''));
  return `${((100 * hits.length) / answers.length).toFixed(0)} %`;
};
const ratio = (theirs: number, ours: number) => `${(theirs / ours).toFixed(1)}×`;
const times = (list: readonly { readonly ms: number }[]) => list.map((one) => one.ms);

console.log(`Related coverage, ${ARTICLES} articles of synthetic news (title and lead):`);
console.log(
  table(
    ['what', 'sidelight', 'naive TF-IDF', 'ratio'],
    [
      ['index all, s', (building.ms / 1000).toFixed(1), (naive.ms / 1000).toFixed(1), ratio(naive.ms, building.ms)],
      ['one slice packed, ms, worst', ms(Math.max(...sealing)), '', ''],
      ['open a stored index, ms', ms(opening.ms), '', ''],
      ['add one article, ms, p95', ms(percentile(adding, 0.95)), '', ''],
      [
        'related to one, ms, p50',
        ms(median(times(asking))),
        ms(median(times(naiveAsking))),
        ratio(median(times(naiveAsking)), median(times(asking))),
      ],
      ['related to one, ms, p95', ms(percentile(times(asking), 0.95)), '', ''],
      ['the same right after a new article, ms, p95', ms(percentile(fresh, 0.95)), '', ''],
      ['first is of the same event', right(asking), right(naiveAsking), ''],
      ['stored, MB', stored.toFixed(0), '', ''],
      ['in memory, after all these questions, MB', held.toFixed(0), '', ''],
    ],
  ),
);

/** The textbook: every article's words in a Map, every article compared with the one asked about. */
function createNaive(all: readonly CoverageArticle[]): (article: CoverageArticle, limit: number) => { readonly id: string }[] {
  const words = (a: CoverageArticle) => {
    const found = new Map<string, number>();
    for (const [word] of `${a.title} ${a.text}`.toLowerCase().matchAll(/\p{L}+/gu)) found.set(word, (found.get(word) ?? 0) + 1);
    return found;
  };
  const vectors = all.map(words);
  const held = new Map<string, number>();
  for (const vector of vectors) for (const word of vector.keys()) held.set(word, (held.get(word) ?? 0) + 1);
  const weigh = (vector: Map<string, number>) => {
    let square = 0;
    for (const [word, amount] of vector) {
      const weight = amount * Math.log(all.length / (held.get(word) ?? 1));
      vector.set(word, weight);
      square += weight ** 2;
    }
    return Math.sqrt(square);
  };
  const lengths = vectors.map(weigh);
  return (article, limit) => {
    const query = words(article);
    const length = weigh(query);
    const scored = all.map((other, i) => {
      let product = 0;
      const vector = vectors[i] ?? new Map<string, number>();
      for (const [word, weight] of query) product += weight * (vector.get(word) ?? 0);
      return { id: other.id, publisher: other.publisher, score: product / (length * (lengths[i] ?? 1)) };
    });
    return scored
      .filter(({ publisher }) => publisher !== article.publisher)
      .sort((a, b) => b.score - a.score)
      .slice(0, limit);
  };
}
