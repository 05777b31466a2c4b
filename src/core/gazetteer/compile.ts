/**
 * Names in, packed gazetteer out. Each name becomes the spellings in which people write it (variants.ts,
 * surnames.ts, inflect.ts), each spelling a chain of prefixes in one hash table (packed.ts draws it).
 * Knows nothing of where names come from.
 */
import { type NameForm, SUBJECT_KINDS, type SubjectKind } from '../model/actor';
import { createCursor, nextWordStart, readSeparator, readWord, startCursor } from '../text/words';
import { caseRule } from './case-rule';
import { type Inflected, inflections } from './inflect';
import {
  CONTINUES,
  checksumOf,
  FORM_SHIFT,
  FORMS,
  filterBit,
  homeSlot,
  LANGUAGE_SHIFT,
  LAST_OF_GROUP,
  layoutOf,
  MAGIC,
  OPEN_FLAG,
  RECORD_WORDS,
  SLOT_WORDS,
  SUBJECT_MASK,
  VERSION,
} from './packed';
import { surnamesOf } from './surnames';
import type { Candidate, SubjectNames } from './types';
import { variantsOf } from './variants';

/** Filled slots of the table while building and in the packed form: probes stay short, bytes few. */
const LOAD = 0.7;
/** Filter bits per distinct first word: about one word in sixteen that begins no name is looked up in vain. */
const FILTER_BITS_PER_WORD = 16;
const SMALLEST_FILTER = 10;
const LARGEST_FILTER = 24;
/** Beyond this many subjects Latin-script names are no longer inflected unasked: it would multiply a tab's memory. */
const MOST_INFLECTED = 5_000;

/** Kinds whose Latin names are declined unasked: newspapers keep their names as they are set. */
const DECLINED_UNASKED: ReadonlySet<SubjectKind> = new Set(['person', 'organisation', 'place', 'event']);

/** The prefixes collected so far: an open-addressing table that grows, each entry with a chain of records. */
interface Prefixes {
  capacity: number;
  count: number;
  a: Int32Array;
  b: Int32Array;
  /** Bit 0: used; bit 1: longer names begin so; bit 2: first word of a name. */
  flags: Uint8Array;
  /** Newest record of the prefix, -1 where no name ends here. */
  head: Int32Array;
}

const USED = 1;
const LONGER = 2;
const FIRST = 4;

function createPrefixes(capacity: number): Prefixes {
  return {
    capacity,
    count: 0,
    a: new Int32Array(capacity),
    b: new Int32Array(capacity),
    flags: new Uint8Array(capacity),
    head: new Int32Array(capacity).fill(-1),
  };
}

/** Index of the prefix, made where it is new. The table must have room. */
function place(table: Prefixes, a: number, b: number): number {
  let i = homeSlot(a, table.capacity);
  while (table.flags[i] && (table.a[i] !== a || table.b[i] !== b)) i = i + 1 === table.capacity ? 0 : i + 1;
  if (!table.flags[i]) {
    table.flags[i] = USED;
    table.a[i] = a;
    table.b[i] = b;
    table.count++;
  }
  return i;
}

function grown(table: Prefixes): Prefixes {
  const next = createPrefixes(table.capacity * 2);
  for (let i = 0; i < table.capacity; i++) {
    const flags = table.flags[i] ?? 0;
    if (!flags) continue;
    const at = place(next, table.a[i] ?? 0, table.b[i] ?? 0);
    next.flags[at] = flags;
    next.head[at] = table.head[i] ?? -1;
  }
  return next;
}

/**
 * Compiles the names of all subjects into the packed form, in the order given: a subject's index is its place.
 * Names without a letter or digit are left out. Throws a RangeError where there are more than 67 million subjects.
 */
