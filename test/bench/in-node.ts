/**
 * Scanning and building in Node: against touching each character of the same text, against npm's fastest matchers, and how both
 * grow with the names and with the text. Everything here is warm; the browser's tables have the cold page.
 */

import { AhoCorasick as MonyoneAhoCorasick } from '@monyone/aho-corasick/fast';
import ModernAhoCorasick from 'modern-ahocorasick';
import { openGazetteer } from '../../src/core/gazetteer/open';
import { makeNames, makeParagraphs } from './corpus';
import { packNames } from './packed-names';
import { table } from './print';

const MEGABYTE = 1_000_000;
const ROUNDS = 15;
/** Building takes more than 20 s and 50 MB from here on. */
const MONYONE_MOST = 10_000;
/** Building takes 6 s and 260 MB at a million. */
const MODERN_MOST = 100_000;
/** A pack with so many names is scanned in the worker; below, a tab has its own copy. */
const SIZES = [100, 1_000, 10_000, 100_000, 1_000_000];
const LENGTHS = [10_000, 100_000, MEGABYTE, 5 * MEGABYTE];

/** The shortest time (ms) of a run: what else the machine does can only add to it. */
function timed(run: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < ROUNDS; i++) {
    const began = performance.now();
    run();
    best = Math.min(best, performance.now() - began);
  }
  return best;
}

/** The sum is kept, so that no engine can leave the loop out. */
let touched = 0;
function touch(texts: readonly string[]): void {
  for (const text of texts) for (let i = 0; i < text.length; i++) touched = (touched + text.charCodeAt(i)) | 0;
}

const isWhole = (text: string, start: number, end: number): boolean =>
  !/[\p{L}\p{N}]/u.test(text[start - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[end] ?? '');

/** A peer's scan over all the texts, whole words only; null where it is not built at so many names. */
const PEERS: Readonly<Record<string, (names: readonly string[]) => ((text: string) => number) | null>> = {
  '@monyone/aho-corasick (fast)': (names) => {
    if (names.length > MONYONE_MOST) return null;
    const matcher = new MonyoneAhoCorasick([...names]);
    return (text) => matcher.matchInText(text).filter(({ begin, end }) => isWhole(text, begin, end)).length;
  },
  'modern-ahocorasick': (names) => {
    if (names.length > MODERN_MOST) return null;
    const matcher = new ModernAhoCorasick([...names]);
    return (text) => matcher.search(text).filter(({ start, end }) => isWhole(text, start, end)).length;
  },
};

export function benchInNode(quick: boolean): void {
  const sizes = quick ? SIZES.slice(0, 3) : SIZES;
  const names = makeNames(sizes.at(-1) ?? 0);
  const texts = makeParagraphs(MEGABYTE, names);
  const floor = timed(() => touch(texts));
  const growth: (string | number)[][] = [];
  const beside: (string | number)[][] = [];
  let atTenThousand: ReturnType<typeof openGazetteer> | null = null;
  for (const size of sizes) {
    const some = names.slice(0, size);
    const { packed, ms: build } = packNames(some);
    const wrap = timed(() => void openGazetteer(packed));
    const gazetteer = openGazetteer(packed);
    if (size === 10_000) atTenThousand = gazetteer;
    let found = 0;
    const scan = timed(() => {
      found = texts.reduce((sum, text) => sum + gazetteer.scan(text).length, 0);
    });
    growth.push([
      size,
      build.toFixed(0),
      (packed.length / MEGABYTE).toFixed(1),
      wrap.toFixed(2),
      scan.toFixed(1),
      `${(scan / floor).toFixed(1)}×`,
    ]);
    if (size !== 10_000 && size !== 100_000) continue;
    beside.push([size, 'sidelight', scan.toFixed(1), '1.0×', found]);
    for (const [peer, make] of Object.entries(PEERS)) {
      const run = make(some);
      if (!run) {
        beside.push([size, peer, 'not run: takes more than 20 s to build']);
        continue;
      }
      let hits = 0;
      const time = timed(() => {
        hits = texts.reduce((sum, text) => sum + run(text), 0);
      });
      beside.push([size, peer, time.toFixed(1), `${(time / scan).toFixed(1)}×`, hits]);
    }
  }
  console.log(
    `Node ${process.versions.node}, 1 MB of text in paragraphs; touching each character takes ${floor.toFixed(2)} ms (${touched & 1 ? 'odd' : 'even'} sum)`,
  );
  console.log(table(['names', 'build ms', 'MB', 'wrap ms', 'scan ms', 'against touching'], growth));
  console.log('Beside npm’s matchers, the same text and names (ratio to Sidelight):');
  console.log(table(['names', 'contender', 'ms', 'ratio', 'found'], beside));
  const lengths = LENGTHS.map((length) => {
    const text = makeParagraphs(length, names);
    const touching = timed(() => touch(text));
    const scan = timed(() => text.forEach((each) => void atTenThousand?.scan(each)));
    return [`${length / 1000} kB`, scan.toFixed(2), `${(scan / touching).toFixed(1)}×`];
  });
  console.log('With the length of the text, 10,000 names:');
  console.log(table(['text', 'scan ms', 'against touching'], lengths));
}
