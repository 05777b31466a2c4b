/**
 * Which elements of a page are read, and which of them end a line of text.
 * Decides by tag, by a few attributes and by `display`; knows nothing of names or marks.
 */

/**
 * What is found on meeting an element.
 * `skip`: as if it were not there. `gap`: not read, but it stands between words, so that no name runs across it.
 */
export type Verdict = 'skip' | 'gap' | 'break' | 'inline' | 'block';

/** Elements whose text is not part of what the page says: code, fallbacks, pictures, the site's own menus. */
const SKIPPED = [
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'svg',
  'math',
  'canvas',
  'video',
  'audio',
  'iframe',
  'object',
  'embed',
  'rp',
  'rt',
];
/** The same, where a reader sees something in their place. Editable fields are never read. */
const GAPS = ['input', 'textarea', 'select', 'button', 'datalist', 'meter', 'progress', 'code', 'samp', 'kbd', 'nav'];
/** Roles that turn an element into a field or a menu. */
const SKIPPED_ROLES = ['textbox', 'searchbox', 'combobox', 'navigation', 'menu', 'menubar', 'button'];

/** Elements that a browser lays out within a line unless a style sheet says otherwise. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr output q ruby rb s slot small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

const skippedTags = new Set(SKIPPED);
const gapTags = new Set(GAPS);
const skippedRoles = new Set(SKIPPED_ROLES);

/** The attributes that can take an element out of reading; the observer watches the same ones. */
export const READING_ATTRIBUTES = ['hidden', 'aria-hidden', 'contenteditable', 'role', 'open'] as const;

const EXCLUDED = [
  ...SKIPPED,
  ...GAPS,
  ...SKIPPED_ROLES.map((role) => `[role="${role}"]`),
  '[hidden]',
  '[aria-hidden="true"]',
  '[contenteditable]:not([contenteditable="false" i])',
].join(',');

/** Is the element, or anything that it stands in, left out? For elements met other than from the top. */
export function isLeftOut(element: Element): boolean {
  return element.closest(EXCLUDED) !== null;
}

/** `hidden` text is not there at all; a field, a menu or a decoration stands between the words around it. */
function verdictByAttribute(element: Element): 'skip' | 'gap' | null {
  if (!element.hasAttributes()) return null;
  if (element.hasAttribute('hidden')) return 'skip';
  if (element.getAttribute('aria-hidden') === 'true') return 'gap';
  const role = element.getAttribute('role');
  if (role !== null && skippedRoles.has(role)) return 'gap';
  const editable = element.getAttribute('contenteditable');
  return editable !== null && editable.toLowerCase() !== 'false' ? 'gap' : null;
}

/**
 * A judge for one pass over a document. Styles are asked only where the tag leaves it open (a `span` may be a flex item),
 * and once per kind of element: what tag, in what class, under what parent. A judge must not outlive its pass, because styles change.
 */
export function createJudge(view: Window): (element: Element) => Verdict {
  /** The kinds of child known to flow, by kind of parent. */
  const flows = new Map<string, Set<string>>();
  let parent: Element | null = null;
  let siblings = new Set<string>();

  function flowOf(element: Element): Verdict {
    const own = element.hasAttributes() ? element.getAttribute('class') : null;
    const kind = own === null ? element.localName : `${element.localName}.${own}`;
    if (element.parentElement !== parent) {
      parent = element.parentElement;
      const family = `${parent?.localName}.${parent?.getAttribute('class')}`;
      siblings = flows.get(family) ?? new Set();
      flows.set(family, siblings);
    }
    const styled = element.hasAttribute('style') || parent?.hasAttribute('style') === true;
    if (!styled && siblings.has(kind)) return 'inline';
    const display = view.getComputedStyle(element).display;
    if (display === 'none') return 'skip';
    // Contents, inline-block and ruby flow with the line around them; a flex or grid item is blockified by the browser.
    if (display.startsWith('inline') || display === 'contents' || display.startsWith('ruby')) {
      // Only `inline` is remembered: a sibling of a hidden element may well be shown.
      if (!styled) siblings.add(kind);
      return 'inline';
    }
    return 'block';
  }

  return (element) => {
    const tag = element.localName;
    if (tag === 'br' || tag === 'hr') return 'break';
    if (skippedTags.has(tag)) return 'skip';
    if (gapTags.has(tag)) return 'gap';
    const left = verdictByAttribute(element);
    if (left) return left;
    // A custom element flows unless a style sheet says otherwise.
    return INLINE.has(tag) || tag.includes('-') ? flowOf(element) : 'block';
  };
}

/** Is the element a closed `details`, which is shown while its own text is not? */
export function isFolded(element: Element): boolean {
  return element.localName === 'details' && !element.hasAttribute('open');
}

/**
 * Is the element laid out and not `visibility: hidden`? Forces style, not layout, where the page left them stale.
 * An element with `display: contents` has no box of its own: its parent answers.
 */
export function isShown(element: Element, view: Window): boolean {
  let at: Element | null = element;
  while (at) {
    if (at.checkVisibility({ visibilityProperty: true })) return true;
    if (view.getComputedStyle(at).display !== 'contents') return false;
    at = at.parentElement;
  }
  return false;
}
