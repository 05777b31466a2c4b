/**
 * Draws a tree of JSX into new DOM nodes, once. The card keeps no state and each of its states is drawn anew, so the
 * content script, which runs on every news page, is spared the 5 kB (gzip) of Preact's renderer; own pages use that.
 * Knows elements, text and components that are plain functions: no hooks, no refs, no updates, no HTML from strings.
 */
import type { ComponentChildren, VNode } from 'preact';

const HTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';

/** The nodes of a tree, made for `document`, which may be XML. Empty for what draws nothing. */
export function draw(tree: ComponentChildren, document: Document, space = HTML): Node[] {
  if (tree === null || tree === undefined || typeof tree === 'boolean' || tree === '') return [];
  if (Array.isArray(tree)) return tree.flatMap((child: ComponentChildren) => draw(child, document, space));
  if (typeof tree !== 'object') return [document.createTextNode(String(tree))];
  // Nothing else is an object: the compiler lets no other through.
  const { type, props } = tree as VNode<{ children?: ComponentChildren }>;
  if (typeof type === 'function') return draw((type as (props: unknown) => ComponentChildren)(props), document, space);
  const within = type === 'svg' ? SVG : space;
  const element = document.createElementNS(within, type);
  for (const [name, value] of Object.entries(props as Readonly<Record<string, unknown>>)) {
    if (name === 'children' || value === null || value === undefined) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2).toLowerCase(), value as EventListener);
    // JSX writes dateTime and tabIndex, HTML datetime and tabindex; SVG means its capitals. ARIA wants `false` written out.
    else element.setAttribute(within === HTML ? name.toLowerCase() : name, String(value));
  }
  element.append(...draw(props.children, document, within));
  return [element];
}
