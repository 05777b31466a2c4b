/** What the popup shows before anything answers: the page as it was known, also with a stopped background, and never another's. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PopupHandle, until, WAIT_MS } from '../../scripts/drive/driver';
import { BROWSERS, type Session, startSession, waitForMark } from './session';

const STORY = 'https://www.reuters.com/world/guarantees';
/** How long a page answers nobody (ms): a popup is open and was looked at by then. */
const HUNG_MS = 10_000;

const textOf = (popup: PopupHandle) => popup.read((document) => document.body.innerText.replace(/\s+/g, ' '));

/** What is kept in the browser's memory, as it stands there. */
const kept = (session: Session): Promise<string> =>
  session.inBackground(async () => {
    const { chrome } = globalThis as unknown as { chrome: { storage: { session: { get(keys: null): Promise<object> } } } };
    return JSON.stringify(await chrome.storage.session.get(null));
  });

/** The page's own thread is busy: neither it nor the reader in it answers. */
const hang = (page: Page) =>
  page.evaluate((ms) => {
    setTimeout(() => {
      for (const end = Date.now() + ms; Date.now() < end; );
    });
  }, HUNG_MS);

/** Whether the claims of a page in a private window are read. */
const readInPrivate = (session: Session): Promise<boolean> =>
  session.inBackground(async () => {
    interface Tabs {
      query(of: object): Promise<{ id: number; incognito: boolean }[]>;
      sendMessage(id: number, message: object): Promise<{ value?: { status: string } } | null>;
    }
    const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
    for (const { id, incognito } of await tabs.query({})) {
      const list = incognito ? await tabs.sendMessage(id, { to: 'claims', call: 'claims/list', input: {} }).catch(() => null) : null;
      if (list?.value?.status === 'ready') return true;
    }
    return false;
  });

describe.each(BROWSERS)('in %s', (browser) => {
  let session: Session;
  let page: Page;
  beforeAll(async () => {
    session = await startSession(browser);
    page = await session.open(STORY);
    await waitForMark(page, 'Rutte');
    await until('the page to be known', async () => (await kept(session)).includes(STORY));
  });
  afterAll(() => session?.close());

  it('is there with a stopped background and a page that answers nobody, and gives way to what they say then', async () => {
    // Told apart from what the page says itself.
    await session.runInBackground(`chrome.storage.session.get(null).then((all) => {
      for (const { page } of Object.values(all)) page.article.title = 'As it was known';
      return chrome.storage.session.set(all);
    })`);
    await until('it to be kept', async () => (await kept(session)).includes('As it was known'));
    await session.stopBackground();
    await hang(page);
    const popup = await session.popup(page);
    const first = await until('the page as it was known', async () => {
      const text = await textOf(popup);
      return text.includes('As it was known') && text;
    });
    expect(first).toMatch(/Reuters .*Published .*\d names? .*Mark Rutte/);
    const then = await until(
      'the page itself',
      async () => {
        const text = await textOf(popup);
        return text.includes('Guarantees for Ukraine: what the coalition has said') && text;
      },
      HUNG_MS + WAIT_MS,
    );
    expect(then).not.toContain('As it was known');
    await popup.close();
  });

  it('is of no other page that the tab has gone to', async () => {
    await until('the page to be known', async () => (await kept(session)).includes(STORY));
    // An application goes on without another document; its reader says nothing meanwhile.
    await page.evaluate(() => history.pushState(null, '', '/world/elsewhere'));
    await hang(page);
    const popup = await session.popup(page);
    const empty = await until('an open popup', async () => {
      const text = await textOf(popup);
      return text.includes('Sidelight') && text;
    });
    expect(empty).not.toMatch(/Guarantees|Rutte/);
    await popup.close();
    await page.goto('https://www.reuters.com/nothing', { waitUntil: 'domcontentloaded' });
    const next = await session.popup(page);
    const text = await until('the next page', async () => {
      const now = await textOf(next);
      return now.includes('Nothing that your packs track') && now;
    });
    expect(text).not.toMatch(/Guarantees|Rutte/);
    await next.close();
  });

  it('goes with its tab', async () => {
    const other = await session.open(STORY);
    await waitForMark(other, 'Rutte');
    await until('the page to be known', async () => (await kept(session)).includes(STORY));
    await other.close();
    await until('it to be forgotten', async () => !(await kept(session)).includes(STORY));
  });
});

describe.each(BROWSERS)('in private windows of %s', (browser) => {
  it('nothing is kept', async () => {
    const session = await startSession(browser, { inPrivate: true });
    try {
      const page = await session.open(STORY);
      await waitForMark(page, 'Rutte');
      await until('the page to be known', async () => (await kept(session)).includes(STORY));
      const secret = 'https://www.reuters.com/world/figures';
      const close = await session.openPrivate(secret);
      await until('its claims, which are read after that', () => readInPrivate(session));
      expect(await kept(session)).not.toContain(secret);
      await close();
    } finally {
      await session.close();
    }
  });
});
