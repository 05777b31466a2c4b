/** What is wrong with a file, or odd about it, with the place. Shapes and sentences; knows nothing of what a pack holds. */
import { MAX_TOLD } from './limits';

/** One thing wrong in a file. `at` is the place: `claims[3].clocks.said.edtf`, `line 12, speaker`, '' for the whole file. */
export interface PackFault {
  readonly file: string;
  readonly at: string;
  readonly expected: string;
  readonly found: string;
}

/** Something odd that was taken all the same. */
export interface PackWarning {
  readonly file: string;
  readonly at: string;
  /** What was done with it, in words: `an unknown field, ignored`. */
  readonly what: string;
  readonly found: string;
}

/** Thrown where reading can't go on; carries everything found so far. */
export class PackRefused extends Error {
  override readonly name = 'PackRefused';
  readonly faults: readonly PackFault[];

  constructor(faults: readonly PackFault[]) {
    super(faults[0] ? describeFault(faults[0]) : 'refused');
    this.faults = faults;
  }
}

/** How much of a wrong value is quoted back. */
const MAX_FOUND = 60;

/** One sentence for the reader: `world.json, actors[3].name: expected a name, found ""`. */
export function describeFault(fault: PackFault): string {
  return `${placeOf(fault)}: expected ${fault.expected}, found ${fault.found}`;
}

/** One sentence for the reader: `world.json, actors[3].colour: an unknown field, ignored ("blue")`. */
export function describeWarning(warning: PackWarning): string {
  return `${placeOf(warning)}: ${warning.what} (${warning.found})`;
}

const placeOf = ({ file, at }: { readonly file: string; readonly at: string }) => (at ? `${file}, ${at}` : file);

/** A value as it is quoted in a sentence. Lists and objects too deep to be written out are named as such. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  let json: string;
  try {
    json = JSON.stringify(value) ?? String(value);
  } catch {
    json = Array.isArray(value) ? 'a list' : 'an object';
  }
  return json.length > MAX_FOUND ? `${json.slice(0, MAX_FOUND)}…` : json;
}

/** Faults and warnings of one file, as many as are told. */
export interface Findings {
  readonly faults: readonly PackFault[];
  readonly warnings: readonly PackWarning[];
  /** How many warnings there were in all. */
  readonly warned: number;
  /** `note`: what else the reader should know of what was found. */
  fault(at: string, expected: string, found: unknown, note?: string): void;
  /** The same with `found` in words. */
  faultIn(at: string, expected: string, words: string): void;
  warn(at: string, what: string, found: unknown): void;
  /** Are there as many faults as are told? */
  full(): boolean;
}

export function createFindings(file: string): Findings {
  const faults: PackFault[] = [];
  const warnings: PackWarning[] = [];
  let warned = 0;
  const faultIn = (at: string, expected: string, found: string) => {
    if (faults.length < MAX_TOLD) faults.push({ file, at, expected, found });
  };
  return {
    faults,
    warnings,
    get warned() {
      return warned;
    },
    fault: (at, expected, found, note) => faultIn(at, expected, note ? `${shown(found)}, ${note}` : shown(found)),
    faultIn,
    warn(at, what, found) {
      warned++;
      if (warnings.length < MAX_TOLD) warnings.push({ file, at, what, found: shown(found) });
    },
    full: () => faults.length >= MAX_TOLD,
  };
}
