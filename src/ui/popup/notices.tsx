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

function Action(props: { readonly onClick: () => void; readonly waits?: boolean; readonly children: string }) {
  return (
    <button type="button" class="action" aria-disabled={props.waits} onClick={() => !props.waits && props.onClick()}>
      {props.children}
    </button>
  );
}

type NoticeKind = 'error' | 'unreadable' | 'gone' | 'not-covered' | 'off' | 'paused' | 'silent';

export function isNotice(page: PopupPage): page is Extract<PopupPage, { kind: NoticeKind }> {
  return page.kind !== 'loading' && page.kind !== 'reading' && page.kind !== 'known' && page.kind !== 'ready';
}

interface PageNoticeProps {
  readonly page: Extract<PopupPage, { kind: NoticeKind }>;
  /** The site is being switched. */
  readonly switching: boolean;
  readonly on: PopupCallbacks;
}

export function PageNotice({ page, switching, on }: PageNoticeProps) {
  const readSite = (words: string) => (
    <Action onClick={() => on.onSite(true)} waits={switching}>
      {words}
    </Action>
  );
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
    case 'gone':
      return <Notice title="The tab went to another page">Close this and open Sidelight again to see what is known of that one.</Notice>;
    case 'not-covered':
      return (
        <Notice title="Sidelight does not read this site" action={readSite('Read this site')}>
          <b>
            <Foreign>{page.site.host}</Foreign>
          </b>{' '}
          is not among the sites that your browser lets Sidelight read. It will ask you whether it may, and the answer holds until you
          switch the site off.
        </Notice>
      );
    case 'off':
      return (
        <Notice title="Off for this site" action={readSite('Read this site again')}>
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
