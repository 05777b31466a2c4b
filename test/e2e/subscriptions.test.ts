/**
 * A pack by subscription, end to end over https: nothing is fetched before it is chosen, an update moves what changed, and whatever
 * the server does, what is here stays.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../scripts/drive/driver';
import { type Answer, isBrowsersOwn } from '../../scripts/drive/proxy';
import { answerFrom, filesOf, type PublishedClaim, packLines } from './folder-site';
import { ask as askBackground, click, fill, pressNamed, words as wordsOf } from './own-page';
import { BROWSERS, type Session, startSession } from './session';

const HOST = 'packs.lowmarsh-herald.com';
const FOLDER = `https://${HOST}/dossiers/harbour/`;
const MANIFEST = `${FOLDER}pack.json`;
/** A server of a newsroom's own network, which no name server outside knows. */
const INTRANET = 'packs.desk.internal';
const MINUTE = 60_000;
const START = Date.UTC(2026, 0, 12, 8);

/** Two megabytes: several parts. */
const CLAIMS: readonly PublishedClaim[] = Array.from({ length: 3000 }, (_, n) => ({
  id: `c${n}`,
  text: `Statement ${n}: ${'the quay is sound and the dredging goes on. '.repeat(14)}`,
}));

describe.each(BROWSERS)('a subscribed pack in %s', (browser) => {
  let session: Session;
  let library: Page;
  let now = START;
  let files: ReadonlyMap<string, Uint8Array>;
  let instead: ((url: URL) => Answer | null) | null = null;

  const words = () => wordsOf(library);
  const seen = (text: string | RegExp) => until(`"${text}"`, async () => ((await words()).match(text) ? true : null));
  const press = (label: string) => pressNamed(library, label);
  /** Requests since the last time. */
  let counted = 0;
  const asked = () => {
    const urls = session.proxy.log.map(({ url }) => url).filter((url) => url.includes(HOST) || url.includes(INTRANET));
    const recent = urls.slice(counted);
    counted = urls.length;
    return recent.map((url) => url.replace(FOLDER, ''));
  };
  const ask = <T>(call: string, input: object) => askBackground<T>(library, call, input);
  const latest = async () => {
    const answer = await ask<{ claims: { text: string }[] }>('subject/get', { id: 'harbour:ada-holm' });
    return answer.ok ? answer.value.claims.length : null;
  };
  const revision = async () => {
    const { value } = await ask<{ shown: { id: string; revision: number }[] }>('packs/list', {});
    return value.shown.find(({ id }) => id === 'harbour')?.revision ?? null;
  };
  const goOn = async (ms: number) => {
    now += ms;
    await session.runInBackground(`self.Date.now = () => ${now}`);
  };
  const look = async () => {
    await goOn(2 * MINUTE);
    await press('Look for updates of \u2068The harbour dispute\u2069');
  };
  const publish = async (n: number, changed: Readonly<Record<number, string>> = {}) => {
    files = await filesOf(
      packLines(
        'harbour',
        n,
        CLAIMS.map((claim, i) => ({ ...claim, text: changed[i] ?? claim.text })),
      ),
    );
    instead = null;
  };

  beforeAll(async () => {
    await publish(1);
    session = await startSession(browser, {}, async (url, request) => {
      if (url.host === INTRANET) return answerFrom(await filesOf(packLines('desk', 1, CLAIMS.slice(0, 3))), url.pathname.slice(1), request);
      if (url.host !== HOST) return null;
      return instead?.(url) ?? answerFrom(files, url.href.slice(FOLDER.length), request);
    });
    library = await session.openOwn('library.html#packs');
    await seen('Subscribed packs');
    await session.runInBackground(`self.Date.now = () => ${now}`);
  });
  afterAll(() => session?.close());

  it('is fetched when it is chosen and not before, and added when the reader says so', async () => {
    await session.grant(`https://${HOST}/*`);
    await library.bringToFront();
    await fill(library, '.subscriptions input[type="text"]', FOLDER);
    expect(asked()).toEqual([]);
    await click(library, '.subscriptions form button');
    await seen('Revision 1 is here');
    expect(asked().sort()).toEqual([...files.keys()].sort());
    expect(files.size).toBeGreaterThan(6);
    expect(await latest()).toBe(null);
    await press('See what it holds: \u2068The harbour dispute\u2069, revision 1');
    await seen('It holds 1 actor, 3,000 claims.');
    await press('Add this pack');
    await seen('Imported.');
    await seen('harbour, revision 1');
    expect(await latest()).toBeGreaterThan(0);
  });

  it('moves the parts that changed, and nothing where nothing did', async () => {
    await look();
    await until('the manifest to be asked for', async () => session.proxy.log.filter(({ url }) => url === MANIFEST).length === 2);
    await seen('Nothing newer');
    expect(asked()).toEqual(['pack.json']);
    await publish(2, { 1500: 'The quay is not sound.' });
    await look();
    await seen('Revision 2 is here');
    expect(asked().length).toBeLessThanOrEqual(4);
    await press('See what it changes: \u2068The harbour dispute\u2069, revision 2');
    await seen('Changed 1 claim');
    expect(await revision()).toBe(1);
    await press('Apply the changes');
    await seen('harbour, revision 2');
  });

  const WAYS: readonly (readonly [way: string, answer: (url: URL) => Answer | null, words: RegExp])[] = [
    ['a web page', () => ({ body: '<!DOCTYPE html><p>Sign in' }), /lowmarsh-herald\.com\/dossiers\/harbour\/pack\.json: expected JSON/],
    ['a redirect', () => ({ status: 302, headers: { location: 'https://elsewhere.lowmarsh-herald.com/' }, body: '' }), /not followed/],
    ['a way down to http', () => ({ status: 301, headers: { location: `http://${HOST}/pack.json` }, body: '' }), /not followed/],
    ['a fault of its own', () => ({ status: 503, headers: { 'retry-after': '60' }, body: '' }), /fault of its own/],
    [
      'parts with other content',
      (url) =>
        url.pathname.includes('/parts/') ? { body: files.get(url.href.slice(FOLDER.length))?.map((byte) => byte ^ 1) ?? '' } : null,
      /part 1 of \d+ \(parts\/[0-9a-f]{64}\.jsonl\): expected the content that the manifest names/,
    ],
  ];

  it('keeps what is here where the server sends something else, and says what and where', async () => {
    await publish(3, { 7: 'A third revision.' });
    for (const [way, answer, told] of WAYS) {
      instead = answer;
      await goOn(3 * 24 * 60 * MINUTE);
      await look();
      await seen(told);
      expect(await revision(), way).toBe(2);
    }
    expect(asked().filter((url) => url.includes('elsewhere') || url.startsWith('http:'))).toEqual([]);
  });

  it('goes on where a worker was stopped in the middle, and applies by itself what is marked so, daily', async () => {
    for (const [choice, nth] of [
      ['daily', 1],
      ['automatic', 2],
    ] as const) {
      const box = await library.waitForSelector(`.subscriptions .chosen label:nth-child(${nth}) input`);
      await box?.evaluate((input) => (input as HTMLInputElement).checked || (input as HTMLInputElement).click());
      await until(`the choice ${choice}`, async () => {
        const { value } = await ask<{ daily: boolean; automatic: boolean }[]>('subscriptions/list', {});
        return value[0]?.[choice];
      });
    }
    let stopped = 0;
    instead = (url) => {
      // The worker is gone before this part comes.
      if (stopped === 0 && url.pathname.includes('/parts/')) {
        stopped = 1;
        void session.stopBackground().then(() => {
          stopped = 2;
        });
        return { status: 503, body: '' };
      }
      return null;
    };
    await goOn(2 * 24 * 60 * MINUTE);
    const ring = () => session.runInBackground(`self.chrome.alarms.create('packs', { delayInMinutes: 0.001, periodInMinutes: 60 })`);
    await ring();
    await until('the worker to be stopped', async () => stopped === 2);
    expect(await revision()).toBe(2);
    await until('the update', async () => {
      await goOn(26 * 60 * MINUTE);
      await ring();
      return (await revision()) === 3;
    });
    await seen('harbour, revision 3');
    expect(await words()).not.toContain('waits for you');
  });

  it('comes from a host of the reader’s own network where a permission names that', async () => {
    const form = '.subscriptions input[type="text"]';
    await session.grant(`https://${INTRANET}/*`);
    await library.bringToFront();
    await fill(library, form, `https://${INTRANET}/`);
    await click(library, '.subscriptions form button');
    await seen(`desk, not added · ${INTRANET}/pack.json`);
    await seen('Revision 1 is here');
  });

  it('sent nothing else, and lists it all', async () => {
    const strange = session.proxy.log.filter(
      (request) => !isBrowsersOwn(request) && !request.url.startsWith(MANIFEST) && !request.url.startsWith(`${FOLDER}parts/`),
    );
    expect(strange.filter(({ url }) => !url.startsWith(`https://${INTRANET}/`))).toEqual([]);
    const ledger = await session.openOwn('ledger.html');
    await until('the ledger', () => ledger.evaluate(() => document.body.innerText.includes('Pack The harbour dispute')));
    await ledger.close();
  });
});
