/** The switch for one site. The label is the site itself, so that it is clear what is switched. */
import { Foreign } from '../primitives/text';
import type { PopupSite } from './state';

export function SiteSwitch({ site, onSite }: { readonly site: PopupSite; readonly onSite: (on: boolean) => void }) {
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={site.on}
      aria-label={`Read ${site.host}`}
      title={site.on ? `Sidelight reads ${site.host}` : `Sidelight does not read ${site.host}`}
      onClick={() => onSite(!site.on)}
    >
      <span class="site">
        <Foreign>{site.host}</Foreign>
      </span>
      <span class="track" aria-hidden="true" />
    </button>
  );
}
