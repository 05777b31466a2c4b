/**
 * One pass over a text: beginnings.ts passes over most words, a bitmap says of the others whether any name begins so, and only
 * then the prefix table is asked, word by word, for the longest name. Linear in the text; allocates only for matches.
 * packed.ts draws the table, text/words.ts says what a word is. Which match counts is linking's business.
 */
import { classOf, classTable, DOT, EXPANDED, HYPHEN, isLower, LETTER, OTHER, PLAIN_END, SPACE } from '../text/characters';
import { type LetterCase, letterCase, MAX_CASE_WORDS } from '../text/letter-case';
import {
  createCursor,
  isInitial,
  isWordAt,
  MULTIPLIER_A,
  MULTIPLIER_B,
  passInitial,
  readSeparator,
  readWord,
  SEED_A,
  SEED_B,
  startCursor,
} from '../text/words';
import { createBeginnings } from './beginnings';
import { fits, fitsInitials } from './case-rule';
import { createEvidence, type LanguageEvidence } from './language-evidence';
import {
  CONTINUES,
  EVENT_FLAG,
  FIRST_RECORD,
  FORM_SHIFT,
  FORMS,
  filterBit,
  homeSlot,
  LANGUAGE_SHIFT,
  LAST_OF_GROUP,
  type Layout,
  RECORD_WORDS,
  SLOT_WORDS,
  SUBJECT_MASK,
} from './packed';
import type { Candidate, Match } from './types';

/** What stands after the end of a text. */
const SPACE_UNIT = 0x20;
const STOP_UNIT = 0x2e;
const CAPITAL_A = 0x41;
const CAPITAL_Z = 0x5a;
/** From here on (Armenian, Hebrew, Arabic …) the expression of beginnings passes over nothing. */
const BEYOND_ALPHABETS = 0x530;

