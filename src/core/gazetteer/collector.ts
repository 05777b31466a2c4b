/**
 * Collects the prefixes of names and who ends at them, in machine code (wasm/collect.ts) beside the scanner's: a worker that wakes to build has
 * cold code, and a loop in JavaScript over a hundred thousand names costs it several times its warm time. Knows neither which spellings a
 * name has nor the packed form.
 */
import { fromHex } from '../base64';
import { COLLECT_CODE } from './compiler-code';
import type { PrefixTable } from './draft';
import type { createMachine, Machine } from './machine';
import { knownWords } from './plain-names';
import { GAZETTEER, KNOWN_PLACES, MOST_TEXTS, TEXT_WORDS } from './wasm/layout';

/** Bytes for the texts of one go. */
const PLAIN_BYTES = 65_536;
/** Zeros behind each text that is read. */
const BETWEEN = '\0'.repeat(8);
/** UTF-8 takes so many bytes for a UTF-16 unit at most. */
const MOST_BYTES = 3;
/** The letters from À to ÿ: plain names are made of these and of ASCII. */
const ACCENTED = Array.from({ length: 64 }, (_, i) => String.fromCharCode(0xc0 + i)).join('');

/** What wasm/collect.ts exports; places are bytes of memory. */
interface Code extends Record<string, unknown> {
  readonly collect: (expected: number) => number;
  readonly add: (from: number, length: number, who: number, rule: number) => number;
  readonly read: (texts: number, between: number) => void;
  readonly isPlain: (text: number) => number;
  readonly addPlain: (from: number, stop: number) => number;
  readonly prefixes: () => number;
  readonly names: () => number;
  readonly sort: () => number;
}

export interface Collector {
  /** It reads the names; nobody else may make its memory grow. */
  readonly machine: Machine;
  /** Adds the name of so many bytes that was put into the machine; answers how many words it has, 0 where it is none. Subjects one after the other. */
  add(length: number, who: number, rule: number): number;
  /**
   * Takes a text that is perhaps a plain name, of at most {@link LONGEST_PLAIN} units; `surname`: its last word is a family name, too. All of a
   * subject's, and then {@link settle} before there is no room for another's.
   */
  take(text: string, who: number, surname: boolean): void;
  /** Is there no room for so many texts of so many units in all? */
  isFull(texts: number, units: number): boolean;
  /**
   * Adds what was taken. `others` is told the first text of each subject one of whose texts is no plain name: none of them are added, and it
   * says how many they are.
   */
  settle(others: (who: number) => number): void;
  /** Lies in the machine's memory: nothing can be added after it. */
  sorted(): PrefixTable;
}

let compiled: WebAssembly.Module | null = null;

/** `expected`: about so many prefixes; more make it grow. */
export function createCollector(makeMachine: typeof createMachine, expected: number): Collector {
  // No gazetteer stands in it: its place is where texts are put.
  const machine = makeMachine(PLAIN_BYTES);
  const { memory, textAt } = machine;
  compiled ??= new WebAssembly.Module(fromHex(COLLECT_CODE));
  const code = new WebAssembly.Instance(compiled, { env: { memory }, collect: { spell: machine.code.spell } }).exports as Code;
  const knownAt = code.collect(expected);
  const textsAt = knownAt + KNOWN_PLACES;
  new Uint8Array(memory.buffer).set(knownWords(), knownAt);
  machine.lay();
  let size = memory.buffer.byteLength;
  // What they fold to is known from here on.
  machine.code.spell(textAt, machine.put(ACCENTED));
  const encoder = new TextEncoder();
  const texts: string[] = [];
  const given = new Uint32Array(MOST_TEXTS * TEXT_WORDS);
  let units = 0;

  /** Whatever adds may make memory grow. */
  function grown<T>(answer: T): T {
    const { byteLength } = memory.buffer;
    if (byteLength !== size) machine.lay();
    size = byteLength;
    return answer;
  }

  return {
    machine,
    add: (length, who, rule) => grown(code.add(textAt, length, who, rule)),
    take(text, who, surname) {
      const at = texts.length * TEXT_WORDS;
      given[at] = who;
      given[at + 1] = text.length;
      given[at + 2] = surname ? 1 : 0;
      units += text.length;
      texts.push(text);
    },
    isFull: (more, moreUnits) =>
      texts.length + more > MOST_TEXTS || (units + moreUnits) * MOST_BYTES + (texts.length + more) * BETWEEN.length > PLAIN_BYTES,
    settle(others) {
      const count = texts.length;
      if (count === 0) return;
      new Uint32Array(memory.buffer, textsAt, given.length).set(given);
      encoder.encodeInto(texts.join(BETWEEN) + BETWEEN, new Uint8Array(memory.buffer, GAZETTEER, PLAIN_BYTES));
      texts.length = 0;
      units = 0;
      code.read(count, BETWEEN.length);
      for (let at = 0; ; ) {
        at = grown(code.addPlain(at, count));
        if (at >= count) return;
        at += others(given[at * TEXT_WORDS] ?? 0);
      }
    },
    sorted() {
      const lower = code.sort();
      const count = code.prefixes();
      const names = code.names();
      let from = lower;
      const section = (words: number): Uint32Array => {
        from += words * 4;
        return new Uint32Array(memory.buffer, from - words * 4, words);
      };
      return {
        count,
        lower: section(count),
        upper: section(count),
        parent: section(count),
        recordsFrom: section(count + 1),
        who: section(names),
        rule: section(names),
      };
    },
  };
}
