/**
 * The acceptance article, served as a known outlet's page in both browsers: every actor marked at every occurrence, the
 * traps right, the card and the popup with the dossier's claims and dates. Fails loudly where ../shared is missing.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PopupHandle } from '../../scripts/drive/driver';
import { until } from '../../scripts/drive/driver';
import { BROWSERS, hover, type PaintedMark, type Session, startSession, waitForCard, waitForMark } from '../e2e/session';

const FOLDER = fileURLToPath(new URL('../../../shared/acceptance/macron-rutte/', import.meta.url));
if (!existsSync(`${FOLDER}expected.json`)) throw new Error(`The acceptance article is not there: ${FOLDER}expected.json`);

interface Expected {
  readonly actors: Readonly<Record<string, readonly string[]>>;
  readonly surfaceTraps: readonly { readonly text: string; readonly one: string | null }[];
}
const expected = JSON.parse(readFileSync(`${FOLDER}expected.json`, 'utf8')) as Expected;

/** Other ways in which the article writes an actor; where none is given, the name itself. */
const SURFACES: Readonly<Record<string, readonly string[]>> = {
  'Emmanuel Macron': ['Macron'],
  'Mark Rutte': ['Rutte'],
  'Donald Trump': ['Trump'],
  'Keir Starmer': ['Starmer'],
  'Volodymyr Zelensky': ['Zelensky'],
  'Steve Witkoff': ['Witkoff'],
  'European Union': ['EU'],
  'United States': ['U.S.'],
  'United Kingdom': ['UK'],
  'Fox News': ['Fox News', 'Fox & Friends'],
  'The New York Times': ['New York Times'],
  'The Washington Post': ['Washington Post'],
  'The Wall Street Journal': ['Wall Street Journal'],
};

/** A date as the browser's locale writes it: 24 Dec 2025 or Dec 24, 2025. */
const written = (day: number, month: string, year: number) => new RegExp(`${day} ${month} ${year}|${month} ${day}, ${year}`);

const occurrences = (text: string, surface: string) =>
  [...text.matchAll(new RegExp(`(?<!\\w)${surface.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\w|-like)`, 'g'))].length;

it('annotate reads the page and its mentions as expected.json says', () => {
  const printed = execFileSync('python3', [`${FOLDER}check.py`, '--only', 'page', '--only', 'mentions'], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  expect(printed).toMatch(/^\d+ held, 0 did not/m);
});

describe.each(BROWSERS)('in %s', (browser) => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession(browser, {}, (url) => {
      const file = url.pathname.slice(1);
      return url.host === 'www.pbs.org' && /^article(?:-dated)?\.html$/.test(file)
        ? { headers: { 'content-type': 'text/html; charset=utf-8' }, body: readFileSync(`${FOLDER}${file}`, 'utf8') }
        : null;
    });
  });
  afterAll(() => session?.close());

  describe.each(['article.html', 'article-dated.html'])('%s', (file) => {
    let page: Page;
    let marks: PaintedMark[];
    let text: string;
    beforeAll(async () => {
      page = await session.open(`https://www.pbs.org/${file}`);
      await waitForMark(page, 'Emmanuel Macron');
      // Long pages are painted near the viewport only, so the page is made as tall as it is long.
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewport({ width: 1280, height: height + 100 });
      text = await page.evaluate(() => document.querySelector('article')?.textContent ?? '');
      marks = await until('all marks', async () => {
        const now = await waitForMark(page, 'Emmanuel Macron');
        return now.filter((m) => m.text.includes('Rutte')).length >= occurrences(text, 'Rutte') && now;
      });
    });

    it('marks every actor at every occurrence', () => {
      const missing: string[] = [];
      for (const name of Object.values(expected.actors).flat()) {
        for (const surface of SURFACES[name] ?? [name]) {
          const want = occurrences(text, surface);
          const have = marks.filter((mark) => occurrences(mark.text, surface) > 0).length;
          // A compound such as “NATO-like” may be marked or not; it is not asked for.
          if (have < want) missing.push(`${surface}: ${have} of ${want}`);
        }
      }
      expect(missing).toEqual([]);
    });

    it('falls into none of the traps', () => {
      for (const trap of expected.surfaceTraps.filter((t) => t.one === null)) {
        expect(marks.filter((mark) => mark.text.toLowerCase().includes(trap.text))).toEqual([]);
      }
      expect(marks.filter((mark) => mark.text === 'Washington')).toEqual([]);
      expect(marks.some((mark) => mark.text === 'Fox & Friends' && mark.kind.endsWith('outlet'))).toBe(true);
    });

    it('shows the card of Mark Rutte with the dossier’s claims and their dates', async () => {
      await hover(page, 'Rutte');
      const card = await waitForCard(session, page, 'Mark Rutte');
      expect(card).toMatch(/Secretary General of NATO/);
      for (const date of [written(24, 'Dec', 2025), /Aug 2025/, written(17, 'Feb', 2025), written(18, 'Dec', 2024), /no date/])
        expect(card).toMatch(date);
      for (const clock of ['said', 'event', 'reported']) expect(card.toLowerCase()).toContain(clock);
      await page.mouse.move(5, 5);
    });

    it('shows the dossier’s claims with their dates in the popup', async () => {
      const popup: PopupHandle = await session.popup(page);
      const tabs = await until('the tabs', () =>
        popup.read((document) => document.querySelectorAll('.bar:not([inert]) [role="tab"]').length),
      );
      expect(tabs).toBe(6);
      const shown = await popup.read((document) => {
        const claims = [...document.querySelectorAll<HTMLElement>('[role="tab"]')].find((tab) => tab.innerText.startsWith('Timeline'));
        claims?.click();
        return new Promise<string>((done) => setTimeout(() => done(document.body.innerText), 200));
      });
      for (const outlet of ['CNN', 'The New York Times', 'The Washington Post', 'The Wall Street Journal', 'Der Spiegel']) {
        expect(shown).toContain(outlet);
      }
      for (const day of [24, 16, 15, 8]) expect(shown).toMatch(written(day, 'Dec', 2025));
      expect(shown).toContain('PBS News');
      if (file === 'article-dated.html') expect(shown).toMatch(new RegExp(`Published (?:${written(24, 'Dec', 2025).source})`));
      await popup.close();
    });
  });
});
