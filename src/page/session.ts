/**
 * Reading one page, from the order to read it until the signal aborts: marks, cards, keys, and following its changes.
 * The controller decides whether there is one.
 */

import type { SubjectKind } from '@/core/model/actor';
import type { QualifiedId } from '@/core/model/ids';
import type { Basis } from '@/core/model/mention';
import type { PageState } from '@/core/model/view';
import type { Fault } from '@/core/result';
import { createCorrectedLinker } from '@/doors/linking';
import type { PageOverlay } from '@/messaging/protocol';
import type { CardBasis } from '@/ui/card/card-state';
import { watchAddress } from './address';
import type { CardHost } from './card-host';
import type { ClaimsReading } from './claims/contract';
import { followClaims } from './claims/follow';
import type { Ask, CardState, CreateLinker } from './contract';
import { hitTest, isMention, type Named, sameNaming, type Target } from './hit-test';
import { createHoverDriver } from './hover-driver';
import { followLines } from './lines/follow';
import { createMarks, type Marks } from './marks';
import { observePage, watchHidden } from './observer';
import { createDecisions, withoutOff } from './overlay';
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
  readonly overlay: PageOverlay;
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
  /** Other corrections, or another way of drawing: takes effect without reading the page again. */
  follow(overlay: PageOverlay): void;
  /** Did the page become another article without being loaded anew? */
  hasMoved(): boolean;
  /** What the page claims; null while it is not read. */
  claims(): ClaimsReading | null;
  /** How often each subject is named, most often first. */
  subjects(): PageState['subjects'];
  /** The three ways to a card by key; false or 0 where there is nothing to open. */
  step(by: 1 | -1): boolean;
  open(): boolean;
  reveal(subject: QualifiedId, nth: number): number;
}

/** Candidates shown: where more bear a name, the best supported. */
const MOST_CANDIDATES = 4;

/** After the address changed, an application fetches and shows its next story; no sooner (ms) is that story said to be read. */
const SETTLE_MS = 1_000;

export function startSession(options: SessionOptions): Session {
  const { window, scanner, createLinker, ask, need, card, overlay, alive, onReading, onRead, onFault, onOrphaned, signal } = options;
  const { document } = window;
  const decisions = createDecisions(window, overlay);
  const watched: Scanner = {
    ...scanner,
    subject(index) {
      const entry = scanner.subject(index);
      decisions.note(entry);
      return entry;
    },
  };
  const painter = createMarks(window, (subject) => decisions.paint(subject) === 'open');
  const lines = followLines({ window, need, ground: card.openGround, signal });
  const marks: Marks = {
    ...painter,
    sync(all) {
      painter.sync(all);
      const isDiscreet = (subject: QualifiedId): boolean => decisions.paint(subject) === 'discreet';
      lines.sync({ blocks: all, isDiscreet, pointedOnly: decisions.pointedOnly() });
    },
    recheck(elements) {
      painter.recheck(elements);
      lines.recheck();
    },
  };
  const hidden = watchHidden(
    window,
    (element) =>
      reading.touch({ own: new Set(element.parentElement ? [element.parentElement] : []), deep: new Set([element]), removed: false }),
    signal,
  );
  const reading = createReading({
    window,
    scanner: watched,
    createLinker: (subject) => {
      const linker = createCorrectedLinker(createLinker(subject), { subject }, decisions.corrections);
      return { run: (given) => withoutOff(linker.run(given), (id) => decisions.paint(id) === 'off') };
    },
    marks,
    slices: createSlices(window, signal),
    hidden,
    isOurs: card.isOurs,
    onUpdate() {
      if (targetsOf(blocks).length > 0) card.prepare();
      hover.reread(again);
      named = count();
      report();
    },
    onFault,
    signal,
  });
  const { blocks } = reading;
  const claims = followClaims({ window, blocks, ask, openLayer: card.openLayer, signal }, need);
  /** The words whose card was open when a correction came: a card stays on them though they are marked no longer. */
  let corrected: Target | null = null;
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
      [...place.mentions, ...place.undecided].filter((same) => sameNaming(same, mention)).map((same) => ({ block: place, mention: same })),
    );
    const isHeld = card.holdsCorrection() && corrected?.block === block && corrected.mention === mention;
    if (found.length === 0 && isHeld) return corrected;
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  /** The card's subject; or, of an undecided stretch, everybody whom it may name. */
  async function look({ mention }: Target): Promise<CardState> {
    const { surface } = mention;
    const asked = isMention(mention) ? [mention] : mention.candidates.slice(0, MOST_CANDIDATES);
    const answers = await Promise.all(asked.map(({ subject }) => ask('subject/get', { id: subject })));
    const failed = answers.find((answer) => !answer.ok);
    if (failed && !alive()) onOrphaned();
    if (failed && !failed.ok) return { kind: 'failed', message: failed.fault.message };
    const named = asked.flatMap(({ reason, basis }, i) => {
      const answer = answers[i];
      return answer?.ok ? [{ view: answer.value, reason, ...(basis ? { basis: whereIs(mention, basis) } : {}) }] : [];
    });
    const [only] = named;
    if (isMention(mention) && only) return { kind: 'ready', surface, ...only };
    return { kind: 'undecided', surface, candidates: named };
  }

  /** The other words that a reason rests on, and where they stand from here. */
  function whereIs(from: Named, { block, start, surface }: Basis): CardBasis {
    const here = blocks.all.findIndex(({ mentions, undecided }) => [...mentions, ...undecided].includes(from));
    const isAbove = block < here || (block === here && start < from.start);
    return { surface, where: block === here ? 'beside' : isAbove ? 'above' : 'below' };
  }

  const hover = createHoverDriver({
    window,
    hit(element, x, y) {
      if (alive()) {
        const target = hitTest(element, blocks, x, y);
        lines.point(target);
        return target;
      }
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
      decisions.moved();
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
    follow(next) {
      if (!decisions.take(next)) return;
      // What the reader has just corrected stays under its card, so that it can be taken back there.
      if (card.holdsCorrection()) corrected = hover.current();
      reading.touch({ own: new Set(), deep: new Set(), removed: true });
    },
    hasMoved: decisions.hasMoved,
    claims: claims.part,
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
