/** What the reader wants told of news: on the toolbar button, by marks; and the way to have it forgotten when whom was opened. */
import type { NewsChoices } from '@/core/model/view';
import { count } from '../primitives/words';
import { Forget } from './forget';
import type { PopupCallbacks } from './state';

interface NewsSwitchesProps {
  readonly choices: NewsChoices;
  readonly on: Pick<PopupCallbacks, 'onNews' | 'onForgetOpened'>;
}

export function NewsSwitches({ choices: { badge, onlyNew, opened }, on }: NewsSwitchesProps) {
  const names = count(opened, 'name');
  return (
    <section class="remember">
      <button type="button" class="switch" role="switch" aria-checked={badge} onClick={() => on.onNews({ badge: !badge })}>
        Count new coverage on the toolbar button
        <span class="track" aria-hidden="true" />
      </button>
      <button type="button" class="switch" role="switch" aria-checked={onlyNew} onClick={() => on.onNews({ onlyNew: !onlyNew })}>
        Mark only names with something new
        <span class="track" aria-hidden="true" />
      </button>
      <p>New is what came since you last opened a card, a timeline or the coverage. Such marks are lines that no page can see.</p>
      {opened > 0 && (
        <Forget kept={`Known when you opened ${names}`} sure={`Forget when you opened ${names}`} onForget={on.onForgetOpened} />
      )}
    </section>
  );
}
