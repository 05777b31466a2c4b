/**
 * A document → its visible blocks of text in reading order, each with the element it fills and the text nodes it came from.
 * Leaves out what is never the story: navigation, forms, captions, boxes around the article.
 * Changes nothing in the document; recursion is a loop, so depth costs no stack.
 */
import type { Steps } from '@/core/text/steps';
import { BlockText, type TextPiece } from './block-text';

export interface TextBlock {
  readonly text: string;
  /** The text nodes that gave it, in order. */
  readonly pieces: readonly TextPiece[];
  /** The block-level element around the text. */
  readonly element: Element;
  readonly kind: 'paragraph' | 'heading' | 'item';
  /** Characters of the text that are links. */
  readonly linked: number;
  /** The innermost element around it that looks like a box beside the story; boxes nest. */
  readonly box: Box | null;
}

/** An element named like a box: related links, a newsletter, comments. Whether it is one, its content tells. */
export interface Box {
  readonly element: Element;
  readonly outer: Box | null;
  /** How many boxes it stands in, itself included. */
  readonly depth: number;
  /** Holds comments: no amount of text makes them the story. */
  readonly comments: boolean;
}

const SKIPPED_TAGS = new Set(
  'script style noscript template iframe object embed svg math canvas video audio picture map button input select textarea label nav dialog figcaption menu head title link meta'.split(
    ' ',
  ),
);
const BOX_TAGS = new Set(['aside', 'footer', 'form', 'figure']);
const INLINE_TAGS = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd mark nobr q ruby rb rp rt s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const SKIPPED_ROLES = /^(?:navigation|banner|contentinfo|complementary|search|dialog|alertdialog|menu|menubar|toolbar|button|tablist)$/;

/**
 * Words in class and id names of boxes around a story. Matched as whole words of the name (`related-links`, `relatedLinks`),
 * because a story's own container is often called post-share-wrapper or ad-enabled.
 */
const BOX_WORDS = new Set(
  'related share sharing sharebar social newsletter newsletters subscribe subscription signup promo promotion advert advertisement ads sponsor sponsored outbrain taboola recirc recirculation recommended recommendation recommendations breadcrumb breadcrumbs comment comments disqus sidebar caption credit byline author authors authorbox bio toc footer pagination tags taglist keywords topics copyright disclaimer popup modal cookie consent banner teaser teasers trending popular mostread gallery slideshow carousel tooltip screenreader hidden toolbar follow donate donation infobox factbox aside readmore morefrom seealso furtherreading correction rating player vote poll quiz kommentare autor teilen anzeige werbung mehr bildunterschrift weiterlesen publicite navigation menu nav skip'.split(
    ' ',
  ),
);

/** A name with one of these speaks of the layout around a story, not of a box. */
const LAYOUT_WORDS = new Set('body content wrapper layout grid page has with without no enable enabled'.split(' '));
/** A page's comments can be longer than its story. */
const COMMENT_WORDS = /^(?:comments?|disqus|kommentare?|commentaires?|comentarios?|respond)$/;

/** Blocks read; a page of five million text nodes is cut here. */
const MAX_BLOCKS = 5_000;
const MAX_NODES = 400_000;
/** Characters read, white space of the markup included: twenty times the longest story. A page of more is cut here. */
const MAX_TEXT = 5_000_000;

/** Words of a class or id: parted at marks and at capitals inside. */
function nameWords(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
}

function isSkipped(element: Element): boolean {
  const tag = element.localName;
  if (SKIPPED_TAGS.has(tag)) return true;
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  const role = element.getAttribute('role');
  if (role && SKIPPED_ROLES.test(role)) return true;
  const style = element.getAttribute('style');
  if (style && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)) return true;
  return false;
}

function isBox(element: Element): boolean {
  const tag = element.localName;
  if (BOX_TAGS.has(tag)) return true;
  if (tag === 'body' || tag === 'main' || tag === 'article') return false;
  if (/\barticleBody\b/i.test(element.getAttribute('itemprop') ?? '')) return false;
  return namesBox(element.getAttribute('class')) || namesBox(element.getAttribute('id'));
}

/** Longer class lists are utility classes, where single words mean nothing. */
const MAX_CLASS_NAMES = 12;

function isComments(element: Element): boolean {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  return nameWords(names.slice(0, 200)).some((w) => COMMENT_WORDS.test(w));
}

