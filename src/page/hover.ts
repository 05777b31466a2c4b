/**
 * When a card is asked for, shown and closed: a pure machine. Events go in, a new state and effects come out;
 * no DOM, no timers, no clock. Each thing pointed at gets a token, and what carries an old token is dropped,
 * so that a late answer can never appear on another name.
 */

/** Rest on a name before the background is asked, in ms: passing over names on the way elsewhere asks nothing. */
export const ASK_AFTER = 150;
/** A card appears no sooner than this after the pointer came to rest (ms), answered or not: below, it feels like a trap. */
export const SHOW_AFTER = 300;
/** Without an answer by then (ms), the card appears and says that it is looking: later, the reader thinks nothing happens. */
export const LOADING_AFTER = 500;
/** Time to bring the pointer from the name into the card (ms), other names on the way included. */
export const LEAVE_AFTER = 300;
/** Asked by key or tap there is no rest to wait for: only so long (ms) that a quick answer needs no skeleton before it. */
const OPEN_LOADING_AFTER = 100;

interface Pending<T, A> {
  readonly token: number;
  readonly target: T;
  /** `resting`: not asked yet; `asked`: the question is out; `due`: shown as soon as there is an answer. */
  readonly phase: 'resting' | 'asked' | 'due';
  readonly answer: { readonly value: A } | null;
  readonly pinned: boolean;
  readonly focus: boolean;
}

interface Shown<T> {
  readonly token: number;
  readonly target: T;
  /** Opened or taken by key, tap or focus: the pointer's going does not close it. */
  readonly pinned: boolean;
}

export interface HoverState<T, A> {
  /** The last token given out. */
  readonly token: number;
  readonly pending: Pending<T, A> | null;
  readonly shown: Shown<T> | null;
  /** The pointer has left name and card; the leave timer runs. */
  readonly leaving: boolean;
}

export type TimerSlot = 'pending' | 'leave';

export type HoverEvent<T, A> =
  /** The pointer is on a name, or on none. */
  | { readonly type: 'over'; readonly target: T }
  | { readonly type: 'out' }
  | { readonly type: 'enter-card' }
  | { readonly type: 'leave-card' }
  /** Focus went into the card, or it was pressed. */
  | { readonly type: 'pin' }
  | { readonly type: 'timer'; readonly slot: TimerSlot; readonly token: number }
  | { readonly type: 'answer'; readonly token: number; readonly answer: A }
  /** Asked for by key or tap. */
  | { readonly type: 'open'; readonly target: T; readonly focus: boolean }
  /** The page was read again: where each target is now; null where it is gone. */
  | { readonly type: 'reread'; readonly find: (target: T) => T | null }
  /** The page scrolled under a resting pointer: that is not pointing. */
  | { readonly type: 'scroll' }
  /** Esc, the close button, a press elsewhere, or the name has gone. */
  | { readonly type: 'close' };

export type HoverEffect<T, A> =
  | { readonly do: 'ask'; readonly token: number; readonly target: T }
  /** Starts a slot's timer in place of the one that runs there. */
  | { readonly do: 'start'; readonly slot: TimerSlot; readonly token: number; readonly ms: number }
  | { readonly do: 'stop'; readonly slot: TimerSlot }
  /** Puts the card at the target, in place of any other; no answer means that it is being looked up. */
  | { readonly do: 'show'; readonly target: T; readonly answer: A | null; readonly focus: boolean }
  /** The answer for the card that is shown. */
  | { readonly do: 'fill'; readonly target: T; readonly answer: A }
  | { readonly do: 'hide' };

export interface HoverStep<T, A> {
  readonly state: HoverState<T, A>;
  readonly effects: readonly HoverEffect<T, A>[];
}

export function idleHover<T, A>(): HoverState<T, A> {
  return { token: 0, pending: null, shown: null, leaving: false };
}

