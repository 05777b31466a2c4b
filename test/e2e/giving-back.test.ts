/**
 * Permissions go back to the browser once nothing needs them, in both browsers: the browser itself is asked what it still grants.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../scripts/drive/driver';
import { ask, backup, chooseBytes, press, seen } from './own-page';
import { BROWSERS, type Session, startSession } from './session';

const WIRE = 'feeds.lowmarsh-herald.com';
const PACKS = 'packs.lowmarsh-herald.com';
const RSS = '<rss version="2.0"><channel><title>World</title></channel></rss>';

interface Chrome {
  readonly permissions: {
    contains(wanted: { origins: string[] }): Promise<boolean>;
    request(wanted: { origins: string[] }): Promise<boolean>;
  };
}

describe.each(BROWSERS)('permissions in %s', (browser) => {
  let session: Session;
  let library: Page;
  const holds = (host: string) =>
    library.evaluate(
      (origin) => (globalThis as unknown as { chrome: Chrome }).chrome.permissions.contains({ origins: [origin] }),
      `https://${host}/*`,
    );
  /** As the reader allows it: the prompt is answered beforehand, since browsers without a window show none. */
  const allow = async (host: string) => {
    await session.grant(`https://${host}/*`);
    if (browser === 'chromium') {
      await library.evaluate(
        (origin) => (globalThis as unknown as { chrome: Chrome }).chrome.permissions.request({ origins: [origin] }),
        `https://${host}/*`,
      );
    }
    expect(await holds(host)).toBe(true);
  };
  const gone = (host: string) => until(`no permission for ${host}`, async () => !(await holds(host)));
  const done = async (call: string, input: object) => expect(await ask(library, call, input)).toMatchObject({ ok: true });
  const follow = (path: string) =>
    done('feeds/follow', { feeds: [{ url: `https://${WIRE}/${path}`, title: path, outlet: null, home: null }] });

  beforeAll(async () => {
    session = await startSession(browser, {}, (url) =>
      url.host === WIRE ? { headers: { 'content-type': 'application/rss+xml' }, body: RSS } : null,
    );
    library = await session.openOwn('library.html#storage');
    await seen(library, 'Save a backup');
  });
  afterAll(() => session?.close());

  it('of a host stay while one feed on it is followed, and go with the last', async () => {
    expect(await holds(WIRE)).toBe(false);
    await allow(WIRE);
    await follow('world');
    await follow('sport');
    await done('feeds/unfollow', { url: `https://${WIRE}/world` });
    expect(await holds(WIRE)).toBe(true);
    await done('feeds/unfollow', { url: `https://${WIRE}/sport` });
    await gone(WIRE);
  });

  it('of a subscribed pack go when it is given up', async () => {
    await allow(PACKS);
    await done('subscriptions/follow', { url: `https://${PACKS}/pack.json` });
    expect(await holds(PACKS)).toBe(true);
    await done('subscriptions/unfollow', { url: `https://${PACKS}/pack.json` });
    await gone(PACKS);
  });

  it('go when a restored backup has nothing that needs them', async () => {
    const before = await backup(library);
    await allow(WIRE);
    await follow('world');
    expect(await holds(WIRE)).toBe(true);
    await chooseBytes(library, '.backup input[type=file]', 'backup.jsonl.gz', before);
    await seen(library, 'This backup holds');
    await press(library, 'Restore');
    await seen(library, 'Restored.');
    await gone(WIRE);
    await press(library, 'Bring it back');
    await seen(library, 'Everything is as it was.');
    const { value } = await ask<{ feeds: { url: string; allowed: boolean }[] }>(library, 'feeds/list', {});
    expect(value.feeds).toMatchObject([{ url: `https://${WIRE}/world`, allowed: false }]);
  });
});
