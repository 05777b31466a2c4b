/** What an article claims, read in the page by the part that the background puts in. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PopupHandle, until } from '../../scripts/drive/driver';
import type { PageClaims } from '../../src/core/model/view';
import { BROWSERS, cardText, cardWasSeen, hover, type Session, startSession, still, waitForCard, waitForMark } from './session';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const REPORT = 'https://www.reuters.com/world/report';

const rowsOf = (popup: PopupHandle) =>
  popup.read((document) =>
    [...document.querySelectorAll<HTMLElement>('.page-claims .claim')].map((row) => row.innerText.replace(/\s+/g, ' ')),
  );
const waitForRow = (popup: PopupHandle, nth: number, words: RegExp) =>
  until(`row ${nth} to say ${words}`, async () => {
    const row = (await rowsOf(popup))[nth];
    return row && words.test(row) && row;
  });
/** Presses a button of the `nth` claim by its words. */
const pressIn = (popup: PopupHandle, nth: number, words: string) =>
  until(`a button ${words} in claim ${nth}`, () =>
    popup.read(
      (document, wanted) => {
        const row = document.querySelectorAll('.page-claims .claim')[wanted.nth];
        const found = [...(row?.querySelectorAll('button') ?? [])].find((button) => button.innerText.includes(wanted.words));
        found?.click();
        return found !== undefined;
      },
      { nth, words },
    ),
  );

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

  describe('in the popup', () => {
    let page: Page;
    beforeAll(async () => {
      page = await session.open(REPORT);
      await waitForMark(page, 'Mark Rutte');
    });
    afterAll(() => page?.close());

    it('are listed as unconfirmed, with speaker, source, and dates with their clocks', async () => {
      const popup = await session.popup(page);
      await waitForRow(popup, 2, /PBS News/);
      const [macron, rutte, pbs] = await rowsOf(popup);
      expect(macron).toMatch(/(?:22 Dec 2025|Dec 22, 2025) said .*guarantees would be ready.*Emmanuel Macron/);
      expect(rutte).toMatch(/(?:24 Dec 2025|Dec 24, 2025) said .*told reporters.*Mark Rutte/);
      expect(pbs).toMatch(/(?:4 Sep 2025|Sep 4, 2025) reported .*26 nations.*PBS News.*carried Reuters/);
      expect(await popup.read((document) => document.querySelector('.told-note')?.textContent ?? '')).toContain('unconfirmed');
      expect(await popup.violations(AXE)).toEqual([]);
      await popup.close();
    });

    it('scroll to their sentence and flash it, and the page sees nothing of that', async () => {
      await page.evaluate(() => {
        const seen = { mutations: 0 };
        Object.assign(globalThis, { seen });
        new MutationObserver((records) => {
          seen.mutations += records.length;
        }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        document.body.style.paddingTop = '3000px';
        scrollTo(0, 0);
      });
      const before = await page.evaluate(() => (globalThis as unknown as { seen: { mutations: number } }).seen.mutations);
      const names = () => page.evaluate(() => [...CSS.highlights.keys()].join());
      const listed = await names();
      const popup = await session.popup(page);
      await waitForRow(popup, 2, /PBS News/);
      await pressIn(popup, 1, 'told reporters');
      const boxes = await until('the flash', () =>
        session.inRoot(page, (root) => {
          const all = [...root.querySelectorAll('.flash')].map((box) => box.getBoundingClientRect());
          return all.length > 0 && all.map(({ top, bottom, left }) => ({ top, bottom, left }));
        }),
      );
      const sentence = await page.evaluate(() => {
        const { top, bottom } = document.getElementById('rutte')?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
        return { top, bottom, height: innerHeight };
      });
      expect(sentence.top).toBeGreaterThan(0);
      expect(sentence.bottom).toBeLessThan(sentence.height);
      for (const box of boxes) {
        expect(box.top).toBeGreaterThan(sentence.top - 8);
        expect(box.bottom).toBeLessThan(sentence.bottom + 8);
      }
      expect(await names()).toBe(listed);
      expect(await page.evaluate(() => (globalThis as unknown as { seen: { mutations: number } }).seen.mutations)).toBe(before);
      await until('the flash to end', async () => (await session.inRoot(page, (root) => root.querySelectorAll('.flash').length)) === 0);
      await popup.close();
    });

    it('are kept, dismissed and taken back, and stay so over a reload and a stopped background', async () => {
      let popup = await session.popup(page);
      await waitForRow(popup, 2, /PBS News/);
      await pressIn(popup, 1, 'Keep');
      await waitForRow(popup, 1, /Kept/);
      await pressIn(popup, 0, 'Dismiss');
      await waitForRow(popup, 0, /Dismissed/);
      await popup.close();
      await session.stopBackground();
      await page.reload();
      await waitForMark(page, 'Mark Rutte');
      popup = await session.popup(page);
      await waitForRow(popup, 1, /Kept/);
      await waitForRow(popup, 0, /Dismissed/);
      await pressIn(popup, 0, 'Undo');
      await waitForRow(popup, 0, /Keep Dismiss/);
      await popup.close();
    });

    it('stand on the actor’s card from then on, on other pages too, until they are taken back', async () => {
      const other = await session.open('https://www.reuters.com/world/guarantees');
      await waitForMark(other, 'Rutte');
      await hover(other, 'Rutte');
      const card = await waitForCard(session, other, 'would not be found wanting');
      expect(card).toContain('confirmed by you');
      const link = await session.inRoot(other, (root) =>
        [...root.querySelectorAll('a')].map(({ href }) => href).find((href) => href.includes('world/report')),
      );
      expect(link).toContain('#:~:text=');
      await other.close();
      const popup = await session.popup(page);
      await waitForRow(popup, 1, /Kept/);
      await pressIn(popup, 1, 'Undo');
      await waitForRow(popup, 1, /Keep Dismiss/);
      await popup.close();
      const again = await session.open('https://www.reuters.com/world/guarantees');
      await waitForMark(again, 'Rutte');
      await hover(again, 'Rutte');
      expect(await waitForCard(session, again, 'Mark Rutte')).not.toContain('would not be found wanting');
      await again.close();
    });
  });

  it('stand on the card of the outlet that the page has them from, with whom that leans on', async () => {
    const page = await session.open(REPORT);
    await claimsAt(REPORT);
    await hover(page, 'PBS News');
    const card = await waitForCard(session, page, 'On this page');
    expect(card).toMatch(/26 nations had promised[\s\S]*PBS News[\s\S]*carried Reuters/);
    expect(card).not.toMatch(/told reporters/);
    await page.close();
  });

  it('stand on the card of who said them, to be kept there by a press that the reader meant', async () => {
    const page = await session.open(REPORT);
    await claimsAt(REPORT);
    await hover(page, 'Mark Rutte');
    const card = await waitForCard(session, page, 'On this page');
    expect(card).toMatch(/told reporters/);
    expect(card).not.toMatch(/26 nations had promised/);
    const button = (words: string) =>
      still(`the button ${words}`, () =>
        session.inRoot(
          page,
          (root, words) => {
            const { left, top, width, height } =
              [...root.querySelectorAll('button')].find(({ innerText }) => innerText === words)?.getBoundingClientRect() ?? new DOMRect();
            return width > 0 ? { x: left + width / 2, y: top + height / 2 } : null;
          },
          words,
        ),
      );
    const first = await button('Keep');
    await page.mouse.move(first.x, first.y);
    // What a page does against the half second is tested with corrections.
    await cardWasSeen(session, page);
    await page.mouse.click(first.x, first.y);
    await until('the card to say so', async () => (await cardText(session, page))?.includes('Kept'));
    await cardWasSeen(session, page);
    const { x, y } = await button('Undo');
    await page.mouse.click(x, y);
    await until('the card to offer it again', async () => (await cardText(session, page))?.includes('Dismiss'));
    await page.close();
  });
});
