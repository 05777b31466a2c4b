/**
 * The part of the benchmarks that runs in the page, beside the contenders of markers/: Sidelight's own reading and its peers' scanning,
 * on the same article and names. Each contender gives the number of names it found, so that nobody is fast by finding nothing.
 */

import { AhoCorasick as MonyoneAhoCorasick } from '@monyone/aho-corasick/fast';
import ModernAhoCorasick from 'modern-ahocorasick';
import { openGazetteer } from '@/core/gazetteer/open';
import { createLinker, link } from '@/core/linking/link';
import { NO_CHOICES } from '@/core/model/painting';
import { ok } from '@/core/result';
import { createBlockList } from '@/page/block-list';
import type { Ask, PageHandlers } from '@/page/contract';
import { startReader } from '@/page/controller';
import { hitTest, rectsOf } from '@/page/hit-test';
import { createMarks } from '@/page/marks';
import type { TextBlock } from '@/page/text-map';
import { createWalk } from '@/page/walk';
import { alternation } from './alternation';

function blocks(): TextBlock[] {
  const walk = createWalk(document.body, { deep: true, onHidden: () => {}, isOurs: () => false });
  const found: TextBlock[] = [];
  for (let some = walk.next(); some; some = walk.next()) found.push(...some);
  return found;
}

const wholeWord = (text: string, start: number, end: number) =>
  !/[\p{L}\p{N}]/u.test(text[start - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[end] ?? '');

/** Walk, scan, link and paint, as the content script does on a fresh page; `packed` is what the background hands out. */
function sidelight(packed: Uint8Array, lap: (step: string) => void = () => {}): TextBlock[] {
  const gazetteer = openGazetteer(packed);
  lap('open');
  const all = blocks();
  lap('walk');
  for (const block of all) block.matches = gazetteer.scan(block.text);
  const read = all.filter((block) => block.matches.length > 0);
  lap('scan');
  const linked = link(gazetteer, read);
  for (const [i, block] of read.entries()) block.mentions = linked[i]?.mentions ?? [];
  lap('link');
  createMarks(window, () => true).sync(read);
  lap('paint');
  return read;
}

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

/** Runs per timing of something short: the browser's clock stands still for 0.1 ms at a time. */
const BATCH = 10;

/** Median time (ms) of one warm run, taken in batches. */
function warm(rounds: number, run: () => void): number {
  const times: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const began = performance.now();
    for (let k = 0; k < BATCH; k++) run();
    times.push(ms(began) / BATCH);
  }
  return times.sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}

function touchAll(): number {
  let sum = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { data } = node as Text;
    for (let c = 0; c < data.length; c++) sum = (sum + data.charCodeAt(c)) | 0;
  }
  return sum;
}

const sleep = (delay: number) => new Promise((done) => setTimeout(done, delay));

/** The reader as the content script starts it, with a background that answers from here. Gives the way to its state. */
function reader(packed: Uint8Array): () => Promise<string> {
  const answers: Record<string, () => unknown> = {
    'page/hello': () => ({
      state: 'on',
      gazetteer: { revision: 'bench', names: 0, where: 'page' },
      overlay: { corrections: [], painting: NO_CHOICES },
    }),
    'gazetteer/get': () => ({ revision: 'bench', bytes: packed }),
  };
  const state: { page: PageHandlers | null } = { page: null };
  startReader({
    window,
    ask: (async (call: string) => ok(answers[call]?.())) as Ask,
    servePage(handlers) {
      state.page = handlers;
    },
    openGazetteer,
    canScan: () => true,
    createLinker: (subject) => createLinker({ subject }),
    alive: () => true,
    signal: new AbortController().signal,
  });
  return async () => (await state.page?.['page/state']({}))?.status ?? 'gone';
}

/** Ways in which live pages change, how often, and how long (ms) they rest after each. */
const LIVE = {
  /** A story that is corrected: the text of a paragraph is another's, as a whole. */
  replaced: {
    changes: 20,
    pause: 100,
    change(paragraphs: readonly HTMLElement[], i: number) {
      const p = paragraphs[(i * 7) % paragraphs.length];
      if (p) p.textContent = paragraphs[(i * 7 + 3) % paragraphs.length]?.textContent ?? '';
    },
  },
  /** A list that holds what is in sight: ten of its rows go at one end, ten come at the other. */
  'virtual list': {
    changes: 20,
    pause: 100,
    change(paragraphs: readonly HTMLElement[], i: number) {
      const list = document.querySelector('article');
      for (let k = 0; k < 10; k++) {
        list?.append(paragraphs[(i * 10 + k + 400) % paragraphs.length]?.cloneNode(true) ?? '');
        list?.querySelector('p')?.remove();
      }
    },
  },
  /** A ticker that never rests. */
  endless: {
    changes: 300,
    pause: 10,
    change(paragraphs: readonly HTMLElement[], i: number) {
      const p = paragraphs[i % 5];
      if (p) p.textContent = `${i} ${paragraphs[i % paragraphs.length]?.textContent ?? ''}`;
    },
  },
};
export type LiveKind = keyof typeof LIVE;