/** Makes `scan` over the words of a packed gazetteer. */
export function createScanner(words: Uint32Array, layout: Layout): (text: string) => Match[] {
  const { smallAt, filterAt, filterBits, slots, slotsAt, recordsAt, records, events } = layout;
  const beginnings = createBeginnings(words.subarray(smallAt, filterAt));
  const filterWords = words.subarray(filterAt, slotsAt);
  const cursor = createCursor();
  /** Of the text at hand, made where a name asks. */
  let evidence: LanguageEvidence | null = null;

  /** The `go` word of a prefix, 0 where no name begins so. */
  function lookUp(a: number, b: number): number {
    const wanted = b >>> 0;
    let slot = homeSlot(a, slots);
    for (let probes = 0; probes < slots; probes++) {
      const at = slotsAt + slot * SLOT_WORDS;
      const go = words[at + 1] ?? 0;
      if (go === 0 || words[at] === wanted) return go;
      slot = slot + 1 === slots ? 0 : slot + 1;
    }
    return 0;
  }

  /**
   * The subjects of the layer (EVENT_FLAG: events; 0: actors) whose name ends here and is capitalised and inflected as this text
   * is, null where there are none; a full name hides the same subject's others. `initials`: bit i says that word i begins with no
   * small letter.
   */
  function candidatesAt(layer: number, first: number, text: string, start: number, end: number, initials: number): Candidate[] | null {
    let found: Candidate[] | null = null;
    let written: LetterCase | null = null;
    // A small second letter: not set in capitals, so that most rules need no more than the initials.
    const mixed = isLower(text.charCodeAt(start + 1));
    for (let record = first; record < records; record++) {
      const at = recordsAt + record * RECORD_WORDS;
      const who = words[at] ?? 0;
      const rule = words[at + 1] ?? 0;
      const language = (who >>> LANGUAGE_SHIFT) & 7;
      let counts = (who & EVENT_FLAG) === layer;
      if (counts && !(mixed && fitsInitials(rule, initials))) {
        written ??= letterCase(text, start, end);
        counts = fits(rule, written);
      }
      if (counts && language !== 0) {
        evidence ??= createEvidence(text);
        counts = evidence(language);
      }
      if (counts) {
        const subject = who & SUBJECT_MASK;
        const form = FORMS[(who >>> FORM_SHIFT) & 3] ?? 'weak';
        const same = found ? found.findIndex((candidate) => candidate.subject === subject) : -1;
        if (!found) found = [{ subject, form }];
        else if (same < 0) found.push({ subject, form });
        else if (FORMS.indexOf(form) < FORMS.indexOf(found[same]?.form ?? 'weak')) found[same] = { subject, form };
      }
      if (who & LAST_OF_GROUP) break;
    }
    return found;
  }

  /** What the word at hand begins; null where nothing. Written by {@link matchAt}. */
  let actor: Match | null = null;
  let event: Match | null = null;

  /**
   * Finds the longest names that begin with the word at `start`, which the cursor has just read. One initial that the name does not have may stand between its
   * words: "Donald J. Trump".
   */
  function matchAt(text: string, start: number, wantsActor: boolean, wantsEvent: boolean): void {
    actor = null;
    event = null;
    let initials = 0;
    let word = 0;
    let initialPassed = false;
    // The hash before the separator, to go back to when the word after it is a foreign initial.
    let a = 0;
    let b = 0;
    for (let at = start; ; at = cursor.next) {
      if (at > start) readWord(text, at, cursor);
      const go = lookUp(cursor.a, cursor.b);
      if (go === 0 && word > 0 && !initialPassed && isInitial(text, at, cursor)) {
        cursor.a = a;
        cursor.b = b;
        passInitial(cursor);
        initialPassed = true;
      } else {
        if (word < MAX_CASE_WORDS && !isLower(text.charCodeAt(at))) initials |= 1 << word;
        const record = go & FIRST_RECORD;
        if (record) {
          // The dot that ends "U.S." belongs to it, unless it is already part of what follows.
          const dotted = cursor.initial && cursor.letters === 1 && text.charCodeAt(cursor.end) === STOP_UNIT;
          const end = dotted ? cursor.end + 1 : cursor.end;
          const wordEnd = cursor.end;
          if (wantsActor) {
            const candidates = candidatesAt(0, record - 1, text, start, wordEnd, initials);
            if (candidates) actor = { start, end, candidates };
          }
          if (wantsEvent) {
            const candidates = candidatesAt(EVENT_FLAG, record - 1, text, start, wordEnd, initials);
            if (candidates) event = { start, end, candidates };
          }
        }
        if (!(go & CONTINUES)) return;
        a = cursor.a;
        b = cursor.b;
        word++;
      }
      if (!readSeparator(text, cursor)) return;
    }
  }

  /**
   * The first place at or after `at`, before which another word may still go on, where a word begins. `known`: a place up to
   * which all words are read.
   */
  function nextStart(text: string, known: number, at: number): number {
    let from = at;
    while (from > known && !endsWord(classOf(text.charCodeAt(from - 1)))) from--;
    while (from < at) {
      if (isWordAt(text, from)) {
        startCursor(cursor);
        readWord(text, from, cursor);
        from = cursor.next;
      } else from++;
    }
    return from;
  }

  return function scan(text: string): Match[] {
    const matches: Match[] = [];
    const find = beginnings(text);
    find.lastIndex = 0;
    evidence = null;
    const { length } = text;
    // Where the last match of each layer ends.
    let actorEnd = 0;
    let eventEnd = 0;
    /** All words before it are read or passed over. */
    let known = 0;
    let at = 0;
    for (;;) {
      // Next to a word just read another beginning is seen at once, as in scripts that have nothing else.
      const unit = at < length ? text.charCodeAt(at) : SPACE_UNIT;
      if (unit < BEYOND_ALPHABETS && (unit < CAPITAL_A || unit > CAPITAL_Z)) {
        find.lastIndex = at;
        if (!find.test(text)) return matches;
        at = find.lastIndex - 1;
      }
      if (at > known && !(text.charCodeAt(at - 1) === SPACE_UNIT)) {
        const begin = nextStart(text, known, at);
        known = begin;
        if (begin > at) {
          at = begin;
          continue;
        }
      }
      const start = at;
      let a = SEED_A;
      let b = SEED_B;
      const first = text.charCodeAt(at);
      let kind = first < PLAIN_END ? (classTable[first] ?? OTHER) : EXPANDED;
      // The common word, letters of the table only, is hashed right here.
      while (kind >= LETTER && kind < EXPANDED) {
        a = Math.imul(a ^ kind, MULTIPLIER_A);
        b = (Math.imul(b ^ (b >>> 15), MULTIPLIER_B) + kind) | 0;
        at++;
        const following = at < length ? text.charCodeAt(at) : SPACE_UNIT;
        kind = following < PLAIN_END ? (classTable[following] ?? OTHER) : EXPANDED;
      }
      startCursor(cursor);
      if (kind < EXPANDED && endsWord(kind)) {
        // After a space, a hyphen or plain punctuation it is over.
        if (at === start) {
          at++;
          continue;
        }
        cursor.a = a;
        cursor.b = b;
        cursor.letters = at - start;
        cursor.end = cursor.next = at;
      } else {
        // After anything else the word may go on, as the cursor knows.
        if (!isWordAt(text, start)) {
          at = start + 1;
          continue;
        }
        readWord(text, start, cursor);
        a = cursor.a;
        at = cursor.next;
      }
      known = at;
      const bit = filterBit(a, filterBits);
      if ((((filterWords[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) !== 0) {
        matchAt(text, start, start >= actorEnd, events > 0 && start >= eventEnd);
        if (actor && event && event.end < actor.end) matches.push(event, actor);
        else {
          if (actor) matches.push(actor);
          if (event) matches.push(event);
        }
        if (actor) actorEnd = actor.end;
        if (event) eventEnd = event.end;
        // Inside an actor's name only events can begin, and inside both nothing can.
        known = at = Math.max(at, events === 0 ? actorEnd : Math.min(actorEnd, eventEnd));
      }
      // Over a space to the next word.
      if (text.charCodeAt(at) === SPACE_UNIT) at++;
    }
  };
}

/** Is a word over before a character of this class? Ignorables, marks and apostrophes may stand within one. */
function endsWord(kind: number): boolean {
  return kind === OTHER || kind === SPACE || kind === HYPHEN || kind === DOT;
}
