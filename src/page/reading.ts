/**
 * Keeps the mentions of a page: walks, scans and links it once, then only what changed, in short turns on the main thread.
 * The order is always walk, scan, link over all, paint; nothing is painted before the linker has seen the whole article.
 */
import { type Fault, FaultError } from '@/core/result';
import { type BlockList, createBlockList, isWithin } from './block-list';
import type { CreateLinker } from './contract';
import { createJudge } from './eligible';
import type { Marks } from './marks';
import { type Changes, type HiddenWatch, noChanges } from './observer';
import type { Scanner } from './scanner';
import { createSight } from './sight';
import type { Slice, Slices } from './slices';
import { placesOf, type TextBlock } from './text-map';
import { containerOf, createWalk, type Walk } from './walk';

/** The part of the main thread that following a page may take: a page that mutates without end costs no more than this. */
const SHARE = 0.05;
/** The shortest and longest rest (ms) between two rounds: several changes of one moment are read together; nothing stays unread for long. */
const REST = { least: 100, most: 10_000 };
/** A page that takes away what is being read is begun again so often; its changes are read in any case. */
const MAX_RESTARTS = 5;
/** Text (UTF-16 units) read from one part of a page: forty novels; a page with more is not there to be read. */
const MAX_TEXT = 20_000_000;

export interface ReadingOptions {
  readonly window: Window & typeof globalThis;
  readonly scanner: Scanner;
  readonly createLinker: CreateLinker;
  readonly marks: Marks;
  readonly slices: Slices;
  readonly hidden: HiddenWatch;
  readonly isOurs: (node: EventTarget | null) => boolean;
  /** After every linking: mentions may have come, gone or changed. */
  readonly onUpdate: () => void;
  /** Reading has stopped. */
  readonly onFault: (fault: Fault) => void;
  readonly signal: AbortSignal;
}

export interface Reading {
  readonly blocks: BlockList;
  /** Reads the whole page, from the start. */
  all(): void;
  /** Reads what changed, soon. */
  touch(changes: Changes): void;
  /** Is there nothing that is still to be read? */
  isCurrent(): boolean;
}

