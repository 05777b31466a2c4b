/** The text of an element that is only a line. Bounded, since a page can nest a million elements. */

/** Nodes visited: a dateline or a heading has a handful. */
const MAX_NODES = 60;

/** The element's text with white space folded, '' where it is longer than `limit` characters. Parts of it are set off by a space. */
export function shortText(element: Element, limit: number): string {
  let text = '';
  let seen = 0;
  const stack: Node[] = [element];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (++seen > MAX_NODES) return '';
    if (node.nodeType === 3) {
      if ((node as Text).length > limit * 2) return '';
      text += `${node.nodeValue ?? ''} `;
      if (text.length > limit * 2) return '';
      continue;
    }
    let children = 0;
    for (let child = node.lastChild; child && children <= MAX_NODES; child = child.previousSibling, children++) stack.push(child);
  }
  const folded = text.replace(/\s+/g, ' ').trim();
  return folded.length > limit ? '' : folded;
}
