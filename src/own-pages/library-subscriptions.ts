/**
 * The library's part on subscribed packs: choosing an address, looking for updates, and handing what came to the imports. The
 * permission for the one host is asked within the click, before anything else. Draws nothing and knows no browser API: both come in.
 */
import type { Result } from '@/core/result';
import { patternOf, readFeedAddress } from '@/feeds/address';
import { faultOf } from '@/messaging/answer';
import type { SubscriptionsCallbacks, SubscriptionsState } from '@/ui/library/state';
import type { LibraryWorld, Part } from './library';
import type { Imports } from './library-imports';

/** As often as a reader who has just pressed a button looks whether something came. */
const FOLLOW_MS = 2000;

export const NO_SUBSCRIPTIONS: SubscriptionsState = { subscriptions: null };

export function createSubscriptions(
  world: LibraryWorld,
  { state, show }: Part,
  imports: Imports,
): { readonly on: SubscriptionsCallbacks; refresh(): Promise<void> } {
  let following = false;

  const refresh = async (): Promise<void> => {
    const answer = await world.ask('subscriptions/list', {});
    show(answer.ok ? { subscriptions: answer.value } : { problem: answer.fault.message });
    if (!following) void follow();
  };

  /** What comes in the background is seen without a press. */
  const follow = async (): Promise<void> => {
    following = true;
    while (state().place.section === 'packs' && state().subscriptions?.length) {
      await world.wait(FOLLOW_MS);
      if (state().place.section !== 'packs') break;
      await refresh();
    }
    following = false;
  };

  const run = (work: Promise<Result<unknown>>): void =>
    void work
      .then(async (answer) => {
        show({ problem: answer.ok ? null : answer.fault.message });
        await refresh();
      })
      .catch((error: unknown) => show({ problem: faultOf(error).message }));

  const look = async (url: string): Promise<void> => {
    const asked = await world.ask('subscriptions/check', { url });
    const problem = asked.ok ? (asked.value ? null : 'It was asked less than a minute ago. Try again in a minute.') : asked.fault.message;
    await refresh();
    if (problem !== null) show({ problem });
  };

  const subscribe = async (address: string): Promise<void> => {
    const read = readFeedAddress(address, 'Packs');
    if (!read.ok) return show({ problem: read.fault.message });
    // First and at once: browsers ask only within the click.
    if (!(await world.request([patternOf(read.value)])))
      return show({ problem: `Not subscribed: the browser was not allowed to fetch from ${read.value.host}.` });
    const followed = await world.ask('subscriptions/follow', { url: read.value.url });
    show({ problem: followed.ok ? null : followed.fault.message });
    await refresh();
    if (followed.ok) await look(followed.value);
  };

  const told = (work: Promise<void>): void => void work.catch((error: unknown) => show({ problem: faultOf(error).message }));

  const on: SubscriptionsCallbacks = {
    subscribe: (address) => told(subscribe(address)),
    allow: (pattern) => told(world.request([pattern]).then(refresh)),
    unsubscribe: (url) => run(world.ask('subscriptions/unfollow', { url })),
    lookForUpdate: (url) => told(look(url)),
    chooseUpdates: (url, choice) => run(world.ask('subscriptions/choose', { url, ...choice })),
    review(url) {
      const found = state().subscriptions?.find((one) => one.url === url);
      const revision = found?.waiting?.revision;
      if (!found || revision === undefined) return;
      imports.take(`${found.title || found.host}, revision ${revision}`, { order: 'subscribed', url }, (end) => {
        if (end.end === 'applied') told(refresh());
        else run(world.ask('subscriptions/refuse', { url, revision, message: end.faults.join('; ').slice(0, MOST_TOLD) }));
      });
    },
  };
  return { on, refresh };
}

/** What a row keeps of why its copy was refused, in characters: a few faults. */
const MOST_TOLD = 2000;
