/** Two pages of one browser that do the same at once: bring an old database up to this release, and import one pack. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inPage } from './calls';
import { startSite } from './site';

/** Far longer than an upgrade takes on a busy machine: one that hangs does not end. How long the slowest took is told. */
const HANG_MS = 30_000;
const CLAIMS = 1500;
const ACTORS = 15;
/** Times that a pack is imported from its own export. */
const AGAIN = 10;

export interface TogetherTally {
  upgrades: number;
  /** Upgrades that took a page longer than {@link HANG_MS}, or did not end well in both. */
  hung: number;
  /** The longest of all, in ms. */
  slowest: number;
  imports: number;
  /** Imports after which the pack was not that of one of the two, whole, or neither was told of the other. */
  torn: number;
  reimports: number;
  /** Re-imports whose export differed. */
  differed: number;
}

export const NOTHING_TOGETHER: TogetherTally = { upgrades: 0, hung: 0, slowest: 0, imports: 0, torn: 0, reimports: 0, differed: 0 };

export async function workTogether(name: 'chromium' | 'firefox', times: number): Promise<TogetherTally> {
  const site = await startSite();
  const userDataDir = mkdtempSync(join(tmpdir(), 'sidelight-together-'));
  const tally = { ...NOTHING_TOGETHER };
  const { browser, page: one } = await site.open(name, userDataDir);
  try {
    const two = await site.openPage(browser);
    const old = await site.openPage(browser);
    for (let i = 0; i < times; i++) {
      const database = `faults-upgrade-${i}`;
      await inPage(one, 'makeOld', database);
      await inPage(old, 'holdOld', database);
      const opened = await Promise.allSettled([inPage(one, 'upgrade', database), inPage(two, 'upgrade', database)]);
      tally.upgrades++;
      const slowest = Math.max(...opened.map((each) => (each.status === 'fulfilled' ? each.value.ms : Number.POSITIVE_INFINITY)));
      const well = opened.every((each) => each.status === 'fulfilled' && each.value.kept);
      if (!well || slowest > HANG_MS) tally.hung++;
      if (Number.isFinite(slowest)) tally.slowest = Math.max(tally.slowest, Math.round(slowest));
    }
    for (let i = 1; i <= times; i++) {
      const both = await Promise.all([
        inPage(one, 'tryImport', i * 2, CLAIMS, ACTORS),
        inPage(two, 'tryImport', i * 2 + 1, CLAIMS, ACTORS),
      ]);
      const found = await inPage(one, 'check', CLAIMS, ACTORS);
      tally.imports++;
      // Which of them comes first is chance. The other either began while it was under way, and is told so, or came after it.
      const told = both.filter((fault) => fault !== null);
      const known = told.every(({ code }) => code === 'import-under-way' || code === 'changed-meanwhile');
      const revisions = [i * 2, i * 2 + 1].filter((_, at) => both[at] === null);
      const whole = found.missing === 0 && found.mixed === 0 && found.duplicated === 0 && found.orphans === 0;
      if (!known || !whole || !revisions.includes(found.revision)) tally.torn++;
    }
    const files = await inPage(one, 'reimport', AGAIN);
    tally.reimports += AGAIN;
    tally.differed += files.length - 1;
  } finally {
    await browser.close();
    site.close();
    rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  return tally;
}
