/** Settings that travel, through each browser's own sync: off until switched on, out at once, and in when another computer wrote them. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../scripts/drive/driver';
import { ask as askBackground } from './own-page';
import { beforeSecondTry } from './second-try';
import { BROWSERS, type Session, startSession } from './session';

describe.each(BROWSERS)('settings that travel in %s', (browser) => {
  let session: Session;
  let page: Page;
  const ask = async (call: string, input: object) => (await askBackground<unknown>(page, call, input)).value;
  interface Sync {
    get(keys: null): Promise<Record<string, unknown>>;
    set(items: object): Promise<void>;
  }
  const synced = () =>
    page.evaluate(() => (globalThis as unknown as { chrome: { storage: { sync: Sync } } }).chrome.storage.sync.get(null)) as Promise<
      Record<string, unknown>
    >;
  /** As another computer's Sidelight would. */
  const fromElsewhere = (items: object) =>
    page.evaluate((items) => (globalThis as unknown as { chrome: { storage: { sync: Sync } } }).chrome.storage.sync.set(items), items);
  const box = 'section[aria-labelledby="travel-title"] input';
  const isOn = () => page.$eval(box, (input) => (input as HTMLInputElement).checked);

  const open = async () => {
    page = await session.openOwn('library.html#storage');
    await page.waitForSelector(`${box}:not([disabled])`);
  };
  beforeAll(async () => {
    session = await startSession(browser);
    await open();
  });
  afterAll(() => session?.close());
  beforeSecondTry(async () => {
    await ask('storage/erase', {});
    await page.close();
    await open();
  });

  it('stay here until they are let', async () => {
    await ask('site/set', { host: 'reuters.com', on: false });
    expect(await synced()).toEqual({});
    // At the element and not at a place: what stands above it may still grow.
    await page.$eval(box, (input) => (input as HTMLInputElement).click());
    await until('them to travel', async () => ((await ask('travel/get', {})) as { on: boolean }).on);
    await until('what travels', async () => JSON.stringify(await synced()).includes('["site:reuters.com","off"'));
    await until('the box to be on', isOn);
  });

  it('come in while the page is open, and what is damaged does not', async () => {
    await ask('travel/set', { on: true });
    const later = Date.now() + 60_000;
    await fromElsewhere({
      travel: { version: 1, parts: 1 },
      'travel.0': [
        ['site:bbc.com', 'off', later],
        ['site:reuters.com', null, later],
      ],
    });
    await until('the site to be off', async () => !((await ask('site/get', { host: 'bbc.com' })) as { on: boolean }).on);
    expect(await ask('site/get', { host: 'reuters.com' })).toMatchObject({ on: true });
    await fromElsewhere({ 'travel.0': [['site:theguardian.com', 'never', later + 1]] });
    await until('the fault', async () => ((await ask('travel/get', {})) as { fault: string | null }).fault?.includes('damaged'));
    expect(await ask('site/get', { host: 'theguardian.com' })).toMatchObject({ on: true });
    for (const hash of ['#packs', '#storage']) await page.evaluate((hash) => location.assign(hash), hash);
    await until('the words', () => page.evaluate(() => document.body.innerText.includes('The settings that travel are damaged')));
  });
});
