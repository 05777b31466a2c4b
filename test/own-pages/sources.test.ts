/** The page Sources: asks the browser within the click, for exactly what was chosen, and tells what was not taken. */
import { describe, expect, it } from 'vitest';
import type { FeedOffer, SourcesView } from '@/core/model/feed-view';
import { fail, ok, type Result } from '@/core/result';
import { type SourcesWorld, startSources } from '@/own-pages/sources';
import type { FeedPick, SourcesCallbacks, SourcesState } from '@/ui/sources/state';

const offer: FeedOffer = {
  outlet: 'outlets:daily',
  name: 'The Daily',
  country: 'NL',
  languages: ['nl'],
  url: 'https://feeds.daily.test/world',
  host: 'feeds.daily.test',
  pattern: 'https://feeds.daily.test/*',
};
const pick: FeedPick = { url: offer.url, title: '', outlet: offer.outlet, home: null, pattern: offer.pattern };

function open(answers: Readonly<Record<string, Result<unknown>>> = {}, allows = true, found = '') {
  const asked: [string, unknown][] = [];
  const requested: (readonly string[])[] = [];
  let state: SourcesState | null = null;
  let on: SourcesCallbacks | null = null;
  const view: SourcesView = { feeds: [], offers: [offer], keep: { months: 12, articles: 3 } };
  startSources({
    found,
    ask: (async (call: string, input: unknown) => {
      asked.push([call, input]);
      return answers[call] ?? (call === 'feeds/list' ? ok(view) : ok({ followed: 1, refused: [] }));
    }) as SourcesWorld['ask'],
    request: async (origins) => {
      requested.push(origins);
      return allows;
    },
    draw: (drawn, callbacks) => {
      state = drawn;
      on = callbacks;
    },
    wait: () => new Promise(() => undefined),
  });
  const settle = async () => {
    for (let i = 0; i < 20; i++) await Promise.resolve();
    if (!state) throw new Error('nothing was drawn');
    return state;
  };
  if (!on) throw new Error('nothing was drawn');
  return { asked, requested, settle, on: on as SourcesCallbacks };
}

describe('the page Sources', () => {
  it('keeps what feeds bring as long as the reader chooses', async () => {
    const { on, asked, settle } = open();
    await settle();
    on.onKeep(null);
    await settle();
    expect(asked.map(([call]) => call)).toEqual(['feeds/list', 'feeds/keep', 'feeds/list']);
    expect(asked[1]?.[1]).toEqual({ months: null });
  });

  it('asks for exactly the hosts chosen, at once, and follows them', async () => {
    const { on, requested, asked, settle } = open();
    on.onFollow([pick, { ...pick, url: `${pick.url}/2` }]);
    // Not a moment later: browsers ask only within the click.
    expect(requested).toEqual([[offer.pattern]]);
    await settle();
    expect(asked.find(([call]) => call === 'feeds/follow')?.[1]).toEqual({
      feeds: [pick.url, `${pick.url}/2`].map((url) => ({ url, title: '', outlet: offer.outlet, home: null })),
    });
  });

  it('follows nothing where the browser was not allowed', async () => {
    const { on, asked, settle } = open({}, false);
    on.onFollow([pick]);
    expect((await settle()).notice).toContain('Nothing was chosen');
    expect(asked.map(([call]) => call)).not.toContain('feeds/follow');
  });

  it('takes an address as a person types it, and says why it takes none', async () => {
    const { on, requested, settle } = open();
    on.onAdd('daily.test/feed');
    expect(requested).toEqual([['https://daily.test/*']]);
    await settle();
    on.onAdd('http://daily.test/feed');
    expect((await settle()).notice).toContain('https only');
    expect(requested).toHaveLength(1);
  });

  it('opens a list without following it, and tells what was refused', async () => {
    const { on, asked, requested, settle } = open({
      'feeds/opml': ok({ feeds: [{ url: offer.url, title: 'D', outlet: null, home: null }], refused: ['x: no'] }),
    });
    on.onList({ text: async () => '<opml/>' });
    expect(await settle()).toMatchObject({ listed: [{ url: offer.url, pattern: offer.pattern }], notice: 'Not taken: x: no' });
    expect([asked.some(([call]) => call === 'feeds/follow'), requested]).toEqual([false, []]);
  });

  it('offers what a page named, and nothing of the reader’s own network', async () => {
    const found = new URLSearchParams([
      ['feed', 'https://blog.test/feed'],
      ['feed', 'https://192.168.0.1/feed'],
      ['feed', 'javascript:alert(1)'],
      ['feed', offer.url],
    ]);
    const { settle, asked } = open({}, true, `#${found}`);
    expect((await settle()).listed.map(({ url }) => url)).toEqual(['https://blog.test/feed', offer.url]);
    expect(asked.map(([call]) => call)).toEqual(['feeds/list']);
  });

  it('shows what went wrong', async () => {
    const { settle } = open({ 'feeds/list': fail('store-failed', 'The fact store could not finish.') });
    expect((await settle()).notice).toBe('The fact store could not finish.');
  });
});
