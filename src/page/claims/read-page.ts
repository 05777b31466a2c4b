/**
 * One article read whole off its page: what it says of itself, its main text, and what that claims, with the reader's
 * mentions as the names. In steps; reads the document and changes nothing in it.
 */
import { offsetInBlock, type TextPiece } from '@/article/block-text';
import { type MainText, mainTextInSteps } from '@/article/main-text';
import type { ArticleMetadata } from '@/article/metadata';
import { wholeCredits } from '@/article/wire-credit';
import type { Story } from '@/core/attribution/story';
import type { NewsEvent } from '@/core/model/event';
import type { Mention } from '@/core/model/mention';
import type { Steps } from '@/core/text/steps';
import { readArticle } from '@/doors/article';
import { storyInSteps } from '@/doors/story';
import { endsOf, type TextBlock } from '../text-map';

export interface PageStory {
  readonly article: ArticleMetadata;
  readonly main: MainText;
  /** The reader's mentions at their places in `main.text`, in order. */
  readonly mentions: readonly Mention[];
  readonly story: Story;
  /** The agencies that the whole story comes from. */
  readonly credits: readonly string[];
}

/** A story has at least so many letters; less is a video's caption or a list. */
const SHORTEST_STORY = 300;

/** `events`: what a sentence could tell of. Null where the page holds no story. */
export function* pageInSteps(
  window: Window,
  blocks: readonly TextBlock[],
  events: readonly NewsEvent[],
  now: number,
): Steps<PageStory | null> {
  const { document, location } = window;
  const article = readArticle(document, location.href, { now });
  yield;
  const main = yield* mainTextInSteps(document, article);
  if (main.text.length < SHORTEST_STORY) return null;
  const mentions = yield* mentionsInSteps(main, blocks);
  const actors = mentions.filter(({ kind }) => kind !== 'event');
  const wire = wholeCredits(main.wire);
  const context = { lang: article.lang, published: article.published?.value ?? null, mentions: actors, speaking: actors, events, wire };
  return { article, main, mentions, story: yield* storyInSteps(main.text, context), credits: wire.map(({ name }) => name) };
}

/** Mentions moved in one step: a few thousand comparisons. */
const BLOCKS_A_STEP = 50;

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
    for (const mention of block.mentions) {
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
