/** The library in both browsers: a pack imported, seen on a page, changed, undone, exported and imported again to the byte. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../scripts/drive/driver';
import { choose, press, seen } from './own-page';
import { BROWSERS, type Session, startSession } from './session';

const PAGE = 'https://www.reuters.com/world/guarantees';

const pack = (revision: number, claims: readonly object[]) =>
  JSON.stringify({
    format: 'sidelight-pack',
    version: 1,
    id: 'harbour',
    revision,
    title: 'The harbour dispute',
    licence: 'CC0-1.0',
    sources: { minutes: { title: 'Minutes of the harbour board' } },
    actors: [{ id: 'ada-holm', kind: 'person', name: 'Ada Holm', sources: ['minutes'] }],
    claims,
  });
const claim = (id: string, text: string, more: object = {}) => ({
  id,
  text,
  speaker: 'ada-holm',
  outlet: null,
  clocks: { said: { edtf: '2025-03-03', basis: 'record' } },
  actors: ['ada-holm'],
  status: 'curated',
  sources: ['minutes'],
  ...more,
});

/** The claims that the background answers with for the pack's one actor. */
const claims = (page: Page) =>
  page.evaluate(async () => {
    const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage(m: object): Promise<unknown> } } }).chrome;
    const answer = (await runtime.sendMessage({ to: 'background', call: 'subject/get', input: { id: 'harbour:ada-holm' } })) as {
      ok: boolean;
      value: { claims: { text: string; status: string }[] };
    };
    return answer.ok ? answer.value.claims.map(({ text, status }) => `${status}: ${text}`).sort() : null;
  });

describe.each(BROWSERS)('the library in %s', (browser) => {
  let session: Session;
  let page: Page;
  beforeAll(async () => {
    session = await startSession(browser);
    await session.open(PAGE);
    page = await session.openOwn('library.html#packs');
    await seen(page, 'comes with Sidelight');
  });
  afterAll(() => session?.close());

  it('imports a pack when it is told to, and not before', async () => {
    await choose(page, 'harbour.json', pack(1, [claim('a', 'Dredging starts in May.'), claim('b', 'The quay is sound.')]));
    await seen(page, 'a new pack, revision 1');
    expect(await claims(page)).toBe(null);
    await press(page, 'Add this pack');
    await seen(page, 'Imported.');
    expect(await claims(page)).toEqual(['curated: Dredging starts in May.', 'curated: The quay is sound.']);
  });

  it('shows what a new revision changes, keeps what it leaves out as withdrawn, and takes it back', async () => {
    await choose(page, 'harbour-2.json', pack(2, [claim('a', 'Dredging starts in June.'), claim('c', 'Tolls rise.')]));
    await seen(page, 'Added 1 claim Changed 1 claim Withdrawn 1 claim');
    await press(page, 'Apply the changes');
    await until('the claims', async () => (await claims(page))?.length === 3);
    expect(await claims(page)).toEqual(['curated: Dredging starts in June.', 'curated: Tolls rise.', 'withdrawn: The quay is sound.']);
    await press(page, 'Back to what was before');
    await until('the claims of before', async () => (await claims(page))?.includes('curated: Dredging starts in May.'));
  });

  it('names what is wrong with a file, and changes nothing', async () => {
    const before = await claims(page);
    await choose(page, 'bad.json', pack(3, [claim('a', 'x', { clocks: { said: { edtf: '2025-02-30', basis: 'record' } } })]));
    await seen(page, 'bad.json, claims[0].clocks.said.edtf: expected an EDTF date');
    expect(await claims(page)).toEqual(before);
  });

  it('cancels an import without a trace', async () => {
    const before = await claims(page);
    await choose(page, 'harbour-3.json', pack(4, [claim('z', 'Never seen.')]));
    await seen(page, 'revision 4 over');
    await press(page, 'Cancel');
    await seen(page, 'Cancelled. Nothing was changed.');
    expect(await claims(page)).toEqual(before);
  });

  it('writes a pack that, removed and imported again, is written the same to the byte', async () => {
    const exported = () =>
      page.evaluate(
        () =>
          new Promise<string>((done, failed) => {
            const worker = new Worker('import-worker.js', { type: 'module' });
            worker.onmessage = ({ data }: MessageEvent<{ report: string; file?: Blob }>) => {
              worker.terminate();
              if (data.file) data.file.text().then(done, failed);
              else failed(new Error(JSON.stringify(data)));
            };
            worker.postMessage({ order: 'export', pack: 'harbour', form: 'pack' });
          }),
      );
    const first = await exported();
    for (let i = 0; i < 3; i++) {
      await press(page, 'Remove');
      await until('the pack to be gone', async () => (await claims(page)) === null);
      await choose(page, 'again.jsonl', first);
      await press(page, 'Add this pack');
      await until('the pack', async () => (await claims(page)) !== null);
      expect(await exported()).toBe(first);
    }
  });
});
