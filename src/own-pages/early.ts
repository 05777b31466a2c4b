/**
 * What a popup asks before its code is there, handed over at the global object: a script of its own asks (it can share nothing with the
 * popup's), shows what is known of the page from before, and the popup takes the answers: that, and what the tab knows now.
 */
import type { KnownPage } from '@/core/model/known-page';
import type { Result } from '@/core/result';
import { knownIn } from '@/messaging/known-pages';
import type { Envelope } from '@/messaging/page-protocol';
import type { PopupOpening } from '@/messaging/popup-opening';
import type { Messages, SessionStorage, Tabs } from '@/platform/types';
import type { Begun } from '@/ui/popup/begun';

/** A page that is in sight, with what the reader does in it until the popup takes it over. */
export interface Shown {
  readonly page: KnownPage;
  readonly begun: Begun;
}

interface Handle {
  sidelightKnown?: Promise<Shown | null>;
  sidelightOpening?: Promise<unknown>;
}

export interface EarlyWorld {
  readonly messages: Pick<Messages, 'send'>;
  readonly session: SessionStorage;
  readonly activeTab: Tabs['active'];
  /** Draws a page that is known from before; done once it is in sight. */
  show(page: KnownPage): Promise<Begun>;
  /** Has the popup's own code come, once it holds nothing up any more. */
  goOn(): void;
}

export function askEarly(scope: object, { messages, session, activeTab, show, goOn }: EarlyWorld): void {
  const handle = scope as Handle;
  // First, because it needs no worker and is to be painted first.
  handle.sidelightKnown = knownIn(session, activeTab()).then(async (page) => page && { page, begun: await show(page) });
  const envelope: Envelope = { to: 'background', call: 'popup/open', input: {} };
  // Not before: the background's work would take the processor from that frame, and is done before the popup's own code is loaded.
  const ask = () => {
    const answer = messages.send(envelope);
    goOn();
    return answer;
  };
  handle.sidelightOpening = handle.sidelightKnown.then(ask, ask);
}

/** What is known of the page from before, once it is in sight; null where nothing is, or that could not be read or shown. */
export const takeKnown = (scope: object): Promise<Shown | null> =>
  Promise.resolve((scope as Handle).sidelightKnown ?? null).catch(() => null);

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
