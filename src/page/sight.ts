/**
 * Does the reader see the text of an element, and is it the page's own words rather than a menu, the masthead or the footer? Asks for boxes, which may
 * lay the page out: to be asked only where names were found. Knows nothing of names.
 */
import { isShown } from './eligible';

/** A clipping box this thin (CSS pixels) on any side shows no letter: what pages keep for screen readers, or have folded up. */
const THIN = 1;
/** Text indented this far left (CSS pixels) stands outside every window: a picture is shown in its place. */
const FAR_INDENT = -999;
/** `clip` and `clip-path` as pages write them to show nothing. */
const CLIPPED_AWAY = /^rect\((?:[01]px,? ?){4}\)$|^inset\((?:50|100)%\)$/;

/** What can hold a site's menu. */
const GROUPS = 'ul, ol, menu, dl, aside, [role="complementary"]';
/** What a site says of itself at its end: address, copyright, editions. */
const FOOT = 'footer, [role="contentinfo"]';
/** Lists, footers and links within these belong to the story. */
const STORY = 'article, main, [role="article"], [role="main"]';
/** A menu has at least so many links; two names linked side by side are a sentence's end as often. */
const LEAST_LINKS = 3;
/** Mean letters of a menu's links, spaces not counted. Sections and topics have under 20, headlines over 35. */
const SHORT_LINK = 25;
/** Nearly all of a menu's letters are links; the rest are separators and a heading. */
const LINKED = 0.9;

/** The element whose box can clip this one: what an absolute part is placed in, not what lies between; null for fixed ones. */
export function clipperOf(element: Element, { position }: CSSStyleDeclaration): Element | null {
  if (position === 'fixed') return null;
  return position === 'absolute' && element instanceof HTMLElement ? element.offsetParent : element.parentElement;
}

/** Can the element's box clip? The body's overflow is the window's, a line's parts clip nothing, `contents` has no box. */
export function clips(element: Element, { overflow, display }: CSSStyleDeclaration): boolean {
  return overflow !== 'visible' && display !== 'inline' && display !== 'contents' && element !== element.ownerDocument.body;
}

/** The boxes already looked at in one pass, with the element that hides what is in them. */
type Seen = Map<Element, Element | null>;

/** The element around this one, or itself, that shows nothing of what is in it; null where none does. */
function hiderOf(element: Element, view: Window, seen: Seen): Element | null {
  const { body, documentElement } = element.ownerDocument;
  if (element === body || element === documentElement) return null;
  const known = seen.get(element);
  if (known !== undefined) return known;
  const style = view.getComputedStyle(element);
  const box = clips(element, style) ? element.getBoundingClientRect() : null;
  const thin = box !== null && (box.width <= THIN || box.height <= THIN);
  const hides = thin || CLIPPED_AWAY.test(style.clipPath) || (style.position !== 'static' && CLIPPED_AWAY.test(style.clip));
  const around = clipperOf(element, style);
  const hider = hides ? element : around && hiderOf(around, view, seen);
  seen.set(element, hider);
  return hider;
}

/** Does the element stand where no scrolling leads? Within a scroller or slider it may come into view, so that does not count. */
function isOffPage(element: Element, view: Window): boolean {
  const box = element.getBoundingClientRect();
  const left = box.right + view.scrollX <= 0 && view.getComputedStyle(element.ownerDocument.documentElement).direction === 'ltr';
  if (!left && box.bottom + view.scrollY > 0) return false;
  let at: Element | null = element;
  while (at && at !== element.ownerDocument.documentElement) {
    const style = view.getComputedStyle(at);
    if (clips(at, style)) return false;
    at = clipperOf(at, style);
  }
  return true;
}

/** The element that keeps this one's text from being seen, if there is one. */
function unseenBy(element: Element, view: Window, seen: Seen): Element | null {
  const hider = hiderOf(element, view, seen);
  if (hider) return hider;
  const { fontSize, textIndent } = view.getComputedStyle(element);
  return fontSize === '0px' || Number.parseFloat(textIndent) <= FAR_INDENT || isOffPage(element, view) ? element : null;
}

/** Is the element shown, and its text where it can be seen? */
export function isSeen(element: Element, view: Window): boolean {
  return isShown(element, view) && unseenBy(element, view, new Map()) === null;
}

const letters = (element: Element): number => element.textContent.replace(/\s+/g, '').length;

/** Is there nothing in it but short links? */
function isMenu(group: Element): boolean {
  const links = group.querySelectorAll('a[href]');
  if (links.length < LEAST_LINKS) return false;
  let linked = 0;
  for (const link of links) linked += letters(link);
  return linked <= SHORT_LINK * links.length && linked >= LINKED * letters(group);
}

/** Is it nothing but a link to the site's first page? Its text is the site's name. */
function isMasthead(container: Element): boolean {
  const link = container.closest('a') ?? container.querySelector('a');
  return link?.host === location.host && link.pathname === '/' && !link.href.includes('#') && letters(link) >= letters(container);
}

/**
 * A look at the containers of one pass over the page: true for text that is seen and neither a menu's nor the site's own. `onUnseen` is told what hides
 * the others. Must not outlive its pass, because boxes change.
 */
export function createSight(view: Window, onUnseen: (element: Element) => void): (container: Element) => boolean {
  const seen: Seen = new Map();
  const menus = new Map<Element, boolean>();

  function isFurniture(container: Element): boolean {
    if (container.closest(STORY)) return false;
    if (container.closest(FOOT) || isMasthead(container)) return true;
    for (let group = container.closest(GROUPS); group; group = group.parentElement?.closest(GROUPS) ?? null) {
      const menu = menus.get(group) ?? isMenu(group);
      menus.set(group, menu);
      if (menu) return true;
    }
    return false;
  }

  return (container) => {
    const hider = unseenBy(container, view, seen);
    if (hider) onUnseen(hider);
    return !hider && !isFurniture(container);
  };
}
