/** The tables of `npm run bench` that need a page and no extension: marking, scanning, tasks and hit-testing, beside the peers. */
import { availableParallelism, loadavg } from 'node:os';
import { type BenchBrowser, type FirstMark, type Given, launchBench, type MarkerScript } from './bench-page';
import { makeNames } from './corpus';
import type { bench } from './in-page';
import { QUICK } from './options';
import { packNames } from './packed-names';
import { median, percentile, table } from './print';
import { type LongestTasks, longestTasks, timeInTurns } from './tasks';

type InPage = typeof bench;
type Cell = string | number | undefined;

const SIZES = QUICK ? [100, 10_000] : [100, 10_000, 100_000];
/** Characters of the article most tables are about, and of the pages for the longest task and for 5,000 marks. */
const PAGE = 200_000;
const LONG_PAGE = 5_000_000;
const MARKED_PAGE = 1_850_000;
/** Fresh pages per contender: first runs vary more than warm ones. */
const FRESH_ROUNDS = QUICK ? 3 : 7;
const WARM_ROUNDS = 15;
const TASK_ROUNDS = QUICK ? 2 : 5;
const HIT_BATCHES = 100;
/** Seen to take minutes or to throw from these sizes on; not run, printed as such. */
const LEFT_OUT: Readonly<Record<string, number>> = {
  'mark.js': 1_000,
  'regular expression': 50_000,
  'mark.js, one regular expression': 50_000,
  'findAndReplaceDOMText, one regular expression': 50_000,
  '@monyone/aho-corasick (fast)': 50_000,
};
/** Who marks, and the script of markers/ that each is in. */
const MARKERS: readonly (readonly [string, MarkerScript])[] = [
  ['sidelight', 'sidelight'],
  ['sidelight, with linking', 'sidelight'],
  ['mark.js', 'mark-js'],
  ['mark.js, one regular expression', 'mark-js'],
  ['findAndReplaceDOMText, one regular expression', 'find-and-replace'],
];
/** Names that mark.js takes at once; more it would have to be given in so many goes, each over the whole page. */
const MARKJS_CHUNK = 100;
const isLeftOut = (contender: string, size: number) => size >= (LEFT_OUT[contender] ?? Number.POSITIVE_INFINITY);
const NOT_RUN = 'not run (minutes, or throws)';

const times = (value: number, base: number) => `${(value / base).toFixed(1)}×`;
const range = (values: readonly number[]) => `${Math.min(...values).toFixed(1)}–${Math.max(...values).toFixed(1)}`;
const kB = (characters: number) => `${characters / 1000} kB`;
const print = (title: string, head: readonly string[], rows: readonly (readonly Cell[])[]) => console.log(`${title}\n${table(head, rows)}`);

/** The one element of ours is added before anything is read; what the marks change is counted beyond it. */
const OUR_HOST = 1;

interface Setting {
  readonly browser: BenchBrowser;
  /** Those that the pages' texts are made of. */
  readonly names: readonly string[];
  readonly built: readonly (Given & { readonly size: number })[];
  readonly tenThousand: Given;
}

/** By name, in the order in which they are printed. */
const TABLES: Readonly<Record<string, (setting: Setting) => Promise<void>>> = {
  marking: benchMarking,
  scanning: benchScanning,
  floor: benchFloor,
  tasks: benchTasks,
  live: benchLive,
  hits: benchHits,
};

export async function printPageTables(wanted: (what: string) => boolean): Promise<void> {
  const tables = Object.entries(TABLES).filter(([what]) => wanted(what));
  if (tables.length === 0) return;
  const names = makeNames(Math.max(...SIZES));
  const built = SIZES.map((size) => ({ size, ...packNames(names.slice(0, size)) }));
  const tenThousand = built.find(({ size }) => size === 10_000) as Given;
  const browser = await launchBench(names);
  try {
    const load = loadavg()[0] ?? 0;
    console.log(`${browser.version} · ${availableParallelism()} cores, load ${load.toFixed(1)} · article of ${kB(PAGE)}\n`);
    for (const [, run] of tables) await run({ browser, names, built, tenThousand });
  } finally {
    await browser.close();
  }
}

async function scannerNames({ browser, tenThousand }: Setting): Promise<InPage['scanners']> {
  const found = await browser.fresh<InPage['scanners']>(PAGE, tenThousand, '(b) => b.scanners');
  if (typeof found === 'string') throw new Error(found);
  return found;
}

