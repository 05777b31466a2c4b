/**
 * Names in, draft out: each name becomes the spellings in which people write it (variants.ts, surnames.ts, inflect.ts), each
 * spelling a chain of prefixes (prefixes.ts). Knows nothing of where names come from, nor of the packed form.
 */
import type { NameForm, SubjectKind } from '../model/actor';
import { classOf, EXPANSIONS } from '../text/characters';
import { EXPANDED, IGNORABLE, LETTER, MARK } from '../text/classes';
import { asksInitialsOnly, caseRule, initialsRule, mayBeginSmall } from './case-rule';
import type { Draft } from './draft';
import { inflections } from './inflect';
import type { createMachine } from './machine';
import { EVENT_FLAG, FORM_SHIFT, FORMS, LANGUAGE_SHIFT, START_WORDS } from './packed';
import { createPlainReader, END, FROM, LAST, NOTES, UMLAUT, WORDS, writeOutUmlauts } from './plain-names';
import { createPrefixes } from './prefixes';
import { derivedForms } from './short-names';
import { tableOf } from './subject-table';
import { surnamesOf } from './surnames';
import type { Candidate, SubjectNames } from './types';
import { variantsOf } from './variants';
import { GAZETTEER } from './wasm/layout';

/** For the room to begin with; a name that is inflected in every language has many more. */
const PREFIXES_PER_NAME = 3;
const PREFIXES_PER_DERIVED_NAME = 16;
/** Kinds whose Latin names are declined unasked: newspapers keep their names as they are set. */
const DECLINED_UNASKED: ReadonlySet<SubjectKind> = new Set(['person', 'organisation', 'place', 'event']);
/** Names of so many subjects are put into memory at once, where it has room: a call that does it costs as much as ten names. */
const SUBJECTS_AT_ONCE = 256;
const PLAIN_BYTES = 65_536;
/** Zeros are written behind a text that is read. */
const BETWEEN = '\0'.repeat(8);
const SMALL_A = 0x61;
const SURNAME = FORMS.indexOf('surname');
const encoder = new TextEncoder();

/**
 * Spells the names of all subjects, in the order given: a subject's index is its place. Names without a letter or digit, and plain numbers, are
 * left out. `derive`: Latin-script names are inflected unasked, and shortened.
 */
