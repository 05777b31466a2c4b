/**
 * The part of the benchmarks that runs in the page, bundled by run.ts: Sidelight's own reading and its peers', on the same
 * article and names. Each contender gives the number of names it found, so that nobody is fast by finding nothing.
 */
import { AhoCorasick as MonyoneAhoCorasick } from '@monyone/aho-corasick/fast';
import findAndReplaceDOMText from 'findandreplacedomtext';
import Mark from 'mark.js';
import ModernAhoCorasick from 'modern-ahocorasick';
import { openGazetteer } from '@/core/gazetteer/open';
import { link } from '@/core/linking/link';
import { createMarks } from '@/page/marks';
import { createWalk, type TextBlock } from '@/page/text-map';

function blocks(): TextBlock[] {
  const walk = createWalk(document.body, { deep: true, onHidden: () => {}, isOurs: () => false });
  const found: TextBlock[] = [];
  for (let block = walk.next(); block; block = walk.next()) found.push(block);
  return found;
}

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const alternation = (names: readonly string[]) =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${[...names]
      .sort((a, b) => b.length - a.length)
      .map(escaped)
      .join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  );

const wholeWord = (text: string, start: number, end: number) =>
  !/[\p{L}\p{N}]/u.test(text[start - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[end] ?? '');

/** Walk, scan, link and paint, as the content script does on a fresh page; `packed` is what the background hands out. */
function sidelight(packed: Uint8Array): number {
  const gazetteer = openGazetteer(packed);
  const read = blocks();
  for (const block of read) block.matches = gazetteer.scan(block.text);
  const linked = link(gazetteer, read);
  let count = 0;
  for (const [i, block] of read.entries()) {
    block.mentions = linked[i] ?? [];
    count += block.mentions.length;
  }
  createMarks(window, () => true).sync(read);
  return count;
}

/** First scan and mark on a fresh page, everything included that a page load would pay. */
const MARKERS: Readonly<Record<string, (names: readonly string[], packed: Uint8Array) => number>> = {
  sidelight: (_names, packed) => sidelight(packed),
  'mark.js': (names) => {
    new Mark(document.body).mark(names, { separateWordSearch: false, accuracy: 'exactly', diacritics: false, caseSensitive: true });
    return document.querySelectorAll('mark').length;
  },
  'mark.js, one regular expression': (names) => {
    new Mark(document.body).markRegExp(alternation(names));
    return document.querySelectorAll('mark').length;
  },
  'findAndReplaceDOMText, one regular expression': (names) => {
    findAndReplaceDOMText(document.body, { find: alternation(names), wrap: 'mark' });
    return document.querySelectorAll('mark').length;
  },
};

/** A scanner: built once from the names, then run over the page's text. */
const SCANNERS: Readonly<Record<string, (names: readonly string[], packed: Uint8Array) => (text: string) => number>> = {
  sidelight: (_names, packed) => {
    const gazetteer = openGazetteer(packed);
    return (text) => gazetteer.scan(text).length;
  },
  'regular expression': (names) => {
    const pattern = alternation(names);
    return (text) => [...text.matchAll(pattern)].length;
  },
  '@monyone/aho-corasick (fast)': (names) => {
    const matcher = new MonyoneAhoCorasick([...names]);
    return (text) => matcher.matchInText(text).filter(({ begin, end }) => wholeWord(text, begin, end)).length;
  },
  'modern-ahocorasick': (names) => {
    const matcher = new ModernAhoCorasick([...names]);
    return (text) => matcher.search(text).filter(({ start, end }) => wholeWord(text, start, end)).length;
  },
};

const ms = (began: number) => performance.now() - began;

export const bench = {
  markers: Object.keys(MARKERS),
  scanners: Object.keys(SCANNERS),

  /** Script time (ms) of a contender's first go at this page, and what it found. */
  mark(contender: string, names: readonly string[], packed: Uint8Array): { ms: number; found: number } {
    const run = MARKERS[contender];
    if (!run) throw new Error(`no contender ${contender}`);
    const began = performance.now();
    const found = run(names, packed);
    return { ms: ms(began), found };
  },

  /** Build time, and the median of warm scans over the page's whole text (ms). */
  scan(contender: string, names: readonly string[], packed: Uint8Array, rounds: number): { build: number; ms: number; found: number } {
    const make = SCANNERS[contender];
    if (!make) throw new Error(`no contender ${contender}`);
    const text = document.body.textContent ?? '';
    const began = performance.now();
    const run = make(names, packed);
    const build = ms(began);
    const times: number[] = [];
    let found = 0;
    for (let i = 0; i < rounds; i++) {
      const start = performance.now();
      found = run(text);
      times.push(ms(start));
    }
    times.sort((a, b) => a - b);
    return { build, ms: times[times.length >> 1] ?? 0, found };
  },

  /** Walking and touching each character: the floor under any reading of a page (median, ms). */
  floor(rounds: number): number {
    const times: number[] = [];
    let sum = 0;
    for (let i = 0; i < rounds; i++) {
      const start = performance.now();
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const { data } = node as Text;
        for (let c = 0; c < data.length; c++) sum = (sum + data.charCodeAt(c)) | 0;
      }
      times.push(ms(start));
    }
    times.sort((a, b) => a - b);
    return sum === Number.MIN_SAFE_INTEGER ? 0 : (times[times.length >> 1] ?? 0);
  },

  /** Walk and scan, warm (median, ms): to be held against the floor. */
  walkAndScan(packed: Uint8Array, rounds: number): number {
    const gazetteer = openGazetteer(packed);
    const times: number[] = [];
    for (let i = 0; i < rounds; i++) {
      const start = performance.now();
      for (const block of blocks()) gazetteer.scan(block.text);
      times.push(ms(start));
    }
    times.sort((a, b) => a - b);
    return times[times.length >> 1] ?? 0;
  },
};

(globalThis as unknown as { bench: typeof bench }).bench = bench;