export function createReading(options: ReadingOptions): Reading {
  const { window, scanner, createLinker, marks, slices, hidden, isOurs, onUpdate, onFault, signal } = options;
  const { document, performance } = window;
  const blocks = createBlockList();
  const linker = createLinker(scanner.subject);
  let changes = noChanges();
  let whole = false;
  let running = false;
  /** Main-thread time of the present round, in ms, waiting not counted. */
  let cost = 0;

  /** Finds the block as it was before, so that unchanged text is neither scanned nor painted again. */
  function known(before: ReadonlyMap<Element, TextBlock[]>, block: TextBlock): TextBlock | null {
    const there = before.get(block.container);
    const at = there?.findIndex((other) => other.text === block.text) ?? -1;
    const old = at < 0 ? undefined : there?.splice(at, 1)[0];
    if (!old) return null;
    // Where nobody asked for the nodes nothing is painted by them.
    if (old.places) {
      const { nodes } = placesOf(block);
      if (old.places.nodes.length !== nodes.length || nodes.some((node, i) => node !== old.places?.nodes[i])) old.version++;
    }
    old.places = block.places;
    old.anchor = block.anchor;
    return old;
  }

  async function scan(texts: readonly TextBlock[]): Promise<void> {
    const started = scanner.scan(texts.map((block) => block.text));
    const result = started instanceof Promise ? await started : started;
    if (!result.ok) throw new FaultError(result.fault);
    texts.forEach((block, i) => {
      block.matches = result.value[i] ?? [];
    });
  }

  async function read(work: Changes, turn: () => Promise<Slice>): Promise<void> {
    let slice = await turn();
    let since = performance.now();
    const pause = async (): Promise<void> => {
      cost += performance.now() - since;
      slice = await turn();
      since = performance.now();
    };
    const judge = createJudge(window, null);
    const sees = createSight(window, hidden.add);
    const deep = new Set<Element>();
    for (const root of work.deep) if (root.isConnected && !(root.parentElement && isWithin(root.parentElement, work.deep))) deep.add(root);
    const own = new Set<Element>();
    for (const element of work.own) {
      const container = element.isConnected ? containerOf(element, judge) : null;
      if (container && !isWithin(container, deep)) own.add(container);
    }
    const before = blocks.take({ own, deep });
    const roots = [...[...deep].map((root) => [root, true] as const), ...[...own].map((root) => [root, false] as const)];
    for (const [root, isDeep] of roots) {
      if (slice.left() <= 0) await pause();
      const start = (): Walk => createWalk(root, { deep: isDeep, onHidden: hidden.add, isOurs });
      let walk = start();
      let restarts = 0;
      let total = 0;
      /** Read and not yet listed, in document order; those of them that are to be scanned; and their length. */
      let batch: TextBlock[] = [];
      let fresh: TextBlock[] = [];
      let size = 0;
      /** The last that was listed. Between the blocks of a deep walk nothing else can stand: all was taken out before. */
      let previous: TextBlock | null = null;
      for (;;) {
        const found = total < MAX_TEXT ? walk.next() : null;
        for (const block of found ?? []) {
          total += block.text.length;
          const old = known(before, block);
          batch.push(old ?? block);
          if (old) continue;
          fresh.push(block);
          size += block.text.length;
        }
        const over = slice.left() <= 0;
        if (batch.length > 0 && (!found || over || size >= scanner.batch)) {
          if (fresh.length > 0) await scan(fresh);
          for (const one of batch) {
            if (one.matches.length === 0 || !sees(one.container)) continue;
            blocks.add(one, previous);
            if (isDeep) previous = one;
          }
          batch = [];
          fresh = [];
          size = 0;
        }
        if (!found) break;
        // Whatever was read is listed before the page gets its turn.
        if (over) await pause();
        if (!walk.lost()) continue;
        if (!root.isConnected || restarts++ === MAX_RESTARTS) break;
        for (const [container, taken] of blocks.take({ own: new Set(), deep: new Set([root]) })) before.set(container, taken);
        previous = null;
        walk = start();
      }
    }
    cost += performance.now() - since;
  }

  async function relink(turn: () => Promise<Slice>): Promise<void> {
    let slice = await turn();
    let since = performance.now();
    const { all } = blocks;
    const linking = linker.run(all);
    let step = linking.next();
    while (!step.done) {
      if (slice.left() <= 0) {
        cost += performance.now() - since;
        slice = await turn();
        since = performance.now();
      }
      step = linking.next();
    }
    const links = step.value;
    all.forEach((block, i) => {
      block.mentions = links[i]?.mentions ?? [];
      block.undecided = links[i]?.undecided ?? [];
    });
    cost += performance.now() - since;
    if (slice.left() <= 0) await turn();
    since = performance.now();
    marks.sync(all);
    cost += performance.now() - since;
    onUpdate();
  }

  const isCurrent = (): boolean => !(whole || changes.own.size > 0 || changes.deep.size > 0 || changes.removed);

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    try {
      while (!isCurrent()) {
        const first = whole;
        if (!first) await slices.rest(Math.min(REST.most, Math.max(REST.least, cost / SHARE)));
        const work = changes;
        changes = noChanges();
        if (whole) work.deep.add(document.body ?? document.documentElement);
        whole = false;
        cost = 0;
        const turn = first ? slices.soon : slices.idle;
        await read(work, turn);
        hidden.recheck();
        await relink(turn);
        // The first reading is paid once; only what comes again counts against the page.
        if (first) cost = 0;
      }
    } catch (error) {
      if (!signal.aborted)
        onFault(
          error instanceof FaultError
            ? error.fault
            : { code: 'page-unreadable', message: `The text of this page could not be read (${String(error)}).` },
        );
    } finally {
      running = false;
    }
  }

  return {
    blocks,
    all() {
      whole = true;
      void run();
    },
    touch(more) {
      for (const element of more.own) changes.own.add(element);
      for (const element of more.deep) changes.deep.add(element);
      changes.removed ||= more.removed;
      void run();
    },
    isCurrent,
  };
}