/** Contenders take turns, page by page, so that a busy moment of the machine falls on all of them. */
async function benchMarking({ browser, built, tenThousand }: Setting): Promise<void> {
  const rows: Cell[][] = [];
  let chunk = Number.NaN;
  for (const given of built) {
    const runs = new Map(MARKERS.map(([contender]) => [contender, [] as FirstMark[]]));
    const trouble = new Map(MARKERS.filter(([contender]) => isLeftOut(contender, given.size)).map(([contender]) => [contender, NOT_RUN]));
    for (let i = 0; i < FRESH_ROUNDS; i++) {
      for (const [contender, script] of MARKERS) {
        if (trouble.has(contender)) continue;
        const run = await browser.mark(PAGE, given, script, contender);
        if (typeof run === 'string') trouble.set(contender, run);
        else runs.get(contender)?.push(run);
      }
    }
    const middle = (list: readonly FirstMark[], what: 'ms' | 'cpu' | 'load') => median(list.map((run) => run[what]));
    const ours = runs.get('sidelight') ?? [];
    for (const [contender, list] of runs) {
      const failed = trouble.get(contender);
      const all = list.map((run) => run.ms);
      rows.push(
        failed
          ? [given.size, contender, failed]
          : [
              given.size,
              contender,
              median(all).toFixed(1),
              range(all),
              times(median(all), middle(ours, 'ms')),
              middle(list, 'cpu').toFixed(1),
              times(middle(list, 'cpu'), middle(ours, 'cpu')),
              middle(list, 'load').toFixed(1),
              list[0]?.found,
            ],
      );
      if (contender === 'mark.js' && given.size === MARKJS_CHUNK) chunk = median(all);
    }
    const chunks = given.size / MARKJS_CHUNK;
    if (chunks > 1) {
      const ms = chunk * chunks;
      rows.push([
        given.size,
        `mark.js, ${chunks} times its ${MARKJS_CHUNK} names`,
        ms.toFixed(0),
        'reckoned',
        times(ms, middle(ours, 'ms')),
      ]);
    }
  }
  print(
    'First scan and mark on a fresh page with cold code (ratio to Sidelight); beside it what loading the script takes:',
    ['names', 'contender', 'ms', 'range', 'ratio', 'CPU ms', 'ratio', 'script load ms', 'marks'],
    rows,
  );

  const laps: Record<string, number>[] = [];
  for (let i = 0; i < FRESH_ROUNDS; i++) {
    const lap = await browser.fresh<Record<string, number>>(PAGE, tenThousand, '(b, names, packed) => b.steps(packed)');
    if (typeof lap === 'string') throw new Error(lap);
    laps.push(lap);
  }
  print(
    'Where Sidelight’s goes at 10,000 names:',
    ['step', 'ms'],
    Object.keys(laps[0] ?? {}).map((step) => [step, median(laps.map((lap) => lap[step] ?? 0)).toFixed(1)]),
  );
}

async function benchScanning(setting: Setting): Promise<void> {
  const { browser, built } = setting;
  const scanners = await scannerNames(setting);
  const rows: Cell[][] = [];
  for (const given of built) {
    let ours = Number.NaN;
    for (const contender of scanners) {
      const run = isLeftOut(contender, given.size)
        ? NOT_RUN
        : await browser.fresh<{ build: number; ms: number; found: number }>(
            PAGE,
            given,
            `(b, names, packed) => b.scan(${JSON.stringify(contender)}, names, packed, ${WARM_ROUNDS})`,
          );
      if (typeof run === 'string') {
        rows.push([given.size, contender, run]);
        continue;
      }
      if (contender === 'sidelight') ours = run.ms;
      rows.push([given.size, contender, run.ms.toFixed(2), times(run.ms, ours), run.build.toFixed(1), run.found]);
    }
  }
  print('Scan of the page’s text, warm (ratio to Sidelight):', ['names', 'contender', 'ms', 'ratio', 'build ms', 'found'], rows);
}

/** Browsers differ most in what their engines make of a loop: both are held against their own floor. */
async function benchFloor({ browser, built, names }: Setting): Promise<void> {
  const firefox = await launchBench(names, 'firefox');
  const rows: Cell[][] = [];
  try {
    for (const [name, each] of [
      ['Chromium', browser],
      ['Firefox', firefox],
    ] as const) {
      for (const given of built) {
        const run = await each.fresh<{ floor: number; walk: number; both: number }>(
          PAGE,
          given,
          `(b, names, packed) => ({ floor: b.floor(${WARM_ROUNDS}), ...b.walkAndScan(packed, ${WARM_ROUNDS}) })`,
        );
        if (typeof run === 'string') throw new Error(run);
        const { floor, walk, both } = run;
        rows.push([name, given.size, floor.toFixed(2), walk.toFixed(2), times(walk, floor), both.toFixed(2), times(both, floor)]);
      }
    }
  } finally {
    await firefox.close();
  }
  print(
    'Against walking and touching each character, warm:',
    ['browser', 'names', 'floor ms', 'walk ms', 'ratio', 'walk and scan ms', 'ratio'],
    rows,
  );
}

