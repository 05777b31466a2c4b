/**
 * One pass over a text: at each word a filter says whether any name begins so, and only then the prefix table is
 * asked, word by word, for the longest name. Linear in the text; allocates only for matches.
 * packed.ts draws the table, text/words.ts says what a word is. Which match counts is linking's business.
 */
import { classTable, EXPANDED, HYPHEN, isLower, LETTER, OTHER, PLAIN_END, SPACE } from '../text/characters';
import { type LetterCase, letterCase, MAX_CASE_WORDS } from '../text/letter-case';
import { createCursor, isInitial, isWordAt, MULTIPLIER_A, passInitial, readSeparator, readWord, SEED_A, startCursor } from '../text/words';
import { fits, fitsInitials } from './case-rule';
import { createEvidence, type LanguageEvidence } from './language-evidence';
import {
  CONTINUES,
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

/** Makes `scan` over the words of a packed gazetteer. */
export function createScanner(words: Uint32Array, layout: Layout): (text: string) => Match[] {
  const { filterAt, filterBits, slots, slotsAt, recordsAt, records } = layout;
  const filterWords = words.subarray(filterAt, slotsAt);
  const cursor = createCursor();

  /** The `go` word of a prefix, 0 where no name begins so. */
  function lookUp(a: number, b: number): number {
    const wantedA = a >>> 0;
    const wantedB = b >>> 0;
    let slot = homeSlot(a, slots);
    for (let probes = 0; probes < slots; probes++) {
      const at = slotsAt + slot * SLOT_WORDS;
      const go = words[at + 2] ?? 0;
      if (go === 0 || (words[at] === wantedA && words[at + 1] === wantedB)) return go;
      slot = slot + 1 === slots ? 0 : slot + 1;
    }
    return 0;
  }

  /**
   * The subjects whose name ends here and is capitalised and inflected as this text is; a full name hides the same
   * subject's others. `initials`: bit i says that word i begins with no small letter.
   */
  function candidatesAt(
    first: number,
    text: string,
    start: number,
    end: number,
    initials: number,
    evidence: LanguageEvidence,
  ): Candidate[] {
    const found: Candidate[] = [];
    let written: LetterCase | null = null;
    // A small second letter: not set in capitals, so that most rules need no more than the initials.
    const mixed = isLower(text.charCodeAt(start + 1));
    for (let record = first; record < records; record++) {
      const at = recordsAt + record * RECORD_WORDS;
      const who = words[at] ?? 0;
      const rule = words[at + 1] ?? 0;
      const language = (who >>> LANGUAGE_SHIFT) & 7;
      let capitalsFit = mixed && fitsInitials(rule, initials);
      if (!capitalsFit) {
        written ??= letterCase(text, start, end);
        capitalsFit = fits(rule, written);
      }
      if (capitalsFit && (language === 0 || evidence(language))) {
        const subject = who & SUBJECT_MASK;
        const form = FORMS[(who >>> FORM_SHIFT) & 3] ?? 'weak';
        const same = found.findIndex((candidate) => candidate.subject === subject);
        if (same < 0) found.push({ subject, form });
        else if (FORMS.indexOf(form) < FORMS.indexOf(found[same]?.form ?? 'weak')) found[same] = { subject, form };
      }
      if (who & LAST_OF_GROUP) break;
    }
    return found;
  }

  /**
   * The longest name that begins with the word at `start`; null where there is none. One initial that the name
   * does not have may stand between its words: "Donald J. Trump".
   */
  function matchAt(text: string, start: number, evidence: LanguageEvidence): Match | null {
    let best: Match | null = null;
    let initials = 0;
    let word = 0;
    let initialPassed = false;
    // The hash before the separator, to go back to when the word after it is a foreign initial.
    let a = 0;
    let b = 0;
    startCursor(cursor);
    for (let at = start; ; at = cursor.next) {
      readWord(text, at, cursor);
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
          const candidates = candidatesAt(record - 1, text, start, cursor.end, initials, evidence);
          if (candidates.length) {
            // The dot that ends "U.S." belongs to it, unless it is already part of what follows.
            const dotted = cursor.initial && cursor.letters === 1 && text.charCodeAt(cursor.end) === 0x2e;
            best = { start, end: dotted ? cursor.end + 1 : cursor.end, candidates };
          }
        }
        if (!(go & CONTINUES)) return best;
        a = cursor.a;
        b = cursor.b;
        word++;
      }
      if (!readSeparator(text, cursor)) return best;
    }
  }

  return function scan(text: string): Match[] {
    const matches: Match[] = [];
    const evidence = createEvidence(text);
    // Locals, because the loops below run once for every unit and word of a page.
    const table = classTable;
    const filter = filterWords;
    const bits = filterBits;
    const length = text.length;
    let i = 0;
    while (i < length) {
      const unit = text.charCodeAt(i);
      const folded = unit < PLAIN_END ? (table[unit] ?? OTHER) : EXPANDED;
      if (folded < LETTER) {
        i++;
        continue;
      }
      const start = i;
      let a = SEED_A;
      let kind = folded;
      // The common word, letters of the table only, is hashed right here.
      while (kind >= LETTER && kind < EXPANDED) {
        a = Math.imul(a ^ kind, MULTIPLIER_A);
        i++;
        const following = i < length ? text.charCodeAt(i) : SPACE_UNIT;
        kind = following < PLAIN_END ? (table[following] ?? OTHER) : EXPANDED;
      }
      // A space, a hyphen or plain punctuation ended it; after anything else the word may go on, as the cursor knows.
      if (kind >= EXPANDED || (kind !== SPACE && kind !== OTHER && kind < HYPHEN)) {
        if (!isWordAt(text, start)) {
          i++;
          continue;
        }
        startCursor(cursor);
        readWord(text, start, cursor);
        a = cursor.a;
        i = cursor.next;
      }
      const bit = filterBit(a, bits);
      if (((filter[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) {
        const match = matchAt(text, start, evidence);
        if (match) {
          matches.push(match);
          i = Math.max(i, match.end);
        }
      }
    }
    return matches;
  };
}
