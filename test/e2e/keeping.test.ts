/** Keeping and remembering in both browsers: the capture form, what is remembered as coverage, and private windows, which leave nothing. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../scripts/drive/driver';
import { beforeSecondTry } from './second-try';
import { BROWSERS, hover, type Session, startSession, waitForCard, waitForMark } from './session';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const REPORT = 'https://www.reuters.com/world/report';

interface Api {
  readonly tabs: {
    query(q: object): Promise<{ id: number; incognito: boolean }[]>;
    sendMessage(id: number, m: object): Promise<unknown>;
  };
  readonly runtime: { sendMessage(m: object): Promise<unknown> };
}

/** Asks the background from an own page, and gives the answer's value as text. */
const ask = (own: Page, call: string, input: object): Promise<string> =>
  own.evaluate(
    async (name, given) => {
      const { runtime } = (globalThis as unknown as { chrome: Api }).chrome;
      return JSON.stringify(await runtime.sendMessage({ to: 'background', call: name, input: given }));
    },
    call,
    input,
  );

/** The tab that shows this address, as the reader in it says. */
const tabOf = (own: Page, url: string): Promise<number> =>
  until(`a tab at ${url}`, () =>
    own.evaluate(async (wanted) => {
      const { tabs } = (globalThis as unknown as { chrome: Api }).chrome;
      for (const { id } of await tabs.query({})) {
        const state = (await tabs.sendMessage(id, { to: 'page', call: 'page/state', input: {} }).catch(() => null)) as {
          value?: { url: string };
        } | null;
        if (state?.value?.url === wanted) return id;
      }
      return null;
    }, url),
  );

