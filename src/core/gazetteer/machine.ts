/**
 * The scanner's machine code (wasm/, WebAssembly) and its memory. A loop in JavaScript is interpreted on a fresh page and costs ten
 * times its warm time there; this one runs compiled from its first word. Knows bytes and texts; what they mean is the callers'.
 */
import { fromHex } from '../base64';
import { COMPOSED, classOf, EXPANSIONS, isLower, isUpper } from '../text/characters';
import type { LetterCase } from '../text/letter-case';
import { MACHINE_CODE } from './machine-code';
import * as at from './wasm/layout';

/** What wasm/scan.ts exports; places are bytes of memory. */
interface Code extends Record<string, unknown> {
  readonly start: () => void;
  readonly open: (filter: number, filterBits: number, table: number, slots: number, starts: number) => void;
  readonly scan: (from: number, length: number) => number;
  readonly more: () => number;
  readonly isRead: () => number;
  readonly close: (from: number, length: number) => number;
  readonly spell: (from: number, length: number) => number;
  readonly letterCase: (from: number, length: number) => void;
}

export interface Machine {
  readonly code: Code;
  /** What a call of {@link code} put out; made anew where memory grew, so not to be kept. */
  readonly out: Int32Array;
  /** The bytes that the machine was made with, where it works on them; likewise. */
  readonly bytes: Uint8Array;
  /** The same as words of 32 bits. */
  readonly words: Uint32Array;
  /** Puts a text into memory and gives its length in bytes, UTF-8, and where it stands. A half surrogate is read as no letter. */
  put(text: string): number;
  readonly textAt: number;
  readonly memory: WebAssembly.Memory;
  /** To be called where somebody else made memory grow, which takes away what was laid over it. */
  lay(): void;
  /** How a stretch of a text in memory is capitalised, given in bytes; one that is scanned, or closed. */
  letterCase(from: number, length: number): LetterCase;
}

const PAGE = 65_536;
/** The text of most pages' longest paragraph; a longer one makes memory grow. */
const TEXT_BYTES = 65_536;
/** Behind the text, for the zeros that end it and for what reads sixteen bytes at a time. */
const AHEAD = 32;
/** UTF-8 takes so many bytes for a UTF-16 unit at most. */
const MOST_BYTES = 3;

const encoder = new TextEncoder();
let compiled: WebAssembly.Module | null = null;
let forbidden = false;

function compileMachine(): WebAssembly.Module {
  compiled ??= new WebAssembly.Module(fromHex(MACHINE_CODE));
  return compiled;
}

/**
 * May machine code run here? Not where the reader switched WebAssembly off, nor, in Chrome, in a page whose policy forbids it, though
 * a content script's own allows it. Compiles it for every machine made after: worth asking early, where bytes are still waited for.
 */
export function canScan(): boolean {
  if (forbidden) return false;
  try {
    compileMachine();
  } catch {
    forbidden = true;
  }
  return !forbidden;
}

/** Both at once, as the machine asks for them: the class below, the case above. */
function classify(unit: number): number {
  const written = isUpper(unit) ? at.CAPITAL : isLower(unit) ? at.SMALL : at.NO_CASE;
  return classOf(unit) | (written << 16);
}

/**
 * A machine that works on a copy of the bytes; given a length, on as many zeros, for who fills {@link Machine.bytes} by itself. Throws
 * where none can run, see {@link canScan}.
 */
export function createMachine(given: Uint8Array | number): Machine {
  // Not `given` itself in what lives on, which would hold the bytes twice.
  const byteLength = typeof given === 'number' ? given : given.byteLength;
  const textAt = (at.GAZETTEER + byteLength + 7) & ~7;
  let room = TEXT_BYTES;
  const memory = new WebAssembly.Memory({ initial: Math.ceil((textAt + room + AHEAD) / PAGE) });
  const code = new WebAssembly.Instance(compileMachine(), { env: { memory }, text: { classify } }).exports as Code;
  let all = new Uint8Array();
  let out = new Int32Array();
  let written = new Int32Array();
  let bytes = new Uint8Array();
  let words = new Uint32Array();
  let free = new Uint8Array();

  /** Growing memory takes away what was laid over it before. */
  function lay(): void {
    const { buffer } = memory;
    all = new Uint8Array(buffer);
    out = new Int32Array(buffer, at.OUT, 2 * at.MOST_OUT * at.HIT_WORDS);
    written = new Int32Array(buffer, at.LETTER_CASE, at.LETTER_CASE_WORDS);
    bytes = all.subarray(at.GAZETTEER, at.GAZETTEER + byteLength);
    words = new Uint32Array(buffer, at.GAZETTEER, byteLength >>> 2);
    free = all.subarray(textAt, textAt + room);
  }

  lay();
  const units = new Uint16Array(memory.buffer);
  EXPANSIONS.forEach((units, i) => {
    all.set(units, at.EXPANSIONS + i * 4);
  });
  COMPOSED.forEach(({ plain, mark, composed }, i) => {
    units.set([plain, mark, composed], (at.COMPOSED >> 1) + i * 4);
  });
  if (typeof given !== 'number') bytes.set(given);
  code.start();

  function grow(units: number): void {
    room = units * MOST_BYTES;
    const pages = Math.ceil((textAt + room + AHEAD) / PAGE) - memory.buffer.byteLength / PAGE;
    if (pages > 0) memory.grow(pages);
    lay();
  }

  function put(text: string): number {
    let done = encoder.encodeInto(text, free);
    if (done.read < text.length) {
      grow(text.length);
      done = encoder.encodeInto(text, free);
    }
    return done.written;
  }

  function letterCase(from: number, length: number): LetterCase {
    code.letterCase(from, length);
    return {
      initials: written[0] ?? 0,
      capitals: written[1] ?? 0,
      letters: written[2] ?? 0,
      upper: written[3] ?? 0,
      capitalised: written[4] === 1,
      pattern: written[5] ?? 0,
    };
  }

  return {
    code,
    textAt,
    get out() {
      return out;
    },
    get bytes() {
      return bytes;
    },
    get words() {
      return words;
    },
    put,
    memory,
    lay,
    letterCase,
  };
}
