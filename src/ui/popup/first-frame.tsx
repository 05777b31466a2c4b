/**
 * The popup over a page that is known from before, as its first script draws it: to the letter what the popup itself shows of it a
 * moment later (popup.tsx), but made once, without Preact's renderer (src/ui/card/draw.ts), so that it stands before that is loaded.
 * What is pressed meanwhile is done afterwards.
 */
import type { KnownPage } from '@/core/model/known-page';
import { draw } from '../card/draw';
import { ArticleHead } from './article-head';
import { type Begun, noting } from './begun';
import { ClaimsBones } from './bones';
import { FilterFace } from './filter-face';
import { Foot } from './foot';
import { Glance } from './glance';
import { Masthead } from './masthead';
import type { TabKey } from './state';
import { tabsWith } from './tab-labels';
import { TABS_LABEL, TabPanel, Tabs } from './tab-row';

function FirstFrame({ page: { host, article, sight }, begun }: { readonly page: KnownPage; readonly begun: Begun }) {
  const on = noting(begun.pressed);
  const select = (tab: TabKey) => {
    begun.tab = tab;
    on.onTab(tab);
  };
  return (
    <div class="popup">
      <Masthead site={{ host, on: true }} on={on} />
      <main aria-busy>
        <ArticleHead article={article} outlet={sight.outlet} />
        <div class="bar">
          <div class="tabs" role="tablist" aria-label={TABS_LABEL}>
            <Tabs tabs={tabsWith(sight)} selected="article" onSelect={select} />
          </div>
          <FilterFace />
          <p class="spoken" role="status" />
        </div>
        <TabPanel of="article">
          <Glance sight={sight} onTab={select} />
          <ClaimsBones />
        </TabPanel>
      </main>
      <Foot health={null} paused={false} feeds={article.feeds ?? []} on={on} />
    </div>
  );
}

/** Puts the first frame into `root`, which is empty; gives what the reader begins in it, from then on. */
export function drawFirst(root: HTMLElement, page: KnownPage): Begun {
  const begun: Begun = { pressed: [], tab: 'article' };
  root.append(...draw(<FirstFrame page={page} begun={begun} />, root.ownerDocument));
  return begun;
}
