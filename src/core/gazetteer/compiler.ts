/**
 * Names in, packed gazetteer out. Each name becomes the spellings in which people write it (variants.ts,
 * surnames.ts, inflect.ts), each spelling a chain of prefixes in one hash table (packed.ts draws it).
 * Knows nothing of where names come from, nor where the machine does that reads them: scripts that have one already give theirs.
 */
import { type NameForm, SUBJECT_KINDS, type SubjectKind } from '../model/actor';
import { classOf, EXPANSIONS } from '../text/characters';
import { EXPANDED, IGNORABLE, LETTER, MARK } from '../text/classes';
import { asksInitialsOnly, caseRule, mayBeginSmall } from './case-rule';
import { inflections } from './inflect';
import type { createMachine, Machine } from './machine';
import {
  ALONE,
  CHECKSUM_AT,
  CONTINUES,
  checksumOf,
  EVENT_FLAG,
  EVENT_SHIFT,
  FORM_SHIFT,
  FORMS,
  HEADER_WORDS,
  LANGUAGE_SHIFT,
  LAST_OF_GROUP,
  layoutOf,
  MAGIC,
  MOST_PREFIXES,
  OFFICES_SHIFT,
  OFFICES_UNKNOWN,
  OPEN_FLAG,
  PAYLOAD,
  PREFIX_SHIFT,
  RECORD_WORDS,
  SLOT_WORDS,
  START_MASK,
  START_WORDS,
  SUBJECT_MASK,
  VERSION,
} from './packed';
import { derivedForms } from './short-names';
import { surnamesOf } from './surnames';
import type { Candidate, SubjectNames } from './types';
import { variantsOf } from './variants';

/** Filled slots of the table while building: probes stay short. */
const LOAD = 0.7;
/** The same in the packed form, where bytes count more and few words get past the filter. */
const PACKED_LOAD = 0.85;
const SMALLEST_TABLE = 64;
const PREFIXES_PER_NAME = 3;
/** Filter bits per distinct first word, up to the next power of two: a word in 16 to 32 that begins no name is looked up in vain. */
const FILTER_BITS_PER_WORD = 16;
const SMALLEST_FILTER = 10;
const LARGEST_FILTER = 24;
/** Beyond this many subjects Latin-script names are no longer inflected unasked nor shortened: it would multiply a tab's memory. */
const MOST_DERIVED = 5_000;

/** Kinds whose Latin names are declined unasked: newspapers keep their names as they are set. */
const DECLINED_UNASKED: ReadonlySet<SubjectKind> = new Set(['person', 'organisation', 'place', 'event']);

/** The prefixes collected so far: an open-addressing table that grows, each entry with a chain of records. */
interface Prefixes {
  capacity: number;
  count: number;
  /** ENTRY words each, side by side, so that one look at memory shows all of a prefix: the hash's halves, its flags, its newest record. */
  entries: Int32Array;
}

const ASCII = /^[\0-\x7f]*$/;
const ENTRY = 4;
const UPPER = 1;
const FLAGS = 2;
/** Newest record of the prefix + 1, 0 where no name ends here. */
const HEAD = 3;
const SMALL_A = 0x61;
/** Flags: the entry is used; longer names begin so; first word of a name. */
const USED = 1;
const LONGER = 2;
const FIRST = 4;

function createPrefixes(capacity: number): Prefixes {
  return { capacity, count: 0, entries: new Int32Array(capacity * ENTRY) };
}

/** Room for a name's prefixes and a few spellings; whole languages of endings make the table grow. */
function tableSize(all: readonly SubjectNames[]): number {
  const names = all.reduce((sum, subject) => sum + subject.names.length + subject.surnames.length, 0);
  return 2 ** Math.ceil(Math.log2(Math.max(SMALLEST_TABLE, names * PREFIXES_PER_NAME)));
}

/** First word of the prefix's entry, made where it is new. The table must have room. */
function place(table: Prefixes, lower: number, upper: number): number {
  const { entries, capacity } = table;
  // The capacity is a power of two. By the upper bits, as the packed table: read from its start, this one fills that from its start.
  let at = (lower >>> (Math.clz32(capacity) + 1)) * ENTRY;
  while (entries[at + FLAGS] && (entries[at] !== lower || entries[at + UPPER] !== upper))
    at = at + ENTRY === entries.length ? 0 : at + ENTRY;
  if (!entries[at + FLAGS]) {
    entries[at] = lower;
    entries[at + UPPER] = upper;
    entries[at + FLAGS] = USED;
    table.count++;
  }
  return at;
}

