/**
 * The one question that a popup asks before its code is there, handed over at the global object: a script of its own asks (it can
 * import nothing of the popup's), and the popup takes the answer.
 */
import type { Result } from '@/core/result';
import type { Envelope } from '@/messaging/page-protocol';
import type { PopupOpening } from '@/messaging/popup-opening';
import type { Messages } from '@/platform/types';

interface Handle {
  sidelightOpening?: Promise<unknown>;
}

export function askEarly(scope: object, messages: Pick<Messages, 'send'>): void {
  const envelope: Envelope = { to: 'background', call: 'popup/open', input: {} };
  (scope as Handle).sidelightOpening = messages.send(envelope);
}

/** The answer; a failure is none, and the popup asks again step by step. */
export async function takeOpening(scope: object): Promise<Result<PopupOpening | null>> {
  try {
    const answer = (await (scope as Handle).sidelightOpening) as Result<PopupOpening | null> | undefined;
    if (answer) return answer;
  } catch {
    // A worker that was just being stopped: it is started again by the next question.
  }
  return { ok: true, value: null };
}
