import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ASK_AFTER,
  type HoverEffect,
  type HoverEvent,
  idleHover,
  LEAVE_AFTER,
  LOADING_AFTER,
  SHOW_AFTER,
  stepHover,
  type TimerSlot,
} from '@/page/hover';

type Event = HoverEvent<string, string>;
type Effect = HoverEffect<string, string>;

/** Drives the machine with a clock of its own; answers name the target that they were asked for. */
function drive() {
  let state = idleHover<string, string>();
  let now = 0;
  const timers = new Map<TimerSlot, { at: number; token: number }>();
  const asked: { token: number; target: string }[] = [];
  const log: Effect[] = [];
  let shown: { target: string; answer: string | null } | null = null;

  function send(event: Event): void {
    const step = stepHover(state, event, (a, b) => a === b);
    state = step.state;
    for (const effect of step.effects) {
      log.push(effect);
      if (effect.do === 'start') timers.set(effect.slot, { at: now + effect.ms, token: effect.token });
      if (effect.do === 'stop') timers.delete(effect.slot);
      if (effect.do === 'ask') asked.push({ token: effect.token, target: effect.target });
      if (effect.do === 'show') shown = { target: effect.target, answer: effect.answer };
      if (effect.do === 'fill') shown = { target: effect.target, answer: effect.answer };
      if (effect.do === 'hide') shown = null;
    }
  }
  return {
    send,
    wait(ms: number) {
      const end = now + ms;
      for (;;) {
        const next = [...timers].filter(([, t]) => t.at <= end).sort((a, b) => a[1].at - b[1].at)[0];
        if (!next) break;
        now = next[1].at;
        timers.delete(next[0]);
        send({ type: 'timer', slot: next[0], token: next[1].token });
      }
      now = end;
    },
    answer(index = asked.length - 1) {
      const question = asked[index];
      if (question) send({ type: 'answer', token: question.token, answer: `about ${question.target}` });
    },
    get shown() {
      return shown;
    },
    get state() {
      return state;
    },
    timers,
    asked,
    log,
  };
}

describe('hover', () => {
  it('asks after the rest, shows with the answer, fills nothing twice', () => {
    const run = drive();
    run.send({ type: 'over', target: 'Rutte' });
    run.wait(ASK_AFTER - 1);
    expect(run.asked).toEqual([]);
    run.wait(1);
    expect(run.asked).toHaveLength(1);
    run.answer();
    expect(run.shown).toBeNull();
    run.wait(SHOW_AFTER - ASK_AFTER);
    expect(run.shown).toEqual({ target: 'Rutte', answer: 'about Rutte' });
  });

  it('shows at once when the answer comes after the earliest moment, and says that it looks when it comes late', () => {
    const run = drive();
    run.send({ type: 'over', target: 'Rutte' });
    run.wait(SHOW_AFTER + 50);
    expect(run.shown).toBeNull();
    run.answer();
    expect(run.shown?.answer).toBe('about Rutte');

    const slow = drive();
    slow.send({ type: 'over', target: 'Rutte' });
    slow.wait(LOADING_AFTER);
    expect(slow.shown).toEqual({ target: 'Rutte', answer: null });
    slow.answer();
    expect(slow.shown?.answer).toBe('about Rutte');
  });

  it('drops the answer to a name that was left', () => {
    const run = drive();
    run.send({ type: 'over', target: 'Rutte' });
    run.wait(ASK_AFTER);
    run.send({ type: 'over', target: 'Macron' });
    run.answer(0);
    run.wait(LOADING_AFTER);
    expect(run.shown).toEqual({ target: 'Macron', answer: null });
    run.answer(0);
    expect(run.shown).toEqual({ target: 'Macron', answer: null });
  });

  it('stays while the pointer goes into the card, and closes after the grace', () => {
    const run = drive();
    run.send({ type: 'over', target: 'Rutte' });
    run.wait(LOADING_AFTER);
    run.send({ type: 'out' });
    run.wait(LEAVE_AFTER - 1);
    run.send({ type: 'enter-card' });
    run.wait(10_000);
    expect(run.shown).not.toBeNull();
    run.send({ type: 'leave-card' });
    run.wait(LEAVE_AFTER);
    expect(run.shown).toBeNull();
  });

  it('keeps a card opened by key while the pointer moves about, until it is closed', () => {
    const run = drive();
    run.send({ type: 'open', target: 'Rutte', focus: true });
    run.answer();
    expect(run.log.find((effect) => effect.do === 'show')).toMatchObject({ focus: true, answer: 'about Rutte' });
    run.send({ type: 'over', target: 'Macron' });
    run.send({ type: 'out' });
    run.wait(10_000);
    expect(run.shown?.target).toBe('Rutte');
    run.send({ type: 'close' });
    expect(run.shown).toBeNull();
  });

  it('does not open what scrolled under a resting pointer', () => {
    const run = drive();
    run.send({ type: 'over', target: 'Rutte' });
    run.send({ type: 'scroll' });
    run.wait(10_000);
    expect(run.shown).toBeNull();
  });
});

