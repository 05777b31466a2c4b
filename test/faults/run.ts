/**
 * `npm run faults`: what can go wrong with the store, done to real browsers, and what was lost. Adds up over runs, in
 * .cache/faults.json, so that many short runs make a long one. Options: --only kills,stops,together,space (all), --kills N and --stops N
 * (20 in each browser), --together N (10), --seconds N (none), --browser chromium|firefox (both), --afresh, --built (takes the extension
 * as it was built last).
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import build from '../e2e/build';
import { killImports, NOTHING } from './kill';
import { NOTHING_SPACE, runOutOfSpace } from './space';
import { NOTHING_STOPS, stopBackgrounds } from './stops';
import { NOTHING_TOGETHER, workTogether } from './together';

const option = (name: string, spare: string): string => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? spare : (process.argv[at + 1] ?? spare);
};
const BROWSERS = option('browser', 'chromium,firefox').split(',') as ('chromium' | 'firefox')[];
const ONLY = option('only', 'kills,stops,together,space').split(',');
const KILLS = Number(option('kills', '20'));
const STOPS = Number(option('stops', '20'));
const TOGETHER = Number(option('together', '10'));
const SECONDS = Number(option('seconds', 'Infinity'));

const FOLDER = fileURLToPath(new URL('../../.cache/', import.meta.url));
const LEDGER = `${FOLDER}faults.json`;

type Counts = Record<string, number>;
/** By what was done and the browser. */
type Ledger = Record<string, Counts>;

function readLedger(): Ledger {
  if (process.argv.includes('--afresh')) return {};
  try {
    return JSON.parse(readFileSync(LEDGER, 'utf8')) as Ledger;
  } catch {
    // The first run, or one cut off in the middle of its writing: counted from nothing.
    return {};
  }
}

const ledger = readLedger();

/** A tally that grows; its counts so far stand in the ledger with those of the runs before. `slowest` is the greatest of all. */
function tallied<T extends object>(what: string, nothing: T): { keep(tally: T): void; all(): T } {
  const before = { ...nothing, ...ledger[what] } as unknown as Counts;
  return {
    keep(tally) {
      const now = tally as unknown as Counts;
      ledger[what] = Object.fromEntries(
        Object.keys(nothing).map((key) => {
          const [a, b] = [before[key] ?? 0, now[key] ?? 0];
          return [key, key === 'slowest' ? Math.max(a, b) : a + b];
        }),
      );
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(LEDGER, JSON.stringify(ledger, null, 1));
    },
    all: () => ({ ...nothing, ...ledger[what] }) as T,
  };
}

const until = (): number => Date.now() + (SECONDS * 1000) / BROWSERS.length;
let failed = false;
const say = (bad: number, line: string): void => {
  console.log(line);
  if (bad > 0) failed = true;
};

if (ONLY.includes('stops') && !process.argv.includes('--built')) build();
for (const browser of BROWSERS) {
  if (ONLY.includes('kills')) {
    const kills = tallied(browser, NOTHING);
    kills.keep(await killImports(browser, KILLS, { until: until(), onKill: kills.keep }));
    const { kills: n, lost, mixed, duplicated, orphaned, applied, emptied, control, controlMixed } = kills.all();
    say(
      lost + mixed + duplicated + orphaned,
      `${browser}: kills=${n} lost=${lost} mixed=${mixed} duplicated=${duplicated} orphaned=${orphaned} (applied=${applied}, deleted by the browser and brought back=${emptied}) · in-place control: mixed in ${controlMixed} of ${control}`,
    );
    if (control > 0 && controlMixed === 0) say(1, `${browser}: the control was never mixed, so this run proves nothing`);
  }
  if (ONLY.includes('stops')) {
    const stops = tallied(`${browser} stops`, NOTHING_STOPS);
    stops.keep(await stopBackgrounds(browser, STOPS, { until: until(), onImport: stops.keep }));
    const { stops: n, stuck, mixed, unfound } = stops.all();
    say(stuck + mixed + unfound, `${browser}: background stopped=${n} stuck=${stuck} mixed=${mixed} unfound=${unfound}`);
  }
  if (ONLY.includes('together')) {
    const together = tallied(`${browser} together`, NOTHING_TOGETHER);
    together.keep(await workTogether(browser, TOGETHER));
    const { upgrades, hung, slowest, imports, torn, reimports, differed } = together.all();
    say(
      hung + torn + differed,
      `${browser}: upgraded by two=${upgrades} hung=${hung} (slowest ${slowest} ms) · imported by two=${imports} torn=${torn} · imported again=${reimports} differed=${differed}`,
    );
  }
  if (ONLY.includes('space')) {
    for (const what of ['quota', 'disk'] as const) {
      const space = tallied(`${browser} ${what}`, NOTHING_SPACE);
      space.keep(await runOutOfSpace(browser, what));
      const { tries, untold, changed, stuck, skipped } = space.all();
      say(
        untold + changed + stuck,
        `${browser}: ${what} full=${tries} untold=${untold} changed=${changed} stuck=${stuck}${skipped > 0 ? ` (not tried ${skipped} times: nothing can be mounted here)` : ''}`,
      );
    }
  }
}
if (failed) process.exitCode = 1;
