/** What a tab says when it has nothing to list: one line on what is, one on why or what can be done. */
import type { ComponentChildren } from 'preact';

export function Empty({ title, children }: { readonly title: string; readonly children?: ComponentChildren }) {
  return (
    <div class="empty">
      <h2>{title}</h2>
      {children && <p>{children}</p>}
    </div>
  );
}

/** For any list whose filter leaves nothing. */
export const NothingFits = () => <Empty title="Nothing here fits the filter." />;
