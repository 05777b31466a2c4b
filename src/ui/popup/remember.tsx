/** The switch for remembering what is read, with what it means, and the way to have it all forgotten. */
import type { Remembering } from '@/core/model/view';
import { count } from '../primitives/words';
import { Forget } from './forget';
import type { PopupCallbacks } from './state';

interface RememberProps {
  readonly state: Remembering;
  readonly on: Pick<PopupCallbacks, 'onRemember' | 'onForget'>;
}

export function Remember({ state, on }: RememberProps) {
  const articles = count(state.articles, 'article');
  return (
    <section class="remember">
      <button type="button" class="switch" role="switch" aria-checked={state.on} onClick={() => on.onRemember(!state.on)}>
        Remember what I read
        <span class="track" aria-hidden="true" />
      </button>
      <p>
        Articles and their unconfirmed claims, on this machine only and never from private windows: as coverage for what you read later.
      </p>
      {state.articles > 0 && <Forget kept={`${articles} remembered`} sure={`Forget ${articles} for good`} onForget={on.onForget} />}
    </section>
  );
}
