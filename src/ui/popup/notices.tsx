/** What the popup says when there is nothing to list: each state one sentence on what is, one on what can be done. */
import type { ComponentChildren } from 'preact';
import { Foreign } from '../primitives/text';
import type { PopupCallbacks, PopupPage } from './state';

function Notice(props: {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly action?: ComponentChildren;
  readonly alert?: boolean;
}) {
  return (
    <div class="notice" role={props.alert ? 'alert' : undefined}>
      <h1>{props.title}</h1>
      <p>{props.children}</p>
      {props.action}
    </div>
  );
}

function Action(props: { readonly onClick: () => void; readonly children: string }) {
  return (
    <button type="button" class="action" onClick={() => props.onClick()}>
      {props.children}
    </button>
  );
}

type NoticeKind = 'error' | 'unreadable' | 'not-covered' | 'off' | 'paused' | 'silent';

export function isNotice(page: PopupPage): page is Extract<PopupPage, { kind: NoticeKind }> {
  return page.kind !== 'loading' && page.kind !== 'reading' && page.kind !== 'ready';
}

export function PageNotice({ page, on }: { readonly page: Extract<PopupPage, { kind: NoticeKind }>; readonly on: PopupCallbacks }) {
  switch (page.kind) {
    case 'error':
      return (
        <Notice title="Something did not work" action={<Action onClick={on.onRetry}>Try again</Action>} alert>
          <Foreign>{page.message}</Foreign>
        </Notice>
      );
    case 'unreadable':
      return (
        <Notice title="Nothing to read here">
          Browsers let no extension into their own pages, the extension store and local files. Open an article and come back.
        </Notice>
      );
    case 'not-covered':
      return (
        <Notice title="Sidelight does not read this site" action={<Action onClick={() => on.onSite(true)}>Read this site</Action>}>
          <b>
            <Foreign>{page.site.host}</Foreign>
          </b>{' '}
          belongs to no outlet in your packs. Your browser will ask whether Sidelight may read it; the answer holds until you switch it off.
        </Notice>
      );
    case 'off':
      return (
        <Notice title="Off for this site" action={<Action onClick={() => on.onSite(true)}>Read this site again</Action>}>
          You switched{' '}
          <b>
            <Foreign>{page.site.host}</Foreign>
          </b>{' '}
          off. Nothing on it is read or marked.
        </Notice>
      );
    case 'paused':
      return (
        <Notice title="Paused everywhere" action={<Action onClick={() => on.onPause(false)}>Resume</Action>}>
          Sidelight reads and marks nothing on any site until you resume.
        </Notice>
      );
    case 'silent':
      return (
        <Notice title="Reload to read this page" action={<Action onClick={on.onReload}>Reload the page</Action>}>
          It was open before Sidelight could read it, so nothing on it is marked yet.
        </Notice>
      );
  }
}
