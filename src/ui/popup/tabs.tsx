/** Tabs after the WAI-ARIA pattern: one tab stop, arrow keys, Home and End; the panel follows the focus. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export interface Tab<K extends string> {
  readonly key: K;
  readonly label: string;
  /** What it lists; null or 0 are not written. */
  readonly count: number | null;
}

const STEP: Readonly<Record<string, (at: number, n: number) => number>> = {
  ArrowRight: (at, n) => (at + 1) % n,
  ArrowLeft: (at, n) => (at + n - 1) % n,
  Home: () => 0,
  End: (_, n) => n - 1,
};

export function TabList<K extends string>(props: {
  readonly tabs: readonly Tab<K>[];
  readonly selected: K;
  readonly onSelect: (key: K) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  // A narrow side panel shows a part of the row: the open tab is always in it. (No layout in tests' document.)
  useEffect(() => {
    list.current?.querySelector(`#tab-${props.selected}`)?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [props.selected]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEP[event.key];
    if (!step) return;
    event.preventDefault();
    const next = step(
      props.tabs.findIndex((tab) => tab.key === props.selected),
      props.tabs.length,
    );
    const tab = props.tabs[next];
    if (!tab) return;
    props.onSelect(tab.key);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  };
  return (
    <div ref={list} class="tabs" role="tablist" aria-label="What Sidelight knows about this page" onKeyDown={onKeyDown}>
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
    </div>
  );
}

export function TabPanel(props: { readonly of: string; readonly children: ComponentChildren }) {
  return (
    <div class="panel" role="tabpanel" id="panel" aria-labelledby={`tab-${props.of}`}>
      {props.children}
    </div>
  );
}
