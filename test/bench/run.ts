/**
 * `npm run bench`: Sidelight beside its peers in real browsers and in Node, printed as ratios. Milliseconds differ from machine to
 * machine and from minute to minute; ratios within one run hold better. Options: --quick (fewer rounds, no 100,000 names in pages);
 * --only=marking,scanning,floor,tasks,live,hits,node,build,hover,worker,memory,coverage (some of the tables).
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { makeNames } from './corpus';
import { benchHover } from './hover';
import { benchInNode } from './in-node';
import { benchMemory } from './memory';
import { QUICK, wanted } from './options';
import { packNames } from './packed-names';
import { printPageTables } from './page-tables';
import { benchWorker } from './worker';

/** Names that only the worker scans. */
const TOO_MANY_FOR_A_TAB = 1_000_000;
const IN_A_TAB = [100, 10_000, 100_000];

await printPageTables(wanted);
if (wanted('node')) benchInNode(QUICK);
if (wanted('build')) benchBuild();
if (wanted('hover')) await benchHover(QUICK ? 5 : 15);
if (wanted('worker') || wanted('memory')) await benchInstalled();
if (wanted('coverage')) benchCoverage();

async function benchInstalled(): Promise<void> {
  const names = makeNames(TOO_MANY_FOR_A_TAB);
  const most = packNames(names);
  if (wanted('memory')) await benchMemory([...IN_A_TAB.map((size) => packNames(names.slice(0, size))), most]);
  if (wanted('worker')) await benchWorker(most, QUICK ? 5 : 15);
}

function benchBuild(): void {
  const script = fileURLToPath(new URL('build.ts', import.meta.url));
  execFileSync(process.execPath, [...process.execArgv, script], { stdio: 'inherit' });
}

/** A script of its own: its store should not stand in the memory of what is timed here. */
function benchCoverage(): void {
  const script = fileURLToPath(new URL('coverage.ts', import.meta.url));
  execFileSync(process.execPath, [...process.execArgv, script, ...(QUICK ? ['10000'] : [])], { stdio: 'inherit' });
}