/** The reader as a page has it, 10,000 names: a first reading, then a live change, which is also made on a page without a reader. */
async function benchTasks({ browser, tenThousand }: Setting): Promise<void> {
  const rows: Cell[][] = [];
  const seen: Cell[][] = [];
  const settled = () => new Promise((done) => setTimeout(done, 500));
  for (const characters of [PAGE, LONG_PAGE]) {
    const first: LongestTasks[] = [];
    const live: LongestTasks[] = [];
    const alone: LongestTasks[] = [];
    for (let i = 0; i < TASK_ROUNDS; i++) {
      const read = await browser.open(characters, tenThousand);
      await settled();
      const reading = await longestTasks(read.page, () =>
        read.call<Awaited<ReturnType<InPage['live']>>>('(b, names, packed) => b.live(packed)'),
      );
      first.push(reading);
      live.push(await longestTasks(read.page, () => read.call<void>('(b) => b.change()')));
      await read.page.close();
      const bare = await browser.open(characters, tenThousand);
      await settled();
      alone.push(await longestTasks(bare.page, () => bare.call<void>('(b) => b.change()')));
      await bare.page.close();
      if (i > 0) continue;
      const { value } = reading;
      seen.push([kB(characters), value.read.toFixed(0), value.painted, value.shift.toFixed(3), value.mutations - OUR_HOST]);
    }
    const row = (what: string, list: readonly LongestTasks[]) => {
      const turns = list.map((each) => each.turns);
      rows.push([kB(characters), what, median(turns).toFixed(0), range(turns), median(list.map((each) => each.any)).toFixed(0)]);
    };
    row('first reading', first);
    row('live change', live);
    row('live change, no reader', alone);
  }
  print(
    'Longest main-thread task, 10,000 names, ms from the browser’s trace:',
    ['page', 'what', 'with a turn of ours', 'range', 'any'],
    rows,
  );
  print(
    'What the page can see of a reading (marks painted: only those near the view on long pages):',
    ['page', 'read after ms', 'marks painted', 'layout shift', 'DOM mutations'],
    seen,
  );
}

/** Live pages: what the reader takes for a change, all its turns together, beside reading the whole page again. */
async function benchLive({ browser, tenThousand }: Setting): Promise<void> {
  const bare = await browser.open(PAGE, tenThousand);
  const kinds = await bare.call<InPage['liveKinds']>('(b) => b.liveKinds');
  const rescan = await bare.call<number>(`(b, names, packed) => b.rescan(packed, ${WARM_ROUNDS})`);
  await bare.page.close();
  const rows: Cell[][] = [];
  for (const kind of kinds) {
    const each: number[] = [];
    let made = 0;
    for (let i = 0; i < TASK_ROUNDS; i++) {
      const { page, call } = await browser.open(PAGE, tenThousand);
      await call('(b, names, packed) => b.live(packed)');
      const { value, ms } = await timeInTurns(page, () => call<number>(`(b) => b.keepChanging(${JSON.stringify(kind)})`));
      made = value;
      each.push(ms / value);
      await page.close();
    }
    rows.push([kind, made, median(each).toFixed(2), range(each), rescan.toFixed(1), times(rescan, median(each))]);
  }
  print(
    `Live changes of the article, 10,000 names, beside reading all of it again (ratio to Sidelight):`,
    ['change', 'changes', 'our ms each', 'range', 'full rescan ms', 'ratio'],
    rows,
  );
}

async function benchHits({ browser, tenThousand }: Setting): Promise<void> {
  const run = await browser.fresh<ReturnType<InPage['hits']>>(
    MARKED_PAGE,
    tenThousand,
    `(b, names, packed) => b.hits(packed, ${HIT_BATCHES})`,
  );
  if (typeof run === 'string') throw new Error(run);
  print(
    'Hit-test, each, timed in batches of 100:',
    ['mentions', 'p50 ms', 'p95 ms', 'bare caret p50 ms', 'p95 ms', 'points that hit'],
    [
      [
        run.mentions,
        ...[run.times, run.bare].flatMap((each) => [percentile(each, 0.5).toFixed(4), percentile(each, 0.95).toFixed(4)]),
        `${(run.hit * 100).toFixed(0)} %`,
      ],
    ],
  );
}
