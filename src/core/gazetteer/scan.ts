/**
 * One pass over a text: at each word two bitmaps say whether any name begins so, and only then the prefix table is
 * asked, word by word, for the longest name. Linear in the text; allocates only for matches.
 * packed.ts draws the table, text/words.ts says what a word is. Which match counts is linking's business.
 */
import { APOSTROPHE, classTable, EXPANDED, IGNORABLE, isLower, LETTER, OTHER, PLAIN_END } from '../text/characters';
import { type LetterCase, letterCase, MAX_CASE_WORDS } from '../text/letter-case';
import { createCursor, isInitial, isWordAt, MULTIPLIER_A, passInitial, readSeparator, readWord, SEED_A, startCursor } from '../text/words';
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
  smallBit,
} from './packed';
import type { Candidate, Match } from './types';

/** What stands after the end of a text. */
const SPACE_UNIT = 0x20;
const STOP_UNIT = 0x2e;
/** a to z, the small letters that the short way knows; words that begin with another go the long way. */
const SMALL_A = 0x61;
const SMALL_LETTERS = 26;

/** The layers of names that are found apart: an event's name may hold actors' names. */
type Layer = 'actor' | 'event';

/** Makes `scan` over the words of a packed gazetteer. */
export function createScanner(words: Uint32Array, layout: Layout): (text: string) => Match[] {
  const { smallAt, filterAt, filterBits, slots, slotsAt, recordsAt, records, events } = layout;
  const smallPairs = readSmallPairs(words.subarray(smallAt, filterAt));
  const filterWords = words.subarray(filterAt, slotsAt);
  const cursor = createCursor();

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
   * The subjects of the layer whose name ends here and is capitalised and inflected as this text is; a full name hides
   * the same subject's others. `initials`: bit i says that word i begins with no small letter.
   */
  function candidatesAt(
    layer: Layer,
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
      let counts = ((who & EVENT_FLAG) !== 0) === (layer === 'event');
      if (counts && !(mixed && fitsInitials(rule, initials))) {
        written ??= letterCase(text, start, end);
        counts = fits(rule, written);
      }
      if (counts && (language === 0 || evidence(language))) {
        const subject = who & SUBJECT_MASK;
        const form = FORMS[(who >>> FORM_SHIFT) & 3] ?? 'weak';
        const same = found.length === 0 ? -1 : found.findIndex((candidate) => candidate.subject === subject);
        if (same < 0) found.push({ subject, form });
        else if (FORMS.indexOf(form) < FORMS.indexOf(found[same]?.form ?? 'weak')) found[same] = { subject, form };
      }
      if (who & LAST_OF_GROUP) break;
    }
    return found;
  }

  /** What the word at hand begins, by layer; null where nothing. Written by {@link matchAt}. */
  const best: Record<Layer, Match | null> = { actor: null, event: null };

  /**
   * Finds the longest names of the wanted layers that begin with the word at `start`. One initial that the name
   * does not have may stand between its words: "Donald J. Trump".
   */
  function matchAt(text: string, start: number, evidence: LanguageEvidence, wanted: readonly Layer[]): void {
    best.actor = null;
    best.event = null;
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
          // The dot that ends "U.S." belongs to it, unless it is already part of what follows.
          const dotted = cursor.initial && cursor.letters === 1 && text.charCodeAt(cursor.end) === 0x2e;
          const end = dotted ? cursor.end + 1 : cursor.end;
          for (const layer of wanted) {
            const candidates = candidatesAt(layer, record - 1, text, start, cursor.end, initials, evidence);
            if (candidates.length) best[layer] = { start, end, candidates };
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

  const BOTH: readonly Layer[] = ['actor', 'event'];
  const ACTORS: readonly Layer[] = ['actor'];
  const EVENTS: readonly Layer[] = ['event'];

  return function scan(text: string): Match[] {
    const matches: Match[] = [];
    const evidence = createEvidence(text);
    // Locals, because the loops below run once for every unit and word of a page.
    const table = classTable;
    const filter = filterWords;
    const pairs = smallPairs;
    const bits = filterBits;
    const length = text.length;
    // Where the last match of each layer ends.
    let actorEnd = 0;
    let eventEnd = 0;
    let i = 0;
    while (i < length) {
      const unit = text.charCodeAt(i);
      const start = i;
      let begins = true;
      let a = SEED_A;
      if ((unit - SMALL_A) >>> 0 < SMALL_LETTERS) {
        // Most words are written small and no name begins with their first letters: passed over without hashing.
        const second = i + 1 < length ? text.charCodeAt(i + 1) - SMALL_A : SMALL_LETTERS;
        begins = second >>> 0 >= SMALL_LETTERS || pairs[(unit - SMALL_A) * SMALL_LETTERS + second] === 1;
        if (!begins) {
          let following = unit;
          for (i += 2; i < length; i++) {
            following = text.charCodeAt(i);
            if ((following - SMALL_A) >>> 0 >= SMALL_LETTERS) break;
          }
          // A space or a full stop: on to the next word. Anything else is looked at below.
          if (following === SPACE_UNIT || following === STOP_UNIT || i >= length) {
            i++;
            continue;
          }
        }
      }
      const first = begins ? unit : text.charCodeAt(i);
      let kind = first < PLAIN_END ? (table[first] ?? OTHER) : EXPANDED;
      if (begins) {
        if (kind < LETTER) {
          i++;
          continue;
        }
        // The common word, letters of the table only, is hashed right here.
        while (kind >= LETTER && kind < EXPANDED) {
          a = Math.imul(a ^ kind, MULTIPLIER_A);
          i++;
          const following = i < length ? text.charCodeAt(i) : SPACE_UNIT;
          kind = following < PLAIN_END ? (table[following] ?? OTHER) : EXPANDED;
        }
      } else {
        while (kind >= LETTER && kind < EXPANDED) {
          i++;
          const following = i < length ? text.charCodeAt(i) : SPACE_UNIT;
          kind = following < PLAIN_END ? (table[following] ?? OTHER) : EXPANDED;
        }
      }
      // After a space, a hyphen or plain punctuation it is over; after anything else the word may go on, as the cursor knows.
      if (kind >= EXPANDED || isInsideWord(kind)) {
        if (!isWordAt(text, start)) {
          i++;
          continue;
        }
        startCursor(cursor);
        readWord(text, start, cursor);
        a = cursor.a;
        i = cursor.next;
      }
      if (!begins) continue;
      const bit = filterBit(a, bits);
      if ((((filter[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 0) continue;
      const wanted = start < actorEnd ? EVENTS : events === 0 || start < eventEnd ? ACTORS : BOTH;
      matchAt(text, start, evidence, wanted);
      const { actor, event } = best;
      if (actor && event && event.end < actor.end) matches.push(event, actor);
      else {
        if (actor) matches.push(actor);
        if (event) matches.push(event);
      }
      actorEnd = actor?.end ?? actorEnd;
      eventEnd = event?.end ?? eventEnd;
      // Inside an actor's name only events can begin, and inside both nothing can.
      i = Math.max(i, events === 0 ? actorEnd : Math.min(actorEnd, eventEnd));
    }
    return matches;
  };
}

/** May a word go on after a character of this class, though it is no letter? Ignorables, marks, apostrophes. */
function isInsideWord(kind: number): boolean {
  return kind >= IGNORABLE && kind <= APOSTROPHE;
}

/** For each two of the letters a to z: 1 where a name may begin with them in small letters. */
function readSmallPairs(bits: Uint32Array): Uint8Array {
  const pairs = new Uint8Array(SMALL_LETTERS * SMALL_LETTERS);
  for (let first = 0; first < SMALL_LETTERS; first++) {
    for (let second = 0; second < SMALL_LETTERS; second++) {
      const bit = smallBit(SMALL_A + first, SMALL_A + second);
      pairs[first * SMALL_LETTERS + second] = ((bits[bit >>> 5] ?? 0) >>> (bit & 31)) & 1;
    }
  }
  return pairs;
}
