/**
 * When a feed is asked again. Pure: the clock and chance come in, and the clock may be wrong, jump by years, or have slept.
 * Two rules hold whatever it does: at each waking only a handful of feeds is asked, and each gets its next time from the clock
 * as it is now.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How often the worker wakes to look what is due. */
export const WAKE_MINUTES = 10;
/** How often a thing is asked where all goes well, and where it fails. */
export interface Pace {
  readonly usual: number;
  /** Where nothing is new it is asked more and more seldom, up to this. */
  readonly seldom: number;
  /** What fails is asked twice as seldom each time, from the first of these up to the second. */
  readonly backOff: readonly [first: number, most: number];
}
/**
 * Outlets publish a few articles an hour and cache their feeds for 5 to 15 minutes; a morning's news is still there by noon.
 */
const FEED_PACE: Pace = { usual: HOUR, seldom: 6 * HOUR, backOff: [30 * MINUTE, DAY] };
/** Packs are edited by people, once a day at most; a newsroom's server that is down is back in the morning. */
export const PACK_PACE: Pace = { usual: DAY, seldom: DAY, backOff: [HOUR, 2 * DAY] };
const SLOWER = 1.5;
/** The least time between two requests for one feed, whatever happens. */
export const LEAST = 15 * MINUTE;
/** The same where the reader presses the button. */
export const LEAST_BY_HAND = MINUTE;
/** A server may ask for more patience than that, but not for good: then a mistake in one header would end a feed. */
export const LONGEST = 7 * DAY;
/** Every time is drawn from 20 % around the reckoned one, so that feeds asked together drift apart. */
const JITTER = 0.2;
/** Requests for one feed in a day; a reader cannot want more, and no server is bothered by one in half an hour. */
export const DAILY_PER_FEED = 48;
/** Requests for all feeds in a day: 25 feeds hourly. */
export const DAILY = 600;
/** Feeds asked at one waking: after a night's sleep 50 feeds come in within the hour and not all at once. */
export const BATCH = 10;

/** Requests spent since `from`. A day begins with the first request after the one before has ended. */
export interface Budget {
  readonly from: number;
  readonly used: number;
}

/** Times are milliseconds since 1970 by the reader's clock. */
export interface Schedule {
  readonly nextAt: number;
  readonly triedAt: number | null;
  /** Failures since the last success. */
  readonly failures: number;
  /** Until the next request where all goes well. */
  readonly interval: number;
  readonly budget: Budget;
}

export interface Outcome {
  readonly kind: 'new' | 'same' | 'failed';
  /** What the server asked for, in ms from now. */
  readonly retryAfter?: number | null | undefined;
}

/** 0 ≤ x < 1. */
export type Chance = () => number;

/** A feed that was just chosen: asked at once. */
export const firstSchedule = (now: number, pace = FEED_PACE): Schedule => ({
  nextAt: now,
  triedAt: null,
  failures: 0,
  interval: pace.usual,
  budget: { from: now, used: 0 },
});

const jittered = (ms: number, chance: Chance): number => ms * (1 - JITTER + 2 * JITTER * chance());

/** What is spent as of now. A clock that went back begins a new day: it says nothing about how long ago the old one was. */
export const budgetNow = (budget: Budget, now: number): Budget =>
  now < budget.from || now - budget.from >= DAY ? { from: now, used: 0 } : budget;
export const spend = (budget: Budget, now: number): Budget => {
  const current = budgetNow(budget, now);
  return { ...current, used: current.used + 1 };
};

const isSetBack = ({ triedAt, nextAt }: Schedule, now: number): boolean =>
  (triedAt !== null && triedAt > now) || nextAt > now + LONGEST * (1 + JITTER);

/**
 * The schedule by the clock as it is now. Where the clock went back, the times of before mean nothing: the feed waits one
 * interval from now, as if just asked.
 */
export function bySetClock(schedule: Schedule, now: number, chance: Chance): Schedule {
  if (!isSetBack(schedule, now)) return schedule;
  return { ...schedule, triedAt: now, nextAt: now + jittered(Math.max(schedule.interval, LEAST / (1 - JITTER)), chance) };
}

/** May the feed be asked now? Not before its time, by hand not within a minute or while its server asks for patience. */
export function isDue(schedule: Schedule, now: number, byHand = false): boolean {
  if (isSetBack(schedule, now) || budgetNow(schedule.budget, now).used >= DAILY_PER_FEED) return false;
  return byHand ? schedule.triedAt === null || now - schedule.triedAt >= LEAST_BY_HAND : schedule.nextAt <= now;
}

/**
 * Written before the request goes out: whatever becomes of the worker, the feed counts as asked and waits. {@link settle}
 * says better once the answer is there.
 */
export function begin(schedule: Schedule, now: number, chance: Chance): Schedule {
  return {
    ...schedule,
    triedAt: now,
    nextAt: now + jittered(LEAST / (1 - JITTER), chance),
    budget: spend(schedule.budget, now),
  };
}

/** The schedule after an answer, or after none. */
export function settle(schedule: Schedule, { kind, retryAfter }: Outcome, now: number, chance: Chance, pace = FEED_PACE): Schedule {
  const [backOff, most] = pace.backOff;
  const failures = kind === 'failed' ? schedule.failures + 1 : 0;
  const interval = kind === 'new' ? pace.usual : kind === 'same' ? Math.min(schedule.interval * SLOWER, pace.seldom) : schedule.interval;
  const reckoned = kind === 'failed' ? Math.min(backOff * 2 ** (failures - 1), most) : interval;
  // Never sooner than the server asked for; later by chance, as all who were told the same come back together.
  const asked = Math.min(retryAfter ?? 0, LONGEST);
  const wait = Math.max(jittered(reckoned, chance), asked * (1 + JITTER * chance()), LEAST);
  return { ...schedule, failures, interval, nextAt: now + wait };
}

/** Those to ask at this waking: the longest due first, within the batch and what is left of the day. */
export function chooseDue<Feed extends { readonly schedule: Schedule }>(feeds: readonly Feed[], budget: Budget, now: number): Feed[] {
  const left = Math.max(0, DAILY - budgetNow(budget, now).used);
  return feeds
    .filter(({ schedule }) => isDue(schedule, now))
    .sort((a, b) => a.schedule.nextAt - b.schedule.nextAt)
    .slice(0, Math.min(BATCH, left));
}