export const bench = {
  scanners: Object.keys(SCANNERS),
  liveKinds: Object.keys(LIVE) as LiveKind[],

  /** Build time, and the median of warm scans over the page's whole text (ms). */
  scan(contender: string, names: readonly string[], packed: Uint8Array, rounds: number): { build: number; ms: number; found: number } {
    const make = SCANNERS[contender];
    if (!make) throw new Error(`no contender ${contender}`);
    const text = document.body.textContent ?? '';
    const began = performance.now();
    const run = make(names, packed);
    const build = ms(began);
    let found = 0;
    let turn = 0;
    const time = warm(rounds, () => {
      // A new string each time: engines remember what an expression found in the last one.
      found = run(`${turn++}\n${text}`);
    });
    return { build, ms: time, found };
  },

  /** Walking and touching each character: the floor under any reading of a page (median, ms). */
  floor(rounds: number): number {
    let total = 0;
    const time = warm(rounds, () => {
      total += touchAll();
    });
    // The sum is used, so that no engine can leave the loop out.
    return Number.isFinite(total) ? time : Number.NaN;
  },

  /** Walk alone, and walk and scan, warm (median, ms): to be held against the floor. */
  walkAndScan(packed: Uint8Array, rounds: number): { walk: number; both: number } {
    const gazetteer = openGazetteer(packed);
    return {
      walk: warm(rounds, () => void blocks()),
      both: warm(rounds, () => {
        for (const block of blocks()) gazetteer.scan(block.text);
      }),
    };
  },

  /** Where the time of the first scan and mark on a fresh page goes (ms by step). */
  steps(packed: Uint8Array): Record<string, number> {
    const laps: Record<string, number> = {};
    let since = performance.now();
    sidelight(packed, (step) => {
      laps[step] = ms(since);
      since = performance.now();
    });
    return laps;
  },

  /**
   * Starts the reader and waits until the page is read; then changes the page's text in several places and waits until that is
   * read too. Gives how long the first reading took (ms), and what the page itself could see of it.
   */
  async live(packed: Uint8Array): Promise<{ read: number; mutations: number; shift: number; painted: number }> {
    let mutations = 0;
    let shift = 0;
    const watch = new MutationObserver((records) => {
      mutations += records.length;
    });
    watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const shifts = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shift += (entry as PerformanceEntry & { value: number }).value;
    });
    shifts.observe({ type: 'layout-shift', buffered: true });
    const began = performance.now();
    const state = reader(packed);
    while ((await state()) === 'reading') await sleep(4);
    const read = ms(began);
    if ((await state()) !== 'ready') throw new Error(`the page is ${await state()}`);
    await sleep(300);
    watch.disconnect();
    shifts.disconnect();
    const painted = [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0);
    return { read, mutations, shift, painted };
  },

  /** Adds, replaces and removes text of the page, as a live page does, and waits until it is read. */
  async change(): Promise<void> {
    const paragraphs = [...document.querySelectorAll('p')];
    const some = paragraphs.slice(0, 20);
    const article = document.querySelector('article');
    for (const p of some) article?.append(p.cloneNode(true));
    for (const p of some.slice(0, 10)) p.append(` ${some[10]?.textContent ?? ''}`);
    for (const p of paragraphs.slice(30, 40)) p.remove();
    await sleep(1_500);
  },

  /** Changes the page as live pages do, one change after the other, and waits until that is read; gives how many changes it made. */
  async keepChanging(kind: LiveKind): Promise<number> {
    const { changes, pause, change } = LIVE[kind];
    const paragraphs = [...document.querySelectorAll('p')];
    for (let i = 0; i < changes; i++) {
      change(paragraphs, i);
      await sleep(pause);
    }
    await sleep(1_500);
    return changes;
  },

  /** What reading the whole page once more would take instead: walk, scan, link and paint, warm (median, ms). */
  rescan(packed: Uint8Array, rounds: number): number {
    const gazetteer = openGazetteer(packed);
    const marks = createMarks(window, () => true);
    const times = Array.from({ length: rounds }, () => {
      const began = performance.now();
      const read = blocks().filter((block) => {
        block.matches = gazetteer.scan(block.text);
        return block.matches.length > 0;
      });
      const linked = link(gazetteer, read);
      for (const [i, block] of read.entries()) block.mentions = linked[i]?.mentions ?? [];
      marks.sync(read);
      return ms(began);
    });
    return times.sort((a, b) => a - b)[rounds >> 1] ?? Number.NaN;
  },

  /**
   * Hit-tests at points of `batches` × 100 mentions in view; the mean of each batch (ms), beside the browser's own caret look-up
   * alone. The element at each point is looked up before, as the browser does for a pointer event in any case.
   */
  hits(packed: Uint8Array, batches: number): { times: number[]; bare: number[]; mentions: number; hit: number } {
    const read = sidelight(packed);
    const list = createBlockList();
    let previous: TextBlock | null = null;
    for (const block of read) {
      if (block.matches.length === 0) continue;
      list.add(block, previous);
      previous = block;
    }
    const all = read.flatMap((block) => block.mentions.map((mention) => ({ block, mention })));
    const points: { x: number; y: number; element: Element }[] = [];
    for (const target of all) {
      const rect = rectsOf(target)[0];
      if (rect && rect.top > innerHeight) break;
      if (!rect || rect.top <= 0 || rect.bottom >= innerHeight) continue;
      const [x, y] = [rect.left + rect.width / 2, rect.top + rect.height / 2];
      points.push({ x, y, element: document.elementFromPoint(x, y) ?? document.body });
    }
    /** Mean time (ms) in each batch of 100 points. */
    const timed = (test: (x: number, y: number, element: Element) => void): number[] =>
      Array.from({ length: batches }, (_, batch) => {
        const began = performance.now();
        for (let i = 0; i < 100; i++) {
          const point = points[(batch * 100 + i) % points.length];
          if (point) test(point.x, point.y, point.element);
        }
        return ms(began) / 100;
      });
    let hit = 0;
    const bare = timed((x, y) => void document.caretPositionFromPoint(x, y));
    const times = timed((x, y, element) => {
      if (hitTest(element, list, x, y)) hit++;
    });
    return { times, bare, mentions: all.length, hit: hit / (batches * 100) };
  },
};

(globalThis as unknown as { bench: typeof bench }).bench = bench;
