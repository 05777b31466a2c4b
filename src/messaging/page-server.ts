/**
 * A page's side: its reader, and the part of it that reads claims, answer the calls of the background and the popup, each its
 * own. Part of the content script: kept small.
 */
import { fail, ok } from '@/core/result';
import type { Messages } from '@/platform/types';
import { readEnvelope, refused, settle } from './answer';
import {
  type ClaimsAnswers,
  type ClaimsCall,
  type ClaimsInput,
  claimsCalls,
  type Envelope,
  type PageAnswers,
  type PageCall,
  type PageInput,
  pageCalls,
  type Read,
} from './page-protocol';

export type PageHandlers = { readonly [C in PageCall]: (input: PageInput<C>) => PageAnswers[C] | Promise<PageAnswers[C]> };
export type ClaimsHandlers = { readonly [C in ClaimsCall]: (input: ClaimsInput<C>) => ClaimsAnswers[C] | Promise<ClaimsAnswers[C]> };

/** Answers the background's and the popup's calls until the signal aborts. */
type Serve<Handlers> = (handlers: Handlers, signal: AbortSignal) => void;
export type ServePage = Serve<PageHandlers>;
export type ServeClaims = Serve<ClaimsHandlers>;

export const createServePage = (messages: Messages): ServePage => createServe(messages, 'page', pageCalls);
export const createServeClaims = (messages: Messages): ServeClaims => createServe(messages, 'claims', claimsCalls);

type Handler = (input: object) => unknown;

/** `calls` reads what each handler takes: the types of the two are derived from it, so that one key serves both. */
function createServe<C extends string>(messages: Messages, to: Envelope['to'], calls: Readonly<Record<C, Read>>) {
  return (handlers: Readonly<Record<C, (input: never) => unknown>>, signal: AbortSignal): void => {
    if (signal.aborted) return;
    const stop = messages.listen((message, sender) => {
      const envelope = readEnvelope(message);
      // Calls to others are not this script's; only Sidelight's own pages and background may ask.
      if (envelope?.to !== to || sender.id !== messages.id) return undefined;
      const { call, input } = envelope;
      if (!Object.hasOwn(calls, call))
        return Promise.resolve(fail('unknown-call', `This page’s reader knows no message “${call}”. Reload the page.`));
      return answer(calls[call as C], handlers[call as C] as Handler, call, input);
    });
    signal.addEventListener('abort', stop, { once: true });
  };
}

async function answer(read: Read, handle: Handler, call: string, input: unknown) {
  const given = read(input);
  return given ? settle(async () => ok(await handle(given))) : refused(call, 'its input does not fit');
}
