/**
 * One browser with Sidelight for a test file: pages are served under real outlets' hosts by the proxy, whose log is kept
 * for the privacy tests.
 */
import type { Page } from 'puppeteer-core';
import { launchChromium } from '../../scripts/drive/chromium';
import { type Driver, type DriverOptions, until } from '../../scripts/drive/driver';
import { launchFirefox } from '../../scripts/drive/firefox';
import { type Answer, type ProxyServer, type Site, startProxy, type Tunnels } from '../../scripts/drive/proxy';
import { EXTENSION } from './build';
import { PAGES } from './pages';

export const BROWSERS = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof BROWSERS)[number];

export interface Session extends Driver {
  readonly proxy: ProxyServer;
}

/** What the proxy serves: the pages of pages.ts by host and path; anything else is 404. */
function site(url: URL): Answer | null {
  const body = PAGES[`${url.host}${url.pathname}`];
  return body === undefined ? null : { headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

/** `pages` answers first; what it leaves unanswered comes from pages.ts. Hosts of `tunnels` answer for themselves. */
export async function startSession(
  name: BrowserName,
  options: Partial<DriverOptions> = {},
  pages?: Site,
  tunnels?: Tunnels,
): Promise<Session> {
  const proxy = await startProxy(async (url, request) => (await pages?.(url, request)) ?? site(url), tunnels);
  const launch = name === 'chromium' ? launchChromium : launchFirefox;
  const driver = await launch({ extension: EXTENSION[name], proxyPort: proxy.port, ...options });
  // The welcome page opens by itself and would take the front from whatever the test opens.
  await driver.dismissWelcome();
  return Object.assign(driver, {
    proxy,
    close: ((close) => async () => {
      await close();
      await proxy.close();
    })(driver.close),
  });
}

export interface PaintedMark {
  readonly kind: string;
  readonly text: string;
}

/** The marks as the page's own scripts could list them: highlight name and the text of each range, in document order. */
export function paintedMarks(page: Page): Promise<PaintedMark[]> {
  return page.evaluate(() => {
    const found: { kind: string; text: string; node: Node; offset: number }[] = [];
    for (const [name, highlight] of CSS.highlights) {
      for (const range of highlight) {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        found.push({ kind: name, text: live.toString(), node: range.startContainer, offset: range.startOffset });
      }
    }
    found.sort((a, b) => {
      if (a.node === b.node) return a.offset - b.offset;
      return a.node.compareDocumentPosition(b.node) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
    });
    return found.map(({ kind, text }) => ({ kind, text }));
  });
}

/** Waits until a mark with this text is painted, and gives all marks. */
export function waitForMark(page: Page, text: string): Promise<PaintedMark[]> {
  return until(`a mark on "${text}"`, async () => {
    const marks = await paintedMarks(page);
    return marks.some((mark) => mark.text === text) && marks;
  });
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Looks for a place to point at until it is the same twice: it may move while the page is laid out, and a scroll is no pointing. */
export function still<P extends Point>(what: string, look: () => Promise<P | null>): Promise<P> {
  let last: P | null = null;
  return until(`${what} to stand still`, async () => {
    const before = last;
    last = await look();
    return before && last && before.x === last.x && before.y === last.y && last;
  });
}

/** Moves the pointer onto the `nth` painted mark with this text, as a reader would, and rests there. */
export async function hover(page: Page, text: string, nth = 0): Promise<void> {
  const { x, y } = await still(`mark number ${nth} on "${text}"`, () => placeOfMark(page, text, nth));
  await page.mouse.move(x - 3, y);
  await page.mouse.move(x, y);
}

function placeOfMark(page: Page, text: string, nth: number): Promise<Point | null> {
  return page.evaluate(
    (wanted, index) => {
      const hits: DOMRect[] = [];
      for (const [, highlight] of CSS.highlights) {
        for (const range of highlight) {
          const live = document.createRange();
          live.setStart(range.startContainer, range.startOffset);
          live.setEnd(range.endContainer, range.endOffset);
          if (live.toString() !== wanted) continue;
          const rect = live.getClientRects()[0];
          if (rect) hits.push(rect);
        }
      }
      hits.sort((a, b) => a.top - b.top || a.left - b.left);
      const rect = hits[index];
      return rect ? { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 } : null;
    },
    text,
    nth,
  );
}

/**
 * Waits until the card was seen for as long as it must be before it takes a press (src/page/card/guard.ts). Counted in turns of the
 * page's own clock, by which the card counts too: on a busy machine that falls behind.
 */
export async function cardWasSeen(session: Session, page: Page): Promise<void> {
  await session.inRoot(page, async (root) => {
    const view = root.ownerDocument.defaultView as Window;
    for (let turn = 0; turn < 10; turn++) await new Promise<void>((done) => view.setTimeout(() => done(), 100));
    return true;
  });
}

/** The text of the open card, or null. */
export function cardText(session: Session, page: Page): Promise<string | null> {
  return session.inRoot(page, (root) => {
    const dialog = root.querySelector<HTMLElement>('[role="dialog"]');
    if (!dialog || dialog.getClientRects().length === 0) return null;
    return dialog.getAttribute('aria-busy') === 'true' ? null : dialog.innerText;
  });
}

export function waitForCard(session: Session, page: Page, containing: string): Promise<string> {
  return until(`a card with "${containing}"`, async () => {
    const text = await cardText(session, page);
    return text?.includes(containing) ? text : null;
  });
}

export function waitForNoCard(session: Session, page: Page): Promise<true> {
  return until('the card to close', async () => ((await cardText(session, page)) === null ? (true as const) : null));
}
