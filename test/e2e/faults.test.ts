/** What goes wrong, and what the reader sees of it: a broken pack, a page that attacks, an extension that is gone. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../scripts/drive/driver';
import { EXTENSION } from './build';
import { BROWSERS, hover, paintedMarks, type Session, startSession, waitForCard, waitForMark, waitForNoCard } from './session';

describe.each(BROWSERS)('a broken starter pack in %s', (browser) => {
  let session: Session;
  let copy: string;
  beforeAll(async () => {
    copy = mkdtempSync(join(tmpdir(), 'sidelight-broken-'));
    cpSync(EXTENSION[browser], copy, { recursive: true });
    const dossier = join(copy, 'packs', 'ukraine-2025.json');
    writeFileSync(
      dossier,
      readFileSync(dossier, 'utf8')
        .replace('"edtf":"2025-12-08"', '"edtf":"2025-12-98"')
        .replace('"edtf": "2025-12-08"', '"edtf": "2025-12-98"'),
    );
    session = await startSession(browser, { extension: copy });
  });
  afterAll(async () => {
    await session?.close();
    rmSync(copy, { recursive: true, force: true });
  });

  it('is named in the popup with its place; the other packs work, and none of the broken one is stored', async () => {
    const page = await session.open('https://www.reuters.com/world/guarantees');
    const marks = await waitForMark(page, 'Rutte');
    expect(marks.map((mark) => mark.text)).not.toContain('Coalition of the Willing');
    const popup = await session.popup(page);
    const text = await until('the fault', async () => {
      const now = await popup.read((document) => document.body.innerText.replace(/\s+/g, ' '));
      return now.includes('ukraine-2025.json') && now.includes('Mark Rutte') && now;
    });
    expect(text).toMatch(/ukraine-2025\.json, claims\[\d+\]\.clocks\.\w+\.edtf: expected an EDTF date/);
    const packs = await until('the packs', () =>
      popup.read((document) => document.querySelector<HTMLElement>('[href="library.html"]')?.title),
    );
    expect(packs.split('\n')).toHaveLength(2);
    await popup.close();
    await hover(page, 'Keir Starmer');
    expect(await waitForCard(session, page, 'Keir Starmer')).toMatch(/Prime Minister/);
  });
});

describe.each(BROWSERS)('a page that forbids everything in %s', (browser) => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession(browser, {}, (url) =>
      url.pathname === '/strict'
        ? {
            headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'; sandbox" },
            body: '<!doctype html><title>Strict</title><body><article><p>Mark Rutte met Emmanuel Macron.</p></article>',
          }
        : null,
    );
  });
  afterAll(() => session?.close());

  it('is read all the same: the scanner’s machine code is not the page’s to forbid', async () => {
    const page = await session.open('https://www.reuters.com/strict');
    await waitForMark(page, 'Mark Rutte');
    await hover(page, 'Emmanuel Macron');
    await waitForCard(session, page, 'Emmanuel Macron');
    await page.close();
  });
});

describe.each(BROWSERS)('a hostile page in %s', (browser) => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession(browser, {}, (url) =>
      url.pathname === '/hostile'
        ? {
            headers: {
              'content-type': 'text/html; charset=utf-8',
              'content-security-policy': "default-src 'none'; script-src 'unsafe-inline'; style-src 'none'",
            },
            body: `<!doctype html><title>Hostile</title><body><article><p>Mark Rutte met Emmanuel Macron.</p><p>Keir Starmer was there.</p></article>
<script>
window.heard = [];
addEventListener('message', (e) => heard.push(JSON.stringify(e.data)));
for (const name of ['wxt:content-script-started', 'wxt:reader:content-script-started', 'sidelight:stop', 'unload', 'pagehide'])
  for (let i = 0; i < 100; i++) document.dispatchEvent(new CustomEvent(name, { detail: { contentScriptName: 'reader', messageId: String(i) } }));
for (let i = 0; i < 100; i++) window.postMessage({ type: 'wxt:content-script-started', contentScriptName: 'reader' }, '*');
const form = document.createElement('form'); form.id = 'browser'; form.innerHTML = '<input name="runtime"><input id="chrome" name="chrome">'; document.body.append(form);
window.trustedOnly = () => { const p = document.querySelector('p'); const r = p.getBoundingClientRect();
  p.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, clientX: r.left + 30, clientY: r.top + 8, pointerType: 'mouse' })); };
</script>`,
          }
        : null,
    );
  });
  afterAll(() => session?.close());

  it('cannot stop the reader, and learns nothing of it', async () => {
    const page = await session.open('https://www.reuters.com/hostile');
    await waitForMark(page, 'Mark Rutte');
    await page.evaluate(() => {
      for (let i = 0; i < 100; i++) window.postMessage({ type: 'wxt:content-script-started', contentScriptName: 'reader' }, '*');
    });
    await hover(page, 'Keir Starmer');
    await waitForCard(session, page, 'Keir Starmer');
    await page.mouse.move(600, 500);
    await waitForNoCard(session, page);
    const heard = await page.evaluate(() =>
      (globalThis as unknown as { heard: string[] }).heard.filter((data) => !data.includes('wxt:content-script-started')),
    );
    expect(heard).toEqual([]);
    const seen = await page.evaluate(() => ({
      globals: Object.keys(window).filter((key) => /sidelight|wxt|preact/i.test(key)),
      shadow: [...document.querySelectorAll('*')].some((element) => element.shadowRoot !== null),
      named: [...document.documentElement.children].some(
        (element) => element.attributes.length > 0 && !['HEAD', 'BODY'].includes(element.tagName),
      ),
      ids: performance.getEntriesByType('resource').filter(({ name }) => /extension:/.test(name)).length,
    }));
    expect(seen).toEqual({ globals: [], shadow: false, named: false, ids: 0 });
    await page.close();
  });

  it('cannot open a card with events of its own making', async () => {
    const page = await session.open('https://www.reuters.com/hostile');
    await waitForMark(page, 'Mark Rutte');
    await page.evaluate(() => (globalThis as unknown as { trustedOnly(): void }).trustedOnly());
    await new Promise((done) => setTimeout(done, 900));
    await waitForNoCard(session, page);
    await page.close();
  });

  it('that clears the registry or takes the host away gets both again at the next change', async () => {
    const page = await session.open('https://www.reuters.com/hostile');
    await waitForMark(page, 'Mark Rutte');
    await page.evaluate(() => {
      CSS.highlights.clear();
      document.querySelector('article')?.append('A change, as live pages make them.');
    });
    await waitForMark(page, 'Mark Rutte');
    expect((await paintedMarks(page)).map((mark) => mark.text)).toEqual(['Mark Rutte', 'Emmanuel Macron', 'Keir Starmer']);
    await page.evaluate(() => {
      for (const element of [...document.documentElement.children]) if (!['HEAD', 'BODY'].includes(element.tagName)) element.remove();
    });
    await hover(page, 'Keir Starmer');
    await waitForCard(session, page, 'Keir Starmer');
    await page.close();
  });
});

describe.each(BROWSERS)('private talk with the background in %s', (browser) => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession(browser);
  });
  afterAll(() => session?.close());

  it('answers messages of no known form, call or shape with a fault, and goes on', async () => {
    const own = await session.openOwn('popup.html');
    const answers = await own.evaluate(async () => {
      const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage(m: unknown): Promise<unknown> } } }).chrome;
      const messages: unknown[] = [
        'hello',
        { to: 'background', call: 'no/such', input: {} },
        { to: 'background', call: 'subject/get', input: { id: 7 } },
        { to: 'background', call: 'gazetteer/get', input: { revision: 'x' } },
        { to: 'background', call: 'subject/get', input: { id: 'world:nobody-at-all' } },
        { to: 'background', call: 'subject/get', input: { id: 'world:mark-rutte' } },
      ];
      return Promise.all(messages.map((message) => runtime.sendMessage(message))) as Promise<
        { ok: boolean; fault?: { code: string; message: string } }[]
      >;
    });
    expect(answers.map(({ ok, fault }) => (ok ? 'ok' : fault?.code))).toEqual([
      'bad-message',
      'unknown-call',
      'bad-input',
      'wrong-role',
      expect.any(String),
      'ok',
    ]);
    for (const { fault } of answers) if (fault) expect(fault.message).toMatch(/[A-Z].{20,}/);
    await own.close();
    const page = await session.open('https://www.reuters.com/world/guarantees');
    await waitForMark(page, 'Rutte');
    expect((await paintedMarks(page)).length).toBeGreaterThan(5);
  });
});
