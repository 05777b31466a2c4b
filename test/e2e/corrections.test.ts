/** The reader corrects a mark: by one key or by mouse, for a page, a site or everywhere; undone at once; never by the page's doing. */
import type { KeyInput, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../scripts/drive/driver';
import { ask } from './own-page';
import { beforeSecondTry } from './second-try';
import {
  BROWSERS,
  cardText,
  cardWasSeen,
  hover,
  paintedMarks,
  type Session,
  startSession,
  still,
  waitForCard,
  waitForMark,
  waitForNoCard,
} from './session';

const STORY = 'https://www.reuters.com/correct/story';
const OTHER = 'https://www.reuters.com/correct/other';
const ELSEWHERE = 'https://www.bbc.co.uk/correct/story';

const html = (body: string) =>
  `<!doctype html><meta charset="utf-8"><title>A story</title><body style="font:20px/1.8 serif;margin:40px">${body}`;
const TEXT = '<p>Dmytro Kuleba spoke in Paris.</p><p>Later Kuleba left.</p><p>Emmanuel Macron stayed.</p>';

/** What a page may do to have a press land on a button that nobody sees. */
const ATTACKS: Readonly<Record<string, string>> = {
  faded: 'document.documentElement.style.opacity = "0.01"',
  filtered: 'document.documentElement.style.filter = "opacity(0)"',
  covered: `const p = document.createElement('div'); p.popover = 'manual'; p.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;background:#fff;pointer-events:none;margin:0;border:0'; document.body.append(p); p.showPopover();`,
  moving: `let up = 0; setInterval(() => { up = up ? 0 : 40; document.body.style.marginTop = up + 'px'; }, 60)`,
};

const site = (url: URL) => {
  if (url.pathname.startsWith('/correct/')) return { headers: { 'content-type': 'text/html; charset=utf-8' }, body: html(TEXT) };
  return null;
};

describe.each(BROWSERS)('in %s', (browser) => {
  let session: Session;
  let page: Page;
  let own: Page;
  const texts = async (of = page) => (await paintedMarks(of)).map(({ text }) => text);
  const gone = (text: string, of = page) => until(`no mark on "${text}"`, async () => !(await texts(of)).includes(text));
  /** A button of the card whose words begin so, pressed as a reader would. */
  const press = async (words: string, of = page) => {
    const at = await still(`a button "${words}"`, () =>
      session.inRoot(
        of,
        (root, start) => {
          const button = [...root.querySelectorAll('button')].find((one) => one.textContent.startsWith(start));
          const box = button?.getBoundingClientRect();
          return box && box.width > 0 ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : null;
        },
        words,
      ),
    );
    await of.mouse.move(at.x, at.y);
    await of.mouse.click(at.x, at.y);
  };
  const seen = (of = page) => cardWasSeen(session, of);
  /** Presses a key as soon as the card is there; whether that was surely within half a second of its coming. */
  const pressEarly = async (key: KeyInput): Promise<boolean> => {
    let without = performance.now();
    await until('the card', async () => {
      const looked = performance.now();
      const text = await cardText(session, page);
      if (text === null) without = looked;
      return text;
    });
    await page.keyboard.press(key);
    return performance.now() - without < 500;
  };
  /** How many corrections are kept, as an own page would ask. */
  const rules = () =>
    own.evaluate(async () => {
      const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<{ value: object[] }> } } })
        .chrome;
      return (await runtime.sendMessage({ to: 'background', call: 'correction/list', input: {} })).value.length;
    });

  beforeAll(async () => {
    session = await startSession(browser, {}, site);
    own = await session.openOwn('welcome.html');
    page = await session.open(STORY);
    await waitForMark(page, 'Kuleba');
  });
  afterAll(() => session?.close());
  beforeSecondTry(async () => {
    await ask(own, 'storage/erase', {});
    await page.bringToFront();
    await page.mouse.move(4, 4);
    await page.reload();
    await waitForMark(page, 'Kuleba');
  });

  it('by one key: the mark goes on this page, and comes back by one key', async () => {
    await hover(page, 'Kuleba');
    await waitForCard(session, page, 'named in full as “Dmytro Kuleba” above');
    await seen();
    await page.keyboard.press('x');
    await waitForCard(session, page, 'is not Dmytro Kuleba');
    await gone('Kuleba');
    expect(await texts()).toContain('Dmytro Kuleba');
    await page.keyboard.press('u');
    await waitForMark(page, 'Kuleba');
    await page.keyboard.press('Escape');
    await waitForNoCard(session, page);
    expect(await rules()).toBe(0);
  });

  it('by mouse, and for the whole site: another tab of it follows, another site does not', async () => {
    const other = await session.open(OTHER);
    const elsewhere = await session.open(ELSEWHERE);
    await waitForMark(other, 'Kuleba');
    await waitForMark(elsewhere, 'Kuleba');
    await page.bringToFront();
    await hover(page, 'Kuleba');
    await waitForCard(session, page, 'Dmytro Kuleba');
    await seen();
    await press('Not this one');
    await waitForCard(session, page, 'is not Dmytro Kuleba');
    expect(await texts(other)).toContain('Kuleba');
    await seen();
    await press('reuters.com');
    await until('the wider reach', async () => (await rules()) === 1);
    // A tab that nobody looks at follows when it is looked at.
    await other.bringToFront();
    await gone('Kuleba', other);
    expect(await texts(elsewhere)).toContain('Kuleba');
    await page.bringToFront();
    await seen();
    await press('everywhere');
    await until('the widest reach', async () => (await rules()) === 1);
    await elsewhere.bringToFront();
    await gone('Kuleba', elsewhere);
    await page.bringToFront();
    expect(await rules()).toBe(1);
    await seen();
    await press('Undo');
    for (const tab of [page, other, elsewhere]) {
      await tab.bringToFront();
      await waitForMark(tab, 'Kuleba');
    }
    await other.close();
    await elsewhere.close();
    await page.keyboard.press('Escape');
    await waitForNoCard(session, page);
  });

  it('gives the word to another, chosen by a search among the tracked', async () => {
    await page.bringToFront();
    await page.mouse.move(4, 4);
    await hover(page, 'Kuleba');
    await waitForCard(session, page, 'Dmytro Kuleba');
    await seen();
    await page.keyboard.press('c');
    await until('focus in the search', () => session.inRoot(page, (root) => root.activeElement?.localName === 'input'));
    await page.keyboard.type('starm');
    await waitForCard(session, page, 'Keir Starmer');
    await seen();
    await press('Keir Starmer');
    await waitForCard(session, page, '“Kuleba” is Keir Starmer');
    await page.keyboard.press('Escape');
    await waitForNoCard(session, page);
    await page.mouse.move(4, 4);
    await hover(page, 'Kuleba');
    expect(await waitForCard(session, page, 'Keir Starmer')).toContain('as you said');
    await page.keyboard.press('Escape');
    await waitForNoCard(session, page);
  });

  it('never marks a word again, also after the page is loaded anew and the worker was stopped', async () => {
    await page.mouse.move(4, 4);
    await hover(page, 'Paris');
    await waitForCard(session, page, 'Paris');
    await seen();
    await page.keyboard.press('c');
    await until('focus in the search', () => session.inRoot(page, (root) => root.activeElement?.localName === 'input'));
    await seen();
    await press('Nobody');
    await waitForCard(session, page, 'is no longer marked');
    await gone('Paris');
    await session.stopBackground();
    await page.reload();
    await waitForMark(page, 'Emmanuel Macron');
    expect(await texts()).not.toContain('Paris');
  });

  it('takes no key that a page makes up, and no press in the first half second', async () => {
    const before = await rules();
    await until('a press within the first half second', async () => {
      await page.mouse.move(4, 4);
      await hover(page, 'Emmanuel Macron');
      if (await pressEarly('x')) return true;
      // Too late on a busy machine, so that it may have counted: taken back.
      await seen();
      await page.keyboard.press('u');
      await until('what was before', async () => (await rules()) === before);
      await page.keyboard.press('Escape');
      await waitForNoCard(session, page);
      return false;
    });
    await page.evaluate(() => {
      for (const key of ['x', 'c', 'w']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    });
    await seen();
    await page.evaluate(() => {
      for (const key of ['x', 'c', 'w']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    });
    await seen();
    expect(await rules()).toBe(before);
    await page.keyboard.press('Escape');
    await waitForNoCard(session, page);
  });

  it.each(Object.keys(ATTACKS))('does nothing on a page whose card is %s', async (attack) => {
    const before = await rules();
    const hostile = await session.open(ELSEWHERE);
    await waitForMark(hostile, 'Emmanuel Macron');
    await hover(hostile, 'Emmanuel Macron');
    await waitForCard(session, hostile, 'Emmanuel Macron');
    await hostile.evaluate(ATTACKS[attack] ?? '');
    await seen(hostile);
    await hostile.keyboard.press('x');
    const at = await session.inRoot(hostile, (root) => {
      const box = root.querySelector('.act')?.getBoundingClientRect();
      return box ? { x: box.left + 8, y: box.top + 8 } : null;
    });
    if (at) await hostile.mouse.click(at.x, at.y);
    await seen(hostile);
    expect(await rules()).toBe(before);
    await hostile.close();
  });
});
