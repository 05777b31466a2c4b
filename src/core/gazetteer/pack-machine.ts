/**
 * The machine code that packs and unpacks (wasm/pack.ts), with a memory of its own that is let go with it. Knows nothing of what it works on.
 */
import { fromHex } from '../base64';
import { PACK_CODE } from './compiler-code';

/** What wasm/pack.ts exports; places are bytes of memory. */
interface Code extends Record<string, unknown> {
  readonly allocate: (bytes: number) => number;
  readonly group: (count: number, subjects: number, recordsFrom: number, who: number, rule: number) => number;
  readonly sortsAt: () => number;
  readonly sortWords: () => number;
  readonly groupsAt: () => number;
  readonly groupWords: () => number;
  readonly continued: (count: number, parents: number) => number;
  readonly firstWords: (count: number, parents: number) => number;
  readonly unpack: (
    ...given: [count: number, lower: number, subjects: number, slotsAt: number, slots: number, sortsAt: number, recordsAt: number]
  ) => number;
  readonly unpacked: () => number;
  readonly fill: (
    ...given: [
      count: number,
      ...[lower: number, upper: number, parents: number, continues: number, which: number],
      ...[filterAt: number, filterBits: number, slotsAt: number, slots: number],
    ]
  ) => void;
}

export interface PackMachine {
  readonly code: Code;
  readonly memory: WebAssembly.Memory;
  /** Puts numbers into memory and gives their place. */
  put(numbers: Uint32Array): number;
}

const PAGE = 65_536;
let compiled: WebAssembly.Module | null = null;

/** `bytes`: about so many will be put into it; it grows. */
export function createPackMachine(bytes: number): PackMachine {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) + 1 });
  compiled ??= new WebAssembly.Module(fromHex(PACK_CODE));
  const code = new WebAssembly.Instance(compiled, { env: { memory } }).exports as Code;
  const put = (numbers: Uint32Array): number => {
    const at = code.allocate(numbers.byteLength);
    new Uint32Array(memory.buffer, at, numbers.length).set(numbers);
    return at;
  };
  return { code, memory, put };
}
