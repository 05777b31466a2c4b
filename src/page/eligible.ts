/**
 * Which elements of a page are read, and which of them end a line of text.
 * Decides by tag, by a few attributes and by `display`; knows nothing of names or marks.
 */

/**
 * What is found on meeting an element.
 * `skip`: as if it were not there. `gap`: not read, but it stands between words, so that no name runs across it.
 */
export type Verdict = 'skip' | 'gap' | 'break' | 'inline' | 'block';

const TAGS = {
  /** Not part of what the page says: code, fallbacks, pictures, readings of ruby text. */
  skip: 'script style noscript template head svg math canvas video audio iframe object embed rp rt',
  /** The same, where a reader sees something in their place: fields, which are never read, and the site's own menus. */
  gap: 'input textarea select button datalist meter progress code samp kbd nav',
  break: 'br hr',
  /** Laid out within a line unless a style sheet says otherwise: their style has to be asked. */
  flow: 'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr output q ruby rb s slot small span strike strong sub sup time tt u var wbr',
} as const;
const byTag = new Map<string, keyof typeof TAGS>();
for (const [verdict, tags] of Object.entries(TAGS)) for (const tag of tags.split(' ')) byTag.set(tag, verdict as keyof typeof TAGS);

/** Roles that turn an element into a field or a menu. */
const SKIPPED_ROLES = new Set(['textbox', 'searchbox', 'combobox', 'navigation', 'menu', 'menubar', 'button']);

/** The attributes that can take an element out of reading; the observer watches the same ones. */
export const READING_ATTRIBUTES = ['hidden', 'aria-hidden', 'contenteditable', 'role', 'open'] as const;

/** Is the element, or anything that it stands in, left out? For elements met other than from the top. */
export function isLeftOut(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const verdict = byTag.get(at.localName);
    if (verdict === 'skip' || verdict === 'gap' || verdictByAttribute(at)) return true;
  }
  return false;
}

/**
 * Elements whose attributes may leave them out, or lay them out unlike others of their kind: looked up all at once, because asking
 * each element for each attribute is slow.
 */
const TELLING = '[hidden],[aria-hidden="true"],[role],[contenteditable],[style]';

/** `hidden` text is not there at all; a field, a menu or a decoration stands between the words around it. */
function verdictByAttribute(element: Element): 'skip' | 'gap' | null {
  if (element.hasAttribute('hidden')) return 'skip';
  if (element.getAttribute('aria-hidden') === 'true') return 'gap';
  const role = element.getAttribute('role');
  if (role !== null && SKIPPED_ROLES.has(role)) return 'gap';
  const editable = element.getAttribute('contenteditable');
  return editable !== null && editable.toLowerCase() !== 'false' ? 'gap' : null;
}

function kindOf(element: Element): string {
  const names = element.getAttribute('class');
  return names ? `${element.localName}.${names}` : element.localName;
}

/**
 * A judge for one pass over a document. Styles are asked only where the tag leaves it open (a `span` may be a flex item),
 * and once per kind of element: what tag, in what class, under what parent. A judge must not outlive its pass, because styles
 * and attributes change. `root`: everything that will be judged lies inside it, which makes judging a whole page much faster.
 */
export function createJudge(view: Window, root: Element | null): (element: Element) => Verdict {
  const telling = root && new Set<Element>(root.querySelectorAll(TELLING));
  if (root?.hasAttribute('style')) telling?.add(root);
  const tells = (element: Element): boolean => !telling || (telling.size > 0 && telling.has(element));
  /** Does a child of this kind flow, by kind of parent? */
  const flows = new Map<string, Map<string, Verdict>>();
  let parent: Element | null = null;
  let parentStyled = false;
  let family = '';
  let siblings = new Map<string, Verdict>();
  flows.set(family, siblings);

  function flowOf(element: Element, mayBeStyled: boolean): Verdict {
    const above = element.parentElement;
    if (above !== parent) {
      parent = above;
      parentStyled = above !== null && tells(above) && above.hasAttribute('style');
      const kind = above ? kindOf(above) : '';
      if (kind !== family) {
        family = kind;
        siblings = flows.get(family) ?? new Map();
        flows.set(family, siblings);
      }
    }
    if (parentStyled || (mayBeStyled && element.hasAttribute('style'))) return askFlow(element);
    const kind = kindOf(element);
    const known = siblings.get(kind);
    if (known) return known;
    const verdict = askFlow(element);
    // A sibling of a hidden element may well be shown.
    if (verdict !== 'skip') siblings.set(kind, verdict);
    return verdict;
  }

  function askFlow(element: Element): Verdict {
    const { display } = view.getComputedStyle(element);
    if (display === 'none') return 'skip';
    // Contents, inline-block and ruby flow with the line around them; a flex or grid item is blockified by the browser.
    return display.startsWith('inline') || display === 'contents' || display.startsWith('ruby') ? 'inline' : 'block';
  }

  return (element) => {
    const tag = element.localName;
    const verdict = byTag.get(tag);
    if (verdict !== undefined && verdict !== 'flow') return verdict;
    const told = tells(element);
    const left = told ? verdictByAttribute(element) : null;
    if (left) return left;
    // A custom element flows unless a style sheet says otherwise.
    return verdict === 'flow' || tag.includes('-') ? flowOf(element, told) : 'block';
  };
}

/** Is the element a closed `details`, which is shown while its own text is not? */
export function isFolded(element: Element): boolean {
  return element.localName === 'details' && !element.hasAttribute('open');
}

/** Not `contentVisibilityAuto`: what a browser puts off drawing until it is scrolled to is the story's second half. */
const SHOWN = { visibilityProperty: true, opacityProperty: true };

/**
 * Is the element laid out, not `visibility: hidden` and not fully transparent? Forces style, not layout, where the page left them stale.
 * An element with `display: contents` has no box of its own: its parent answers.
 */
export function isShown(element: Element, view: Window): boolean {
  let at: Element | null = element;
  while (at) {
    if (at.checkVisibility(SHOWN)) return true;
    if (view.getComputedStyle(at).display !== 'contents') return false;
    at = at.parentElement;
  }
  return false;
}