const target = fc.constantFrom('Rutte', 'Macron', 'Starmer');
const step = fc.oneof(
  { weight: 4, arbitrary: target.map((t) => ({ kind: 'event', event: { type: 'over', target: t } as Event }) as const) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(target, fc.boolean())
      .map(([t, focus]) => ({ kind: 'event', event: { type: 'open', target: t, focus } as Event }) as const),
  },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom('out', 'enter-card', 'leave-card', 'pin', 'scroll', 'close')
      .map((type) => ({ kind: 'event', event: { type } as Event }) as const),
  },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 700 }).map((ms) => ({ kind: 'wait', ms }) as const) },
  { weight: 3, arbitrary: fc.nat({ max: 20 }).map((index) => ({ kind: 'answer', index }) as const) },
);

describe('hover, whatever happens in whatever order', () => {
  const run = (steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[]) => {
    const machine = drive();
    for (const one of steps) {
      if (one.kind === 'event') machine.send(one.event);
      else if (one.kind === 'wait') machine.wait(one.ms);
      else machine.answer(one.index);
    }
    return machine;
  };

  it('never shows an answer under another name', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        for (const effect of run(steps).log) {
          if ((effect.do === 'show' || effect.do === 'fill') && effect.answer !== null)
            expect(effect.answer).toBe(`about ${effect.target}`);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('agrees with what is on the screen, and runs a leave timer just when it is leaving', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const machine = run(steps);
        expect(machine.state.shown?.target ?? null).toBe(machine.shown?.target ?? null);
        expect(machine.timers.has('leave')).toBe(machine.state.leaving);
        if (!machine.state.pending) expect(machine.timers.has('pending')).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('ends closed and silent once it is closed and left alone', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const machine = run(steps);
        machine.send({ type: 'close' });
        const before = machine.log.length;
        machine.wait(10_000);
        for (let i = 0; i < machine.asked.length; i++) machine.answer(i);
        expect(machine.shown).toBeNull();
        expect(machine.log.slice(before)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('ends closed after the pointer has left, unless the reader holds the card', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const machine = run(steps.filter((one) => !(one.kind === 'event' && (one.event.type === 'open' || one.event.type === 'pin'))));
        machine.send({ type: 'out' });
        machine.wait(LEAVE_AFTER);
        expect(machine.shown).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('goes on where a new reading finds its targets, and drops those that are gone', () => {
    const run = drive();
    run.send({ type: 'over', target: 'Rutte' });
    run.wait(ASK_AFTER);
    run.send({ type: 'reread', find: (target) => `new ${target}` });
    run.answer();
    run.wait(SHOW_AFTER - ASK_AFTER);
    expect(run.shown).toEqual({ target: 'new Rutte', answer: 'about Rutte' });
    run.send({ type: 'over', target: 'NATO' });
    run.send({ type: 'reread', find: (target) => (target === 'NATO' ? null : `newest ${target}`) });
    expect(run.state.pending).toBeNull();
    expect(run.state.shown?.target).toBe('newest new Rutte');
    run.send({ type: 'reread', find: () => null });
    expect(run.shown).toBeNull();
    expect(run.timers.size).toBe(0);
  });
});
