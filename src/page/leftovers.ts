/**
 * What an earlier run of the extension left in a page that stayed open: an update or reload ends its script or cuts it off,
 * and the next one runs in a world of its own, from which it cannot be reached. Knows host and marks by
 * their names only.
 */

import { SUBJECT_KINDS, type SubjectKind } from '@/core/model/actor';

/** In the host's closed root, where only extensions look. */
export const HOST_MARKER = 'sidelight';
/** The name of a kind's highlight; marks.css has the same. */
export const nameOf = (kind: SubjectKind): string => `sidelight-${kind}`;

/** How extensions look into closed roots: Firefox has it on elements, Chromium as a function. */
interface ClosedRoots {
  readonly chrome?: { readonly dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } };
}
type OpenedElement = Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };

function rootOf(element: OpenedElement): ShadowRoot | null {
  const { chrome } = globalThis as ClosedRoots;
  return element.openOrClosedShadowRoot ?? chrome?.dom?.openOrClosedShadowRoot(element) ?? null;
}

/** Takes earlier hosts and marks away. To be called before there are own ones. */
export function removeLeftovers({ document, CSS }: Window & typeof globalThis): void {
  for (const element of [...(document.documentElement?.children ?? [])]) {
    if (element.localName === 'div' && rootOf(element)?.getElementById(HOST_MARKER)) element.remove();
  }
  // One by one: Firefox lets no content script iterate a page's registry.
  for (const kind of SUBJECT_KINDS) CSS.highlights.delete(nameOf(kind));
}