function namesBox(names: string | null): boolean {
  if (!names) return false;
  const list = names.split(/\s+/).slice(0, MAX_CLASS_NAMES);
  return list.some((name) => {
    if (name.length > 60 || /[:[\]]/.test(name)) return false;
    const words = nameWords(name);
    if (words.some((w) => LAYOUT_WORDS.has(w))) return false;
    return words.some((w) => BOX_WORDS.has(w)) || BOX_WORDS.has(words.join(''));
  });
}

/** Nodes and characters read between two pauses: far less than a millisecond of work in a browser. */
export const NODES_A_STEP = 500;
const TEXT_A_STEP = 50_000;
/** A text node of more characters is a program or a table of data, and would take a turn by itself. */
const MAX_NODE_TEXT = 100_000;
/** Boxes that lie in each other further than this say nothing new; it keeps every block's way through them short. */
const MAX_BOXES = 32;

/** What a node stands in. */
interface Surroundings {
  /** The block-level element around it. */
  readonly block: Element;
  readonly box: Box | null;
  readonly item: boolean;
}

export interface ReadBlocks {
  readonly blocks: TextBlock[];
  /** Where reading stopped because there was too much: the first node that was not read; null where all was. */
  readonly unread: Node | null;
}

/** Reads the blocks below `root`; pauses now and then, so that a page can be read without holding it up. */
export function* readBlocks(root: Element): Steps<ReadBlocks> {
  const blocks: TextBlock[] = [];
  const buffer = new BlockText();
  let linked = 0;
  let links = 0;
  let breaks = 0;
  let seen = 0;
  let read = 0;
  let sinceStep = 0;
  const flush = (element: Element, { box, item }: Surroundings) => {
    const { text, pieces } = buffer.take();
    if (text) {
      const kind = HEADINGS.has(element.localName) ? 'heading' : item ? 'item' : 'paragraph';
      blocks.push({ text, pieces, element, kind, linked: Math.min(linked, text.length), box });
    }
    linked = 0;
  };
  // Each entry is a node to enter, or an element to leave. Siblings wait in their own chain, so the stack is no deeper than the page.
  const stack: { readonly node: Node; readonly around: Surroundings; readonly leave: boolean }[] = [
    { node: root, around: { block: root, box: null, item: false }, leave: false },
  ];
  const within = () => blocks.length < MAX_BLOCKS && ++seen < MAX_NODES && read < MAX_TEXT;
  let entry = stack.pop();
  for (; entry && within(); entry = stack.pop()) {
    if (seen % NODES_A_STEP === 0 || sinceStep > TEXT_A_STEP) {
      sinceStep = 0;
      yield;
    }
    const { node, around, leave } = entry;
    if (!leave && node !== root && node.nextSibling) stack.push({ node: node.nextSibling, around, leave: false });
    if (node.nodeType === 3) {
      const { length } = node as Text;
      if (length > MAX_NODE_TEXT) continue;
      read += length;
      sinceStep += length;
      const text = (node.nodeValue ?? '').trim();
      buffer.add(node as Text);
      if (text) breaks = 0;
      if (links > 0) linked += text.length;
      continue;
    }
    if (node.nodeType !== 1) continue;
    const element = node as Element;
    const tag = element.localName;
    if (leave) {
      if (tag === 'a') links--;
      else flush(element, around);
      continue;
    }
    if (tag === 'br') {
      // Two line breaks part paragraphs, one is a space.
      if (++breaks >= 2) flush(around.block, around);
      else buffer.addSpace();
      continue;
    }
    if (element !== root && isSkipped(element)) {
      buffer.addSpace();
      continue;
    }
    const inline = INLINE_TAGS.has(tag);
    if (!inline) flush(around.block, around);
    if (tag === 'a') links++;
    const inside: Surroundings = {
      block: inline ? around.block : element,
      box: element !== root && isBox(element) ? boxIn(element, around.box) : around.box,
      item: around.item || tag === 'li',
    };
    if (!inline || tag === 'a') stack.push({ node: element, around: inside, leave: true });
    if (element.firstChild) stack.push({ node: element.firstChild, around: inside, leave: false });
  }
  const left = entry ? [...stack, entry] : [];
  return { blocks, unread: left.findLast(({ node, leave }) => !leave && mayHoldText(node))?.node ?? null };
}

const mayHoldText = (node: Node): boolean => node.nodeType === 1 || (node.nodeType === 3 && (node.nodeValue ?? '').trim() !== '');

function boxIn(element: Element, outer: Box | null): Box {
  const depth = (outer?.depth ?? 0) + 1;
  return outer && depth > MAX_BOXES ? outer : { element, outer, depth, comments: isComments(element) };
}
