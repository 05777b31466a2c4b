/**
 * Opens packed bytes as a gazetteer: checks magic, version, length and checksum, parses nothing. Scanning itself is scan.ts.
 */
import { SUBJECT_KINDS } from '../model/actor';
import { createMachine } from './machine';
import { HEADER_WORDS, KIND_MASK, layoutOf, MAGIC, OFFICES_SHIFT, OFFICES_UNKNOWN, OPEN_FLAG, VERSION } from './packed';
import { createScanner } from './scan';
import type { Gazetteer, SubjectEntry } from './types';
import { GAZETTEER } from './wasm/layout';

/**
 * Opens what compileGazetteer made, with a copy of the bytes in the machine's memory: those given need not be kept.
 * Throws an Error that says what is wrong with them.
 */
export function openGazetteer(given: Uint8Array): Gazetteer {
  const bytes = given.byteOffset % 4 === 0 ? given : given.slice();
  if (bytes.byteLength < HEADER_WORDS * 4) throw new Error(`not a gazetteer: ${bytes.byteLength} bytes are less than its header`);
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >>> 2);
  const field = (at: number): number => words[at] ?? 0;
  const [magic, version, length, checksum, names, subjects] = [field(0), field(1), field(2), field(3), field(4), field(5)];
  if (magic !== MAGIC) throw new Error('not a gazetteer: the first four bytes are another format’s');
  if (version !== VERSION) throw new Error(`a gazetteer of version ${version}; this code reads version ${VERSION}: build it again`);
  if (length !== bytes.byteLength) throw new Error(`a damaged gazetteer: ${bytes.byteLength} bytes of ${length}`);
  const layout = layoutOf({
    names,
    subjects,
    slots: field(6),
    filterBits: field(7),
    records: field(8),
    idBytes: field(9),
    events: field(10),
    sorts: field(11),
  });
  const machine = createMachine(bytes);
  const sum = layout.bytes === length ? machine.code.checksum(GAZETTEER, length) >>> 0 : -1;
  if (sum !== checksum) throw new Error('a damaged gazetteer: its checksum does not match');

  const entries = new Map<number, SubjectEntry>();
  const decoder = new TextDecoder();

  function subject(index: number): SubjectEntry {
    const opened = entries.get(index);
    if (opened) return opened;
    if (!Number.isInteger(index) || index < 0 || index >= subjects) throw new RangeError(`no subject ${index}: there are ${subjects}`);
    const packed = machine.bytes;
    const flags = packed[layout.kindsAt + index] ?? 0;
    const kind = SUBJECT_KINDS[flags & KIND_MASK];
    if (!kind) throw new Error(`a damaged gazetteer: subject ${index} is of no known kind`);
    const start = layout.idsAt + (machine.words[layout.offsetsAt + index] ?? 0);
    const end = layout.idsAt + (machine.words[layout.offsetsAt + index + 1] ?? 0);
    const offices = (flags >>> OFFICES_SHIFT) & OFFICES_UNKNOWN;
    const known = offices === OFFICES_UNKNOWN ? {} : { offices };
    const countryAt = layout.countriesAt + index * 2;
    const country = packed[countryAt] ? { country: decoder.decode(packed.subarray(countryAt, countryAt + 2)) } : {};
    const entry = { id: decoder.decode(packed.subarray(start, end)), kind, open: (flags & OPEN_FLAG) !== 0, ...known, ...country };
    entries.set(index, entry);
    return entry;
  }

  return { size: names, scan: createScanner(machine, layout), subject };
}
