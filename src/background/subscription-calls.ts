/** Answers to everything that the library asks about subscribed packs. */
import { ok } from '@/core/result';
import type { BackgroundHandlers } from '@/messaging/server';
import type { Subscriptions } from './subscriptions';

type SubscriptionCall = Extract<keyof BackgroundHandlers, `subscriptions/${string}`>;

/** A manifest without news is here by then; what takes longer goes on, and the library looks how far it is. */
const SOON_MS = 5_000;

export function subscriptionCalls(subscriptions: Subscriptions): Pick<BackgroundHandlers, SubscriptionCall> {
  return {
    'subscriptions/list': async () => ok(await subscriptions.list()),
    'subscriptions/follow': ({ url }) => subscriptions.follow(url),
    'subscriptions/unfollow': async ({ url }) => {
      await subscriptions.unfollow(url);
      return ok(true);
    },
    'subscriptions/check': async ({ url }) =>
      ok(await Promise.race([subscriptions.check(url), new Promise<true>((go) => setTimeout(() => go(true), SOON_MS))])),
    'subscriptions/choose': async ({ url, ...choice }) => {
      await subscriptions.choose(url, choice);
      return ok(true);
    },
    'subscriptions/refuse': async ({ url, revision, message }) => {
      await subscriptions.refuse(url, revision, message);
      return ok(true);
    },
  };
}
