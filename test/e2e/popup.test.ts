/** The toolbar popup, opened for real over a page: what it says of the page, its states, its switches, and axe's verdict. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PopupHandle, until } from '../../scripts/drive/driver';
import { ask } from './own-page';
import { beforeSecondTry } from './second-try';
import { BROWSERS, hover, paintedMarks, type Session, startSession, waitForCard, waitForMark } from './session';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const textOf = (popup: PopupHandle) => popup.read((document) => document.body.innerText.replace(/\s+/g, ' '));
const waitForText = (popup: PopupHandle, text: string) =>
  until(`"${text}" in the popup`, async () => {
    const now = await textOf(popup);
    return now.includes(text) && now;
  });
/** Presses a control by role and name, as a person finds it, once it is there. */
const press = (popup: PopupHandle, role: string, name: string) =>
  until(`a ${role} "${name}"`, () =>
    popup.read(
      (document, wanted) => {
        const all = [...document.querySelectorAll<HTMLElement>(`[role="${wanted.role}"], ${wanted.role}`)];
        const found = all.find((element) => (element.getAttribute('aria-label') ?? element.innerText).trim().startsWith(wanted.name));
        if (!found) throw new Error(`no ${wanted.role} ${wanted.name} among ${all.map((e) => e.innerText).join(' | ')}`);
        found.click();
        return true;
      },
      { role, name },
    ),
  );

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
    const own = await session.openOwn('welcome.html');
    await ask(own, 'storage/erase', {});
    await own.close();
    await page.bringToFront();
    await page.mouse.move(4, 4);
    await page.reload();
    await waitForMark(page, 'Rutte');
  });

  it('says what the article is and whom it names, with counts', async () => {
    const popup = await session.popup(page);
    const text = await waitForText(popup, 'Mark Rutte');
    expect(text).toContain('Reuters');
    expect(text).toContain('Guarantees for Ukraine: what the coalition has said');
    expect(text).toMatch(/24 Dec 2025|Dec 24, 2025/);
    expect(text).toContain('20:00 (+01:00)');
    await press(popup, 'tab', 'On this page');
    const names = await waitForText(popup, 'Secretary General of NATO');
    expect(names).toMatch(/Mark Rutte ?Secretary General of NATO(?:, as of \w+ \d{4})? ?3 mentions/);
    // The foot is asked for once the page has something in it.
    await waitForText(popup, '0 requests sent');
    await popup.close();
  });

  it('asks for the 600 px that browsers allow, and leaves room for its list', async () => {
    const popup = await session.popup(page);
    await waitForText(popup, 'Mark Rutte');
    const size = await popup.read((document) => {
      const [panel, foot] = ['.panel', '.foot'].map((part) => document.querySelector(part)?.getBoundingClientRect().top ?? 0);
      return { wanted: document.documentElement.scrollHeight, list: (foot ?? 0) - (panel ?? 0) };
    });
    expect(size.wanted).toBeGreaterThanOrEqual(600);
    // The screen of a headless Chromium is 600 px high, with the browser's own bars.
    expect(size.list).toBeGreaterThan(240);
    await popup.close();
  });

  it('lists other outlets’ coverage by event, and the claims by date', async () => {
    const popup = await session.popup(page);
    await waitForText(popup, 'Mark Rutte');
    await press(popup, 'tab', 'Coverage');
    const coverage = await waitForText(popup, 'PBS News');
    expect(coverage).toMatch(/4 Sep 2025|Sep 4, 2025/);
    expect(coverage).not.toMatch(/\bReuters \d/);
    await press(popup, 'tab', 'Timeline');
    const claims = await waitForText(popup, 'said');
    const dates = ['24 Dec 2025|Dec 24, 2025', '16 Dec 2025|Dec 16, 2025', '8 Dec 2025|Dec 8, 2025', '18 Dec 2024|Dec 18, 2024'];
    const places = dates.map((date) => claims.search(new RegExp(date)));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    await popup.close();
  });

  it('sets the page’s own figure, and two dates of one meeting, beside other accounts, and shows the sentence on the page', async () => {
    const figures = await session.open('https://www.reuters.com/world/figures');
    await waitForMark(figures, 'Donald Trump');
    const popup = await session.popup(figures);
    await waitForText(popup, '1 claim on this page');
    await press(popup, 'tab', 'Differs');
    const text = await waitForText(popup, 'over 26 countries');
    expect(text).toMatch(/“?Twenty-six countries”? PBS News/);
    expect(text).toMatch(/“?over 26 countries”? Reuters · this page · (28 Dec 2025|Dec 28, 2025)/);
    expect(text).toMatch(/Dates differ (24 Feb 2025|Feb 24, 2025) the public record.* Mar 2025 CNN transcripts/);
    expect(text).toContain('does not judge which is right');
    expect(await popup.violations(AXE)).toEqual([]);
    await figures.evaluate(() => document.body.prepend(Object.assign(document.createElement('div'), { style: 'height: 3000px' })));
    await press(popup, 'button', 'The Coalition of the Willing, by now');
    await until('the sentence in view', () =>
      figures.evaluate(() => {
        const { top, bottom } = document.querySelector('article p')?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
        return top >= 0 && bottom <= innerHeight;
      }),
    );
    await popup.close();
    await figures.close();
  });

  it('draws the claims on an axis that goes by keyboard, and the claims of one actor alone', async () => {
    const popup = await session.popup(page);
    await waitForText(popup, 'Mark Rutte');
    await press(popup, 'tab', 'Timeline');
    const marks = () => popup.read((document) => document.querySelectorAll('[role=option]').length);
    const all = await until('the marks', marks);
    const here = () =>
      popup.read((document) => document.querySelector('[role=option][aria-selected=true]')?.getAttribute('aria-label') ?? null);
    const before = await until('a mark that is chosen', here);
    await popup.read((document) => {
      const { KeyboardEvent } = document.defaultView as Window & typeof globalThis;
      document.querySelector<SVGElement>('[role=option][tabindex="0"]')?.focus();
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true, cancelable: true }));
      return true;
    });
    expect(await until('another mark', async () => [await here()].find((now) => now !== before))).toMatch(/before this article/);
    expect(await popup.violations(AXE)).toEqual([]);
    await popup.read((document) => {
      const select = document.querySelector('select') as HTMLSelectElement;
      select.value = 'world:keir-starmer';
      const { Event } = document.defaultView as Window & typeof globalThis;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      return true;
    });
    await until('fewer marks', async () => (await marks()) < all);
    await popup.close();
  });

  it('filters, and reveals a mention on the page', async () => {
    const popup = await session.popup(page);
    await waitForText(popup, 'Mark Rutte');
    await press(popup, 'tab', 'On this page');
    await popup.read((document) => {
      const box = document.querySelector('input') as HTMLInputElement;
      box.value = 'starmer';
      const { Event } = document.defaultView as Window & typeof globalThis;
      box.dispatchEvent(new Event('input', { bubbles: true }));
      return true;
    });
    await until('the filter', async () => !(await textOf(popup)).includes('Mark Rutte'));
    await waitForText(popup, 'Keir Starmer');
    await press(popup, 'button', 'Keir Starmer');
    await waitForCard(session, page, 'Keir Starmer');
    await popup.close();
    await page.keyboard.press('Escape');
  });

  it('has no accessibility faults that axe finds, nor has the card', async () => {
    const popup = await session.popup(page);
    await waitForText(popup, 'Mark Rutte');
    expect(await popup.violations(AXE)).toEqual([]);
    await popup.close();
    await hover(page, 'Keir Starmer');
    await waitForCard(session, page, 'Keir Starmer');
    // axe cannot enter a closed root from the page, so the card's markup is judged by the gallery; its dialog is named here.
    const dialog = await session.inRoot(page, (root) => {
      const found = root.querySelector('[role="dialog"]');
      const label = found?.getAttribute('aria-labelledby');
      return {
        name: label ? root.getElementById(label)?.textContent : found?.getAttribute('aria-label'),
        links: [...root.querySelectorAll('a')].every((a) => /^https?:/.test(a.href) && a.rel.includes('noopener')),
      };
    });
    expect(dialog?.name).toContain('Keir Starmer');
    expect(dialog?.links).toBe(true);
    await page.mouse.move(4, 4);
  });

  it('marks only names with something new where the reader wants that, and never where the page could look', async () => {
    let popup = await session.popup(page);
    await waitForText(popup, 'Mark only names with something new');
    await press(popup, 'switch', 'Mark only names with something new');
    // Nothing new has come since: nothing is marked, and the card still opens.
    await until('the marks to go', async () => (await paintedMarks(page)).length === 0);
    await press(popup, 'tab', 'On this page');
    expect(await waitForText(popup, 'Keir Starmer')).toContain('Mark Rutte');
    await press(popup, 'button', 'Keir Starmer');
    await waitForCard(session, page, 'Keir Starmer');
    await popup.close();
    await page.keyboard.press('Escape');
    popup = await session.popup(page);
    await waitForText(popup, 'Known when you opened');
    await press(popup, 'switch', 'Mark only names with something new');
    await waitForMark(page, 'Rutte');
    await press(popup, 'button', 'Forget');
    await press(popup, 'button', 'Forget when you opened');
    await until('it to be forgotten', async () => !(await textOf(popup)).includes('Known when you opened'));
    await popup.close();
  });

  it('pauses everywhere and resumes', async () => {
    let popup = await session.popup(page);
    await waitForText(popup, 'Mark Rutte');
    await press(popup, 'button', 'Pause');
    await waitForText(popup, 'Resume');
    await until('the marks to go', async () => (await paintedMarks(page)).length === 0);
    await popup.close();
    popup = await session.popup(page);
    await waitForText(popup, 'Resume');
    await press(popup, 'button', 'Resume');
    await waitForMark(page, 'Rutte');
    await popup.close();
  });

  it('switches a built-in site off, keeps it off over a stopped worker and a reload, and on again', async () => {
    let popup = await session.popup(page);
    await waitForText(popup, 'Mark Rutte');
    await press(popup, 'switch', 'Read');
    await until('the marks to go', async () => (await paintedMarks(page)).length === 0);
    await popup.close();
    await session.stopBackground();
    await page.reload();
    popup = await session.popup(page);
    expect(await waitForText(popup, 'off')).not.toContain('Mark Rutte');
    expect(await paintedMarks(page)).toEqual([]);
    await press(popup, 'button', 'Read this site again');
    await waitForMark(page, 'Rutte');
    await popup.close();
  });

  it('says that nothing is named on a page that names nobody', async () => {
    const garden = await session.open('https://www.reuters.com/nothing');
    const popup = await session.popup(garden);
    await waitForText(popup, 'Nothing that your packs track is named here');
    await popup.close();
    await garden.close();
  });

  it('offers to switch on a site that is not covered, and it stays on', async () => {
    const blog = await session.open('https://blog.village-green.org/post');
    let popup = await session.popup(blog);
    await waitForText(popup, 'Sidelight does not read this site');
    expect(await paintedMarks(blog)).toEqual([]);
    await popup.close();
    // Headless browsers can't show the prompt, so it is answered before it is asked.
    await session.grant('*://*.blog.village-green.org/*');
    popup = await session.popup(blog);
    await waitForText(popup, 'blog.village-green.org');
    // Where the browser took up the grant by itself there is nothing left to press.
    await until('the site to be read, or the button for that', async () => {
      if ((await paintedMarks(blog)).some(({ text }) => text === 'Mark Rutte')) return true;
      return popup.read((document) => {
        const button = [...document.querySelectorAll('button')].find(({ innerText }) => innerText.startsWith('Read this site'));
        button?.click();
        return button !== undefined;
      });
    });
    await waitForMark(blog, 'Mark Rutte');
    await popup.close();
    await blog.reload();
    await waitForMark(blog, 'Mark Rutte');
    popup = await session.popup(blog);
    await waitForText(popup, 'Mark Rutte');
    await popup.close();
    await blog.close();
  });

  it('does not claim on the welcome page that it is kept off the news sites', async () => {
    const welcome = await session.openOwn('welcome.html');
    // The card comes last, after the browser has said what it grants.
    const words = await until('the welcome page', () =>
      welcome.evaluate(() => document.querySelector('.example h2 ~ .card h2') && document.body.innerText),
    );
    expect(words).toContain('How to use it');
    expect(words).not.toContain('One step left');
    await welcome.close();
  });

  it('follows an application to its next story while it is open', async () => {
    const app = await session.open('https://www.reuters.com/app');
    await waitForMark(app, 'Emmanuel Macron');
    const popup = await session.popup(app);
    await waitForText(popup, 'Emmanuel Macron');
    await app.evaluate('go()');
    const text = await waitForText(popup, 'Mark Rutte');
    expect(text).toContain('Second story');
    expect(text).not.toContain('First story');
    await popup.close();
    await app.close();
  });

  it('opens beside the page from the popup', async () => {
    const popup = await session.popup(page);
    await waitForText(popup, 'Mark Rutte');
    await popup.read((document) => {
      // Firefox: what a frame script presses is no reader's click unless it says so.
      const { windowUtils } = document.defaultView as unknown as {
        windowUtils?: { setHandlingUserInput(on: boolean): { destruct(): void } };
      };
      const input = windowUtils?.setHandlingUserInput(true);
      document.querySelector<HTMLElement>('.beside')?.click();
      input?.destruct();
      return true;
    });
    const panel = await session.beside();
    const panelSays = (words: string) =>
      until(`"${words}" beside the page`, () => panel.read((document, wanted) => document.body.innerText.includes(wanted), words));
    await panelSays('Guarantees for Ukraine: what the coalition has said');
    expect(await panel.read((document) => document.querySelector('.beside') === null)).toBe(true);
    const figures = await session.open('https://www.reuters.com/world/figures');
    await panelSays('What the coalition counts');
    await figures.goto('https://www.reuters.com/world/report', { waitUntil: 'domcontentloaded' });
    await panelSays('Allies weigh guarantees');
    await figures.close();
    await panelSays('Guarantees for Ukraine: what the coalition has said');
    await panel.close();
  });

  it('says so on a page that no extension may read', async () => {
    const blank = await session.open('about:blank');
    const popup = await session.popup(blank);
    await waitForText(popup, 'Nothing to read here');
    await popup.close();
    await blank.close();
  });
});

describe('in firefox, which has not granted the news sites', () => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession('firefox', { ungranted: true });
  });
  afterAll(() => session?.close());

  it('asks for the site, and reads it from then on', async () => {
    const page = await session.open('https://www.reuters.com/world/guarantees');
    const popup = await session.popup(page);
    const text = await waitForText(popup, 'Sidelight does not read this site');
    expect(text).toContain('www.reuters.com is not among the sites that your browser lets Sidelight read');
    expect(text).toContain('Read this site');
    await popup.close();
    expect(await paintedMarks(page)).toEqual([]);
    // Headless browsers can't show the prompt, so it is answered before it is asked.
    await session.grant('*://*.reuters.com/*');
    await waitForMark(page, 'Rutte');
    await page.reload();
    await waitForMark(page, 'Rutte');
    const again = await session.popup(page);
    await waitForText(again, 'Mark Rutte');
    await again.close();
  });

  it('says on the welcome page what is missing', async () => {
    const welcome = await session.openOwn('welcome.html');
    await until('the step left', () => welcome.evaluate(() => document.body.innerText.includes('One step left')));
    await welcome.close();
  });
});
