/** Tabs after the WAI-ARIA pattern: one tab stop, arrow keys, Home and End; the panel follows the focus. */
import { useEffect, useRef } from 'preact/hooks';
import { TABS_LABEL, Tabs, type TabsProps } from './tab-row';

const STEP: Readonly<Record<string, (at: number, n: number) => number>> = {
  ArrowRight: (at, n) => (at + 1) % n,
  ArrowLeft: (at, n) => (at + n - 1) % n,
  Home: () => 0,
  End: (_, n) => n - 1,
};

export function TabList<K extends string>(props: TabsProps<K>) {
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
    <div ref={list} class="tabs" role="tablist" aria-label={TABS_LABEL} onKeyDown={onKeyDown}>
      <Tabs {...props} />
    </div>
  );
}