function grown({ capacity, entries }: Prefixes): Prefixes {
  const next = createPrefixes(capacity * 2);
  for (let from = 0; from < entries.length; from += ENTRY) {
    const flags = entries[from + FLAGS] ?? 0;
    if (!flags) continue;
    const at = place(next, entries[from] ?? 0, entries[from + UPPER] ?? 0);
    next.entries[at + FLAGS] = flags;
    next.entries[at + HEAD] = entries[from + HEAD] ?? 0;
  }
  return next;
}

/** The names that end at prefixes, as chains of records; spellings of one name share theirs. */
interface Records {
  readonly who: number[];
  readonly rule: number[];
  /** The next older record of the same prefix, -1 where there is none. */
  readonly older: number[];
}

/**
 * Compiles the names of all subjects into the packed form, in the order given: a subject's index is its place.
 * Names without a letter or digit, and plain numbers, are left out. Throws a RangeError where there are more than 33 million subjects.
 */
export function compileWith(makeMachine: typeof createMachine, subjects: Iterable<SubjectNames>): Uint8Array {
  const all = [...subjects];
  if (all.length > SUBJECT_MASK) throw new RangeError(`a gazetteer holds at most ${SUBJECT_MASK} subjects, not ${all.length}`);
  const derive = all.length <= MOST_DERIVED;
  let table = createPrefixes(tableSize(all));
  const records: Records = { who: [], rule: [], older: [] };
  const { who, rule, older } = records;
  const starts = new Uint32Array(START_WORDS);
  /** First record of the subject at hand: its spellings look for one to share from there on. */
  let ownRecords = 0;
  const machine = makeMachine(new Uint8Array());
  const { code, textAt } = machine;
  /** What stands in the machine's memory: a name is put there for its capitals, and read once more for its words. */
  let held = '';
  let length = 0;
  const hold = (text: string): number => {
    if (text !== held) length = machine.put(text);
    held = text;
    return length;
  };
  const ruleOf = (form: Pick<NameForm, 'text' | 'case'>): number => {
    code.close(textAt, hold(form.text));
    return caseRule(form, machine.letterCase(textAt, length));
  };

  /** Answers whether the text is a name at all. */
  const addSpelling = (text: string, packedRule: number, packedWho: number): boolean => {
    const count = code.spell(textAt, hold(text));
    if (count === 0) return false;
    if (mayBeginSmall(packedRule, text)) markStart(starts, text);
    const { out } = machine;
    if (table.count + count > table.capacity * LOAD) table = grown(table);
    for (let step = 0; step < count; step++) {
      const at = place(table, out[step * 2] ?? 0, out[step * 2 + 1] ?? 0);
      const { entries } = table;
      if (step === 0) entries[at + FLAGS] = (entries[at + FLAGS] ?? 0) | FIRST;
      if (step + 1 < count) entries[at + FLAGS] = (entries[at + FLAGS] ?? 0) | LONGER;
      else {
        const head = (entries[at + HEAD] ?? 0) - 1;
        for (let r = head; r >= 0; r = older[r] ?? -1) if (who[r] === packedWho && rule[r] === packedRule) return true;
        let record = who.length - 1;
        while (record >= ownRecords && (who[record] !== packedWho || rule[record] !== packedRule || older[record] !== head)) record--;
        if (record < ownRecords) {
          record = who.length;
          who.push(packedWho);
          rule.push(packedRule);
          older.push(head);
        }
        entries[at + HEAD] = record + 1;
      }
    }
    return true;
  };

  const addName = (form: NameForm, kind: Candidate['form'], index: number, subject: SubjectNames): boolean => {
    const packedWho = ((FORMS.indexOf(kind) << FORM_SHIFT) | (subject.kind === 'event' ? EVENT_FLAG : 0) | index) >>> 0;
    const grammar = { person: subject.kind === 'person', lang: form.lang, latin: derive && DECLINED_UNASKED.has(subject.kind) };
    let added = false;
    // A number names a year or an amount before it names anybody.
    if (/^\s*\p{Nd}+\s*$/u.test(form.text)) return false;
    for (const text of variantsOf(form)) {
      const rule = ruleOf({ ...form, text });
      added = addSpelling(text, rule, packedWho) || added;
      if (form.case === 'exact') continue;
      for (const { text: ending, language } of inflections(text, grammar)) {
        const endingRule = asksInitialsOnly(rule) ? rule : ruleOf({ ...form, text: ending });
        addSpelling(ending, endingRule, (packedWho | (language << LANGUAGE_SHIFT)) >>> 0);
      }
    }
    return added;
  };

  let names = 0;
  all.forEach((subject, index) => {
    ownRecords = who.length;
    const weak = subject.names.filter((name) => name.weak).map((name) => name.text);
    for (const name of subject.names) if (addName(name, weak.includes(name.text) ? 'weak' : 'full', index, subject)) names++;
    for (const name of surnamesOf(subject)) if (addName(name, 'surname', index, subject) && subject.surnames.length) names++;
    if (derive) for (const [name, form] of derivedForms(subject)) addName(name, form, index, subject);
  });
  return pack(code, all, { names, starts }, table, records);
}

