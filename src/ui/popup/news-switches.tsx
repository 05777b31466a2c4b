/** What the reader wants told of news: on the toolbar button, by marks; and the way to have it forgotten when whom was opened. */
import { useState } from 'preact/hooks';
import type { NewsChoices } from '@/core/model/view';
import { plural } from '../primitives/words';
import type { PopupCallbacks } from './state';

interface NewsSwitchesProps {
  readonly choices: NewsChoices;
  readonly on: Pick<PopupCallbacks, 'onNews' | 'onForgetOpened'>;
}

export function NewsSwitches({ choices: { badge, onlyNew, opened }, on }: NewsSwitchesProps) {
  /** Forgetting can't be undone, so that it takes a second press. */
  const [asked, setAsked] = useState(false);
  const names = `${opened.toLocaleString()} ${plural(opened, 'name')}`;
  const forget = () => {
    setAsked(!asked);
    if (asked) on.onForgetOpened();
  };
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
        <p>
          {!asked && `Known when you opened ${names} · `}
          <button type="button" class="quiet" onClick={forget}>
            {asked ? `Forget when you opened ${names}` : 'Forget'}
          </button>
        </p>
      )}
    </section>
  );
}
