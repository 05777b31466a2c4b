/**
 * The card's part of the reader: its component, its style, its place, and the corrections made in it. A script of its own, put in
 * once there are marks to point at; what is given to it is all that it works with.
 */
import type { Result } from '@/core/result';
import { CARD_CSS, mountCard } from '@/ui/card/mount';
import type { Ask } from '../contract';
import { scopeOf } from '../overlay';
import { follow } from '../placement';
import type { CardState, StartCard } from './contract';
import { createGuard } from './guard';

export const startCard: StartCard = ({ window, ask, hasMoved, claims }) => {
  const guard = createGuard(window);
  return {
    css: CARD_CSS,
    mount(stage, onClose) {
      let last: CardState | null = null;
      const render = (state: CardState | null): void => {
        // Shown anew, and not drawn again where it stands.
        if (state?.kind === 'ready' && state !== last) void ask('subject/opened', { ids: [state.view.id] });
        last = state;
        card.render(state?.kind === 'ready' ? { ...state, onPage: claims()?.about(state.view.id) ?? null } : state);
      };
      /** Draws what was judged where it stands: the list does not jump. */
      const again = (state: CardState | null): void => {
        if (state !== last) return;
        const scrolled = stage.querySelector('.body')?.scrollTop ?? 0;
        render(state);
        stage.querySelector('.body')?.scrollTo({ top: scrolled });
      };
      const card = mountCard(stage, {
        onClose,
        claims: {
          onShow: (id) => void claims()?.show(id),
          onJudge(id, verdict, event) {
            if (!event.isTrusted || !guard.isClear(stage)) return;
            const state = last;
            // What could not be kept stays as it was; the popup says why.
            void claims()
              ?.judge(id, verdict)
              .then(
                () => again(state),
                () => again(state),
              );
          },
        },
        corrections: {
          mayAct: () => guard.isClear(stage),
          site: window.location.hostname.replace(/^www\./, ''),
          make: (word, says, reach) => ask('correction/add', { word, says, where: scopeOf(window, reach, hasMoved()) }),
          undo: (id) => ask('correction/remove', { ids: [id] }),
          search: (text) => found(ask, text),
        },
      });
      return { ...card, render, watch: (onUnseen) => guard.watch(stage, onUnseen) };
    },
    follow,
  };
};

/** A search that fails finds nothing: the field is still there to try again. */
async function found(ask: Ask, text: string) {
  const answer: Result<readonly import('@/core/model/view').FoundSubject[]> = await ask('subject/search', { text });
  return answer.ok ? answer.value : [];
}
