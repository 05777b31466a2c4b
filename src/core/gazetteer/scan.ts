/**
 * What a text names: the machine finds every stretch that is spelled like a name, and here it is weighed which of them count: the
 * longest, capitalised and inflected as its rule asks. Which subject is meant is linking's business.
 * packed.ts draws the table, wasm/ has the loop. Linear in the text; allocates only for hits.
 */
import { isLower } from '../text/characters';
import type { LetterCase } from '../text/letter-case';
import { fits, fitsInitials } from './case-rule';
import { createEvidence, type LanguageEvidence } from './language-evidence';
import type { Machine } from './machine';
import {
  ALONE,
  EVENT_FLAG,
  FORM_SHIFT,
  FORMS,
  LANGUAGE_SHIFT,
  LAST_OF_GROUP,
  type Layout,
  PAYLOAD,
  RECORD_WORDS,
  SUBJECT_MASK,
} from './packed';
import type { Candidate, Match } from './types';
import { GAZETTEER, HIT_WORDS } from './wasm/layout';

/** Of a hit's end: the dot after it belongs to the name. */
const DOTTED = 0x80000000;
const OFFSET = 0x7fffffff;

/** Makes `scan` over a packed gazetteer in the machine's memory. */
export function createScanner(machine: Machine, layout: Layout): (text: string) => Match[] {
  const { code, textAt } = machine;
  const { sortsAt, sorts, recordsAt, records, subjects, events } = layout;
  code.open(
    GAZETTEER + layout.filterAt * 4,
    layout.filterBits,
    GAZETTEER + layout.slotsAt * 4,
    layout.slots,
    GAZETTEER + layout.startsAt * 4,
  );
  let words: Uint32Array = new Uint32Array();
  /** Of the text at hand, made where a name asks. */
  let evidence: LanguageEvidence | null = null;

  /**
   * The subjects of the layer (EVENT_FLAG: events; 0: actors) whose name ends here and is capitalised and inflected as this text
   * is, null where there are none; a full name hides the same subject's others. `hit`: where it stands in `out`, see
   * wasm/scan.ts.
   */
  function candidatesAt(layer: number, text: string, out: Int32Array, hit: number): Candidate[] | null {
    const start = out[hit] ?? 0;
    const initials = out[hit + 3] ?? 0;
    let found: Candidate[] | null = null;
    let written: LetterCase | null = null;
    // A small second letter: not set in capitals, so that most rules need no more than the initials.
    const mixed = isLower(text.charCodeAt(start + 1));
    const which = out[hit + 2] ?? 0;
    const alone = (which & ALONE) !== 0;
    const sort = Math.floor((which & PAYLOAD) / subjects);
    for (let record = alone ? sort : (which & PAYLOAD) - 1; record < (alone ? sorts : records); record++) {
      const at = (alone ? sortsAt : recordsAt) + record * RECORD_WORDS;
      const who = alone ? (words[at] ?? 0) + ((which & PAYLOAD) - sort * subjects) : (words[at] ?? 0);
      const rule = words[at + 1] ?? 0;
      const language = (who >>> LANGUAGE_SHIFT) & 7;
      let counts = (who & EVENT_FLAG) === layer;
      if (counts && !(mixed && fitsInitials(rule, initials))) {
        written ??= machine.letterCase(out[hit + 4] ?? 0, out[hit + 5] ?? 0);
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

  return function scan(text) {
    const matches: Match[] = [];
    evidence = null;
    let count = code.scan(textAt, machine.put(text));
    if (count === 0) return matches;
    const { out } = machine;
    words = machine.words;
    // Where the last match of each layer ends: within it no other of the layer begins.
    let actorEnd = 0;
    let eventEnd = 0;
    for (; count > 0; count = code.isRead() ? 0 : code.more()) {
      const stop = count * HIT_WORDS;
      for (let hit = 0; hit < stop; ) {
        const start = out[hit] ?? 0;
        const wantsActor = start >= actorEnd;
        const wantsEvent = events > 0 && start >= eventEnd;
        let actor: Match | null = null;
        let event: Match | null = null;
        for (; hit < stop && out[hit] === start; hit += HIT_WORDS) {
          if (!wantsActor && !wantsEvent) continue;
          const ends = out[hit + 1] ?? 0;
          const end = (ends & OFFSET) + (ends & DOTTED ? 1 : 0);
          if (wantsActor) {
            const candidates = candidatesAt(0, text, out, hit);
            if (candidates) actor = { start, end, candidates };
          }
          if (wantsEvent) {
            const candidates = candidatesAt(EVENT_FLAG, text, out, hit);
            if (candidates) event = { start, end, candidates };
          }
        }
        if (actor && event && event.end < actor.end) matches.push(event, actor);
        else {
          if (actor) matches.push(actor);
          if (event) matches.push(event);
        }
        if (actor) actorEnd = actor.end;
        if (event) eventEnd = event.end;
      }
    }
    return matches;
  };
}
