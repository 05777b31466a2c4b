/** The popup's top: its name, the way beside the page, and the switch of the site. Draws only that. */
import { SiteSwitch } from './site-switch';
import type { PopupCallbacks, PopupSite } from './state';

/** A window with a pane at its side. */
function Beside({ onBeside }: { readonly onBeside: () => void }) {
  return (
    <button
      type="button"
      class="beside"
      title="Keep open beside the page"
      aria-label="Keep open beside the page"
      onClick={() => onBeside()}
    >
      <svg width="16" height="14" viewBox="0 0 16 14" aria-hidden="true">
        <rect x="0.75" y="0.75" width="14.5" height="12.5" rx="2" />
        <path d="M10 1v12" />
      </svg>
    </button>
  );
}

/** `site` null: there is none to switch. */
export function Masthead(props: {
  readonly site: PopupSite | null;
  readonly switching?: boolean | undefined;
  readonly on: Pick<PopupCallbacks, 'onBeside' | 'onSite'>;
}) {
  const { site, on } = props;
  return (
    <header class="masthead">
      <span class="wordmark">Sidelight</span>
      {on.onBeside && <Beside onBeside={on.onBeside} />}
      {site && <SiteSwitch site={site} switching={props.switching} onSite={on.onSite} />}
    </header>
  );
}
