/**
 * A page → the article's own text in blocks: paragraphs, headings and lists of the story, in order.
 * Not the title, captions, boxes, lists of other stories. Not in the always-loaded content script.
 */

import { finish, type Steps } from '@/core/text/steps';
import { type PagePlace, placeOf, type TextPiece } from './block-text';
import { readBlocks, type TextBlock } from './text-blocks';
import { type WireCredit, wireCredits } from './wire-credit';

/**
 * The story's text and its way back to the page. Every offset handed out by the readers of dates and claims is one into
 * `text`: the blocks joined by {@link BLOCK_BREAK}, so that block `i` begins at `starts[i]` and an offset in it is
 * `starts[i]` less. Inside a block, `pieces[i]` says which text node gave which characters. {@link placesInPage} does both steps.
 */
export interface MainText {
  readonly text: string;
  readonly blocks: readonly string[];
  /** Where each block begins in `text`. */
  readonly starts: readonly number[];
  /** The element that each block fills. */
  readonly elements: readonly Element[];
  /** The agencies that the story credits, in its dateline, byline or last lines. */
  readonly wire: readonly WireCredit[];
  /** The text nodes that gave each block. */
  readonly pieces: readonly (readonly TextPiece[])[];
  /** The page was too long to be read whole, and the story went on where reading stopped. */
  readonly cut: boolean;
}

/** Stands between two blocks of a text. */
export const BLOCK_BREAK = '\n';

/** The main text of these blocks. */
function joinBlocks(story: readonly TextBlock[], wire: readonly WireCredit[], cut: boolean): MainText {
  const blocks = story.map((b) => b.text);
  let next = 0;
  const starts = blocks.map((block) => {
    const start = next;
    next += block.length + BLOCK_BREAK.length;
    return start;
  });
  return {
    text: blocks.join(BLOCK_BREAK),
    blocks,
    starts,
    wire,
    cut,
    elements: story.map((b) => b.element),
    pieces: story.map((b) => b.pieces),
  };
}

/**
 * Where the characters [start, end) of a main text stand in the page: one place for each block that they touch, in order.
 * A block whose nodes the page has changed or removed since is left out; empty where none is left.
 */
export function placesInPage(main: MainText, { start, end }: { readonly start: number; readonly end: number }): PagePlace[] {
  const places: PagePlace[] = [];
  for (const [i, block] of main.blocks.entries()) {
    const offset = main.starts[i] ?? 0;
    if (offset >= end) break;
    if (offset + block.length <= start) continue;
    const place = placeOf(block, main.pieces[i] ?? [], Math.max(0, start - offset), Math.min(block.length, end - offset));
    if (place) places.push(place);
  }
  return places;
}

/** A paragraph of a story has at least this many characters; shorter blocks are labels unless among paragraphs. */
const PARAGRAPH = 60;
/** A block of which more than this share is links is a list of other stories. */
const LINKED_SHARE = 0.5;
/** What a label, a button or a link costs the element that holds it, in characters of story. */
const CLUTTER = 40;

/** A box that holds this share of a page's prose is the story, whatever its name. */
const STORY_SHARE = 0.4;

/** What is known of the article before its text is read. */
interface Known {
  readonly title: string | null;
  readonly authors?: readonly string[];
}

/** Reads the main text in one go; empty where the page holds none. */
export function readMainText(document: Document, article: Known): MainText {
  return finish(mainTextInSteps(document, article));
}

/** The same in small steps, for a page that must not be held up: call `next()` until it is done. */
export function* mainTextInSteps(document: Document, article: Known): Steps<MainText> {
  // Not document.body: where a page puts something between head and body, Node's parser takes that for the body.
  const body = document.querySelector('body') ?? document.documentElement;
  const { blocks: all, unread } = body ? yield* readBlocks(body) : { blocks: [], unread: null };
  const blocks = withoutLabels(yield* withoutBoxes(all, document));
  yield;
  const container = yield* chooseContainer(blocks);
  yield;
  const inside = container ? blocks.filter((b) => container.contains(b.element)) : blocks;
  const kept = yield* keepStory(inside, article.title);
  const story = withoutOtherStories(kept);
  const hasEnded = kept.slice(story.length).some(({ kind, text }) => kind !== 'heading' || ELSEWHERE.test(text));
  yield;
  // Credits are short lines that are no part of the story: those behind its last paragraph count as well.
  const last = story.at(-1);
  const texts = last ? inside.slice(0, inside.indexOf(last) + 1 + LINES_BEHIND).map((b) => b.text) : [];
  const cut = unread !== null && !hasEnded && (container?.contains(unread) ?? true);
  return joinBlocks(story, wireCredits(texts, article.authors ?? []), cut);
}

