/**
 * Where pages that are known stand between their reading and the popup: in the memory that the browser keeps for the extension as long
 * as it runs, out of reach of pages, never on a disk. One of a tab, for the newest few tabs; nothing of private windows, which whoever
 * keeps one looks at. Written by the background and by the popup, read by the popup's first script, without a worker.
 */
import type { KnownPage } from '@/core/model/known-page';
import type { SessionStorage } from '@/platform/types';

/** Tabs kept: as many as a reader goes back and forth between. All are read in one go, so that they must stay few kilobytes. */
const MOST_TABS = 20;

interface Kept {
  /** When, ms since 1970. */
  readonly at: number;
  readonly page: KnownPage;
}

const keyOf = (tabId: number): string => `tab:${tabId}`;

/** Keeps what is known of the page in a tab, in place of what was of any before. */
export async function keepKnown(session: SessionStorage, tabId: number, page: KnownPage, at: number): Promise<void> {
  const kept: Kept = { at, page };
  await session.set(keyOf(tabId), kept);
  const all = Object.entries((await session.all()) as Readonly<Record<string, Kept>>);
  const over = all.sort(([, a], [, b]) => b.at - a.at).slice(MOST_TABS);
  if (over.length > 0) await session.remove(over.map(([key]) => key));
}

export const forgetKnown = (session: SessionStorage, tabId: number): Promise<void> => session.remove([keyOf(tabId)]);

/** What is known of the page that the tab shows; null where it shows another than was kept, or is a private window's. */
export async function knownIn(
  session: SessionStorage,
  active: Promise<{ readonly id: number; readonly url: string | null; readonly isPrivate: boolean } | null>,
): Promise<KnownPage | null> {
  const [tab, all] = await Promise.all([active, session.all()]);
  const kept = tab && !tab.isPrivate ? (all[keyOf(tab.id)] as Kept | undefined) : undefined;
  return kept && kept.page.url === tab?.url ? kept.page : null;
}
