/**
 * "Track this": from a name selected on any page, by the context menu or by key, to the page on which it is looked at before it is
 * tracked. A page that is not read is let in by the reader's own click or key (activeTab), for its selection and no more.
 */
import type { Platform } from '@/platform/types';

/** In the menu over a selection. */
export const TRACK_MENU = { id: 'track', title: 'Track “%s” in Sidelight…' } as const;
/** As the manifest names the key. */
export const TRACK_COMMAND = 'track-selection';
const NAMES_PAGE = 'names.html';

/** Longer selections are no names; what stands before is. */
const LONGEST = 200;

export async function openTrackPage(selected: string, { tabs }: Pick<Platform, 'tabs'>): Promise<void> {
  // Behind the hash: it is sent nowhere, and an own page's address is seen by no other.
  await tabs.open(`${NAMES_PAGE}#${encodeURIComponent(selected.trim().slice(0, LONGEST))}`);
}

/** By key: asks the page in front for its selection. Where the browser keeps us out, the page opens with an empty form. */
export async function trackSelection(platform: Pick<Platform, 'tabs' | 'scripting'>): Promise<void> {
  const tab = await platform.tabs.active();
  const selected = tab ? await platform.scripting.evaluate(tab.id, ['selection.js']).catch(() => '') : '';
  await openTrackPage(typeof selected === 'string' ? selected : '', platform);
}
