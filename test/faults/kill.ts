/**
 * Kills a real browser in the middle of imports, starts it again over the same profile, and looks at what is left. Half of the
 * kills fall near the commit. Every fifth falls on the control, which writes in place and must be found mixed.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import type { Found, faults } from './in-page';
import { startSite } from './site';

type InPage = typeof faults;

export interface Tally {
  kills: number;
  /** Kills after which the shown revision was neither the old nor the new, or claims were missing, or an applied import was gone. */
  lost: number;
  mixed: number;
  duplicated: number;
  /** Kills after whose cleaning rows of no shown generation were left. */
  orphaned: number;
  /** Kills after which the new revision was shown. */
  applied: number;
  /** Starts at which the browser had deleted the whole database, and the safety copies were put in. */
  emptied: number;
  control: number;
  controlMixed: number;
}

export const NOTHING: Tally = {
  kills: 0,
  lost: 0,
  mixed: 0,
  duplicated: 0,
  orphaned: 0,
  applied: 0,
  emptied: 0,
  control: 0,
  controlMixed: 0,
};

/** Large enough for many transactions, small enough for many kills. */
const CLAIMS = 4000;
const ACTORS = 40;
/** One kill in so many falls on the control. */
const CONTROL_EVERY = 5;
/** How soon after "applying" the near kills fall, in ms: an apply takes a few. */
const NEAR_MS = 25;
/** The longest that a start or an import may take on a busy machine. */
const LIMIT_MS = 60_000;

const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** Kills the browser `kills` times, or until `until` (ms of the clock) is reached. `onKill` hears the tally so far. */
export async function killImports(
  name: 'chromium' | 'firefox',
  kills: number,
  options: { readonly until?: number; readonly onKill?: (tally: Tally) => void } = {},
): Promise<Tally> {
  const site = await startSite();
  const userDataDir = mkdtempSync(join(tmpdir(), 'sidelight-faults-'));
  const tally = { ...NOTHING };
  let steps: string[] = [];
  let onStep = () => undefined as unknown;

  const start = async (): Promise<{ browser: Browser; page: Page }> => {
    const { browser, page } = await site.open(name, userDataDir);
    steps = [];
    page.on('console', (message) => {
      if (!message.text().startsWith('step:')) return;
      steps.push(message.text().slice(5));
      onStep();
    });
    return { browser, page };
  };
  const kill = async (browser: Browser): Promise<void> => {
    const child = browser.process();
    if (!child) throw new Error('the browser has no process of ours');
    const gone = new Promise<void>((done) =>
      child.exitCode === null && child.signalCode === null ? child.once('exit', () => done()) : done(),
    );
    child.kill('SIGKILL');
    await gone;
    // Its children write no more once their pipe is gone; they take a moment to notice.
    await wait(150);
  };
  const call = <C extends 'check' | 'checkInPlace'>(page: Page, what: C, ...input: Parameters<InPage[C]>) =>
    page.evaluate(`faults.${what}(...${JSON.stringify(input)})`) as Promise<Awaited<ReturnType<InPage[C]>>>;
  /** Does not wait: whoever is killed answers nothing. */
  const begin = (page: Page, code: string) => void page.evaluate(code).catch(() => undefined);
  const importing = (revision: number) =>
    `faults.import(${revision}, ${CLAIMS}, ${ACTORS}, (step) => console.log('step:' + step)).catch((error) => console.log('step:failed ' + error))`;

  try {
    let { browser, page } = await start();
    await page.evaluate(importing(1));
    // How long an import takes here and now, so that the other half of the kills falls anywhere in it.
    const began = Date.now();
    await page.evaluate(importing(2));
    let length = Date.now() - began;
    let shown = 2;
    for (let i = 0; i < kills && Date.now() < (options.until ?? Number.POSITIVE_INFINITY); i++) {
      if (i % CONTROL_EVERY === CONTROL_EVERY - 1) {
        begin(page, `faults.writeInPlace(${CLAIMS}, ${i})`);
        await wait(300 + Math.random() * 500);
        await kill(browser);
        ({ browser, page } = await start());
        tally.control++;
        if ((await call(page, 'checkInPlace')) > 1) tally.controlMixed++;
      }
      const near = i % 2 === 0;
      const applying = new Promise<void>((done) => {
        onStep = () => (steps.includes('applying') ? done() : undefined);
      });
      // What earlier imports of this page said is not about this one.
      steps = [];
      begin(page, importing(shown + 1));
      if (near) {
        await Promise.race([applying, wait(LIMIT_MS)]);
        await wait(Math.random() * NEAR_MS);
      } else await wait(Math.random() * length);
      const said = [...steps];
      const wasApplied = said.includes('applied');
      await kill(browser);
      ({ browser, page } = await start());
      const found = await call(page, 'check', CLAIMS, ACTORS);
      tally.kills++;
      const isOld = found.revision === shown && !wasApplied;
      const isNew = found.revision === shown + 1;
      if ((!isOld && !isNew) || found.missing !== 0) {
        tally.lost++;
        console.error(`${name}: lost after “${said.join(', ')}” from revision ${shown}: ${JSON.stringify(found)}`);
      }
      if (found.mixed > 0) tally.mixed++;
      if (found.duplicated > 0) tally.duplicated++;
      if (found.orphans > 0) tally.orphaned++;
      if (isNew) tally.applied++;
      if (found.emptied) tally.emptied++;
      shown = Math.max(found.revision, 1);
      length = Math.max(200, length);
      options.onKill?.(tally);
    }
    await kill(browser);
  } finally {
    site.close();
    rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  return tally;
}

/** As damaged as a crash may leave it: Chromium checks the sums of what it wrote last, finds one wrong, and deletes the database. */
export async function damageDatabase(claims = CLAIMS): Promise<{ readonly before: Found; readonly after: Found }> {
  const site = await startSite();
  const userDataDir = mkdtempSync(join(tmpdir(), 'sidelight-faults-'));
  try {
    const first = await site.open('chromium', userDataDir);
    await first.page.evaluate(`faults.import(1, ${claims}, ${ACTORS}, () => undefined)`);
    const before = (await first.page.evaluate(`faults.check(${claims}, ${ACTORS})`)) as Found;
    await first.browser.close();
    const folder = join(userDataDir, 'Default', 'IndexedDB');
    const logs = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.leveldb[/\\]\d+\.log$/.test(name));
    for (const name of logs) {
      const bytes = readFileSync(join(folder, name));
      for (let at = 0; at < bytes.length; at++) bytes[at] = (bytes[at] ?? 0) ^ 0x5a;
      writeFileSync(join(folder, name), bytes);
    }
    const second = await site.open('chromium', userDataDir);
    const after = (await second.page.evaluate(`faults.check(${claims}, ${ACTORS})`)) as Found;
    await second.browser.close();
    return { before, after };
  } finally {
    site.close();
    rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
