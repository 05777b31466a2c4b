/** How much memory a browser's largest process takes while something runs; Linux only, elsewhere unknown. */
import { readdirSync, readFileSync } from 'node:fs';

/** Often enough to see a peak of some hundred milliseconds. */
const SAMPLE_MS = 100;

interface Process {
  readonly parent: number;
  /** Resident, in bytes. */
  readonly resident: number;
}

function processes(): Map<number, Process> {
  const found = new Map<number, Process>();
  let ids: string[] = [];
  try {
    ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return found;
  }
  for (const id of ids) {
    try {
      const status = readFileSync(`/proc/${id}/status`, 'utf8');
      const of = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
      found.set(Number(id), { parent: of('PPid'), resident: of('VmRSS') * 1024 });
    } catch {
      // It ended between the listing and the reading.
    }
  }
  return found;
}

function largestUnder(root: number): number {
  const all = processes();
  const isUnder = (id: number): boolean => id === root || (id > 1 && isUnder(all.get(id)?.parent ?? 0));
  return Math.max(0, ...[...all].flatMap(([id, { resident }]) => (isUnder(id) ? [resident] : [])));
}

/** Runs `work`; `peak`: how much more than before the largest process of the browser took at most, in bytes. */
export async function withPeak<T>(root: number, work: () => Promise<T>): Promise<{ readonly value: T; readonly peak: number }> {
  const before = largestUnder(root);
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, largestUnder(root));
  }, SAMPLE_MS);
  try {
    const value = await work();
    return { value, peak: most - before };
  } finally {
    clearInterval(timer);
  }
}
