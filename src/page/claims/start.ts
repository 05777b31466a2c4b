/**
 * The part that reads what a page claims: after the names are painted, in short turns, again when the page changes, and
 * never while it is being left. Answers what it read; decides nothing about it.
 */
import type { ClaimsList } from '@/core/model/page-claim';
import type { Steps } from '@/core/text/steps';
import type { ServeClaims } from '@/messaging/page-server';
import { createSlices } from '../slices';
import { claimsOf, type PlacedClaim } from './claims-of';
import type { ClaimsPage, ClaimsReading } from './contract';
import { type PageStory, pageInSteps } from './read-page';

/** The part of the main thread that reading anew may take on a page that changes without end. */
const SHARE = 0.02;
/** The shortest and longest rest (ms) before a page that changed is read anew: nobody reads a story that is still being built. */
const REST = { least: 400, most: 30_000 };

export interface ClaimsWorld {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly serve: ServeClaims;
}

export function startClaims({ window, blocks, signal }: ClaimsPage, { now, serve }: ClaimsWorld): ClaimsReading {
  const slices = createSlices(window, signal);
  let page: PageStory | null = null;
  let claims: readonly PlacedClaim[] = [];
  let status: ClaimsList['status'] = 'reading';
  let wanted = false;
  let running = false;
  /** Goes up when the page is left: what is being read then is dropped. */
  let visit = 0;

  /** Does the steps in idle turns; gives the result, and the time it took (ms) without the waiting. */
  async function drive<T>(steps: Steps<T>): Promise<{ readonly value: T; readonly cost: number }> {
    let cost = 0;
    for (;;) {
      const slice = await slices.idle();
      const since = window.performance.now();
      do {
        const step = steps.next();
        if (step.done) return { value: step.value, cost: cost + window.performance.now() - since };
      } while (slice.left() > 0);
      cost += window.performance.now() - since;
    }
  }

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    let rest = 0;
    try {
      while (wanted) {
        if (rest > 0) await slices.rest(rest);
        wanted = false;
        const mine = visit;
        const { value, cost } = await drive(pageInSteps(window, blocks.all, [], now()));
        rest = Math.min(REST.most, Math.max(REST.least, cost / SHARE));
        if (mine !== visit) continue;
        page = value;
        claims = page ? claimsOf(page) : [];
        status = page ? 'ready' : 'none';
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      running = false;
    }
  }

  serve({ 'claims/list': () => ({ status, claims: claims.map(({ claim }) => claim) }) }, signal);

  return {
    read() {
      wanted = true;
      void run();
    },
    leave() {
      visit++;
      page = null;
      claims = [];
      status = 'reading';
    },
  };
}
