/**
 * The stand read by a machine in place of a person: opens each sample article, waits until Sidelight has read it, prints
 * what it found and what the store knows of it, and takes pictures of page, card and popup.
 */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { PageFacts, PageState } from '../../src/core/model/view';
import { type Driver, type PopupHandle, until } from '../drive/driver';
import { isBrowsersOwn, type ProxyServer } from '../drive/proxy';
import { STAND_PAGES } from './stand';

/** Asks every tab for its state from an own page, and gives the one of `url`. */
function stateOf(own: Page, url: string): Promise<PageState | null> {
  return own.evaluate(async (wanted) => {
    const { tabs } = (
      globalThis as unknown as {
        chrome: { tabs: { query(q: object): Promise<{ id: number }[]>; sendMessage(id: number, m: object): Promise<unknown> } };
      }
    ).chrome;
    for (const { id } of await tabs.query({})) {
      const answer = (await tabs.sendMessage(id, { to: 'page', call: 'page/state', input: {} }).catch(() => null)) as {
        ok: boolean;
        value: PageState;
      } | null;
      if (answer?.ok && answer.value.status === 'ready' && answer.value.url === wanted) return answer.value;
    }
    return null;
  }, url);
}

function factsOf(own: Page, state: PageState): Promise<PageFacts> {
  return own.evaluate(
    async (input) => {
      const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage(m: object): Promise<unknown> } } }).chrome;
      const answer = (await runtime.sendMessage({ to: 'background', call: 'page/facts', input })) as { ok: boolean; value: PageFacts };
      return answer.value;
    },
    { host: new URL(state.url).hostname, subjects: state.subjects.map(({ id, count }) => ({ id, count })) },
  );
}

/** The middle of the first painted mark with one of these texts. */
function markPoint(page: Page, texts: readonly string[]): Promise<{ x: number; y: number } | null> {
  return page.evaluate((wanted) => {
    for (const text of wanted) {
      for (const [, highlight] of CSS.highlights) {
        for (const range of highlight) {
          const live = document.createRange();
          live.setStart(range.startContainer, range.startOffset);
          live.setEnd(range.endContainer, range.endOffset);
          if (live.toString() !== text) continue;
          const rect = live.getBoundingClientRect();
          if (rect.top > 0 && rect.bottom < innerHeight / 2) return { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
        }
      }
    }
    return null;
  }, texts);
}

/** Rests the pointer on a name and waits for its card. */
async function showCard(driver: Driver, page: Page): Promise<void> {
  const point = await markPoint(page, ['Mark Rutte', 'Rutte', 'Emmanuel Macron', 'Macron', 'Steve Witkoff']);
  if (!point) throw new Error('The first sample article shows no marked name to rest the pointer on.');
  await page.mouse.move(point.x - 3, point.y);
  await page.mouse.move(point.x, point.y);
  await until('the card', () =>
    driver.inRoot(page, (root) => {
      const dialog = root.querySelector('[role="dialog"]');
      return Boolean(dialog && dialog.getClientRects().length > 0 && dialog.getAttribute('aria-busy') !== 'true');
    }),
  );
}

/** Names printed of an article: about one line of a terminal. */
const NAMED = 6;

const indent = (text: string) => `    ${text}`;

/** The head of the popup: outlet, title and dates, as a reader sees them. */
async function readHead(popup: PopupHandle): Promise<string[]> {
  await until('the popup', () => popup.read((document) => document.querySelector('.bar:not([inert])') !== null));
  return popup.read((document) => [...document.querySelectorAll('.article > *')].map((line) => line.textContent ?? ''));
}

function printed(url: string, head: readonly string[], facts: PageFacts): string {
  const [outlet = '', ...rest] = head;
  const named = facts.subjects.slice(0, NAMED).map((subject) => `${subject.name} ×${subject.count}`);
  if (facts.subjects.length > NAMED) named.push(`and ${facts.subjects.length - NAMED} more`);
  const lines = [
    outlet,
    ...rest.map(indent),
    indent(url),
    indent(`names: ${named.join(', ') || 'nobody tracked'}`),
    indent(`claims in the store about them: ${facts.claimsTotal}`),
    ...facts.coverage.slice(0, 3).map((group) => {
      const outlets = [...new Set(group.items.map((item) => item.outlet.name))];
      return indent(
        `elsewhere: ${group.event.name} (${group.dates.map((d) => d.edtf).join(' or ') || 'no date'}) in ${outlets.join(', ')}`,
      );
    }),
  ];
  return lines.join('\n');
}

export async function readStand(driver: Driver, proxy: ProxyServer, out: string): Promise<void> {
  await driver.dismissWelcome();
  const own = await driver.openOwn('welcome.html');
  const picture = (name: string): `${string}.png` => `${join(out, name)}.png`;
  let pictured = false;
  for (const { url } of STAND_PAGES) {
    const page = await driver.open(url);
    const state = await until(`Sidelight to read ${url}`, () => stateOf(own, url));
    const facts = await factsOf(own, state);
    const name = new URL(url).hostname.replace(/^www\./, '');
    await page.screenshot({ path: picture(`page-${name}`) });
    if (!pictured) {
      await showCard(driver, page);
      await page.screenshot({ path: picture('card') });
      await page.mouse.move(2, 2);
    }
    const popup = await driver.popup(page);
    console.log(`${printed(url, await readHead(popup), facts)}\n`);
    if (!pictured) await popup.screenshot(picture('popup'));
    await popup.close();
    pictured = true;
    await page.close();
  }
  const foreign = proxy.log.filter((request) => !isBrowsersOwn(request) && !new URL(request.url).hostname.endsWith('.test'));
  if (foreign.length) throw new Error(`Something left the stand: ${foreign.map((r) => r.url).join(', ')}`);
  console.log(`Pictures of every page, a card and a popup: ${out}`);
  console.log('Requests that Sidelight sent: 0 (the stand answered only for the pages above).');
}
