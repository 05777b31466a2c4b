/** The switch for one site. The label is the site itself, so that it is clear what is switched. */
import { Foreign, isolated } from '../primitives/text';
import type { PopupSite } from './state';

interface SiteSwitchProps {
  readonly site: PopupSite;
  /** What it is being switched to; it shows that at once, and waits. */
  readonly switching: boolean | undefined;
  readonly onSite: (on: boolean) => void;
}

export function SiteSwitch({ site, switching, onSite }: SiteSwitchProps) {
  const host = isolated(site.host);
  const on = switching ?? site.on;
  const waits = switching !== undefined;
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={on}
      // Not `disabled`, which would take the focus away.
      aria-disabled={waits}
      aria-label={`Read ${host}`}
      title={on ? `Sidelight reads ${host}` : `Sidelight does not read ${host}`}
      onClick={() => !waits && onSite(!on)}
    >
      <span class="site">
        <Foreign>{site.host}</Foreign>
      </span>
      <span class="track" aria-hidden="true" />
    </button>
  );
}
