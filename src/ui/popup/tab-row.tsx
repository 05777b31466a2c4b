/** How the popup's tabs and the panel below them look, whatever moves between them (tabs.tsx): the first frame has no more. */
import type { ComponentChildren } from 'preact';

export interface Tab<K extends string> {
  readonly key: K;
  readonly label: string;
  /** What it lists; null or 0 are not written. */
  readonly count: number | null;
}

export interface TabsProps<K extends string> {
  readonly tabs: readonly Tab<K>[];
  readonly selected: K;
  readonly onSelect: (key: K) => void;
}

export const TABS_LABEL = 'What Sidelight knows about this page';

export function Tabs<K extends string>(props: TabsProps<K>) {
  return (
    <>
      {props.tabs.map((tab) => (
        <button
          key={tab.key}
          type="button"
          role="tab"
          id={`tab-${tab.key}`}
          aria-selected={tab.key === props.selected}
          aria-controls="panel"
          tabIndex={tab.key === props.selected ? 0 : -1}
          onClick={() => props.onSelect(tab.key)}
        >
          {tab.label} <span class="tab-count">{tab.count || ''}</span>
        </button>
      ))}
    </>
  );
}

export function TabPanel(props: { readonly of: string; readonly children: ComponentChildren }) {
  return (
    <div class="panel" role="tabpanel" id="panel" aria-labelledby={`tab-${props.of}`}>
      {props.children}
    </div>
  );
}