export function draftOf(makeMachine: typeof createMachine, all: readonly SubjectNames[], derive: boolean): Draft {
  const given = all.reduce((sum, subject) => sum + subject.names.length + subject.surnames.length, 0);
  const prefixes = createPrefixes(given * (derive ? PREFIXES_PER_DERIVED_NAME : PREFIXES_PER_NAME));
  const names = new Uint32Array(all.length);
  const starts: number[] = [];
  // No gazetteer stands in it: its place is where plain names are put.
  const machine = makeMachine(new Uint8Array(PLAIN_BYTES));
  const { code, textAt } = machine;
  let held = '';
  let length = 0;

  /** Puts a text into the machine's memory: for its capitals, and once more for its words. */
  const hold = (text: string): number => {
    if (text !== held) length = machine.put(text);
    held = text;
    return length;
  };

  const ruleOf = (form: Pick<NameForm, 'text' | 'case'>): number => {
    code.close(textAt, hold(form.text));
    return caseRule(form, machine.letterCase(textAt, length));
  };

  const addPrefixes = (count: number, rule: number, who: number): void => {
    const { out } = machine;
    let parent = 0;
    for (let step = 0; step < count; step++) parent = prefixes.place(out[step * 2] ?? 0, out[step * 2 + 1] ?? 0, parent) + 1;
    prefixes.end(parent - 1, who, rule);
  };

  /** Answers whether the text is a name at all. */
  const addSpelling = (text: string, rule: number, who: number, subject: number): boolean => {
    const count = code.spell(textAt, hold(text));
    if (count === 0) return false;
    if (mayBeginSmall(rule, text)) noteStart(starts, subject, text);
    addPrefixes(count, rule, who);
    return true;
  };

  const addName = (form: NameForm, kind: Candidate['form'], index: number, subject: SubjectNames): boolean => {
    const who = ((FORMS.indexOf(kind) << FORM_SHIFT) | (subject.kind === 'event' ? EVENT_FLAG : 0) | index) >>> 0;
    const latin = derive && DECLINED_UNASKED.has(subject.kind);
    // A number names a year or an amount before it names anybody.
    if (/^\s*\p{Nd}+\s*$/u.test(form.text)) return false;
    let added = false;
    for (const text of variantsOf(form)) {
      const rule = ruleOf({ text, case: form.case });
      added = addSpelling(text, rule, who, index) || added;
      if (form.case === 'exact') continue;
      for (const { text: ending, language } of inflections(text, { person: subject.kind === 'person', lang: form.lang, latin })) {
        const endingRule = asksInitialsOnly(rule) ? rule : ruleOf({ text: ending, case: form.case });
        addSpelling(ending, endingRule, (who | (language << LANGUAGE_SHIFT)) >>> 0, index);
      }
    }
    return added;
  };

  const addSubject = (subject: SubjectNames, index: number): void => {
    let count = 0;
    const weak = subject.names.filter((name) => name.weak).map((name) => name.text);
    for (const name of subject.names) if (addName(name, weak.includes(name.text) ? 'weak' : 'full', index, subject)) count++;
    for (const name of surnamesOf(subject)) if (addName(name, 'surname', index, subject) && subject.surnames.length) count++;
    if (derive) for (const [name, form] of derivedForms(subject)) addName(name, form, index, subject);
    names[index] = count;
  };

  /** Has it names of which nothing is said that makes a difference? Where names are derived, there is more to do. */
  const isBare = (subject: SubjectNames | undefined): subject is SubjectNames =>
    !derive &&
    subject !== undefined &&
    subject.names.every((name) => !name.weak && name.lang === undefined && (name.case === undefined || name.case === 'auto'));
  /** Adds words that stand in memory between two bytes. */
  const addRead = (from: number, end: number, words: number, who: number): void =>
    addPrefixes(code.spell(GAZETTEER + from, end - from), initialsRule(words), who >>> 0);
  const readPlain = createPlainReader(BETWEEN.length);
  let notes = new Int32Array(SUBJECTS_AT_ONCE * NOTES);

  /** Adds a subject with plain names only, whose notes begin at `first`. */
  const addPlain = (subject: SubjectNames, index: number, first: number): void => {
    const { bytes } = machine;
    const who = (subject.kind === 'event' ? EVENT_FLAG : 0) | index;
    const hasSurname = subject.kind === 'person' && subject.surnames.length === 0;
    const surnameOf = who | (SURNAME << FORM_SHIFT);
    for (let note = first; note < first + subject.names.length * NOTES; note += NOTES) {
      const from = notes[note + FROM] ?? 0;
      const end = notes[note + END] ?? 0;
      const words = notes[note + WORDS] ?? 0;
      const last = notes[note + LAST] ?? 0;
      const umlaut = notes[note + UMLAUT] ?? 0;
      const surname = hasSurname && words > 1;
      addRead(from, end, words, who);
      if (surname) addRead(last, end, 1, surnameOf);
      if (umlaut === 0) continue;
      writeOutUmlauts(bytes, from, end);
      addRead(from, end, words, who);
      if (surname && umlaut > 1) addRead(last, end, 1, surnameOf);
    }
    names[index] = subject.names.length;
    for (const text of subject.surnames) if (addName({ text }, 'surname', index, subject)) names[index] = (names[index] ?? 0) + 1;
  };

  const bare = all.map(isBare);
  for (let from = 0; from < all.length; from += SUBJECTS_AT_ONCE) {
    const some = all.slice(from, from + SUBJECTS_AT_ONCE);
    const texts: string[] = [];
    some.forEach((subject, i) => {
      if (bare[from + i]) for (const { text } of subject.names) texts.push(text);
    });
    const joined = texts.join(BETWEEN);
    const { read } = encoder.encodeInto(joined, machine.bytes.subarray(0, PLAIN_BYTES - BETWEEN.length));
    if (notes.length < texts.length * NOTES) notes = new Int32Array(texts.length * NOTES);
    if (read === joined.length) readPlain(machine.bytes, texts, notes);
    else notes.fill(0);
    let note = 0;
    some.forEach((subject, i) => {
      const first = note;
      let plain = bare[from + i] ?? false;
      if (plain) for (; note < first + subject.names.length * NOTES; note += NOTES) plain &&= (notes[note + WORDS] ?? 0) > 0;
      if (plain) addPlain(subject, from + i, first);
      else addSubject(subject, from + i);
    });
  }
  return { subjects: { ...tableOf(all), names, starts: new Uint32Array(starts) }, prefixes: prefixes.sorted() };
}

/** Notes the first two letters of a text that may begin small (packed.ts), where the first folds to one from a to z; once a subject. */
function noteStart(starts: number[], subject: number, text: string): void {
  const letters: number[] = [];
  for (let i = 0; i < text.length && letters.length < 2; i++) {
    const kind = classOf(text.charCodeAt(i));
    if (kind >= LETTER) letters.push(...(EXPANSIONS[kind - EXPANDED] ?? [kind]));
    else if (letters.length > 0 && kind !== MARK && kind !== IGNORABLE) break;
  }
  const [first = -1, second = -1] = letters.map((letter) => letter - SMALL_A);
  if (first < 0 || first >= START_WORDS) return;
  const both = first * (START_WORDS + 1) + (second >= 0 && second < START_WORDS ? second : START_WORDS);
  for (let i = starts.length - 2; i >= 0 && starts[i] === subject; i -= 2) if (starts[i + 1] === both) return;
  starts.push(subject, both);
}
