/**
 * Reading one page, from the order to read it until the signal aborts: marks, cards, keys, and following its changes.
 * The controller decides whether there is one.
 */
import type { SubjectKind } from '@/core/model/actor';
import type { QualifiedId } from '@/core/model/ids';
import type { PageState } from '@/core/model/view';
import type { Fault } from '@/core/result';
import { watchAddress } from './address';
import type { CardHost } from './card-host';
import { followClaims } from './claims/follow';
import type { Ask, CardState, CreateLinker } from './contract';
import { hitTest, type Target } from './hit-test';
import { createHoverDriver } from './hover-driver';
import { createMarks } from './marks';
import { observePage, watchHidden } from './observer';
import type { NeedPart } from './parts';
import { createReading } from './reading';
import type { Scanner } from './scanner';
import { createSlices } from './slices';
import { bringIntoView, nearestTarget, stepFrom, targetsOf, targetsOfSubject } from './steps';

export interface SessionOptions {
  readonly window: Window & typeof globalThis;
  readonly scanner: Scanner;
  readonly createLinker: CreateLinker;
  readonly ask: Ask;
  readonly need: NeedPart;
  readonly card: CardHost;
  /** Is the extension that started us still there? Asked often; must be cheap. */
  readonly alive: () => boolean;
  /** The page became another article, which is not read yet. */
  readonly onReading: () => void;
  /** Everything is read: for the first time, or again. */
  readonly onRead: () => void;
  /** Reading has stopped. */
  readonly onFault: (fault: Fault) => void;
  /** The extension is gone. */
  readonly onOrphaned: () => void;
  readonly signal: AbortSignal;
}

export interface Session {
  /** How often each subject is named, most often first. */
  subjects(): PageState['subjects'];
  /** The three ways to a card by key; false or 0 where there is nothing to open. */
  step(by: 1 | -1): boolean;
  open(): boolean;
  reveal(subject: QualifiedId, nth: number): number;
}

/** After the address changed, an application fetches and shows its next story; no sooner (ms) is that story said to be read. */
const SETTLE_MS = 1_000;

export function startSession(options: SessionOptions): Session {
  const { window, scanner, createLinker, ask, need, card, alive, onReading, onRead, onFault, onOrphaned, signal } = options;
  const { document } = window;
  /** Which subjects are painted openly; filled as the linker names them. */
  const open = new Map<QualifiedId, boolean>();
  const watched: Scanner = {
    ...scanner,
    subject(index) {
      const entry = scanner.subject(index);
      open.set(entry.id, entry.open);
      return entry;
    },
  };
  const marks = createMarks(window, (subject) => open.get(subject) === true);
  const hidden = watchHidden(
    window,
    (element) =>
      reading.touch({ own: new Set(element.parentElement ? [element.parentElement] : []), deep: new Set([element]), removed: false }),
    signal,
  );
  const reading = createReading({
    window,
    scanner: watched,
    createLinker,
    marks,
    slices: createSlices(window, signal),
    hidden,
    isOurs: card.isOurs,
    onUpdate() {
      hover.reread(again);
      named = count();
      report();
    },
    onFault,
    signal,
  });
  const { blocks } = reading;
  const claims = followClaims({ window, blocks, openLayer: card.openLayer, signal }, need);
  /** How often each subject was named when the linker last saw the whole page; between, blocks come and go. */
  let named: PageState['subjects'] = [];
  /** The timer of the wait for an application's next story; 0 for none. */
  let settling = 0;

  function report(): void {
    if (settling !== 0 || !reading.isCurrent()) return;
    onRead();
    claims.read();
  }

  function count(): PageState['subjects'] {
    const counts = new Map<QualifiedId, { kind: SubjectKind; count: number }>();
    for (const { mention } of targetsOf(blocks)) {
      const entry = counts.get(mention.subject);
      if (entry) entry.count++;
      else counts.set(mention.subject, { kind: mention.kind, count: 1 });
    }
    return [...counts].map(([id, entry]) => ({ id, ...entry })).sort((a, b) => b.count - a.count);
  }

  /** Where a target is after a reading: in its block, or in the only one with the same text where the page put that in its place. */
  function again({ block, mention }: Target): Target | null {
    const places = blocks.has(block) ? [block] : blocks.all.filter(({ text }) => text === block.text);
    const found = places.flatMap((place) =>
      place.mentions
        .filter(({ start, end, subject }) => start === mention.start && end === mention.end && subject === mention.subject)
        .map((same) => ({ block: place, mention: same })),
    );
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  async function look({ mention }: Target): Promise<CardState> {
    const answer = await ask('subject/get', { id: mention.subject });
    if (!answer.ok && !alive()) onOrphaned();
    return answer.ok
      ? { kind: 'ready', view: answer.value, surface: mention.surface, reason: mention.reason }
      : { kind: 'failed', message: answer.fault.message };
  }

  const hover = createHoverDriver({
    window,
    hit(element, x, y) {
      if (alive()) return hitTest(element, blocks, x, y);
      onOrphaned();
      return null;
    },
    look,
    card,
    signal,
  });

  function go(target: Target | null, focus: boolean): boolean {
    if (!target) return false;
    bringIntoView(target, window);
    hover.open(target, focus);
    return true;
  }

  const address = watchAddress(
    window,
    () => {
      hover.close();
      claims.leave();
      named = [];
      onReading();
      window.clearTimeout(settling);
      settling = window.setTimeout(() => {
        settling = 0;
        report();
      }, SETTLE_MS);
      reading.all();
    },
    signal,
  );
  observePage({
    document,
    isOurs: card.isOurs,
    onChange(changes) {
      if (!alive()) return onOrphaned();
      // Before the next frame is painted: no mark may lie on words that are not its own.
      marks.recheck(changes.own);
      address.check();
      reading.touch(changes);
    },
    signal,
  });
  signal.addEventListener('abort', () => {
    window.clearTimeout(settling);
    marks.clear();
    blocks.clear();
  });
  reading.all();

  return {
    subjects() {
      // Not every browser tells of a new address.
      address.check();
      return named;
    },
    step(by) {
      const target = stepFrom(blocks, hover.current(), by, window);
      if (target) {
        const all = targetsOf(blocks);
        const at = all.findIndex(({ block, mention }) => block === target.block && mention === target.mention);
        card.announce(`${target.mention.surface}, ${at + 1} / ${all.length}`);
      }
      return go(target, false);
    },
    open: () => go(hover.current() ?? nearestTarget(blocks, window), true),
    reveal(subject, nth) {
      const all = targetsOfSubject(blocks, subject);
      go(all[nth % Math.max(1, all.length)] ?? null, false);
      return all.length;
    },
  };
}
