/** The toolbar badge: how much other outlets carried about a page's events since, once the reader wants it, until it was looked at. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../scripts/drive/driver';
import { ask } from './own-page';
import { BROWSERS, type Session, startSession, waitForMark } from './session';

const OLD = 'https://www.reuters.com/world/early';
const NEW = 'https://www.reuters.com/world/late';
const HEADLINE = 'The coalition goes on';

/** One story under two dates: the dossier has accounts of its events after the first, and none after the second. */
const story = (published: string) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${HEADLINE} | Reuters</title>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"${HEADLINE}","datePublished":"${published}"}</script>
</head><body><article><h1>${HEADLINE}</h1>
<p>The Coalition of the Willing, by now over 26 countries, wants guarantees that hold once the guns fall silent along the front.</p>
<p>Emmanuel Macron said on Friday that he had spoken with Mark Rutte about what the promises of the autumn are worth to others.</p>
<p>Officials who work on the papers expect that the lawyers will need most of the winter before there is a text that all can sign.</p>
</article></body></html>`;

const PAGES: Readonly<Record<string, string>> = { [OLD]: story('2025-09-03T09:00:00+02:00'), [NEW]: story('2026-03-01T09:00:00+01:00') };

interface Api {
  readonly tabs: { query(of: object): Promise<{ id: number; url?: string }[]> };
  readonly action: { getBadgeText(of: { tabId: number }): Promise<string> };
}

describe.each(BROWSERS)('the badge in %s', (browser) => {
  let session: Session;
  let own: Page;
  beforeAll(async () => {
    session = await startSession(browser, {}, async (url) => {
      const body = PAGES[url.href];
      return body === undefined ? null : { headers: { 'content-type': 'text/html; charset=utf-8' }, body };
    });
    own = await session.openOwn('ledger.html');
    await ask(own, 'health/get', {});
  });
  afterAll(() => session?.close());

  /** What stands on the button over the tab with this page, and the tab's id. */
  const badge = (url: string) =>
    own.evaluate(async (at) => {
      const { tabs, action } = (globalThis as unknown as { chrome: Api }).chrome;
      const tab = (await tabs.query({})).find((one) => one.url === at);
      return tab ? { id: tab.id, text: await action.getBadgeText({ tabId: tab.id }) } : null;
    }, url);
  /** Its claims are read: what is counted is counted right after. */
  const isRead = (url: string) =>
    until('its claims', () =>
      own.evaluate(async (at) => {
        interface Tabs {
          query(of: object): Promise<{ id: number; url?: string }[]>;
          sendMessage(id: number, message: object): Promise<{ value?: { status: string } }>;
        }
        const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
        const tab = (await tabs.query({})).find((one) => one.url === at);
        const list = tab && (await tabs.sendMessage(tab.id, { to: 'claims', call: 'claims/list', input: {} }));
        return list?.value?.status === 'ready';
      }, url),
    );

  it('is empty until the reader wants it', async () => {
    const page = await session.open(OLD);
    await waitForMark(page, 'Mark Rutte');
    await isRead(OLD);
    expect((await badge(OLD))?.text).toBe('');
    await page.close();
  });

  it('counts what came after a page, keeps to its tab, and is empty again once it was looked at', async () => {
    expect(await ask(own, 'news/set', { badge: true })).toMatchObject({ ok: true, value: { badge: true } });
    const late = await session.open(NEW);
    await waitForMark(late, 'Mark Rutte');
    await isRead(NEW);
    const page = await session.open(OLD);
    await waitForMark(page, 'Mark Rutte');
    const counted = await until('a number', async () => {
      const now = await badge(OLD);
      return now && now.text !== '' && now;
    });
    expect(counted.text).toMatch(/^[1-9]\d*$/);
    expect((await badge(NEW))?.text).toBe('');
    const popup = await session.popup(page);
    await until('the coverage', () =>
      popup.read((document) => {
        const line = document.querySelector<HTMLElement>('main[aria-busy=false] .glance [data-tab=coverage]');
        line?.click();
        return line !== null;
      }),
    );
    await until('the badge to go', async () => (await badge(OLD))?.text === '');
    await popup.close();
    await late.close();
    await page.close();
  });

  it('goes where the reader wants it no more', async () => {
    await ask(own, 'news/forget', {});
    await ask(own, 'news/set', { badge: true });
    const page = await session.open(OLD);
    await until('a number', async () => {
      const now = await badge(OLD);
      return now && now.text !== '';
    });
    await ask(own, 'news/set', { badge: false });
    await until('the badge to go', async () => (await badge(OLD))?.text === '');
    await page.close();
  });
});
