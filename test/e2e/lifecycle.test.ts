/** A page outlives what happens around it: the extension's reloads, the browser's page cache, a document written anew. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../scripts/drive/driver';
import { EXTENSION } from './build';
import { BROWSERS, hover, paintedMarks, type Session, startSession, waitForCard, waitForMark, waitForNoCard } from './session';

const STORY = 'https://www.reuters.com/world/guarantees';
const AWAY = 'https://www.reuters.com/nothing';

/** Firefox now and then drops a page that it could have kept. */
const TRIES = 5;

/** Goes back as the page itself would: a page from the browser's cache has no load that the driver could wait for. */
async function goBack(page: Page): Promise<void> {
  for (let tries = 1; ; tries++) {
    await page.evaluate(() => void setTimeout(() => history.back(), 0));
    await until('the story', () => page.evaluate((url) => location.href === url && document.readyState === 'complete', STORY));
    if (await page.evaluate(() => (globalThis as unknown as { kept?: true }).kept ?? false)) return;
    if (tries === TRIES) throw new Error(`the browser kept the page in none of ${TRIES} tries`);
    await leave(page);
  }
}

/** Goes on to another page; the browser keeps this one. */
async function leave(page: Page): Promise<void> {
  // One that is still loading is not kept.
  await until('the page to be loaded', () => page.evaluate(() => document.readyState === 'complete'));
  await page.evaluate(() => Object.assign(globalThis, { kept: true }));
  await page.goto(AWAY, { waitUntil: 'domcontentloaded' });
}

const hosts = (page: Page) => page.evaluate(() => document.querySelectorAll('html > div').length);
const refresh = (session: Session, call: string) =>
  session.inBackground(async (call) => {
    const { tabs } = (
      globalThis as unknown as {
        chrome: { tabs: { query(q: object): Promise<{ id: number }[]>; sendMessage(id: number, m: object): Promise<unknown> } };
      }
    ).chrome;
    for (const { id } of await tabs.query({ active: true })) await tabs.sendMessage(id, { to: 'page', call, input: {} }).catch(() => null);
  }, call);

describe.each(BROWSERS)('in %s', (browser) => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession(browser, {}, (url) =>
      url.pathname === '/rewritten'
        ? {
            headers: { 'content-type': 'text/html; charset=utf-8' },
            body: `<!doctype html><title>First</title><p>Mark Rutte spoke.</p><script>
function rewrite() { document.open(); document.write('<!doctype html><title>Second</title><main><p>Then Keir Starmer spoke.</p></main>'); document.close(); }
</script>`,
          }
        : null,
    );
  });
  afterAll(() => session?.close());

  /** Opens the story and goes on to another page. */
  async function leaveStory(): Promise<Page> {
    const page = await session.open(STORY);
    await waitForMark(page, 'Rutte');
    await leave(page);
    return page;
  }

  it('has marks and cards again on a page that the browser kept', async () => {
    const page = await leaveStory();
    await goBack(page);
    await waitForMark(page, 'Rutte');
    await hover(page, 'Keir Starmer');
    await waitForCard(session, page, 'Keir Starmer');
    await page.close();
  });

  it('has no marks on a page that the browser kept where reading was paused meanwhile, until it goes on', async () => {
    const page = await leaveStory();
    const own = await session.openOwn('popup.html');
    const pause = (paused: boolean) =>
      own.evaluate(
        (paused) =>
          (globalThis as unknown as { chrome: { runtime: { sendMessage(m: object): Promise<unknown> } } }).chrome.runtime.sendMessage({
            to: 'background',
            call: 'pause/set',
            input: { paused },
          }),
        paused,
      );
    await pause(true);
    await page.bringToFront();
    await goBack(page);
    await until('the marks to go', async () => (await paintedMarks(page)).length === 0);
    // Nothing may come back a moment later.
    await new Promise((done) => setTimeout(done, 500));
    expect(await paintedMarks(page)).toEqual([]);
    await pause(false);
    await waitForMark(page, 'Rutte');
    await own.close();
    await page.close();
  });

  it('reads on when the page writes its document anew', async () => {
    const page = await session.open('https://www.reuters.com/rewritten');
    await waitForMark(page, 'Mark Rutte');
    await page.evaluate(() => (globalThis as unknown as { rewrite(): void }).rewrite());
    expect((await waitForMark(page, 'Keir Starmer')).map((mark) => mark.text)).toEqual(['Keir Starmer']);
    expect(await hosts(page)).toBe(1);
    await hover(page, 'Keir Starmer');
    await waitForCard(session, page, 'Keir Starmer');
    await page.close();
  });

  it('is there once after the extension was installed again, twice, over an open page with an open card', async () => {
    const page = await session.open(STORY);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await waitForMark(page, 'Rutte');
    for (let i = 0; i < 2; i++) {
      await page.bringToFront();
      await page.mouse.move(4, 4);
      await hover(page, 'Keir Starmer');
      await waitForCard(session, page, 'Keir Starmer');
      await session.browser.installExtension(EXTENSION[browser]);
      await page.bringToFront();
      // Chromium starts no reader in open pages; the popup does. A new reader has no card open.
      if (browser === 'chromium') {
        const popup = await session.popup(page);
        await until('the popup to know the page', () => popup.read((document) => document.body.innerText.includes('Mark Rutte')));
        await popup.close();
      }
      await waitForNoCard(session, page);
      await waitForMark(page, 'Rutte');
      await until('one host', async () => (await hosts(page)) === 1);
    }
    await refresh(session, 'page/refresh');
    const marks = await waitForMark(page, 'Keir Starmer');
    expect(marks.filter((mark) => mark.text === 'Keir Starmer')).toHaveLength(1);
    await hover(page, 'Keir Starmer');
    await waitForCard(session, page, 'Keir Starmer');
    await page.mouse.move(4, 4);
    await waitForNoCard(session, page);
    expect(await hosts(page)).toBe(1);
    expect(errors).toEqual([]);
    await page.close();
  });
});
