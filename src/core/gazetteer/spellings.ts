/**
 * Names in, draft out: each name becomes the spellings in which people write it (variants.ts, surnames.ts, inflect.ts), each
 * spelling a chain of prefixes (collector.ts). Knows nothing of where names come from, nor of the packed form.
 */
import type { NameForm, SubjectKind } from '../model/actor';
import { classOf, EXPANSIONS } from '../text/characters';
import { EXPANDED, IGNORABLE, LETTER, MARK } from '../text/classes';
import { asksInitialsOnly, caseRule, mayBeginSmall } from './case-rule';
import { createCollector } from './collector';
import type { Draft } from './draft';
import { inflections } from './inflect';
import type { createMachine } from './machine';
import { EVENT_FLAG, FORM_SHIFT, FORMS, LANGUAGE_SHIFT, START_WORDS, SUBJECT_MASK } from './packed';
import { derivedForms } from './short-names';
import { tableOf } from './subject-table';
import { surnamesOf } from './surnames';
import type { Candidate, SubjectNames } from './types';
import { variantsOf } from './variants';
import { LONGEST_PLAIN } from './wasm/layout';

/** For the room to begin with; a name that is inflected in every language has many more. */
const PREFIXES_PER_NAME = 3;
const PREFIXES_PER_DERIVED_NAME = 16;
/** Kinds whose Latin names are declined unasked: newspapers keep their names as they are set. */
const DECLINED_UNASKED: ReadonlySet<SubjectKind> = new Set(['person', 'organisation', 'place', 'event']);
/** UTF-16 units; what is longer is no name, and its spellings would not fit the machine's memory. */
const LONGEST_NAME = 5_000;
/** Texts of a subject that may be read as plain names. */
const MOST_PLAIN = 100;
const SMALL_A = 0x61;
const SURNAME = FORMS.indexOf('surname');

/**
 * Spells the names of all subjects, in the order given: a subject's index is its place. Names without a letter or digit, plain numbers, and texts
 * of more than 5,000 characters are left out. `derive`: Latin-script names are inflected unasked, and shortened.
 */
export function draftOf(makeMachine: typeof createMachine, all: readonly SubjectNames[], derive: boolean): Draft {
  const given = all.reduce((sum, subject) => sum + subject.names.length + subject.surnames.length, 0);
  const collector = createCollector(makeMachine, given * (derive ? PREFIXES_PER_DERIVED_NAME : PREFIXES_PER_NAME));
  const names = new Uint32Array(all.length);
  const starts: number[] = [];
  const { machine } = collector;
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

  /** Answers whether the text is a name at all. */
  const addSpelling = (text: string, rule: number, who: number, subject: number): boolean => {
    if (collector.add(hold(text), who, rule) === 0) return false;
    if (mayBeginSmall(rule, text)) noteStart(starts, subject, text);
    return true;
  };

  const addName = (form: NameForm, kind: Candidate['form'], index: number, subject: SubjectNames): boolean => {
    const who = ((FORMS.indexOf(kind) << FORM_SHIFT) | (subject.kind === 'event' ? EVENT_FLAG : 0) | index) >>> 0;
    const latin = derive && DECLINED_UNASKED.has(subject.kind);
    // A number names a year or an amount before it names anybody.
    if (form.text.length > LONGEST_NAME || /^\s*\p{Nd}+\s*$/u.test(form.text)) return false;
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

  /** A subject whose texts were not all plain names after all; answers how many they are. */
  const addOther = (who: number): number => {
    const index = who & SUBJECT_MASK;
    const subject = all[index];
    if (!subject) return 0;
    addSubject(subject, index);
    return subject.names.length + subject.surnames.length;
  };

  for (let index = 0; index < all.length; index++) {
    const subject = all[index];
    if (!subject) continue;
    const plainUnits = derive ? -1 : unitsOfPlain(subject);
    const texts = subject.names.length + subject.surnames.length;
    // Subjects are added one after the other.
    if (plainUnits < 0 || collector.isFull(texts, plainUnits)) collector.settle(addOther);
    if (plainUnits < 0) {
      addSubject(subject, index);
      continue;
    }
    const who = ((subject.kind === 'event' ? EVENT_FLAG : 0) | index) >>> 0;
    const hasSurname = subject.kind === 'person' && subject.surnames.length === 0;
    for (const { text } of subject.names) collector.take(text, who, hasSurname);
    for (const text of subject.surnames) collector.take(text, (who | (SURNAME << FORM_SHIFT)) >>> 0, false);
    names[index] = texts;
  }
  collector.settle(addOther);
  return { subjects: { ...tableOf(all), names, starts: new Uint32Array(starts) }, prefixes: collector.sorted() };
}

/** UTF-16 units of the texts of a subject of which nothing is said that makes a difference, so that they may be read as plain names; else -1. */
function unitsOfPlain({ names, surnames }: SubjectNames): number {
  if (names.length + surnames.length > MOST_PLAIN) return -1;
  let units = 0;
  for (const name of names) {
    if (name.weak || name.lang !== undefined || (name.case !== undefined && name.case !== 'auto')) return -1;
    units += name.text.length;
  }
  for (const text of surnames) units += text.length;
  return units > LONGEST_PLAIN ? -1 : units;
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
