/** The tab *Differs*: what accounts of one event say differently, by event, side by side. Never which is right. */
import type { CoverageGroup } from '@/core/model/view';
import { Differs } from '../primitives/differs';
import { Foreign } from '../primitives/text';

/** `onShow` shows a sentence of the page. */
export function Differing({ groups, onShow }: { readonly groups: readonly CoverageGroup[]; readonly onShow: (id: string) => void }) {
  return (
    <>
      <p class="told-note">Set side by side as each account has it. Sidelight does not judge which is right.</p>
      {groups.map(({ event, differs }) => (
        <section key={event.id} class="group">
          <h2>
            <Foreign>{event.name}</Foreign>
          </h2>
          <Differs of={differs ?? []} onShow={onShow} />
        </section>
      ))}
    </>
  );
}
