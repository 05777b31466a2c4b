/** The popup's tabs by name, with how much each lists. Pure. */
import type { Sight } from '@/core/model/known-page';
import type { TabKey } from './state';
import type { Tab } from './tab-row';

const LABELS: Readonly<Record<TabKey, string>> = {
  article: 'This article',
  page: 'On this page',
  coverage: 'Coverage',
  differs: 'Differs',
  timeline: 'Timeline',
  ledger: 'Ledger',
};

/** `sight` null: nothing is known yet. */
export function tabsWith(sight: Pick<Sight, 'counts' | 'subjects'> | null): Tab<TabKey>[] {
  const counts: Partial<Record<TabKey, number>> = sight ? { ...sight.counts, page: sight.subjects.total } : {};
  return (Object.keys(LABELS) as TabKey[]).map((key) => ({ key, label: LABELS[key], count: counts[key] ?? null }));
}
