/** The content script's side: answers the calls of the background and the popup. Part of the content script: kept small. */
import { fail, ok } from '@/core/result';
import type { Messages } from '@/platform/types';
import { readEnvelope, refused, settle } from './answer';
import { type PageAnswers, type PageCall, type PageInput, pageCalls } from './protocol';

export type PageHandlers = { readonly [C in PageCall]: (input: PageInput<C>) => PageAnswers[C] | Promise<PageAnswers[C]> };

/** Answers the background's and the popup's calls until the signal aborts. */
export type ServePage = (handlers: PageHandlers, signal: AbortSignal) => void;

const isPageCall = (call: string): call is PageCall => Object.hasOwn(pageCalls, call);

export function createServePage(messages: Messages): ServePage {
  return (handlers, signal) => {
    if (signal.aborted) return;
    const stop = messages.listen((message, sender) => {
      const envelope = readEnvelope(message);
      // Calls to the background are not this script's; only Sidelight's own pages and background may ask.
      if (envelope?.to !== 'page' || sender.id !== messages.id) return undefined;
      const { call, input } = envelope;
      if (!isPageCall(call))
        return Promise.resolve(fail('unknown-call', `This page’s reader knows no message “${call}”. Reload the page.`));
      return answer(handlers, call, input);
    });
    signal.addEventListener('abort', stop, { once: true });
  };
}

async function answer<C extends PageCall>(handlers: PageHandlers, call: C, input: unknown) {
  const read = pageCalls[call](input);
  if (!read) return refused(call, 'its input does not fit');
  // What reads a call's input gives what its handler takes: PageInput is derived from it.
  return settle(async () => ok(await handlers[call](read as PageInput<C>)));
}
