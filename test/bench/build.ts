/**
 * Building a gazetteer, and changing a few of its names, in a process of its own: a worker that wakes has cold code, which the first run
 * shows; the best one is what the work itself costs.
 */
import { loadavg } from 'node:os';
import { type Compiled, compileWith, recompileWith } from '../../src/core/gazetteer/compiler';
import { createMachine } from '../../src/core/gazetteer/machine';
import { makeNames } from './corpus';
import { table } from './print';

const ROUNDS = 15;
const CHANGED = 10;
const BUILT = 100_000;

/** Times (ms) of runs, and the processor's for their thread: where others use the machine, the latter tells more. */
interface Times {
  readonly first: string;
  readonly firstCpu: string;
  readonly best: string;
  readonly cpu: string;
}

function timesOf(rounds: number, run: (round: number) => void): Times {
  const wall: number[] = [];
  const cpu: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const used = process.threadCpuUsage();
    const began = performance.now();
    run(round);
    wall.push(performance.now() - began);
    const { user, system } = process.threadCpuUsage(used);
    cpu.push((user + system) / 1000);
  }
  return {
    first: (wall[0] ?? 0).toFixed(0),
    firstCpu: (cpu[0] ?? 0).toFixed(0),
    best: Math.min(...wall).toFixed(0),
    cpu: Math.min(...cpu).toFixed(0),
  };
}

const names = makeNames(BUILT + CHANGED);
const digits = String(BUILT).length;
const subject = (i: number, text = names[i] ?? '') => {
  const id = `bench:${String(i).padStart(digits, '0')}`;
  return { id, kind: 'person' as const, names: [{ text }], surnames: [], open: true };
};
const all = Array.from({ length: BUILT }, (_, i) => subject(i));
let built: Compiled | null = null;
const whole = timesOf(ROUNDS, () => {
  built = compileWith(createMachine, all);
});
const change = timesOf(ROUNDS, (round) => {
  const come = Array.from({ length: CHANGED }, (_, k) => subject((round * 7919 + k * 9973) % BUILT, `${names[BUILT + k]} Nova`));
  built = built && recompileWith(createMachine, built, { packs: [], ids: [] }, come);
});
const row = (what: string, { first, firstCpu, best, cpu }: Times) => [what, first, firstCpu, best, cpu];
console.log(`Building ${BUILT} names in the background, load ${(loadavg()[0] ?? 0).toFixed(1)}:`);
console.log(
  table(
    ['what', 'first ms', 'CPU ms', 'best ms', 'CPU ms'],
    [row('all names', whole), row(`${CHANGED} changed, the rest as it was`, change)],
  ),
);