/** Marks the first two letters of a text that names may begin with, small (packed.ts), where the first folds to one from a to z. */
function markStart(starts: Uint32Array, text: string): void {
  const letters: number[] = [];
  for (let i = 0; i < text.length && letters.length < 2; i++) {
    const kind = classOf(text.charCodeAt(i));
    if (kind >= LETTER) letters.push(...(EXPANSIONS[kind - EXPANDED] ?? [kind]));
    else if (letters.length > 0 && kind !== MARK && kind !== IGNORABLE) break;
  }
  const [first = -1, second = -1] = letters.map((letter) => letter - SMALL_A);
  if (first < 0 || first >= START_WORDS) return;
  starts[first] = (starts[first] ?? 0) | (1 << (second >= 0 && second < START_WORDS ? second : START_WORDS));
}

function pack(
  code: Machine['code'],
  all: readonly SubjectNames[],
  { names, starts }: { readonly names: number; readonly starts: Uint32Array },
  table: Prefixes,
  records: Records,
): Uint8Array {
  const { entries } = table;
  let firstWords = 0;
  for (let at = 0; at < entries.length; at += ENTRY) if ((entries[at + FLAGS] ?? 0) & FIRST) firstWords++;
  const encoder = new TextEncoder();
  const groups = groupRecords(table, records, all.length);
  const ids = encodeIds(all);
  const layout = layoutOf({
    names,
    subjects: all.length,
    // One slot more than needed at least, so that a search for what is not there always ends.
    slots: Math.ceil(table.count / PACKED_LOAD) + 1,
    filterBits: Math.min(LARGEST_FILTER, Math.max(SMALLEST_FILTER, Math.ceil(Math.log2(firstWords * FILTER_BITS_PER_WORD + 1)))),
    records: groups.packed.length / RECORD_WORDS,
    idBytes: ids.bytes.length,
    events: all.reduce((sum, subject) => sum + (subject.kind === 'event' ? 1 : 0), 0),
    sorts: groups.sorts.length / RECORD_WORDS,
  });
  const bytes = new Uint8Array(layout.bytes);
  const words = new Uint32Array(bytes.buffer);
  words.set(groups.sorts, layout.sortsAt);
  words.set(groups.packed, layout.recordsAt);

  for (let at = 0; at < entries.length; at += ENTRY) {
    const flags = entries[at + FLAGS] ?? 0;
    if (!flags) continue;
    const lower = entries[at] ?? 0;
    const upper = entries[at + UPPER] ?? 0;
    if (flags & FIRST) {
      // As wasm/scan.ts: the upper bits of the hash's upper half.
      const bit = upper >>> (32 - layout.filterBits);
      words[layout.filterAt + (bit >>> 5)] = (words[layout.filterAt + (bit >>> 5)] ?? 0) | (1 << (bit & 31));
    }
    const head = (entries[at + HEAD] ?? 0) - 1;
    const go = (flags & LONGER ? CONTINUES : 0) | (head < 0 ? 0 : (groups.which[head] ?? 0));
    let slot = code.homeSlot(lower, layout.slots);
    while (words[layout.slotsAt + slot * SLOT_WORDS + 1]) slot = slot + 1 === layout.slots ? 0 : slot + 1;
    words[layout.slotsAt + slot * SLOT_WORDS] = upper;
    words[layout.slotsAt + slot * SLOT_WORDS + 1] = go;
  }

  words.set(ids.starts, layout.offsetsAt);
  bytes.set(ids.bytes, layout.idsAt);
  all.forEach((subject, i) => {
    bytes[layout.kindsAt + i] =
      SUBJECT_KINDS.indexOf(subject.kind) | ((subject.offices ?? OFFICES_UNKNOWN) << OFFICES_SHIFT) | (subject.open ? OPEN_FLAG : 0);
    const [first, second] = /^[A-Z]{2}$/.test(subject.country ?? '') ? encoder.encode(subject.country) : [];
    bytes.set([first ?? 0, second ?? 0], layout.countriesAt + i * 2);
  });
  words.set([MAGIC, VERSION, layout.bytes, 0, names, all.length, layout.slots, layout.filterBits, layout.records, layout.idBytes]);
  words.set([layout.events, layout.sorts, ids.prefixBytes], HEADER_WORDS - 4);
  words.set(starts, layout.startsAt);
  words[CHECKSUM_AT] = checksumOf(words);
  return bytes;
}

