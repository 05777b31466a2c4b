/** When feeds are asked: whatever the clock, chance and the servers do, nobody is flooded and nobody forgotten. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryAfter } from '@/feeds/retry-after';
import * as plan from '@/feeds/schedule';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const YEAR = 365 * DAY;
const START = Date.UTC(2026, 2, 1);
const half = () => 0.5;

interface Asked {
  readonly feed: number;
  readonly at: number;
  /** Counts up whenever the clock jumps: times of one era can be compared. */
  readonly era: number;
}

interface Wake {
  readonly ms: number;
  readonly outcome: plan.Outcome['kind'] | 'death';
  readonly retryAfter: number | null;
}

/** Wakes again and again, as the alarm does, and keeps who was asked when. */
function run(count: number, wakes: readonly Wake[], chance: plan.Chance) {
  let now = START;
  let era = 0;
  let budget: plan.Budget = { from: now, used: 0 };
  let feeds = Array.from({ length: count }, (_, feed) => ({ feed, schedule: plan.firstSchedule(now), patientUntil: 0 }));
  const asked: Asked[] = [];
  const impatient: Asked[] = [];
  const perWake: number[] = [];
  let latest = 0;
  for (const { ms, outcome, retryAfter: wait } of wakes) {
    now += ms;
    if (ms < 0 || ms >= YEAR) era += 1;
    feeds = feeds.map((one) => ({
      ...one,
      schedule: plan.bySetClock(one.schedule, now, chance),
      patientUntil: ms < 0 ? 0 : one.patientUntil,
    }));
    const due = plan.chooseDue(feeds, budget, now);
    perWake.push(due.length);
    for (const one of due) {
      asked.push({ feed: one.feed, at: now, era });
      if (now < one.patientUntil) impatient.push({ feed: one.feed, at: now, era });
      budget = plan.spend(budget, now);
      one.schedule = plan.begin(one.schedule, now, chance);
      if (outcome === 'death') continue;
      one.schedule = plan.settle(one.schedule, { kind: outcome, retryAfter: wait }, now, chance);
      one.patientUntil = now + Math.min(wait ?? 0, plan.LONGEST);
    }
    latest = Math.max(latest, ...feeds.map(({ schedule }) => schedule.nextAt - now));
  }
  return { asked, impatient, perWake, latest };
}

const outcome = fc.constantFrom('new', 'same', 'failed', 'death') as fc.Arbitrary<Wake['outcome']>;
const usual = fc.integer({ min: MINUTE, max: 20 * MINUTE });
const sleep = fc.integer({ min: DAY / 4, max: 30 * DAY });
const jump = fc.constantFrom(-YEAR, YEAR, -DAY, -5 * MINUTE);
const wake = fc.record({
  ms: fc.oneof({ arbitrary: usual, weight: 20 }, { arbitrary: sleep, weight: 1 }, { arbitrary: jump, weight: 1 }),
  outcome,
  retryAfter: fc.option(fc.integer({ min: 0, max: 20 * DAY }), { freq: 4 }),
});
const world = [
  fc.integer({ min: 1, max: 60 }),
  fc.array(wake, { minLength: 30, maxLength: 300 }),
  fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
] as const;
const chanceOf =
  (stream: Iterator<number>): plan.Chance =>
  () =>
    stream.next().value as number;

function grouped(asked: readonly Asked[], keyOf: (one: Asked) => string): Asked[][] {
  const groups = new Map<string, Asked[]>();
  for (const one of asked) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups.values()];
}

