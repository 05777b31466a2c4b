/**
 * The capture form's session: asks the tab for the sentence that is selected there and what is known of it, hands it back as
 * the reader has it, and takes it back if asked. Draws nothing and knows no browser API: both come in.
 */

import { parseEdtf } from '@/core/model/edtf';
import type { Capture, Verdict } from '@/core/model/page-claim';
import type { Result } from '@/core/result';
import type { ClaimsAnswers, ClaimsCall, ClaimsInput } from '@/messaging/page-protocol';
import type { CaptureCallbacks, CaptureState } from '@/ui/capture/state';

export interface CaptureWorld {
  /** The key was pressed over a private window: no tab is asked. */
  readonly isPrivate: boolean;
  /** Asks the part of the tab's reader that reads claims. */
  ask<C extends ClaimsCall>(call: C, input: ClaimsInput<C>): Promise<Result<ClaimsAnswers[C]>>;
  draw(state: CaptureState, on: CaptureCallbacks): void;
  close(): void;
}

/** Where no part answers, the tab holds no article that is read. */
const NO_ARTICLE = 'In that tab Sidelight reads no article. Open one that it reads, select a sentence there, and press the key again.';

const PRIVATE =
  'The page in front stands in a private window, and Sidelight keeps nothing of those. Open it in a window of the usual kind to keep what it says.';

export function startCapture(world: CaptureWorld): void {
  let state: CaptureState = { kind: 'loading' };
  let saved: string | null = null;
  const show = (next: CaptureState): void => {
    state = next;
    world.draw(state, on);
  };

  async function begin(): Promise<void> {
    const draft = await world.ask('claims/draft', {});
    if (draft.ok) return show({ kind: 'form', draft: draft.value, problem: null });
    show({ kind: 'failed', message: draft.fault.code === 'no-reader' ? NO_ARTICLE : draft.fault.message });
  }

  async function save(capture: Capture): Promise<void> {
    if (state.kind !== 'form' || state.saving) return;
    const { draft } = state;
    if (capture.edtf.trim() && !parseEdtf(capture.edtf.trim())) {
      return show({
        kind: 'form',
        draft,
        problem: { of: 'date', message: `“${capture.edtf.trim()}” is no date. Write 2025-12-24, 2025-12 or 2025.` },
      });
    }
    if (!capture.text.trim()) return show({ kind: 'form', draft, problem: { of: 'text', message: 'Say what is claimed.' } });
    show({ kind: 'form', draft, problem: null, saving: true });
    const answer = await world.ask('claims/capture', capture);
    if (!answer.ok) return show({ kind: 'form', draft, problem: { of: 'all', message: answer.fault.message } });
    saved = answer.value;
    show({ kind: 'saved', draft });
  }

  async function undo(): Promise<void> {
    if (saved === null || state.kind !== 'saved') return;
    const { draft } = state;
    const verdict: Verdict | null = null;
    const answer = await world.ask('claims/judge', { id: saved, verdict });
    show({ kind: 'form', draft, problem: answer.ok ? null : { of: 'all', message: answer.fault.message } });
  }

  const on: CaptureCallbacks = {
    onSave: (capture) => void save(capture),
    onUndo: () => void undo(),
    onClose: () => world.close(),
  };
  if (world.isPrivate) {
    show({ kind: 'failed', message: PRIVATE });
  } else {
    world.draw(state, on);
    void begin();
  }
}
