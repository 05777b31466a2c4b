/**
 * Imports into too little space: the browser's quota, and a disk that is really full. Each must end in the sentence for it, leave what
 * was there to the byte, and go through once there is space.
 */
import { execFileSync } from 'node:child_process';
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inPage } from './calls';
import { startSite } from './site';

export interface SpaceTally {
  tries: number;
  /** Tries that ended otherwise than in the fault `store-full`. */
  untold: number;
  /** Tries after which what was shown before was not there to the byte, or rows of the failed import stayed. */
  changed: number;
  /** Tries after which the same import did not go through although there was space. */
  stuck: number;
  /** Tries that this machine did not allow: a small disk must be mounted. */
  skipped: number;
}

export const NOTHING_SPACE: SpaceTally = { tries: 0, untold: 0, changed: 0, stuck: 0, skipped: 0 };

const SMALL = { claims: 1000, actors: 10 };
/** Some 12 MB in the store for a quota; more for a disk, to which browsers write packed. */
const LARGE = { quota: { claims: 15_000, actors: 40 }, disk: { claims: 40_000, actors: 40 } };
/** Left on the disk to an import that needs more. */
const LEFT = 4_000_000;
/** More than either quota. */
const MOST_BALLAST = 100_000_000;
/** Large enough for a profile and the import, once the ballast is gone. */
const DISK_MB = 400;
/** Firefox gives a site a fifth of this. */
const FIREFOX_LIMIT_KB = 300_000;
const CHROMIUM_QUOTA = 60_000_000;

/** A file system of {@link DISK_MB}; null where this machine lets nobody mount one. */
function smallDisk(): { readonly path: string; remove(): void } | null {
  const path = mkdtempSync(join(tmpdir(), 'sidelight-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'tmpfs', path], { stdio: 'ignore' });
  } catch {
    rmSync(path, { recursive: true });
    return null;
  }
  return {
    path,
    remove() {
      execFileSync('umount', ['--lazy', path]);
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** Writes a file until the disk is full, then gives {@link LEFT} of it back: browsers write meanwhile, so no sum would hold. */
function fillDisk(path: string): void {
  const block = Buffer.alloc(1_000_000);
  const file = openSync(path, 'w');
  let size = 0;
  try {
    for (;;) size += writeSync(file, block);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    ftruncateSync(file, Math.max(0, size - LEFT));
    closeSync(file);
  }
}

export async function runOutOfSpace(name: 'chromium' | 'firefox', of: 'quota' | 'disk'): Promise<SpaceTally> {
  const disk = of === 'disk' ? smallDisk() : null;
  if (of === 'disk' && !disk) return { ...NOTHING_SPACE, skipped: 1 };
  const tally = { ...NOTHING_SPACE };
  const large = LARGE[of];
  const site = await startSite();
  const userDataDir = disk ? join(disk.path, 'profile') : mkdtempSync(join(tmpdir(), 'sidelight-quota-'));
  const prefs = of === 'quota' ? { 'dom.quotaManager.temporaryStorage.fixedLimit': FIREFOX_LIMIT_KB } : {};
  const { browser, page } = await site.open(name, userDataDir, prefs);
  try {
    if (of === 'quota' && name === 'chromium') {
      const devtools = await page.createCDPSession();
      await devtools.send('Storage.overrideQuotaForOrigin', { origin: new URL(page.url()).origin, quotaSize: CHROMIUM_QUOTA });
    }
    await inPage(page, 'tryImport', 1, SMALL.claims, SMALL.actors);
    const before = await inPage(page, 'exported');
    const ballast = disk ? join(disk.path, 'ballast') : null;
    if (ballast) fillDisk(ballast);
    else {
      // As much as it gives, by far less than a browser would give without the quota.
      await inPage(page, 'fill', MOST_BALLAST);
    }
    tally.tries++;
    const fault = await inPage(page, 'tryImport', 2, large.claims, large.actors);
    if (fault?.code !== 'store-full') {
      tally.untold++;
      console.log(`${name}, ${of}: ${fault ? `${fault.code}: ${fault.message}` : 'the import went through'}`);
    }
    if (ballast) rmSync(ballast);
    else await inPage(page, 'free');
    const after = await inPage(page, 'exported');
    const found = await inPage(page, 'check', SMALL.claims, SMALL.actors);
    if (after !== before || found.revision !== 1 || found.missing + found.mixed + found.orphans > 0) tally.changed++;
    const again = await inPage(page, 'tryImport', 3, large.claims, large.actors);
    const whole = await inPage(page, 'check', large.claims, large.actors);
    if (again || whole.revision !== 3 || whole.mixed + whole.orphans > 0) {
      tally.stuck++;
      console.log(`${name}, ${of}: again ${JSON.stringify(again)} ${JSON.stringify(whole)}`);
    }
  } finally {
    await browser.close();
    site.close();
    if (disk) disk.remove();
    else rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  return tally;
}
