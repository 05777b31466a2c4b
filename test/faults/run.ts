/**
 * `npm run faults`: kills real browsers in the middle of imports and prints what was lost. Adds up over runs, in
 * .cache/faults.json, so that many short runs make a long one. Options: --kills N (20 in each browser), --seconds N (none),
 * --browser chromium|firefox (both), --afresh.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { killImports, NOTHING, type Tally } from './kill';

const option = (name: string, spare: string): string => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? spare : (process.argv[at + 1] ?? spare);
};
const BROWSERS = option('browser', 'chromium,firefox').split(',') as ('chromium' | 'firefox')[];
const KILLS = Number(option('kills', '20'));
const SECONDS = Number(option('seconds', 'Infinity'));

const FOLDER = fileURLToPath(new URL('../../.cache/', import.meta.url));
const LEDGER = `${FOLDER}faults.json`;

type Ledger = Record<string, Tally>;

function readLedger(): Ledger {
  if (process.argv.includes('--afresh')) return {};
  try {
    return JSON.parse(readFileSync(LEDGER, 'utf8')) as Ledger;
  } catch {
    // The first run, or one cut off in the middle of its writing: counted from nothing.
    return {};
  }
}

const sum = (a: Tally, b: Tally): Tally =>
  Object.fromEntries(Object.keys(NOTHING).map((key) => [key, a[key as keyof Tally] + b[key as keyof Tally]])) as unknown as Tally;

const ledger = readLedger();
let failed = false;
for (const browser of BROWSERS) {
  const before = ledger[browser] ?? NOTHING;
  const keep = (tally: Tally) => {
    ledger[browser] = sum(before, tally);
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(LEDGER, JSON.stringify(ledger, null, 1));
  };
  keep(await killImports(browser, KILLS, { until: Date.now() + (SECONDS * 1000) / BROWSERS.length, onKill: keep }));
  const { kills, lost, mixed, duplicated, orphaned, applied, control, controlMixed } = ledger[browser] ?? NOTHING;
  console.log(
    `${browser}: kills=${kills} lost=${lost} mixed=${mixed} duplicated=${duplicated} orphaned=${orphaned} (applied=${applied}) · in-place control: mixed in ${controlMixed} of ${control}`,
  );
  if (lost + mixed + duplicated + orphaned > 0) failed = true;
  if (control > 0 && controlMixed === 0) {
    console.log(`${browser}: the control was never mixed, so this run proves nothing`);
    failed = true;
  }
}
if (failed) process.exitCode = 1;
