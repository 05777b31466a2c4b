/** The switch for one site. The label is the site itself, so that it is clear what is switched. */
import { Foreign, isolated } from '../primitives/text';
import type { PopupSite } from './state';

export function SiteSwitch({ site, onSite }: { readonly site: PopupSite; readonly onSite: (on: boolean) => void }) {
  const host = isolated(site.host);
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={site.on}
      aria-label={`Read ${host}`}
      title={site.on ? `Sidelight reads ${host}` : `Sidelight does not read ${host}`}
      onClick={() => onSite(!site.on)}
    >
      <span class="site">
        <Foreign>{site.host}</Foreign>
      </span>
      <span class="track" aria-hidden="true" />
    </button>
  );
}
