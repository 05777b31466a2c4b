/**
 * One article read whole off its page: what it says of itself, its main text, and what that claims, with the reader's
 * mentions as the names. In steps; reads the document and changes nothing in it.
 */
import { offsetInBlock, type TextPiece } from '@/article/block-text';
import { BLOCK_BREAK, type MainText, mainTextInSteps } from '@/article/main-text';
import type { ArticleMetadata } from '@/article/metadata';
import { wholeCredits } from '@/article/wire-credit';
import type { PlacedClaim } from '@/core/attribution/page-claims';
import type { Story } from '@/core/attribution/story';
import type { Statement } from '@/core/coverage/statement';
import type { NewsEvent } from '@/core/model/event';
import type { Mention } from '@/core/model/mention';
import { LONGEST_CLAIM, MOST_FIGURES } from '@/core/model/page-claim';
import type { Steps } from '@/core/text/steps';
import { articleInSteps } from '@/doors/article';
import { pageClaimsInSteps, pageFiguresInSteps, storyInSteps } from '@/doors/story';
import { endsOf, type TextBlock } from '../text-map';

export interface PageStory {
  readonly article: ArticleMetadata;
  readonly main: MainText;
  /** The reader's mentions at their places in `main.text`, in order. */
  readonly mentions: readonly Mention[];
  readonly story: Story;
  /** Characters of the story that were read, where it has more; null where all was. */
  readonly readTo: number | null;
  readonly claims: readonly PlacedClaim[];
  /** The page's own figures, of nobody's words (core/coverage/page-figures.ts). */
  readonly figures: readonly Statement[];
  /** The agencies that the whole story comes from. */
  readonly credits: readonly string[];
}

/** A story has at least so many letters; less is a video's caption or a list. */
const SHORTEST_STORY = 300;
/**
 * A day's live report has 40,000 words, a quarter of a million characters. What is behind is not read, and that is said. The largest
 * steps of reading look at each word of a story once: ten milliseconds for so many.
 */
export const LONGEST_STORY = 300_000;

/** `events`: what a sentence could tell of. Null where the page holds no story. */
export function* pageInSteps(
  window: Window,
  blocks: readonly TextBlock[],
  events: readonly NewsEvent[],
  now: number,
): Steps<PageStory | null> {
  const { document, location } = window;
  const article = yield* articleInSteps(document, location.href, { now });
  yield;
  const whole = yield* mainTextInSteps(document, article);
  if (whole.text.length < SHORTEST_STORY) return null;
  const main = beginningOf(whole);
  const mentions = yield* mentionsInSteps(main, blocks);
  const actors = mentions.filter(({ kind }) => kind !== 'event');
  const wire = wholeCredits(main.wire);
  const context = { lang: article.lang, published: article.published?.value ?? null, mentions: actors, speaking: actors, events, wire };
  const story = yield* storyInSteps(main.text, context);
  const claims = yield* pageClaimsInSteps({ main, mentions, story });
  const attributed = story.claims.flatMap(({ sentence, content }) => [sentence, ...content]);
  // Whose page it is, and when it was published, is known to whoever asks for them.
  const figures = yield* pageFiguresInSteps({ text: main.text, mentions, attributed, outlet: null, voice: null, published: null });
  const short = figures.filter(({ text }) => text.length <= LONGEST_CLAIM).slice(0, MOST_FIGURES);
  const readTo = main === whole && !whole.cut ? null : main.text.length;
  return { article, main, mentions, story, readTo, claims, figures: short, credits: wire.map(({ name }) => name) };
}

/** As many of a story's blocks as are read: whole ones, and of a first one that is too long its beginning. */
function beginningOf(main: MainText): MainText {
  if (main.text.length <= LONGEST_STORY) return main;
  const count = Math.max(1, main.starts.findLastIndex((start, i) => start + (main.blocks[i]?.length ?? 0) <= LONGEST_STORY) + 1);
  const blocks = main.blocks.slice(0, count).map((block) => block.slice(0, LONGEST_STORY));
  const [starts, elements, pieces] = [main.starts.slice(0, count), main.elements.slice(0, count), main.pieces.slice(0, count)];
  return { ...main, blocks, text: blocks.join(BLOCK_BREAK), starts, elements, pieces };
}

/** Blocks and mentions looked at in one step: each mention folds the text of its node. */
const BLOCKS_A_STEP = 50;
const MENTIONS_A_STEP = 20;

/** Moves the reader's mentions from their text nodes to the main text; those outside it, or no longer as they were read, stay out. */
function* mentionsInSteps(main: MainText, blocks: readonly TextBlock[]): Steps<Mention[]> {
  const pieces = new Map<Text, { readonly block: number; readonly piece: TextPiece }>();
  for (const [block, list] of main.pieces.entries()) for (const piece of list) pieces.set(piece.node, { block, piece });
  yield;
  const offsetOf = (node: Text, offset: number): number | null => {
    const found = pieces.get(node);
    return found ? (main.starts[found.block] ?? 0) + offsetInBlock(main.blocks[found.block] ?? '', found.piece, offset) : null;
  };
  const moved: Mention[] = [];
  for (const [i, block] of blocks.entries()) {
    for (const [nth, mention] of block.mentions.entries()) {
      if (nth % MENTIONS_A_STEP === MENTIONS_A_STEP - 1) yield;
      const ends = endsOf(block, mention);
      const start = ends && offsetOf(ends.start.node, ends.start.offset);
      const end = ends && offsetOf(ends.end.node, ends.end.offset);
      if (start === null || end === null || start >= end || !spells(main.text.slice(start, end), mention.surface)) continue;
      moved.push({ ...mention, start, end, surface: main.text.slice(start, end) });
    }
    if (i % BLOCKS_A_STEP === BLOCKS_A_STEP - 1) yield;
  }
  return moved.sort((a, b) => a.start - b.start || a.end - b.end);
}

const letters = (text: string): string => text.replace(/[\s\u00ad\u200b\u2060\ufeff]+/g, '');

/** The same letters, whatever became of white space and invisible characters. */
const spells = (a: string, b: string): boolean => letters(a) === letters(b);
