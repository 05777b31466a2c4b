/** One record's own page, with the way back to its list and to its neighbours there. Props in, callbacks out. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { LibraryDetail } from '@/core/model/library';
import { ArticlePage } from './article-page';
import { ClaimPage } from './claim-page';
import { hashOf, SECTIONS } from './place';
import { besideOf } from './shell';
import type { LibraryCallbacks, ListState, SectionProps } from './state';
import { SubjectPage } from './subject-page';

function body(detail: LibraryDetail, split: ListState | undefined, on: LibraryCallbacks): ComponentChildren {
  if (detail.kind === 'claim') return <ClaimPage key={detail.row.id} detail={detail} on={on} />;
  if (detail.kind === 'article') return <ArticlePage key={detail.row.id} detail={detail} on={on} />;
  return <SubjectPage key={detail.view.id} detail={detail} split={split} on={on} />;
}

export function RecordSection({ state, on }: SectionProps) {
  const { place, record } = state;
  const section = useRef<HTMLElement>(null);
  const shown = record?.detail ? record.id : null;
  const beside = besideOf(state);
  // Whoever came here by key goes on from here.
  useLayoutEffect(() => section.current?.querySelector('h2')?.focus(), [shown]);
  const words = SECTIONS.find(([section]) => section === place.section)?.[1] ?? '';
  return (
    <section aria-label="Record" ref={section}>
      <p class="back">
        <a href={hashOf(place.section)}>‹ {words}</a>
        {beside && beside.total > 1 && (
          <span class="beside">
            {beside.before && (
              <a href={beside.before} aria-label="The one before" title="Alt+↑">
                ↑
              </a>
            )}{' '}
            {beside.at.toLocaleString()} of {beside.total.toLocaleString()}{' '}
            {beside.after && (
              <a href={beside.after} aria-label="The one after" title="Alt+↓">
                ↓
              </a>
            )}
          </span>
        )}
      </p>
      {record?.fault && (
        <p class="problem" role="alert">
          {record.fault}
        </p>
      )}
      {record?.detail && body(record.detail, state.lists.split, on)}
    </section>
  );
}
