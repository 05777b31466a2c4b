/** What a reader sees on an article: marks in the right places, the card on hover, everything by keyboard, nothing else changed. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../scripts/drive/driver';
import { isBrowsersOwn } from '../../scripts/drive/proxy';
import { beforeSecondTry } from './second-try';
import { BROWSERS, cardText, hover, paintedMarks, type Session, startSession, waitForCard, waitForMark, waitForNoCard } from './session';

describe.each(BROWSERS)('in %s', (browser) => {
  let session: Session;
  let page: Page;
  beforeAll(async () => {
    session = await startSession(browser);
    page = await session.open('https://www.reuters.com/world/guarantees');
    await waitForMark(page, 'Rutte');
  });
  afterAll(() => session?.close());
  beforeSecondTry(async () => {
    await page.bringToFront();
    await page.setViewport({ width: 1280, height: 900 });
    await page.mouse.move(4, 4);
    await page.reload();
    await waitForMark(page, 'Rutte');
  });

  it('marks names across inline elements, entities, soft hyphens and apostrophes', async () => {
    const marks = (await paintedMarks(page)).map(({ kind, text }) => `${kind.replace('sidelight-', '')}: ${text.replace(/\s+/g, ' ')}`);
    expect(marks).toEqual([
      'place: Ukraine',
      'person: Emmanuel Macron',
      'person: Mark Rutte',
      'person: Ma\u00adcron',
      'person: Rutte',
      'organisation: European Union',
      'organisation: EU',
      'place: London',
      'person: Keir Starmer',
      'person: Volodymyr Zelensky',
      'organisation: Coalition of the Willing',
      'person: Rutte',
    ]);
  });

  it('shows the card on hover, with claims, their dates and clocks, and closes it', async () => {
    await hover(page, 'Rutte');
    const card = await waitForCard(session, page, 'Mark Rutte');
    expect(card).toMatch(/Secretary General of NATO/);
    expect(card).toMatch(/Aug 2025/);
    expect(card.toLowerCase()).toContain('event');
    expect(card).toContain('ABC News');
    await page.mouse.move(4, 4);
    await waitForNoCard(session, page);
  });

  it('answers after the worker was stopped', async () => {
    await session.stopBackground();
    await hover(page, 'Keir Starmer');
    expect(await waitForCard(session, page, 'Keir Starmer')).toMatch(/Starmer/);
    await page.keyboard.press('Escape');
    await waitForNoCard(session, page);
  });

  it('keeps the card inside a narrow window', async () => {
    await page.mouse.move(4, 4);
    await page.setViewport({ width: 340, height: 520 });
    await page.evaluate(() => document.getElementById('second')?.scrollIntoView({ block: 'end' }));
    await until('the marks to settle', async () => (await paintedMarks(page)).length > 0);
    await hover(page, 'Keir Starmer');
    await waitForCard(session, page, 'Keir Starmer');
    const box = await session.inRoot(page, (root) => {
      const { left, top, right, bottom } = (root.querySelector('[role="dialog"]') as HTMLElement).getBoundingClientRect();
      return { left, top, right, bottom };
    });
    expect(box?.left).toBeGreaterThanOrEqual(0);
    expect(box?.top).toBeGreaterThanOrEqual(0);
    expect(box?.right).toBeLessThanOrEqual(340);
    expect(box?.bottom).toBeLessThanOrEqual(520);
    await page.keyboard.press('Escape');
    await waitForNoCard(session, page);
    await page.setViewport({ width: 1280, height: 900 });
    await page.evaluate(() => scrollTo(0, 0));
    await page.mouse.move(4, 4);
  });

  it('steps through mentions by command, moves focus inside and gives it back', async () => {
    const send = (call: string, input: object) =>
      session.inBackground(
        async ({ call, input }) => {
          // The commands' own way: background to the active tab.
          const api = (
            globalThis as unknown as {
              chrome: { tabs: { query(q: object): Promise<{ id: number }[]>; sendMessage(id: number, m: object): Promise<unknown> } };
            }
          ).chrome;
          for (const { id } of await api.tabs.query({ active: true }))
            await api.tabs.sendMessage(id, { to: 'page', call, input }).catch(() => null);
        },
        { call, input },
      );
    await page.bringToFront();
    await send('page/step', { by: 1 });
    await waitForCard(session, page, 'Ukraine');
    await send('page/step', { by: 1 });
    await waitForCard(session, page, 'Emmanuel Macron');
    await send('page/step', { by: -1 });
    await waitForCard(session, page, 'Ukraine');
    await send('page/open', {});
    await until('focus inside', () => session.inRoot(page, (root) => root.activeElement !== null));
    await page.keyboard.press('Escape');
    await waitForNoCard(session, page);
    expect(await page.evaluate(() => document.activeElement === document.body || document.activeElement === null)).toBe(true);
  });

  it('follows text that is added, and a single-page application to its next story', async () => {
    const app = await session.open('https://www.reuters.com/app');
    await waitForMark(app, 'Macron');
    await app.evaluate(() => (globalThis as unknown as { add(text: string): void }).add('Then Keir Starmer arrived.'));
    await waitForMark(app, 'Keir Starmer');
    await app.evaluate(() => (globalThis as unknown as { go(): void }).go());
    const marks = await waitForMark(app, 'Mark Rutte');
    expect(marks.map((mark) => mark.text)).not.toContain('Keir Starmer');
    await app.close();
  });

  it('changes nothing on the page, moves nothing, and says nothing to it', async () => {
    const watched = await session.open('https://www.reuters.com/watched');
    await waitForMark(watched, 'Mark Rutte');
    await hover(watched, 'Mark Rutte', 3);
    await waitForCard(session, watched, 'Mark Rutte');
    await watched.mouse.move(4, 4);
    await waitForNoCard(session, watched);
    const seen = await watched.evaluate(
      () => (globalThis as unknown as { seen: { mutations: string[]; messages: number; shifts: number } }).seen,
    );
    // The one host element that every page gets; marks and card change nothing that the page could see, its host included.
    expect(seen.mutations).toEqual(['added DIV to HTML']);
    expect(seen.messages).toBe(0);
    expect(seen.shifts).toBe(0);
    await watched.close();
  });

  it('sent nothing over the network but what the pages themselves asked for', async () => {
    const sent = session.proxy.log.filter((request) => !isBrowsersOwn(request)).map(({ url }) => url);
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.filter((url) => new URL(url).hostname !== 'www.reuters.com')).toEqual([]);
    expect(await cardText(session, page)).toBeNull();
  });
});
