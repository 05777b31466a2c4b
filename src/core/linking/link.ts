/**
 * Decides which match counts as a mention, and of whom. Every match is read with its surroundings (readings.ts), then
 * against what the whole article says (article.ts), and the candidates are weighed (choose.ts). On a tie no mention:
 * no mark beats a wrong one, and the candidates are kept. Pure, linear in the number of matches, and in small steps.
 */

import type { Match } from '../gazetteer/types';
import type { BlockLinks, Mention, Undecided } from '../model/mention';
import { createArticle } from './article';
import { type Choice, choicesOf, isClear } from './choose';
import { createSmallWords, createWords, looksGerman } from './context';
import { addIntroduced, type WordsKnown } from './introduced';
import { type Reading, readBlock, type ScannedBlock, type Subjects } from './readings';

export type { ScannedBlock } from './readings';

/** Links the same page again and again: what did not change is not read again. */
export interface Linker {
  /**
   * Links all blocks of one article, in reading order; one answer per block, same order. Yields every fraction of a
   * millisecond (with warm code), so that whoever drives it can give the page its turn; the blocks must not change meanwhile.
   * An event's mention may overlap actors', no others overlap; the shorter comes first.
   */
  run(blocks: readonly ScannedBlock[]): Generator<undefined, BlockLinks[]>;
}

/** What a block said when it was read, and what it had asked of the rest of the article. */
interface Known {
  readonly text: string;
  readonly german: boolean;
  readonly asked: ReadonlyMap<string, boolean>;
  readonly readings: readonly Reading[];
}

/** "AFP journalist": the word behind tells which AFP is meant, and is no part of its name. */
const BEFORE_JOB = /^[A-Z]{2,}(?=[ -](?:[Jj]ourn|[Cc]orresp|[Rr]eport|[Pp]hoto))/;

/** Readings looked at between two yields, where each costs next to nothing. */
const READINGS_A_STEP = 128;

/** `subjects` needs only to say what a subject index stands for. */
export function createLinker(subjects: Subjects): Linker {
  const known = new WeakMap<readonly Match[], Known>();
  const words: WordsKnown = new WeakMap();

  function* readingsOf(block: ScannedBlock, german: boolean, isSmall: (word: string) => boolean): Generator<undefined, readonly Reading[]> {
    const before = known.get(block.matches);
    if (before?.text === block.text && before.german === german) {
      let same = true;
      for (const [word, answer] of before.asked) same &&= isSmall(word) === answer;
      if (same) return before.readings;
    }
    const asked = new Map<string, boolean>();
    const ask = (word: string): boolean => {
      const answer = isSmall(word);
      asked.set(word, answer);
      return answer;
    };
    const readings = yield* readBlock(subjects, block, { german, isSmall: ask });
    known.set(block.matches, { text: block.text, german, asked, readings });
    return readings;
  }

  return {
    *run(blocks) {
      const texts = blocks.map((block) => block.text);
      const german = blocks.some((block) => block.matches.length > 0) && looksGerman(texts);
      const isSmall = createSmallWords(texts);
      const read: (readonly Reading[])[] = [];
      for (const block of blocks) {
        read.push(yield* readingsOf(block, german, isSmall));
        yield;
      }
      const article = createArticle(subjects, createWords(texts));
      yield* each(read, (reading) => article.noteGivenName(reading));
      yield* each(read, (reading, block) => article.count(reading, block));
      article.rewind();
      const mentions: Mention[][] = read.map(() => []);
      const undecided: Undecided[][] = read.map(() => []);
      yield* each(read, (reading, block) => {
        const choices = choicesOf(subjects, reading, article);
        article.follow(reading);
        const { start } = reading.match;
        const surface = BEFORE_JOB.exec(reading.surface)?.[0] ?? reading.surface;
        const end = start + surface.length;
        const [first] = choices;
        if (!first) return;
        if (isClear(choices)) {
          if (first.reason === 'by-context') article.mean(first.subject);
          mentions[block]?.push({ start, end, surface, ...named(subjects, first) });
        } else undecided[block]?.push({ start, end, surface, candidates: choices.map((choice) => named(subjects, choice)) });
      });
      const isEvent = (match: Match) => match.candidates.every((c) => subjects.subject(c.subject).kind === 'event');
      yield* addIntroduced(blocks, { mentions, undecided }, { german, isSmall, isEvent }, words);
      return mentions.map((list, i) => ({ mentions: list, undecided: undecided[i] ?? [] }));
    },
  };
}

/** Links the blocks of one article in one go. */
export function link(subjects: Subjects, blocks: readonly ScannedBlock[]): BlockLinks[] {
  const run = createLinker(subjects).run(blocks);
  for (;;) {
    const step = run.next();
    if (step.done) return step.value;
  }
}

function named(subjects: Subjects, { subject, reason, basis }: Choice) {
  const { id, kind } = subjects.subject(subject);
  return { subject: id, kind, reason, ...(basis ? { basis } : {}) };
}

/** Every reading in order, with the number of its block. */
function* each(read: readonly (readonly Reading[])[], visit: (reading: Reading, block: number) => void): Generator<undefined, void> {
  let seen = 0;
  for (let block = 0; block < read.length; block++) {
    for (const reading of read[block] ?? []) {
      visit(reading, block);
      if (++seen % READINGS_A_STEP === 0) yield;
    }
  }
}
