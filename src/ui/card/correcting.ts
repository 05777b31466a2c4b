/**
 * The steps of a correction in one card: from the press of a key or button to what was made, and back. Acts on trusted input only, and
 * only while the card's guard vouches for it; one thing at a time. Knows no page and no store: both are behind the callbacks.
 */
import type { Judgement, Scope } from '@/core/model/correction';
import type { SubjectRef } from '@/core/model/view';
import type { CardCorrections, CardState, CorrectionActions, CorrectionStep } from './card-state';
import { KEYS } from './correct';

export interface Correcting {
  readonly step: CorrectionStep | null;
  readonly actions: CorrectionActions;
  /** A key pressed outside any field; true where it did something or would have, had the card been seen long enough. */
  press(key: string): boolean;
  /** Another name's card, or none. */
  reset(): void;
}

export interface CorrectingOptions {
  readonly corrections: CardCorrections;
  /** What the card shows now. */
  readonly state: () => CardState | null;
  /** The step changed: draw it. */
  readonly draw: () => void;
  /** Only the found names changed: the field keeps its focus. */
  readonly drawFound: () => void;
}

/** A letter typed after this (ms) is another question; before, the one still being typed. */
const TYPING_MS = 120;

export function createCorrecting({ corrections, state, draw, drawFound }: CorrectingOptions): Correcting {
  let step: CorrectionStep | null = null;
  let busy = false;
  let typing = 0;
  /** Goes up with each card and each search: what comes back for an older one is dropped. */
  let turn = 0;

  const surface = (): string => {
    const now = state();
    return now && now.kind !== 'failed' ? now.surface : '';
  };
  const shown = (): SubjectRef | null => {
    const now = state();
    return now?.kind === 'ready' ? now.view : null;
  };

  function go(next: CorrectionStep | null): void {
    turn++;
    step = next;
    draw();
  }

  async function make(says: Judgement, reach: Scope['in'], meant: SubjectRef | null, instead?: string): Promise<void> {
    if (busy) return;
    busy = true;
    const mine = turn;
    // The new rule before the old one goes: between the two the word is corrected all the same.
    const made = await corrections.make(surface(), says, reach);
    if (made.ok && instead !== undefined) await corrections.undo(instead);
    busy = false;
    if (mine !== turn) return;
    go(made.ok ? { is: 'made', made: made.value, meant } : { is: 'failed', message: made.fault.message });
  }

  async function undo(id: string): Promise<void> {
    if (busy) return;
    busy = true;
    const mine = turn;
    const undone = await corrections.undo(id);
    busy = false;
    if (mine === turn) go(undone.ok ? null : { is: 'failed', message: undone.fault.message });
  }

  async function search(text: string): Promise<void> {
    const mine = ++turn;
    const found = await corrections.search(text);
    if (mine !== turn || step?.is !== 'choosing') return;
    const present = shown()?.id;
    step = { is: 'choosing', text, found: found.filter(({ id }) => id !== present) };
    drawFound();
  }

  /** Only what the reader really does, and saw before doing it. */
  const meantIt = (event: Event): boolean => event.isTrusted && corrections.mayAct();

  const run = {
    notThis: () => {
      const subject = shown();
      if (subject) void make({ is: 'not', subject: subject.id }, 'page', null);
    },
    choose: () => {
      const text = surface();
      go({ is: 'choosing', text, found: null });
      void search(text);
    },
    never: () => void make({ is: 'never' }, 'page', null),
    undo: () => step?.is === 'made' && void undo(step.made.id),
  };

  const actions: CorrectionActions = {
    notThis: (event) => meantIt(event) && run.notThis(),
    choose: (event) => meantIt(event) && run.choose(),
    never: (event) => meantIt(event) && run.never(),
    undo: (event) => meantIt(event) && run.undo(),
    back: (event) => event.isTrusted && go(null),
    meant: (event, subject) => meantIt(event) && void make({ is: 'other', subject: subject.id }, 'page', subject),
    reach(event, reach) {
      if (!meantIt(event) || step?.is !== 'made' || step.made.where.in === reach) return;
      void make(step.made.says, reach, step.meant, step.made.id);
    },
    search(event) {
      const { value } = event.target as HTMLInputElement;
      clearTimeout(typing);
      typing = setTimeout(() => void search(value), TYPING_MS) as unknown as number;
    },
  };

  /** What a key does now; null where nothing. */
  function keyed(key: string): (() => void) | null {
    const now = state();
    if (now?.kind !== 'ready' && now?.kind !== 'undecided') return null;
    if (step?.is === 'made') return key === KEYS.undo ? run.undo : null;
    if (key === KEYS.notThis) return now.kind === 'ready' ? run.notThis : null;
    if (key === KEYS.choose) return step?.is === 'choosing' ? null : run.choose;
    return key === KEYS.never && step?.is === 'choosing' ? run.never : null;
  }

  return {
    get step() {
      return step;
    },
    actions,
    press(key) {
      const does = keyed(key.toLowerCase());
      if (!does) return false;
      if (corrections.mayAct()) does();
      return true;
    },
    reset() {
      turn++;
      step = null;
      clearTimeout(typing);
    },
  };
}
