/**
 * The browser takes the database, as Chromium does where it finds it damaged: what the reader made and imported is there again at the
 * background's next start, and the reader is told. Deleting everything deletes the copies too.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PackList } from '@/core/model/view';
import { until } from '../../scripts/drive/driver';
import { packLines } from './folder-site';
import { ask as askBackground, choose, press, seen } from './own-page';
import { BROWSERS, type Session, startSession } from './session';

const ask = async <T>(page: Page, call: string, input: object = {}) => (await askBackground<T>(page, call, input)).value;

/** The copies by name, with their sizes. Those that the background replaces or deletes between being listed and opened are left out. */
const copies = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('copies', { create: true });
    const sizes: Record<string, number> = {};
    for await (const [name, handle] of folder.entries()) {
      const file = await (handle as FileSystemFileHandle).getFile().catch((error: unknown) => {
        if ((error as DOMException).name !== 'NotFoundError') throw error;
        return null;
      });
      if (file?.size) sizes[name] = file.size;
    }
    return sizes;
  });

/** A copy's bytes in base64. */
const contentOf = (page: Page, name: string): Promise<string> =>
  page.evaluate(async (name) => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('copies');
    const file = await (await folder.getFileHandle(name)).getFile();
    return btoa(String.fromCharCode(...new Uint8Array(await file.arrayBuffer())));
  }, name);

/** Puts these bytes, in base64, in place of a copy. */
const keep = (page: Page, name: string, base64: string): Promise<void> =>
  page.evaluate(
    async (name, base64) => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('copies');
      const writing = await (await folder.getFileHandle(name, { create: true })).createWritable();
      await writing.write(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
      await writing.close();
    },
    name,
    base64,
  );

/** What is left of a copy that was cut off. */
const TORN = 'torn';

const drop = (page: Page, names: readonly string[]): Promise<void> =>
  page.evaluate(async (names) => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('copies');
    for (const name of names) await folder.removeEntry(name);
  }, names);

/** Has the copy of what is the reader's made now, of all that was answered before, and waits for it. */
async function copyOwn(page: Page): Promise<void> {
  if ('own' in (await copies(page))) await drop(page, ['own']);
  await page.evaluate(() => {
    const { alarms } = (globalThis as unknown as { chrome: { alarms: { create(name: string, info: object): void } } }).chrome;
    alarms.create('copy-own', { when: Date.now() });
  });
  await until('the copy of what is the reader’s', async () => 'own' in (await copies(page)));
}

/**
 * Deletes the database, as a browser does that finds it damaged; its background is stopped. `page` must be one that asks the background
 * nothing by itself, and no alarm may wake it: it would go on with what it is about to lose, or mend it before the test has gone on.
 */
const takeDatabase = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((done, failed) => {
        (globalThis as unknown as { chrome: { alarms: { clearAll(): void } } }).chrome.alarms.clearAll();
        const request = indexedDB.deleteDatabase('sidelight');
        request.onsuccess = () => done();
        request.onerror = () => failed(request.error);
      }),
  );

/** An own page that has asked the background all it asks by itself. */
async function quiet(session: Session): Promise<Page> {
  const page = await session.openOwn('welcome.html');
  await page.waitForSelector('.example .card h2');
  return page;
}

describe.each(BROWSERS)('safety copies in %s', (browser) => {
  let session: Session;
  let page: Page;

  beforeAll(async () => {
    session = await startSession(browser);
    page = await session.openOwn('library.html#packs');
    await seen(page, 'comes with Sidelight');
  });
  afterAll(() => session?.close());

  it('bring back a pack and a correction when the browser took the database, and say so', async () => {
    let text = '';
    for await (const line of packLines(
      'harbour',
      4,
      Array.from({ length: 300 }, (_, n) => ({ id: `c${n}`, text: `Statement ${n}` })),
    ))
      text += line;
    await choose(page, 'harbour.jsonl', text);
    await press(page, 'Add this pack');
    await seen(page, 'Imported.');
    const correction = { word: 'Rutte', says: { is: 'not', subject: 'world:mark-rutte' }, where: { in: 'everywhere' } };
    await ask(page, 'correction/add', correction);
    await until('the copy of the pack', async () => Object.keys(await copies(page)).some((name) => /^pack\..+\.harbour$/.test(name)));
    await copyOwn(page);

    // The library's lists hold the database open.
    await page.close();
    page = await quiet(session);
    await session.stopBackground();
    await takeDatabase(page);
    await until('the pack', async () => {
      const { shown } = await ask<PackList>(page, 'packs/list');
      return shown.some(({ id, counts }) => id === 'harbour' && counts.claims === 300);
    });
    await until('the reader to be told', async () =>
      (await ask<{ faults: readonly string[] }>(page, 'health/get')).faults.some((fault) =>
        fault.includes('brought back from the safety copy'),
      ),
    );
    expect(await ask<readonly object[]>(page, 'correction/list')).toMatchObject([correction]);
  });

  it('are set aside where the reader made something new before they could be put in, and put in from the library', async () => {
    const faults = async () => (await ask<{ faults: readonly string[] }>(page, 'health/get')).faults.join(' ');
    await page.close();
    page = await quiet(session);
    await copyOwn(page);
    const whole = await contentOf(page, 'own');
    await session.stopBackground();
    await takeDatabase(page);
    for (const name of Object.keys(await copies(page))) await keep(page, name, btoa(TORN));
    await until('the copy to be found torn', async () => (await faults()).includes('safety copy can’t be read'));
    await ask(page, 'correction/add', { word: 'Zelensky', says: { is: 'never' }, where: { in: 'everywhere' } });
    await session.stopBackground();
    await until('the copy to wait', async () => (await faults()).includes('It waits in the library'));
    // What is new has a copy of its own, made last: by then all that was torn is set aside.
    await until('a new copy', async () => ((await copies(page)).own ?? 0) > TORN.length);
    const [aside = '', ...others] = Object.keys(await copies(page))
      .filter((name) => name.startsWith('aside.'))
      .sort((a, b) => Number(b.endsWith('.own')) - Number(a.endsWith('.own')));
    expect(others).toHaveLength(1);
    // As it would be if the disk had been full before.
    await keep(page, aside, whole);
    await drop(page, others);
    await page.close();
    page = await session.openOwn('library.html#storage');
    await press(page, 'Put it in…');
    await seen(page, 'This backup holds 1 correction');
    await press(page, 'Restore');
    await seen(page, 'Restored.');
    expect(await ask<readonly object[]>(page, 'correction/list')).toMatchObject([{ word: 'Rutte' }]);
    expect(Object.keys(await copies(page)).filter((name) => name.startsWith('aside.'))).toEqual([]);
    expect(await faults()).not.toContain('waits');
    // And what was made since comes back, if it is wanted after all.
    await press(page, 'Bring it back');
    await seen(page, 'Everything is as it was.');
    expect(await ask<readonly object[]>(page, 'correction/list')).toMatchObject([{ word: 'Zelensky' }]);
  });

  it('go with everything else when the reader deletes everything', async () => {
    expect(Object.keys(await copies(page)).length).toBeGreaterThan(0);
    await ask(page, 'storage/erase');
    expect(await copies(page)).toEqual({});
    await session.stopBackground();
    const { shown } = await ask<PackList>(page, 'packs/list');
    expect(shown.some(({ id }) => id === 'harbour')).toBe(false);
  });
});