/** Lines looked at behind a story for its credit. */
const LINES_BEHIND = 2;

const linkedShare = (block: TextBlock): number => block.linked / block.text.length;

/** Names that sites give to the element that holds an article's text; `article-body`, `entry_content`, `storyText`. */
const STORY_NAME = /(?:article|story|post|entry|news|page)[\w-]{0,20}(?:body|content|text|copy)|^(?:body|text)-?copy$/i;
/** What prose gains where its surroundings say that they are the story: short news beside long notes. */
const STORY_GAIN = 1.5;
/** Where more than this share of a page's prose stands in elements so named, the rest is not the story. */
const TOLD_SHARE = 0.35;

function saysStory(element: Element): boolean {
  if (element.localName === 'article' || /\barticleBody\b/i.test(element.getAttribute('itemprop') ?? '')) return true;
  return element.localName !== 'body' && (element.getAttribute('class') ?? '').split(/\s+/, 8).some((name) => STORY_NAME.test(name));
}

/** How much a block speaks for its surroundings being the story: characters of prose, or minus what clutter costs. */
function worth(block: TextBlock): number {
  const share = linkedShare(block);
  if (share > LINKED_SHARE) return -CLUTTER;
  if (block.kind === 'heading') return 0;
  if (block.text.length >= PARAGRAPH) return block.text.length * (1 - share);
  return ENDED.test(block.text) ? 0 : -CLUTTER;
}

