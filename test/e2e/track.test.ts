/** From a selected name to marks on the next page: proposed, warned about, tracked, changed, removed and brought back. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AXE_RUN, until } from '../../scripts/drive/driver';
import { press as pressOn } from './own-page';
import { BROWSERS, type Session, startSession, waitForMark } from './session';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const STORY = `<!doctype html><meta charset="utf-8"><title>A story</title><body style="font:20px/1.8 serif;margin:40px">
<p>Mark Rutte met Ottoline Brackwater. Later Brackwater left.</p>`;
const site = (url: URL) => (url.pathname === '/track' ? { headers: { 'content-type': 'text/html; charset=utf-8' }, body: STORY } : null);

describe.each(BROWSERS)('in %s', (browser) => {
  let session: Session;
  let own: Page;
  let story: Page;
  const lines = async () =>
    (await session.inRoot(
      story,
      (root) => [...root.querySelectorAll('.line')].filter((line) => line.getBoundingClientRect().width > 0).length,
    )) ?? 0;
  const linesAre = async (count: number) => {
    await story.bringToFront();
    await until(`${count} lines`, async () => (await lines()) === count);
    await own.bringToFront();
  };
  const text = () => own.evaluate(() => document.body.innerText);
  const says = (words: string) => until(`the page to say "${words}"`, async () => (await text()).includes(words));
  const press = (words: string) => pressOn(own, words);

  beforeAll(async () => {
    session = await startSession(browser, {}, site);
    story = await session.open('https://www.reuters.com/track');
    await waitForMark(story, 'Mark Rutte');
    own = await session.openOwn(`names.html#${encodeURIComponent('“Ottoline Brackwater’s”')}`);
  });
  afterAll(() => session?.close());

  it('takes the name from the selection, proposes, and warns of nobody', async () => {
    await says('Track this');
    expect(await own.evaluate(() => document.querySelector<HTMLInputElement>('.wide input')?.value)).toBe('Ottoline Brackwater');
    await says('Brackwater');
    await says('family name');
    expect(await own.evaluate(() => document.querySelector('.warnings'))).toBeNull();
    await own.evaluate(axe);
    expect(await own.evaluate(AXE_RUN)).toEqual([]);
  });

  it('marks it on open pages at once, discreetly, by full name and family name', async () => {
    expect(await lines()).toBe(0);
    await press('Track');
    await says('is tracked from now on');
    await linesAre(2);
  });

  it('removes it with undo', async () => {
    await press('Remove');
    await says('is no longer tracked');
    await linesAre(0);
    await press('Undo');
    await says('Tracked again');
    await linesAre(2);
    await own.evaluate(axe);
    expect(await own.evaluate(AXE_RUN)).toEqual([]);
  });

  it('warns of a name that somebody bears already, and of one that is a word', async () => {
    await press('Track a name');
    const name = await own.waitForSelector('.wide input');
    await name?.type('Mark Rutte');
    await says('is already a name of Mark Rutte');
    // Not by three clicks: on a busy machine Firefox takes them for single ones.
    await name?.evaluate((input) => (input as HTMLInputElement).select());
    await name?.type('Time');
    await says('also an ordinary word');
    await press('Cancel');
  });
});
