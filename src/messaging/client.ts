/**
 * Asking: the background from anywhere, and a page from the background or the popup. Never rejects; whatever goes
 * wrong on the way is a fault with a sentence for the reader. Part of the content script: kept small.
 */
import { fail, type Result } from '@/core/result';
import type { Messages, TabMessages } from '@/platform/types';
import type { ClaimsAnswers, ClaimsCall, ClaimsInput, Envelope, PageAnswers, PageCall, PageInput } from './page-protocol';
import type { BackgroundAnswers, BackgroundCall, BackgroundInput } from './protocol';

/** Asks the background. */
export type Ask = <C extends BackgroundCall>(call: C, input: BackgroundInput<C>) => Promise<Result<BackgroundAnswers[C]>>;

/** Asks the content script of a tab. */
export type AskPage = <C extends PageCall>(tabId: number, call: C, input: PageInput<C>) => Promise<Result<PageAnswers[C]>>;

/** Asks the part of a tab's reader that reads claims. */
export type AskClaims = <C extends ClaimsCall>(tabId: number, call: C, input: ClaimsInput<C>) => Promise<Result<ClaimsAnswers[C]>>;

/** A stopped worker answers within a tenth of a second and a first install within a few; after this nobody waits any more. */
const PATIENCE_MS = 15_000;

/** Chrome's words, and Firefox's for a script that outlived its extension. */
const INVALIDATED = /context invalidated|dead object/i;
/** Nobody listens, or who listened was stopped before it answered. */
const UNANSWERED = /receiving end does not exist|message (?:port|channel) closed|could not establish connection|actor .* destroyed/i;
const NO_TAB = /no tab with id|invalid tab id/i;

const invalidated = () =>
  fail('context-invalidated', 'Sidelight was updated or reloaded while this page was open. Reload the page to go on.');
const silent = () => fail('no-answer', 'Sidelight’s background did not answer. Try again; if it stays silent, restart the browser.');

const isResult = (answer: unknown): answer is Result<unknown> =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && (answer.ok === true || 'fault' in answer);

export function createAsk(messages: Messages, patience = PATIENCE_MS): Ask {
  return async (call, input) => {
    const envelope: Envelope = { to: 'background', call, input };
    // Twice: a worker that was stopped between hearing and answering is started again by the second message.
    for (const last of [false, true]) {
      if (!messages.alive()) return invalidated();
      try {
        const answer = await within(patience, messages.send(envelope));
        // What the server sends under this call's name is of this call's type: server.ts holds that at compile time.
        if (isResult(answer)) return answer as Result<never>;
      } catch (error) {
        const words = wordsOf(error);
        if (INVALIDATED.test(words) || !messages.alive()) return invalidated();
        if (!UNANSWERED.test(words))
          return error instanceof Late ? silent() : fail('not-sent', `Sidelight could not ask its background (${words}).`);
      }
      if (last) break;
    }
    return silent();
  };
}

export const createAskPage = (tabs: TabMessages, patience = PATIENCE_MS): AskPage => createAskTab(tabs, 'page', patience);
export const createAskClaims = (tabs: TabMessages, patience = PATIENCE_MS): AskClaims => createAskTab(tabs, 'claims', patience);

function createAskTab(tabs: TabMessages, to: Envelope['to'], patience: number) {
  return async (tabId: number, call: string, input: object): Promise<Result<never>> => {
    const envelope: Envelope = { to, call, input };
    try {
      const answer = await within(patience, tabs.send(tabId, envelope));
      if (isResult(answer)) return answer as Result<never>;
    } catch (error) {
      const words = wordsOf(error);
      if (NO_TAB.test(words)) return fail('tab-gone', 'This tab was closed.');
      if (!UNANSWERED.test(words) && !(error instanceof Late)) return fail('not-sent', `Sidelight could not ask this page (${words}).`);
    }
    return fail('no-reader', 'Sidelight is not reading this page. Reload it to start.');
  };
}

class Late extends Error {}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await Promise.race([
      work,
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Late()), ms);
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
