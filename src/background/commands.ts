/** Keyboard commands of the manifest: passed on to the content script of the tab in front. */
import type { AskPage } from '@/messaging/client';
import type { Tabs } from '@/platform/types';

/** The form for a selected sentence: wide enough for its line, and all of it without scrolling (CSS pixels). */
const FORM = { width: 520, height: 680 };

/** A tab that is not read has nothing to step through: the command does nothing there. */
export async function runCommand(name: string, tabs: Tabs, askPage: AskPage): Promise<void> {
  const tab = await tabs.active();
  if (!tab) return;
  if (name === 'next-mention') await askPage(tab.id, 'page/step', { by: 1 });
  if (name === 'previous-mention') await askPage(tab.id, 'page/step', { by: -1 });
  if (name === 'capture') {
    // Nothing of a private window is kept, so nothing is asked about it either; but a key that does nothing seems broken.
    const about = tab.isPrivate ? 'private' : `tab=${tab.id}`;
    await tabs.openWindow(`capture.html?${about}`, FORM.width, FORM.height);
  }
  if (name === 'open-card') await askPage(tab.id, 'page/open', {});
}
