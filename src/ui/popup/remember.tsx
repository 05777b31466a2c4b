/** The switch for remembering what is read, with what it means, and the way to have it all forgotten. */
import { useState } from 'preact/hooks';
import type { Remembering } from '@/core/model/view';
import { count } from '../primitives/words';
import type { PopupCallbacks } from './state';

interface RememberProps {
  readonly state: Remembering;
  readonly on: Pick<PopupCallbacks, 'onRemember' | 'onForget'>;
}

export function Remember({ state, on }: RememberProps) {
  /** Forgetting can't be undone, so that it takes a second press. */
  const [asked, setAsked] = useState(false);
  const articles = count(state.articles, 'article');
  const forget = () => {
    setAsked(!asked);
    if (asked) on.onForget();
  };
  return (
    <section class="remember">
      <button type="button" class="switch" role="switch" aria-checked={state.on} onClick={() => on.onRemember(!state.on)}>
        Remember what I read
        <span class="track" aria-hidden="true" />
      </button>
      <p>
        Articles and their unconfirmed claims, on this machine only and never from private windows: as coverage for what you read later.
      </p>
      {state.articles > 0 && (
        <p>
          {!asked && `${articles} remembered · `}
          <button type="button" class="quiet" onClick={forget}>
            {asked ? `Forget ${articles} for good` : 'Forget'}
          </button>
        </p>
      )}
    </section>
  );
}