export function compileGazetteer(subjects: Iterable<SubjectNames>): Uint8Array {
  const all = [...subjects];
  if (all.length > SUBJECT_MASK) throw new RangeError(`a gazetteer holds at most ${SUBJECT_MASK} subjects, not ${all.length}`);
  const inflectLatin = all.length <= MOST_INFLECTED;
  let table = createPrefixes(1 << 12);
  // Records in the order of compiling, chained by prefix: who, case rule, next older record of the same prefix.
  const who: number[] = [];
  const rule: number[] = [];
  const older: number[] = [];
  const cursor = createCursor();
  const steps: number[] = [];

  const addSpelling = (text: string, packedRule: number, packedWho: number) => {
    startCursor(cursor);
    let at = nextWordStart(text, 0);
    if (at < 0) return;
    steps.length = 0;
    for (;;) {
      readWord(text, at, cursor);
      steps.push(cursor.a, cursor.b);
      if (!readSeparator(text, cursor)) break;
      at = cursor.next;
    }
    // Words that the separator rules can't reach would leave half a name, which is another name.
    if (nextWordStart(text, cursor.next) >= 0) return;
    if (table.count + steps.length / 2 > table.capacity * LOAD) table = grown(table);
    for (let s = 0; s < steps.length; s += 2) {
      const i = place(table, steps[s] ?? 0, steps[s + 1] ?? 0);
      if (s === 0) table.flags[i] = (table.flags[i] ?? 0) | FIRST;
      if (s + 2 < steps.length) table.flags[i] = (table.flags[i] ?? 0) | LONGER;
      else {
        for (let r = table.head[i] ?? -1; r >= 0; r = older[r] ?? -1) if (who[r] === packedWho && rule[r] === packedRule) return;
        who.push(packedWho);
        rule.push(packedRule);
        older.push(table.head[i] ?? -1);
        table.head[i] = who.length - 1;
      }
    }
  };

  const addName = (form: NameForm, kind: Candidate['form'], subject: number, inflected: (text: string) => readonly Inflected[]) => {
    const packedWho = ((FORMS.indexOf(kind) << FORM_SHIFT) | subject) >>> 0;
    for (const text of variantsOf(form)) {
      addSpelling(text, caseRule({ ...form, text }), packedWho);
      for (const { text: ending, language } of inflected(text)) {
        addSpelling(ending, caseRule({ ...form, text: ending }), (packedWho | (language << LANGUAGE_SHIFT)) >>> 0);
      }
    }
  };

  all.forEach((subject, index) => {
    const inflected = (form: NameForm) => (text: string) =>
      form.case === 'exact'
        ? []
        : inflections(text, {
            person: subject.kind === 'person',
            lang: form.lang,
            latin: inflectLatin && DECLINED_UNASKED.has(subject.kind),
          });
    const weak = new Set(subject.names.filter((name) => name.weak).map((name) => name.text));
    for (const name of subject.names) addName(name, weak.has(name.text) ? 'weak' : 'full', index, inflected(name));
    for (const name of surnamesOf(subject)) addName(name, 'surname', index, inflected(name));
  });
  return pack(all, table, who, rule, older);
}

function pack(
  all: readonly SubjectNames[],
  table: Prefixes,
  who: readonly number[],
  rule: readonly number[],
  older: readonly number[],
): Uint8Array {
  let firstWords = 0;
  let names = 0;
  for (let i = 0; i < table.capacity; i++) {
    if ((table.flags[i] ?? 0) & FIRST) firstWords++;
    if ((table.head[i] ?? -1) >= 0) names++;
  }
  const encoder = new TextEncoder();
  const ids = all.map((subject) => encoder.encode(subject.id));
  const layout = layoutOf({
    names,
    subjects: all.length,
    // One slot more than needed at least, so that a search for what is not there always ends.
    slots: Math.ceil(table.count / LOAD) + 1,
    filterBits: Math.min(LARGEST_FILTER, Math.max(SMALLEST_FILTER, Math.ceil(Math.log2(firstWords * FILTER_BITS_PER_WORD + 1)))),
    records: who.length,
    idBytes: ids.reduce((sum, id) => sum + id.length, 0),
  });
  const bytes = new Uint8Array(layout.bytes);
  const words = new Uint32Array(bytes.buffer);

  let record = 0;
  for (let i = 0; i < table.capacity; i++) {
    const flags = table.flags[i] ?? 0;
    if (!flags) continue;
    const a = table.a[i] ?? 0;
    if (flags & FIRST) {
      const bit = filterBit(a, layout.filterBits);
      words[layout.filterAt + (bit >>> 5)] = (words[layout.filterAt + (bit >>> 5)] ?? 0) | (1 << (bit & 31));
    }
    let go = flags & LONGER ? CONTINUES : 0;
    const head = table.head[i] ?? -1;
    if (head >= 0) {
      go |= record + 1;
      // Oldest first: candidates come in the order of compiling.
      const group: number[] = [];
      for (let r = head; r >= 0; r = older[r] ?? -1) group.push(r);
      group.reverse().forEach((r, n) => {
        const at = layout.recordsAt + record * RECORD_WORDS;
        words[at] = (who[r] ?? 0) | (n === group.length - 1 ? LAST_OF_GROUP : 0);
        words[at + 1] = rule[r] ?? 0;
        record++;
      });
    }
    let slot = homeSlot(a, layout.slots);
    while (words[layout.slotsAt + slot * SLOT_WORDS + 2]) slot = slot + 1 === layout.slots ? 0 : slot + 1;
    words.set([a >>> 0, (table.b[i] ?? 0) >>> 0, go >>> 0], layout.slotsAt + slot * SLOT_WORDS);
  }

  let idAt = 0;
  all.forEach((subject, i) => {
    words[layout.offsetsAt + i] = idAt;
    bytes[layout.kindsAt + i] = SUBJECT_KINDS.indexOf(subject.kind) | (subject.open ? OPEN_FLAG : 0);
    const id = ids[i];
    if (id) bytes.set(id, layout.idsAt + idAt);
    idAt += id?.length ?? 0;
  });
  words[layout.offsetsAt + all.length] = idAt;
  words.set([MAGIC, VERSION, layout.bytes, 0, names, all.length, layout.slots, layout.filterBits, who.length, layout.idBytes]);
  words[3] = checksumOf(words);
  return bytes;
}