describe('the schedule', () => {
  it('asks a handful at each waking, each feed at its distance, and respects what servers ask for', () => {
    fc.assert(
      fc.property(...world, (count, wakes, stream) => {
        const { asked, impatient, perWake } = run(count, wakes, chanceOf(stream));
        expect(Math.max(...perWake)).toBeLessThanOrEqual(plan.BATCH);
        expect(impatient).toEqual([]);
        for (const times of grouped(asked, ({ feed, era }) => `${feed} ${era}`)) {
          for (const [i, { at }] of times.entries()) if (i > 0) expect(at - (times[i - 1]?.at ?? 0)).toBeGreaterThanOrEqual(plan.LEAST);
        }
      }),
    );
  });

  it('never puts a feed off for longer than a week and its jitter, wherever the clock went', () => {
    fc.assert(
      fc.property(...world, (count, wakes, stream) => {
        expect(run(count, wakes, chanceOf(stream)).latest).toBeLessThanOrEqual(plan.LONGEST * 1.2);
      }),
    );
  });

  it('makes no storm of a jump: each costs a feed one request at most', () => {
    fc.assert(
      fc.property(...world, fc.nat(299), fc.constantFrom(-YEAR, YEAR), (count, wakes, stream, nth, ms) => {
        const steady = wakes.map((one) => ({ ...one, ms: 10 * MINUTE, outcome: 'new' as const, retryAfter: null }));
        const jumped = steady.map((one, i) => (i === nth % steady.length ? { ...one, ms } : one));
        const chance = chanceOf(stream);
        // With feeds asked hourly at the earliest (48 minutes with jitter), and all the hours there were:
        const most = Math.ceil((steady.length * 10 * MINUTE) / (48 * MINUTE)) + 2;
        for (const times of grouped(run(count, jumped, chance).asked, ({ feed }) => String(feed)))
          expect(times.length).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('keeps to the day’s budgets', () => {
    // Every minute for three days; feeds that are always new, and jitter that always shortens.
    const wakes = Array.from({ length: 3 * 24 * 6 }, () => ({ ms: 10 * MINUTE, outcome: 'new' as const, retryAfter: null }));
    const { asked } = run(60, wakes, () => 0);
    for (const day of [0, 1, 2]) {
      const within = asked.filter(({ at }) => at - START >= day * DAY && at - START < (day + 1) * DAY);
      // A day's window may begin within another, so two budgets are the most.
      expect(within.length).toBeLessThanOrEqual(2 * plan.DAILY);
    }
    expect(asked.length).toBeLessThanOrEqual(4 * plan.DAILY);
    expect(asked.length).toBeGreaterThan(2 * plan.DAILY);
    const spent = { ...plan.firstSchedule(START), budget: { from: START, used: plan.DAILY_PER_FEED } };
    expect(plan.isDue(spent, START + MINUTE)).toBe(false);
    expect(plan.isDue(spent, START + MINUTE, true)).toBe(false);
    expect(plan.isDue(spent, START + DAY)).toBe(true);
  });

  it('forgets nobody: with time enough every feed is asked', () => {
    const wakes = Array.from({ length: 7 * 24 * 6 }, (_, i) => ({
      ms: 10 * MINUTE,
      outcome: (i % 3 ? 'same' : 'failed') as 'same',
      retryAfter: null,
    }));
    expect(new Set(run(60, wakes, half).asked.map(({ feed }) => feed)).size).toBe(60);
  });

  it('backs off twice as far each time, to a day, and comes back at once when it works again', () => {
    let schedule = plan.firstSchedule(START);
    const waits = Array.from({ length: 8 }, () => {
      schedule = plan.settle(plan.begin(schedule, START, half), { kind: 'failed' }, START, half);
      return (schedule.nextAt - START) / MINUTE;
    });
    expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1440, 1440]);
    schedule = plan.settle(schedule, { kind: 'new' }, START, half);
    expect([schedule.failures, (schedule.nextAt - START) / MINUTE]).toEqual([0, 60]);
  });

  it('asks a silent feed more seldom, to every six hours', () => {
    let schedule = plan.firstSchedule(START);
    for (let i = 0; i < 10; i++) schedule = plan.settle(schedule, { kind: 'same' }, START, half);
    expect((schedule.nextAt - START) / MINUTE).toBe(360);
  });

  it('lets the reader ask at any time, but not twice in a minute', () => {
    const tried = plan.begin(plan.firstSchedule(START), START, half);
    expect(plan.isDue(tried, START + MINUTE - 1, true)).toBe(false);
    expect(plan.isDue(tried, START + MINUTE, true)).toBe(true);
    expect(plan.isDue(tried, START + MINUTE)).toBe(false);
  });
});

describe('Retry-After', () => {
  it('in seconds, or as a date by the server’s clock', () => {
    expect(retryAfter('120', START, null)).toBe(120_000);
    expect(retryAfter(new Date(START + 90_000).toUTCString(), START, null)).toBe(90_000);
    expect(retryAfter(new Date(START + 90_000).toUTCString(), START - YEAR, new Date(START).toUTCString())).toBe(90_000);
    expect(retryAfter(new Date(START - 90_000).toUTCString(), START, null)).toBe(0);
    for (const none of [null, '', 'soon', '-5', '1.5', '12:00:00']) expect(retryAfter(none, START, null)).toBeNull();
  });
});