/** One step of the machine. `same` tells whether two targets are one place on the page. */
export function stepHover<T, A>(state: HoverState<T, A>, event: HoverEvent<T, A>, same: (a: T, b: T) => boolean): HoverStep<T, A> {
  const effects: HoverEffect<T, A>[] = [];
  const { pending, shown } = state;
  const held = Boolean(shown?.pinned || pending?.pinned);

  /** Forgets what was pointed at but not shown. */
  const dropPending = (from: HoverState<T, A>): HoverState<T, A> => {
    if (!from.pending) return from;
    effects.push({ do: 'stop', slot: 'pending' });
    return { ...from, pending: null };
  };
  const stay = (from: HoverState<T, A>): HoverState<T, A> => {
    if (!from.leaving) return from;
    effects.push({ do: 'stop', slot: 'leave' });
    return { ...from, leaving: false };
  };
  const leave = (from: HoverState<T, A>): HoverState<T, A> => {
    if (!from.shown || from.leaving) return from;
    effects.push({ do: 'start', slot: 'leave', token: from.shown.token, ms: LEAVE_AFTER });
    return { ...from, leaving: true };
  };
  const show = (from: HoverState<T, A>, what: Pending<T, A>): HoverState<T, A> => {
    const { token, target, pinned, focus, answer } = what;
    const after = stay(dropPending(from));
    effects.push({ do: 'show', target, answer: answer ? answer.value : null, focus });
    return { ...after, shown: { token, target, pinned } };
  };
  const to = (next: HoverState<T, A>): HoverStep<T, A> => ({ state: next, effects });

  switch (event.type) {
    case 'over': {
      if (held) return to(state);
      if (shown && same(shown.target, event.target)) return to(stay(dropPending(state)));
      if (pending && same(pending.target, event.target)) return to(state);
      const token = state.token + 1;
      const next = leave(state);
      effects.push({ do: 'start', slot: 'pending', token, ms: ASK_AFTER });
      return to({ ...next, token, pending: { token, target: event.target, phase: 'resting', answer: null, pinned: false, focus: false } });
    }
    case 'out':
      return to(held ? state : leave(dropPending(state)));
    case 'enter-card':
      return to(held ? state : stay(dropPending(state)));
    case 'leave-card':
      return to(held ? state : leave(state));
    case 'pin':
      return to(shown ? { ...stay(held ? state : dropPending(state)), shown: { ...shown, pinned: true } } : state);
    case 'timer': {
      if (event.slot === 'leave') {
        if (!shown || !state.leaving || event.token !== shown.token) return to(state);
        effects.push({ do: 'hide' });
        return to({ ...state, shown: null, leaving: false });
      }
      if (!pending || event.token !== pending.token) return to(state);
      if (pending.phase === 'resting') {
        effects.push({ do: 'ask', token: pending.token, target: pending.target });
        effects.push({ do: 'start', slot: 'pending', token: pending.token, ms: SHOW_AFTER - ASK_AFTER });
        return to({ ...state, pending: { ...pending, phase: 'asked' } });
      }
      if (pending.phase === 'due' || pending.answer) return to(show(state, pending));
      effects.push({ do: 'start', slot: 'pending', token: pending.token, ms: LOADING_AFTER - SHOW_AFTER });
      return to({ ...state, pending: { ...pending, phase: 'due' } });
    }
    case 'answer': {
      if (pending?.token === event.token) {
        const answered = { ...pending, answer: { value: event.answer } };
        return to(pending.phase === 'due' ? show(state, answered) : { ...state, pending: answered });
      }
      if (shown?.token === event.token) effects.push({ do: 'fill', target: shown.target, answer: event.answer });
      return to(state);
    }
    case 'open': {
      const token = state.token + 1;
      const next = stay(dropPending(state));
      effects.push({ do: 'ask', token, target: event.target });
      effects.push({ do: 'start', slot: 'pending', token, ms: OPEN_LOADING_AFTER });
      return to({ ...next, token, pending: { token, target: event.target, phase: 'due', answer: null, pinned: true, focus: event.focus } });
    }
    case 'reread': {
      const [next, there] = [pending && event.find(pending.target), shown && event.find(shown.target)];
      const kept = next && pending ? { ...state, pending: { ...pending, target: next } } : dropPending(state);
      if (!shown) return to(kept);
      if (there) return to({ ...kept, shown: { ...shown, target: there } });
      effects.push({ do: 'hide' });
      return to({ ...stay(kept), shown: null });
    }
    case 'scroll':
      return to(pending?.pinned ? state : dropPending(state));
    case 'close': {
      const next = stay(dropPending(state));
      if (next.shown) effects.push({ do: 'hide' });
      return to({ ...next, shown: null });
    }
  }
}
