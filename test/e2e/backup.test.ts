/**
 * Backup, wipe, restore, in both browsers: a fresh profile is the wipe. What is written after the restoring is what was put in, to the
 * byte; and a broken file changes nothing.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../scripts/drive/driver';
import { packLines } from './folder-site';
import { ask as askBackground, backup, chooseBytes as choose, press, seen } from './own-page';
import { BROWSERS, type Session, startSession } from './session';

const ask = async <T>(page: Page, call: string, input: object) => (await askBackground<T>(page, call, input)).value;

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
    await seen(library, 'This did not work.');
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

  it('is undone as a whole at a press, and put in again', async () => {
    await press(library, 'Bring it back');
    await seen(library, 'Everything is as it was.');
    expect(await ask<object[]>(library, 'correction/list', {})).toEqual([]);
    expect(await ask<object>(library, 'remember/get', {})).toMatchObject({ on: false });
    expect((await ask<{ shown: { id: string }[] }>(library, 'packs/list', {})).shown.map(({ id }) => id)).not.toContain('harbour');
    await press(library, 'Put it in again');
    await until('the backup again', async () => (await backup(library)) === written);
  });

  it('holds over a stop of the background and of the page', async () => {
    await second.stopBackground();
    await library.close();
    library = await second.openOwn('library.html#storage');
    await seen(library, 'Save a backup');
    expect(await backup(library)).toBe(written);
  });
});
