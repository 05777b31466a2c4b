/**
 * The reader's end of drawing discreet lines: gets the part that draws them once a page names somebody who is to be marked so, and
 * keeps it informed. Part of the always-loaded script: small.
 */
import type { Target } from '../hit-test';
import type { NeedPart } from '../parts';
import type { Lines, LinesOrder, LinesWorld } from './contract';

export interface LinesOptions extends Omit<LinesWorld, 'ground'> {
  readonly need: NeedPart;
  /** Null where the page lets us have none. */
  readonly ground: () => HTMLElement | null;
}

export function followLines({ window, need, ground, signal }: LinesOptions): Lines {
  let lines: Lines | null = null;
  let asked = false;
  let latest: LinesOrder | null = null;

  async function get(): Promise<void> {
    const part = await need('lines');
    const place = part.ok && !signal.aborted ? ground() : null;
    if (!part.ok || !place) return;
    lines = part.value({ window, ground: place, signal });
    if (latest) lines.sync(latest);
  }

  return {
    sync(order) {
      latest = order;
      if (lines) lines.sync(order);
      else if (!asked && order.blocks.some(({ mentions }) => mentions.some(({ subject }) => order.isDiscreet(subject)))) {
        asked = true;
        void get();
      }
    },
    recheck: () => lines?.recheck(),
    point: (target: Target | null) => lines?.point(target),
  };
}