const ENDED = /[.!?…。"”»:’']$/;

/** Main headings looked at: one, or one for each story on an endless page. */
const MAX_HEADINGS = 10;

/** Leaves out blocks in boxes, save in those that hold the story or its heading. */
function* withoutBoxes(blocks: readonly TextBlock[], document: Document): Steps<TextBlock[]> {
  const headings = [...document.querySelectorAll('h1')].slice(0, MAX_HEADINGS);
  const holdsHeading = (element: Element) => headings.some((h) => element.contains(h));
  const prose = new Map<Element, number>();
  let total = 0;
  for (const [i, block] of blocks.entries()) {
    if (i % BLOCKS_A_STEP === 0) yield;
    const value = Math.max(0, worth(block));
    total += value;
    for (let box = block.box; box; box = box.outer) prose.set(box.element, (prose.get(box.element) ?? 0) + value);
  }
  yield;
  return blocks.filter((block) => {
    for (let box = block.box; box; box = box.outer) {
      const small = (prose.get(box.element) ?? 0) < total * STORY_SHARE;
      if ((small || box.comments) && !holdsHeading(box.element)) return false;
    }
    return true;
  });
}

/** Blocks judged between two pauses: each climbs through the elements around it. */
const BLOCKS_A_STEP = 50;
/** Levels climbed from a block: browsers nest no deeper than 512, stories stand within a few dozen of each other. */
const MAX_LEVELS = 64;

/** For each element, what its blocks sum up to. */
function* sumsByElement<T extends { readonly block: TextBlock; readonly value: number }>(
  values: readonly T[],
): Steps<Map<Element, number>> {
  const sums = new Map<Element, number>();
  for (const [i, { block, value }] of values.entries()) {
    if (i % BLOCKS_A_STEP === 0) yield;
    let level = 0;
    for (let e: Element | null = block.element; e && level < MAX_LEVELS; e = e.parentElement, level++)
      sums.set(e, (sums.get(e) ?? 0) + value);
  }
  return sums;
}

/** Whether an element stands in one that says it is the story; remembered, since blocks share their ancestors. */
function createStoryTest(): (element: Element) => boolean {
  const known = new Map<Element, boolean>();
  return (element) => {
    const passed: Element[] = [];
    let answer = false;
    for (let e: Element | null = element; e && passed.length < MAX_LEVELS; e = e.parentElement) {
      const before = known.get(e);
      answer = before ?? saysStory(e);
      passed.push(e);
      if (answer || before !== undefined) break;
    }
    for (const e of passed) known.set(e, answer);
    return answer;
  };
}

/** The element whose blocks are worth most together; of equals the innermost. */
function* chooseContainer(blocks: readonly TextBlock[]): Steps<Element | null> {
  const inStory = createStoryTest();
  const judged: { readonly block: TextBlock; readonly plain: number; readonly story: boolean }[] = [];
  for (const [i, block] of blocks.entries()) {
    if (i % BLOCKS_A_STEP === 0) yield;
    const plain = worth(block);
    judged.push({ block, plain, story: plain > 0 && inStory(block.element) });
  }
  const prose = (of: typeof judged) => of.reduce((sum, j) => sum + Math.max(0, j.plain), 0);
  const told = prose(judged.filter((j) => j.story)) > prose(judged) * TOLD_SHARE;
  const value = ({ plain, story }: (typeof judged)[number]) => (story ? plain * STORY_GAIN : told && plain > 0 ? 0 : plain);
  let best: Element | null = null;
  let most = 0;
  yield;
  for (const [element, sum] of yield* sumsByElement(judged.map((j) => ({ block: j.block, value: value(j) })))) {
    if (sum > most || (best && sum === most && best.contains(element))) [best, most] = [element, sum];
  }
  return best;
}

/** The card of another story is a small part of the page. */
const CARD_SHARE = 0.25;

function* keepStory(blocks: readonly TextBlock[], ownTitle: string | null): Steps<TextBlock[]> {
  const title = ownTitle?.toLowerCase() ?? '';
  const total = blocks.reduce((sum, b) => sum + b.text.length, 0);
  const lengths = yield* sumsByElement(blocks.map((block) => ({ block, value: block.text.length })));
  const kept: TextBlock[] = [];
  let card: Element | null = null;
  for (const b of blocks) {
    if (card?.contains(b.element)) continue;
    const linked = linkedShare(b) > LINKED_SHARE;
    // A heading that is a link leads to another story, and its card tells of that one.
    if (linked && b.kind === 'heading') {
      const around = b.element.parentElement;
      card = around && (lengths.get(around) ?? total) < total * CARD_SHARE ? around : null;
    }
    const isTitle = title && b.text.toLowerCase() === title;
    if (linked || isTitle || (b.element.localName === 'h1' && kept.length === 0)) continue;
    if (b.kind !== 'paragraph' || b.text.length >= PARAGRAPH || ENDED.test(b.text)) kept.push(b);
  }
  return kept;
}

/** Headings of what follows a story: other stories, comments, the author. */
const ELSEWHERE =
  /^(?:more(?: (?!than\b)\S+){0,3}$|more (?:from|in|on|about|stories|news|like)|related|see also|trending|latest|recommended|most (?:read|popular)|popular|top stories|you (?:may|might)|don.t miss|(?:top (?:rated )?)?comments?|leave a|join the|share this|about the author|sign up|subscribe|newsletter|mehr (?:zum|zu|aus|von)|das könnte|auch interessant|weitere (?:artikel|themen|nachrichten|meldungen)|kommentare|sur le même|más (?:noticias|sobre)|читайте|что ещё)/i;

/** Comments are told by their label alone, even where it is no heading. */
const COMMENTS = /^(?:(?:top (?:rated )?|\d+ )?comments|kommentare|commentaires|comentarios|комментарии|коментарі)\W*(?:\(?\d+\)?)?$/i;

/** Cuts what follows the story under such a heading, if most of the story stands before it. */
function withoutOtherStories(blocks: readonly TextBlock[]): TextBlock[] {
  const total = blocks.reduce((sum, b) => sum + b.text.length, 0);
  let before = 0;
  const story: TextBlock[] = [];
  for (const b of blocks) {
    if (before * 2 > total && (b.kind === 'heading' ? ELSEWHERE : COMMENTS).test(b.text)) break;
    before += b.text.length;
    story.push(b);
  }
  // A heading with nothing under it heads something that was left out.
  while (story.at(-1)?.kind === 'heading') story.pop();
  return story;
}

/** Lines between the paragraphs that point elsewhere, and what stands under pictures. */
const POINTER =
  /^(?:read (?:more|next|also|on)|also (?:read|see)|see also|related|advertisement|continue reading|story continues|scroll (?:down|to)|click here|watch (?:now|live|more)|lesen sie (?:auch|hier|mehr|dazu)|mehr zum thema|anzeige|werbung|lire aussi|à lire|lee también|leggi anche|leia (?:mais|também)|читайте також|читайте также)(?![\p{L}\p{N}])/iu;
const CAPTION = /\((?:image|photo|foto|picture|pic|bild)s?\s*:[^)]*\)\s*$|(?:©|getty images|\/\s*(?:afp|ap|reuters|dpa|epa)\b[^.]*)\s*$/i;
const DATE_LINE =
  /^(?:published|updated|posted|last (?:updated|modified)|publié|mis à jour|veröffentlicht|aktualisiert|stand|publicado|pubblicato|опубліковано|опубликовано)(?![\p{L}\p{N}]).*\d/iu;
/** A pointer or a caption is a line or two. */
const LINE = 200;

function withoutLabels(blocks: readonly TextBlock[]): TextBlock[] {
  return blocks.filter(
    (b) => b.kind === 'heading' || b.text.length > LINE || !(POINTER.test(b.text) || CAPTION.test(b.text) || DATE_LINE.test(b.text)),
  );
}
