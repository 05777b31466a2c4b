/**
 * What docs/newsroom.md says, done: a pack published by the command into a folder, served by nginx over https under a public name,
 * subscribed to, and kept up to date. The proxy hands the connection on; the server is nginx to the last byte.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../scripts/drive/driver';
import { packLines } from './folder-site';
import { type Served, serveWithNginx } from './nginx';
import { click, fill, pressNamed, seen as seenOn } from './own-page';
import { BROWSERS, type Session, startSession } from './session';

const HOST = 'packs.meridian-desk.org';
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CLAIMS = Array.from({ length: 2500 }, (_, n) => ({
  id: `c${n}`,
  text: `Statement ${n}: ${'the berth is free and the tug waits. '.repeat(16)}`,
}));

let folder = '';
let served: Served;

/** The desk's work: its pack's file, and the command. Answers what that says. */
async function publish(revision: number, changed: Readonly<Record<number, string>> = {}): Promise<string> {
  let text = '';
  const claims = CLAIMS.map((claim, n) => ({ ...claim, text: changed[n] ?? claim.text }));
  for await (const line of packLines('berths', revision, claims)) text += line;
  const file = join(folder, 'berths.jsonl');
  await writeFile(file, text);
  return execFileSync('npm', ['run', '--silent', 'publish-pack', '--', file, join(folder, 'www', 'berths')], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sidelight-newsroom-'));
  served = await serveWithNginx(HOST, join(folder, 'www'));
});
afterAll(async () => {
  await served?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe.each(BROWSERS)('a newsroom’s pack in %s', (browser) => {
  let session: Session;
  let library: Page;
  let now = Date.UTC(2026, 0, 12, 8);
  /** The second browser finds the folder as the first left it. */
  let revision = browser === 'chromium' ? 1 : 3;

  const seen = (text: string) => seenOn(library, text);
  const press = (label: string) => pressNamed(library, label);

  beforeAll(async () => {
    session = await startSession(browser, {}, undefined, new Map([[HOST, served.port]]));
    library = await session.openOwn('library.html#packs');
    await seen('Subscribed packs');
    await session.runInBackground(`self.Date.now = () => ${now}`);
    await session.grant(`https://${HOST}/*`);
    await library.bringToFront();
    await served.asked();
  });
  afterAll(() => session?.close());

  it('is fetched whole once, in gzip, and added', async () => {
    expect(await publish(revision)).toMatch(new RegExp(`^berths, revision ${revision}: \\d+ of \\d+ parts are new`));
    await fill(library, '.subscriptions input[type="text"]', `https://${HOST}/berths/`);
    await click(library, '.subscriptions form button');
    await seen(`Revision ${revision} is here`);
    const asked = await served.asked();
    expect(asked.every((line) => line.includes(' 200 '))).toBe(true);
    expect(asked.length).toBeGreaterThan(5);
    const bytes = asked.reduce((sum, line) => sum + Number(line.split(' ')[2]), 0);
    expect(bytes).toBeLessThan(CLAIMS.length * 300);
    await press(`See what it holds: \u2068The harbour dispute\u2069, revision ${revision}`);
    await seen('It holds 1 actor, 2,500 claims.');
    await press('Add this pack');
    await seen(`berths, revision ${revision}`);
  });

  it('moves what the desk changed, and nothing where it changed nothing', async () => {
    const look = async () => {
      now += 120_000;
      await session.runInBackground(`self.Date.now = () => ${now}`);
      await press('Look for updates of \u2068The harbour dispute\u2069');
    };
    // The server may write down late what it sent last.
    await served.asked();
    await look();
    const same = await until('the manifest to be asked for', async () => {
      const lines = await served.asked();
      return lines.length > 0 && lines;
    });
    expect(same).toEqual(['/berths/pack.json 304 0']);
    revision += 1;
    const words = await publish(revision, { 700: `A correction of ${browser}.` });
    expect(Number(/: (\d+) of/.exec(words)?.[1])).toBeLessThanOrEqual(3);
    await look();
    await seen(`Revision ${revision} is here`);
    expect((await served.asked()).length).toBeLessThanOrEqual(4);
    await press(`See what it changes: \u2068The harbour dispute\u2069, revision ${revision}`);
    await seen('Changed 1 claim');
    await press('Apply the changes');
    await seen(`berths, revision ${revision}`);
  });

  it('can be written as that folder by the library itself', async () => {
    const zipped = await library.evaluate(
      () =>
        new Promise<string[]>((done, failed) => {
          const worker = new Worker('import-worker.js', { type: 'module' });
          worker.onmessage = async ({ data }: MessageEvent<{ report: string; file?: Blob; extension?: string }>) => {
            worker.terminate();
            if (!data.file || data.extension !== 'zip') return failed(new Error(JSON.stringify(data)));
            const text = new TextDecoder('latin1').decode(await data.file.arrayBuffer());
            done(text.match(/berths\/(?:parts\/[0-9a-f]{64}\.jsonl|pack\.json)/g) ?? []);
          };
          worker.postMessage({ order: 'export', pack: 'berths', form: 'folder' });
        }),
    );
    // Each name stands at its file and in the archive's list.
    expect(zipped.filter((name) => name === 'berths/pack.json')).toHaveLength(2);
    expect(zipped.length).toBeGreaterThan(10);
  });

  it('opened nothing but that host', () => {
    const hosts = session.proxy.log.filter(({ method, url }) => method === 'CONNECT' && url.includes('meridian'));
    expect(hosts.length).toBeGreaterThan(0);
    expect(session.proxy.log.filter(({ url }) => url.includes('meridian') && !url.startsWith(`https://${HOST}`))).toEqual([]);
  });
});