/** What of the records is packed. */
interface Groups {
  readonly sorts: number[];
  readonly packed: number[];
  /** What a slot says of a chain, by the chain's newest record. */
  readonly which: Uint32Array;
}

/** The chains that prefixes use, each once: those of one name as its sort and subject, the others as groups of records. */
function groupRecords(table: Prefixes, { who, rule, older }: Records, subjects: number): Groups {
  const sorts: number[] = [];
  const sortOf = new Map<number, number>();
  const packed: number[] = [];
  const which = new Uint32Array(who.length);
  for (let at = HEAD; at < table.entries.length; at += ENTRY) {
    const head = (table.entries[at] ?? 0) - 1;
    if (head < 0 || which[head] !== 0) continue;
    if ((older[head] ?? -1) < 0) {
      const subject = (who[head] ?? 0) & SUBJECT_MASK;
      const bare = (((who[head] ?? 0) & ~SUBJECT_MASK) | LAST_OF_GROUP) >>> 0;
      // Seven bits of who and all of the case: a number that is exact.
      const key = (bare >>> EVENT_SHIFT) * 2 ** 32 + (rule[head] ?? 0);
      const sort = sortOf.get(key) ?? sorts.length / RECORD_WORDS;
      if (sort * subjects + subject <= PAYLOAD) {
        if (!sortOf.has(key)) {
          sortOf.set(key, sort);
          sorts.push(bare, rule[head] ?? 0);
        }
        which[head] = ALONE | (sort * subjects + subject);
        continue;
      }
    }
    which[head] = packed.length / RECORD_WORDS + 1;
    const group: number[] = [];
    for (let r = head; r >= 0; r = older[r] ?? -1) group.push(r);
    // Oldest first: candidates come in the order of compiling; the newest ends the group.
    for (const r of group.reverse()) packed.push(((who[r] ?? 0) | (r === head ? LAST_OF_GROUP : 0)) >>> 0, rule[r] ?? 0);
  }
  return { sorts, packed, which };
}

/** What an id of a pack begins with: up to its first colon. */
const prefixOf = (id: string): string => id.slice(0, id.indexOf(':') + 1);

/** The prefixes that most ids have, each once, at most as many as have a number. */
function commonPrefixes(all: readonly SubjectNames[]): string[] {
  const counts = new Map<string, number>();
  for (const { id } of all) counts.set(prefixOf(id), (counts.get(prefixOf(id)) ?? 0) + 1);
  return [...counts]
    .filter(([prefix]) => prefix !== '' && !prefix.includes('\n'))
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_PREFIXES)
    .map(([prefix]) => prefix);
}

/** All ids as packed.ts draws them, and where each starts in bytes and with which prefix, with the end of the last. */
function encodeIds(all: readonly SubjectNames[]): {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly prefixBytes: number;
} {
  const encoder = new TextEncoder();
  const prefixes = commonPrefixes(all);
  const head = prefixes.map((prefix) => `\n${prefix}`).join('');
  const numbers = new Map(prefixes.map((prefix, i) => [prefix, i + 1]));
  const starts = new Uint32Array(all.length + 1);
  const prefixBytes = encoder.encode(head).length;
  let place = prefixBytes;
  const rests = all.map(({ id }, i) => {
    const prefix = prefixOf(id);
    const number = numbers.get(prefix) ?? 0;
    const rest = number ? id.slice(prefix.length) : id;
    starts[i] = ((number << PREFIX_SHIFT) | place) >>> 0;
    // Ids are ASCII by rule, a byte a letter; where one is not, it is measured.
    place += ASCII.test(rest) ? rest.length : encoder.encode(rest).length;
    return rest;
  });
  if (place > START_MASK) throw new RangeError(`a gazetteer holds at most ${START_MASK} bytes of ids, not ${place}`);
  starts[all.length] = place;
  return { bytes: encoder.encode(head + rests.join('')), starts, prefixBytes };
}
