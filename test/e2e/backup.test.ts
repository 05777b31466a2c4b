/**
 * Backup, wipe, restore, in both browsers: a fresh profile is the wipe. What is written after the restoring is what was put in, to the
 * byte; and a broken file changes nothing.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packLines } from './folder-site';
import { ask as askBackground, press, seen, words } from './own-page';
import { BROWSERS, type Session, startSession } from './session';

/** Gives the page a file, as choosing one does; `base64` of its bytes. */
const choose = (page: Page, input: string, name: string, base64: string) =>
  page.evaluate(
    (selector, name, base64) => {
      const input = document.querySelector<HTMLInputElement>(selector);
      if (!input) throw new Error(`no ${selector}`);
      const files = new DataTransfer();
      files.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    input,
    name,
    base64,
  );
const ask = async <T>(page: Page, call: string, input: object) => (await askBackground<T>(page, call, input)).value;
/** What the page's worker writes, as base64; the settings come from the background, as the page's own button has them. */
const backup = async (page: Page) => {
  const settings = await ask<object>(page, 'backup/settings', {});
  return page.evaluate(
    (settings) =>
      new Promise<string>((done, failed) => {
        const worker = new Worker('import-worker.js', { type: 'module' });
        worker.onmessage = async ({ data }: MessageEvent<{ report: string; file?: Blob }>) => {
          worker.terminate();
          if (!data.file) return failed(new Error(JSON.stringify(data)));
          const bytes = new Uint8Array(await data.file.arrayBuffer());
          done(btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')));
        };
        worker.postMessage({ order: 'backup', settings });
      }),
    settings,
  );
};

describe.each(BROWSERS)('a backup in %s', (browser) => {
  let first: Session;
  let second: Session;
  let library: Page;
  let written = '';
  const CORRECTION = { word: 'Rutte', says: { is: 'not', subject: 'world:mark-rutte' }, where: { in: 'everywhere' } };

  beforeAll(async () => {
    first = await startSession(browser);
    const page = await first.openOwn('library.html#packs');
    await seen(page, 'comes with Sidelight');
    let text = '';
    for await (const line of packLines(
      'harbour',
      4,
      Array.from({ length: 300 }, (_, n) => ({ id: `c${n}`, text: `Statement ${n}` })),
    ))
      text += line;
    await choose(page, '.drop input[type=file]', 'harbour.jsonl', Buffer.from(text).toString('base64'));
    await press(page, 'Add this pack');
    await seen(page, 'Imported.');
    await ask(page, 'correction/add', CORRECTION);
    await ask(page, 'own-actor/save', { kind: 'person', name: 'Zsófia Kereskényi', names: ['Kereskényi Zsófia'], surnames: [] });
    await ask(page, 'painting/choose', { of: 'pack', id: 'harbour', paint: 'open' });
    await ask(page, 'remember/set', { on: true });
    written = await backup(page);
    await first.close();
    second = await startSession(browser);
    library = await second.openOwn('library.html#storage');
    await seen(library, 'Save a backup');
  });
  afterAll(() => second?.close());

  it('is refused with its place where it is broken, and changes nothing', async () => {
    const before = await backup(library);
    const whole = Buffer.from(written, 'base64');
    await choose(library, '.backup input[type=file]', 'cut.jsonl.gz', whole.subarray(0, whole.length - 40).toString('base64'));
    await seen(library, 'cut.jsonl.gz');
    expect(await words(library)).toContain('This did not work.');
    const plain = await new Response(new Blob([whole]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
    const bad = plain.replace('"is":"not"', '"is":"perhaps"');
    await choose(library, '.backup input[type=file]', 'bad.jsonl', Buffer.from(bad).toString('base64'));
    await seen(library, 'row.says.is: expected');
    expect(await backup(library)).toBe(before);
  });

  it('shows what it holds, and is put in when the reader says so: the next one is the same to the byte', async () => {
    await choose(library, '.backup input[type=file]', 'backup.jsonl.gz', written);
    await seen(library, 'This backup holds 1 correction, 1 name of your own, and these packs:');
    await seen(library, 'The harbour dispute, revision 4 · 300 claims');
    expect(await backup(library)).not.toBe(written);
    await press(library, 'Restore');
    await seen(library, 'Restored.');
    expect(await backup(library)).toBe(written);
    expect(await ask<{ word: string }[]>(library, 'correction/list', {})).toMatchObject([{ word: 'Rutte' }]);
    expect(await ask<object>(library, 'remember/get', {})).toMatchObject({ on: true });
    expect(await ask<{ claims: unknown[] }>(library, 'subject/get', { id: 'harbour:ada-holm' })).toMatchObject({
      claims: expect.any(Array),
    });
  });

  it('holds over a stop of the background and of the page', async () => {
    await second.stopBackground();
    await library.close();
    library = await second.openOwn('library.html#storage');
    await seen(library, 'Save a backup');
    expect(await backup(library)).toBe(written);
  });
});
