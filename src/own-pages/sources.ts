/**
 * The page Sources' session: which feeds are followed and offered, choosing and giving up. The permission for exactly the hosts
 * of what is chosen is asked within the click, before anything else; nothing is fetched for what is not chosen.
 */
import type { SourcesView } from '@/core/model/feed-view';
import type { Result } from '@/core/result';
import { patternOf, readFeedAddress } from '@/feeds/address';
import { faultOf } from '@/messaging/answer';
import type { BackgroundAnswers, BackgroundCall, BackgroundInput } from '@/messaging/protocol';
import type { FeedPick, SourcesCallbacks, SourcesState } from '@/ui/sources/state';

export interface SourcesWorld {
  /** Feeds that a page named, as the popup hands them on: `#feed=…&feed=…`, or ''. */
  readonly found: string;
  ask<C extends BackgroundCall>(call: C, input: BackgroundInput<C>): Promise<Result<BackgroundAnswers[C]>>;
  /** Asks the reader for these origins; must be called within a click. False where the reader says no. */
  request(origins: readonly string[]): Promise<boolean>;
  draw(state: SourcesState, on: SourcesCallbacks): void;
  wait(ms: number): Promise<void>;
}

/** As often as a reader who has just chosen a feed expects its first articles. */
const FOLLOW_MS = 2000;
/** Reasons shown of a list of which much was refused. */
const TOLD = 5;

export function startSources(world: SourcesWorld): void {
  let state: SourcesState = { view: null, listed: foundIn(world.found), notice: null };
  const show = (change: Partial<SourcesState>) => {
    state = { ...state, ...change };
    world.draw(state, on);
  };
  const say = (notice: string | null) => show({ notice });
  const run = (work: Promise<unknown>) => void work.catch((error: unknown) => say(faultOf(error).message));

  async function refresh(): Promise<void> {
    const answer = await world.ask('feeds/list', {});
    if (answer.ok) show({ view: answer.value, listed: withoutChosen(state.listed, answer.value) });
    else say(answer.fault.message);
  }

  /** What of a list is still to choose. */
  const withoutChosen = (listed: readonly FeedPick[], { feeds }: SourcesView): readonly FeedPick[] =>
    listed.some(({ url }) => feeds.some((feed) => feed.url === url))
      ? listed.filter(({ url }) => !feeds.some((feed) => feed.url === url))
      : listed;

  async function follow(picks: readonly FeedPick[]): Promise<void> {
    // First and at once: browsers ask only within the click.
    const allowed = await world.request([...new Set(picks.map(({ pattern }) => pattern))]);
    if (!allowed) return say('Nothing was chosen: the browser was not allowed to fetch it.');
    const feeds = picks.map(({ url, title, outlet, home }) => ({ url, title, outlet, home }));
    const answer = await world.ask('feeds/follow', { feeds });
    say(answer.ok ? told(answer.value.refused) : answer.fault.message);
    await refresh();
  }

  async function change(call: 'feeds/unfollow' | 'feeds/check', url: string): Promise<void> {
    const answer = await world.ask(call, { url });
    say(answer.ok ? null : answer.fault.message);
    await refresh();
  }

  const told = (refused: readonly string[]): string | null => {
    const rest = refused.length - TOLD;
    return refused.length === 0 ? null : `Not taken: ${refused.slice(0, TOLD).join(' ')}${rest > 0 ? ` And ${rest} more.` : ''}`;
  };

  const on: SourcesCallbacks = {
    onFollow: (picks) => run(follow(picks)),
    onAdd(text) {
      const read = readFeedAddress(text);
      if (!read.ok) return say(read.fault.message);
      const { url } = read.value;
      run(follow([{ url, title: '', outlet: null, home: null, pattern: patternOf(read.value) }]));
    },
    async onList(file) {
      const answer = await world.ask('feeds/opml', { text: await file.text() });
      if (!answer.ok) return say(answer.fault.message);
      const listed = answer.value.feeds.flatMap((feed): FeedPick[] => {
        const read = readFeedAddress(feed.url);
        return read.ok ? [{ ...feed, pattern: patternOf(read.value) }] : [];
      });
      show({ listed, notice: told(answer.value.refused) });
    },
    onAllow: (pattern) => run(world.request([pattern]).then(refresh)),
    onUnfollow: (url) => run(change('feeds/unfollow', url)),
    onKeep: (months) => run(world.ask('feeds/keep', { months }).then((answer) => (answer.ok ? refresh() : say(answer.fault.message)))),
    onCheck: (url) => run(change('feeds/check', url)),
  };

  async function keepUp(): Promise<void> {
    for (;;) {
      await refresh();
      await world.wait(FOLLOW_MS);
    }
  }
  world.draw(state, on);
  run(keepUp());
}

/** A page may name any address; those of the reader's own network are not its to name. */
function foundIn(hash: string): FeedPick[] {
  return new URLSearchParams(hash.slice(1)).getAll('feed').flatMap((address): FeedPick[] => {
    const read = readFeedAddress(address);
    if (!read.ok || read.value.local) return [];
    return [{ url: read.value.url, title: '', outlet: null, home: null, pattern: patternOf(read.value) }];
  });
}
