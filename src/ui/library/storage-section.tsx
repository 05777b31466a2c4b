/** The section Storage: how much room everything takes, and what can be done about it. Props in, callbacks out. */
import { Backup } from './backup';
import { formatBytes } from './quantities';
import type { SectionProps } from './state';

export function StorageSection({ state: { room, backup }, on }: SectionProps) {
  return (
    <section aria-labelledby="storage-title">
      <h2 id="storage-title">Storage</h2>
      {room && (
        <p>
          Everything that Sidelight keeps takes {formatBytes(room.used)} on this computer
          {room.quota === null ? '' : `, of ${formatBytes(room.quota)} that the browser grants it`}.
        </p>
      )}
      <Backup state={backup} on={on} />
    </section>
  );
}
