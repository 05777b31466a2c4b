/**
 * Opens packed bytes as a gazetteer: parses nothing. Scanning itself is scan.ts.
 */
import { SUBJECT_KINDS } from '../model/actor';
import { createMachine, type Machine } from './machine';
import { KIND_MASK, layoutIn, OFFICES_SHIFT, OFFICES_UNKNOWN, OPEN_FLAG, PREFIX_BYTES_AT, PREFIX_SHIFT, START_MASK } from './packed';
import { createScanner } from './scan';
import type { Gazetteer, SubjectEntry } from './types';

/**
 * Opens what compileGazetteer made: its bytes, or a machine with them in its memory. Bytes are held until the first scan, or the first
 * subject asked for, copies them into a machine's memory; they must not change before.
 * Throws an Error that says what is wrong with them.
 */
export function openGazetteer(given: Uint8Array | Machine): Gazetteer {
  let held = 'code' in given || given.byteOffset % 4 === 0 ? given : given.slice();
  const layout = layoutIn('code' in held ? held.bytes : held);
  const { names, subjects } = layout;
  let made: { readonly machine: Machine; readonly scan: Gazetteer['scan'] } | null = null;

  function ready() {
    if (!made) {
      const machine = 'code' in held ? held : createMachine(held);
      made = { machine, scan: createScanner(machine, layout) };
      // The bytes that it copied are let go.
      held = machine;
    }
    return made;
  }

  const entries = new Map<number, SubjectEntry>();
  const decoder = new TextDecoder();
  let prefixes: string[] | null = null;

  function subject(index: number): SubjectEntry {
    const opened = entries.get(index);
    if (opened) return opened;
    if (!Number.isInteger(index) || index < 0 || index >= subjects) throw new RangeError(`no subject ${index}: there are ${subjects}`);
    const { machine } = ready();
    const packed = machine.bytes;
    const flags = packed[layout.kindsAt + index] ?? 0;
    const kind = SUBJECT_KINDS[flags & KIND_MASK];
    if (!kind) throw new Error(`a damaged gazetteer: subject ${index} is of no known kind`);
    const text = (from: number, to: number) => decoder.decode(packed.subarray(from, to));
    const { idsAt, offsetsAt } = layout;
    const start = machine.words[offsetsAt + index] ?? 0;
    const end = (machine.words[offsetsAt + index + 1] ?? 0) & START_MASK;
    prefixes ??= text(idsAt, idsAt + (machine.words[PREFIX_BYTES_AT] ?? 0)).split('\n');
    const id = (prefixes[start >>> PREFIX_SHIFT] ?? '') + text(idsAt + (start & START_MASK), idsAt + end);
    const offices = (flags >>> OFFICES_SHIFT) & OFFICES_UNKNOWN;
    const known = offices === OFFICES_UNKNOWN ? {} : { offices };
    const countryAt = layout.countriesAt + index * 2;
    const country = packed[countryAt] ? { country: text(countryAt, countryAt + 2) } : {};
    const entry = { id, kind, open: (flags & OPEN_FLAG) !== 0, ...known, ...country };
    entries.set(index, entry);
    return entry;
  }

  return { size: names, scan: (text) => ready().scan(text), subject };
}
