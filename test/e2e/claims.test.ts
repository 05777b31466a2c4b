/** What an article claims, read in the page by the part that the background puts in. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../scripts/drive/driver';
import type { PageClaims } from '../../src/core/model/view';
import { BROWSERS, type Session, startSession, waitForMark } from './session';

/** What the tab at `url` answers to a call to its part; null where nobody answers there. */
async function askPart(own: Page, url: string, call: string): Promise<PageClaims | null> {
  // As text: Firefox's driver cuts off what is nested deeper than a few levels.
  const text = await own.evaluate(
    async (wanted, name) => {
      const { tabs } = (
        globalThis as unknown as {
          chrome: { tabs: { query(q: object): Promise<{ id: number }[]>; sendMessage(id: number, m: object): Promise<unknown> } };
        }
      ).chrome;
      const ask = (id: number, to: string, name: string) => tabs.sendMessage(id, { to, call: name, input: {} }).catch(() => null);
      for (const { id } of await tabs.query({})) {
        const state = (await ask(id, 'page', 'page/state')) as { ok: boolean; value: { url: string } } | null;
        if (!state?.ok || state.value.url !== wanted) continue;
        const answer = (await ask(id, 'claims', name)) as { ok: boolean; value: PageClaims } | null;
        return answer?.ok ? JSON.stringify(answer.value) : null;
      }
      return null;
    },
    url,
    call,
  );
  return text === null ? null : (JSON.parse(text) as PageClaims);
}

describe.each(BROWSERS)('in %s', (browser) => {
  let session: Session;
  let own: Page;
  const claimsAt = (url: string) =>
    until(`the claims of ${url}`, async () => {
      const list = await askPart(own, url, 'claims/list');
      return list?.status === 'ready' && list.claims.length > 0 ? list.claims : null;
    });
  beforeAll(async () => {
    session = await startSession(browser);
    own = await session.openOwn('welcome.html');
  });
  afterAll(() => session?.close());

  it('reads who says what, when and through whom', async () => {
    const page = await session.open('https://www.reuters.com/world/report');
    await waitForMark(page, 'Mark Rutte');
    const claims = await claimsAt('https://www.reuters.com/world/report');
    const short = claims.map(({ speaker, outlet, via, clocks }) => ({
      speaker: speaker?.name,
      outlet: outlet?.name,
      via: via.map(({ name }) => name),
      said: clocks.said?.edtf,
      reported: clocks.reported?.edtf,
    }));
    expect(short).toEqual([
      { speaker: 'Emmanuel Macron', outlet: 'Reuters', via: [], said: '2025-12-22', reported: undefined },
      { speaker: 'Mark Rutte', outlet: 'Reuters', via: [], said: '2025-12-24', reported: undefined },
      { speaker: undefined, outlet: 'PBS News', via: ['Reuters'], said: undefined, reported: '2025-09-04' },
    ]);
    await page.close();
  });

  it('reads the next story of an application anew', async () => {
    const page = await session.open('https://www.reuters.com/world/report');
    await waitForMark(page, 'Mark Rutte');
    await claimsAt('https://www.reuters.com/world/report');
    await page.evaluate(() => (globalThis as unknown as { go(): void }).go());
    const claims = await claimsAt('https://www.reuters.com/world/report/next');
    expect(claims.map(({ speaker }) => speaker?.name)).toEqual(['Keir Starmer']);
    await page.close();
  });

  it('is not put into pages that are no articles', async () => {
    const page = await session.open('https://www.reuters.com/app');
    await waitForMark(page, 'Emmanuel Macron');
    expect(await askPart(own, 'https://www.reuters.com/app', 'claims/list')).toBeNull();
    await page.close();
  });
});
