/** From a selection to the page on which it can be tracked: by menu, by key, and where the browser keeps us out. */
import { expect, it } from 'vitest';
import { openTrackPage, trackSelection } from '@/background/track';
import { fakePlatform } from './fake-platform';

const opened = (platform: ReturnType<typeof fakePlatform>) => platform.log.opened.map((path) => decodeURIComponent(path));

it('opens the names page with what was selected, and no more of it than a name can be', async () => {
  const platform = fakePlatform();
  await openTrackPage('  Ann Able ', platform);
  await openTrackPage('x'.repeat(5_000), platform);
  expect(opened(platform)).toEqual(['names.html#Ann Able', `names.html#${'x'.repeat(200)}`]);
});

it('asks the page in front for its selection by key, and opens an empty form where it may not', async () => {
  const platform = fakePlatform();
  platform.openTabs.set(7, null);
  const asking = (evaluate: (tabId: number, files: readonly string[]) => Promise<unknown>) =>
    trackSelection({ tabs: platform.tabs, scripting: { ...platform.scripting, evaluate } });
  await asking(async (tabId, files) => `Bea ${tabId} ${files.join()}`);
  await asking(async () => {
    throw new Error('Cannot access contents of the page');
  });
  await asking(async () => ({ toString: () => 'no text' }));
  expect(opened(platform)).toEqual(['names.html#Bea 7 selection.js', 'names.html#', 'names.html#']);
});