/** Every row of the fact store that could tell what was read, as text; what is made of packs in slices (names, the index of search) is left out. */
const database = (own: Page): Promise<string> =>
  own.evaluate(async () => {
    const request = indexedDB.open('sidelight');
    const db = await new Promise<IDBDatabase>((done, fail) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
    const names = [...db.objectStoreNames].filter((name) => name !== 'derived' && !name.startsWith('search'));
    const rows = await Promise.all(
      names.map(
        (name) =>
          new Promise((done, fail) => {
            const all = db.transaction(name).objectStore(name).getAll();
            all.onsuccess = () => done([name, all.result]);
            all.onerror = () => fail(all.error);
          }),
      ),
    );
    db.close();
    return JSON.stringify(rows);
  });

/** The same once nothing is written any more: what the background does after its start is over. */
async function quietDatabase(own: Page): Promise<string> {
  let last = '';
  return until('nothing to be written', async () => {
    const before = last;
    last = await database(own);
    if (last === before) return last;
    await new Promise((done) => setTimeout(done, 1_000));
    return false;
  });
}

/** The tables whose rows are others than they were. */
function changed(before: string, after: string): string[] {
  const [was, is] = [before, after].map((text) => JSON.parse(text) as [string, unknown[]][]);
  const rowsOf = (all: [string, unknown[]][] | undefined, name: string) => JSON.stringify(all?.find(([table]) => table === name)?.[1]);
  return (is ?? []).flatMap(([name]) => (rowsOf(was, name) === rowsOf(is, name) ? [] : [name]));
}

/** Without how often records were changed, which is counted and never forgotten: it says nothing of what they held. */
const uncounted = (rows: string): string =>
  JSON.stringify(
    (JSON.parse(rows) as [string, { key?: unknown }[]][]).map(([name, list]) => [name, list.filter(({ key }) => key !== 'live-records')]),
  );

/** The capture form that a key opened in a window of its own, as soon as it says something; closes it. */
const formOpened = (own: Page): Promise<string> =>
  until('the form', () =>
    own.evaluate(() => {
      const { extension } = (globalThis as unknown as { chrome: { extension: { getViews(): Window[] } } }).chrome;
      const view = extension.getViews().find(({ location }) => location.pathname === '/capture.html');
      const words = view?.document.querySelector('[role=alert]')?.textContent;
      const text = view?.document.querySelector<HTMLTextAreaElement>('#text')?.value;
      if (!view || !(words || text)) return null;
      view.close();
      return words || text;
    }),
  );

describe.each(BROWSERS)('in %s', (browser) => {
  let session: Session;
  let own: Page;
  beforeAll(async () => {
    session = await startSession(browser);
    own = await session.openOwn('welcome.html');
  });
  afterAll(() => session?.close());
  beforeSecondTry(() => ask(own, 'storage/erase', {}));

  it('a selected sentence is kept with speaker, outlet and date as the page has them, and with the reader’s own date', async () => {
    const page = await session.open(REPORT);
    await waitForMark(page, 'Mark Rutte');
    const tab = await tabOf(own, REPORT);
    await until('the claims', () =>
      own.evaluate(async (id) => {
        const { tabs } = (globalThis as unknown as { chrome: Api }).chrome;
        const list = (await tabs.sendMessage(id, { to: 'claims', call: 'claims/list', input: {} }).catch(() => null)) as {
          value?: { status: string };
        } | null;
        return list?.value?.status === 'ready';
      }, tab),
    );
    await page.evaluate(() => document.getSelection()?.selectAllChildren(document.getElementById('macron') as HTMLElement));
    const form = await session.openOwn(`capture.html?tab=${tab}`);
    await form.waitForSelector('form');
    const fields = () =>
      form.evaluate(() => {
        const value = (id: string) => (document.getElementById(id) as HTMLInputElement).value;
        const outlet = document.getElementById('outlet') as HTMLSelectElement;
        return [value('text'), value('speaker'), outlet.selectedOptions[0]?.text.trim(), value('edtf'), value('clock')];
      });
    expect(await fields()).toEqual([
      'French President Emmanuel Macron said on Monday that the guarantees would be ready before the spring.',
      'Emmanuel Macron',
      'Reuters',
      '2025-12-22',
      'said',
    ]);
    if (browser === 'chromium') {
      await form.evaluate(AXE);
      expect(await form.evaluate('axe.run(document).then(({ violations }) => violations.map(({ id }) => id))')).toEqual([]);
    }
    const type = (id: string, text: string) =>
      form.evaluate(
        (field, value) => {
          (document.getElementById(field) as HTMLInputElement).value = value;
        },
        id,
        text,
      );
    await type('edtf', 'on Monday');
    await form.evaluate(() => (document.querySelector('[type=submit]') as HTMLElement).click());
    await until('the problem', () => form.evaluate(() => document.querySelector('.problem')?.textContent?.includes('is no date')));
    await type('edtf', '2025-12-21');
    await type('text', 'The guarantees come before spring, says Macron.');
    await form.evaluate(() => (document.querySelector('[type=submit]') as HTMLElement).click());
    await until('Kept', () => form.evaluate(() => document.querySelector('h1')?.textContent === 'Kept'));
    const other = await session.open('https://www.reuters.com/watched');
    await waitForMark(other, 'Emmanuel Macron');
    await hover(other, 'Emmanuel Macron');
    const card = await waitForCard(session, other, 'The guarantees come before spring, says Macron.');
    expect(card).toMatch(/21 Dec 2025|Dec 21, 2025/);
    expect(card).toContain('date set by you');
    expect(card).toContain('confirmed by you');
    await other.close();
    await form.evaluate(() => (document.querySelectorAll('button')[1] as HTMLElement).click());
    await form.waitForSelector('form');
    await form.close();
    await page.close();
  });

  it('the key opens the form with the selected sentence, and on a page without a story says that there is none', async () => {
    const page = await session.open(REPORT);
    await waitForMark(page, 'Mark Rutte');
    const tab = await tabOf(own, REPORT);
    await until('the part', () =>
      own.evaluate(async (id) => {
        const { tabs } = (globalThis as unknown as { chrome: Api }).chrome;
        return tabs.sendMessage(id, { to: 'claims', call: 'claims/list', input: {} }).catch(() => null);
      }, tab),
    );
    await page.evaluate(() => document.getSelection()?.selectAllChildren(document.getElementById('macron') as HTMLElement));
    await page.bringToFront();
    await session.command('capture');
    expect(await formOpened(own)).toMatch(/^French President Emmanuel Macron said on Monday/);
    await page.goto('https://www.reuters.com/app', { waitUntil: 'domcontentloaded' });
    await waitForMark(page, 'Emmanuel Macron');
    await page.bringToFront();
    await session.command('capture');
    expect(await formOpened(own)).toContain('Sidelight reads no article');
    await page.close();
  });

  it('what is read is remembered where the reader wants that, and found as coverage; and forgotten', async () => {
    const before = await quietDatabase(own);
    const first = await session.open(REPORT);
    await waitForMark(first, 'Mark Rutte');
    await tabOf(own, REPORT);
    expect(JSON.parse(await ask(own, 'remember/get', {}))).toEqual({ ok: true, value: { on: false, articles: 0 } });
    await first.close();
    expect(changed(before, await database(own))).toEqual([]);
    await ask(own, 'remember/set', { on: true });
    const page = await session.open(REPORT);
    await waitForMark(page, 'Mark Rutte');
    await until('one article', async () => JSON.parse(await ask(own, 'remember/get', {})).value.articles === 1);
    await page.close();
    const facts = await ask(own, 'page/facts', {
      host: 'www.pbs.org',
      subjects: ['emmanuel-macron', 'mark-rutte'].map((id) => ({ id: `world:${id}`, count: 1 })),
    });
    expect(facts).toContain('Allies weigh guarantees');
    expect(facts).toContain('unconfirmed');
    await ask(own, 'remember/forget', {});
    expect(JSON.parse(await ask(own, 'remember/get', {})).value).toEqual({ on: true, articles: 0 });
    expect(changed(uncounted(before), uncounted(await database(own)))).toEqual([]);
  });
});

describe.each(BROWSERS)('in %s, which lets Sidelight into private windows', (browser) => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession(browser, { inPrivate: true });
  });
  afterAll(() => session?.close());

  it('the key says over a private window why nothing of it is kept', async () => {
    const own = await session.openOwn('welcome.html');
    await ask(own, 'health/get', {});
    const close = await session.openPrivate(REPORT);
    // The key is the window's in front, and browsers take a while to bring one there.
    await until('the private window in front', () =>
      own.evaluate(async () => {
        const { tabs } = (globalThis as unknown as { chrome: Api }).chrome;
        return (await tabs.query({ active: true, lastFocusedWindow: true }))[0]?.incognito;
      }),
    );
    await session.command('capture');
    expect(await formOpened(own)).toContain('private window');
    await close();
    await own.close();
  });

  it('a private window leaves the database as it was, though everything is switched on', async () => {
    const ready = await session.openOwn('welcome.html');
    // Answered once the packs are in.
    await ask(ready, 'health/get', {});
    await ask(ready, 'remember/set', { on: true });
    const before = await quietDatabase(ready);
    await ready.close();
    const close = await session.openPrivate(REPORT);
    const answers = await until('the private page’s claims', () =>
      session.inBackground(async () => {
        const { tabs } = (globalThis as unknown as { chrome: Api }).chrome;
        for (const { id, incognito } of await tabs.query({})) {
          const say = async (call: string, input: object) =>
            (await tabs.sendMessage(id, { to: 'claims', call, input }).catch(() => null)) as {
              ok: boolean;
              value?: { status: string; canKeep?: boolean; claims?: { id: string }[] };
              fault?: { code: string };
            } | null;
          const list = incognito ? await say('claims/list', {}) : null;
          const claim = list?.value?.claims?.[0];
          if (!list?.value || !claim) continue;
          const judged = await say('claims/judge', { id: claim.id, verdict: 'kept' });
          return { canKeep: list.value.canKeep, refusal: judged?.fault?.code };
        }
        return null;
      }),
    );
    expect(answers).toEqual({ canKeep: false, refusal: 'private' });
    await close();
    const after = await session.openOwn('welcome.html');
    expect(changed(before, await database(after))).toEqual([]);
    // The same page in an ordinary window is remembered: the comparison can tell.
    const page = await session.open(REPORT);
    await waitForMark(page, 'Mark Rutte');
    await until('one article', async () => JSON.parse(await ask(after, 'remember/get', {})).value.articles === 1);
    expect(await database(after)).not.toBe(before);
  });
});
