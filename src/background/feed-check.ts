/**
 * One feed asked once: the request, what the answer means, and what of it is kept. Whatever fails leaves stored articles as
 * they were, and says why. Knows no clock of its own and no alarm.
 */
import type { Steps } from '@/core/text/steps';
import type { Feed } from '@/feeds/model';
import { readFeed } from '@/feeds/read-feed';
import { retryAfter } from '@/feeds/retry-after';
import { bySetClock, type Chance, settle } from '@/feeds/schedule';
import { faultOf } from '@/messaging/answer';
import type { Brought, FeedChange, FeedRow, FeedStore } from '@/store/feeds';
import { isUnchanged, marksOf } from './conditional';
import type { Ledger } from './ledger';

export interface CheckWorld {
  readonly feeds: FeedStore;
  readonly send: Ledger['send'];
  /** A feed's items as rows: only those that are new or say something new. */
  readonly read: (row: FeedRow, feed: Feed) => Promise<Brought>;
  /** Puts articles into the index of related coverage. */
  readonly index: (articles: Brought['articles']) => Promise<void>;
  readonly now: () => number;
  readonly chance: Chance;
  /** Lets other work of the worker go first. */
  readonly pause: () => Promise<void>;
}

/** Most feeds stay under 1 MB; 100,000 short items take ten. */
const MOST_BYTES = 16_000_000;

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8';

/** The feed must have been begun: its schedule says that it was asked. Never rejects but where the store is lost. */
export async function checkFeed(world: CheckWorld, row: FeedRow): Promise<void> {
  const { feeds, now, chance } = world;
  let patience: number | null = null;
  const settled = (kind: 'new' | 'same' | 'failed'): FeedChange['schedule'] => {
    // The clock may have been set while the answer was on its way.
    const at = now();
    return settle(bySetClock(row.schedule, at, chance), { kind, retryAfter: patience }, at, chance);
  };
  try {
    const { status, headers, bytes } = await world.send({
      url: row.url,
      why: `Feed of ${row.title || row.host}`,
      headers: {
        accept: ACCEPT,
        ...marksOf(row),
      },
      mostBytes: MOST_BYTES,
    });
    patience = retryAfter(headers.get('retry-after'), now(), headers.get('date'));
    if (isUnchanged('feed', row, status)) {
      await feeds.update(row.url, { schedule: settled('same'), okAt: now(), fault: null });
      return;
    }
    const feed = await inTurns(readFeed({ bytes, contentType: headers.get('content-type'), url: row.url }), world.pause);
    const brought = await world.read(row, feed);
    // Before they are kept: what is stopped in between is brought and indexed again, and an index ahead of the store names
    // articles that nobody finds, which is nothing.
    if (brought.articles.length > 0) await world.index(brought.articles);
    await feeds.take(row.url, brought, {
      schedule: settled(brought.articles.length > 0 ? 'new' : 'same'),
      etag: headers.get('etag'),
      lastModified: headers.get('last-modified'),
      title: row.title || feed.title,
      home: row.home ?? feed.home,
      okAt: now(),
      fault: null,
    });
  } catch (error) {
    await feeds.update(row.url, { schedule: settled('failed'), fault: faultOf(error) });
  }
}

/** Long feeds are read a step at a time, so that a card that is asked for meanwhile does not wait. */
async function inTurns<T>(steps: Steps<T>, pause: () => Promise<void>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pause();
  }
}
