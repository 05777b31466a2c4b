/**
 * The background's side: one listener that answers every message, if only with a fault. Who may call what is decided
 * by the browser's word on the sender, never by the payload. Not part of the content script.
 */
import * as v from 'valibot';
import { fail, type Result } from '@/core/result';
import type { Frame, Messages, Sender, Stop } from '@/platform/types';
import { readEnvelope, refused, settle } from './answer';
import { type BackgroundAnswers, type BackgroundCall, type BackgroundInput, backgroundCalls, type Role } from './protocol';

/** Who asks: its role, and for a content script the address of its page, its frame, and whether the window is a private one. */
export interface Caller {
  readonly role: Role;
  readonly url: string;
  readonly frame: Frame | null;
  readonly isPrivate: boolean;
}

export type BackgroundHandlers = {
  readonly [C in BackgroundCall]: (
    input: BackgroundInput<C>,
    caller: Caller,
  ) => Result<BackgroundAnswers[C]> | Promise<Result<BackgroundAnswers[C]>>;
};

const isBackgroundCall = (call: string): call is BackgroundCall => Object.hasOwn(backgroundCalls, call);

/**
 * A page of the extension has an address of the extension, in a tab or not; a content script has a tab and the
 * address of its page. Null for other extensions and for senders that the browser does not place.
 */
export function callerOf(sender: Sender, { id, origin }: Pick<Messages, 'id' | 'origin'>): Caller | null {
  if (sender.id !== id || sender.url === undefined) return null;
  const tabId = sender.tab?.id;
  const caller = {
    url: sender.url,
    frame: tabId === undefined ? null : { tabId, frameId: sender.frameId ?? 0 },
    isPrivate: sender.tab?.incognito === true,
  };
  if (sender.url.startsWith(origin)) return { role: 'own', ...caller };
  return sender.tab ? { role: 'page', ...caller } : null;
}

export interface Serving {
  /** Gives the handler of a call that was given none. */
  readonly others: <C extends BackgroundCall>(call: C) => Promise<BackgroundHandlers[C]>;
  /** Called after each message that a handler answered. */
  readonly answered: () => void;
}

/** Answers all messages to the background. Call it before anything is awaited, so that a started worker misses none. */
export function serveBackground(messages: Messages, handlers: Partial<BackgroundHandlers>, { others, answered }: Serving): Stop {
  return messages.listen((message, sender) => {
    const caller = callerOf(sender, messages);
    if (!caller) return Promise.resolve(fail('unknown-sender', 'A message from outside Sidelight was refused.'));
    const envelope = readEnvelope(message);
    if (envelope?.to !== 'background')
      return Promise.resolve(fail('bad-message', 'A message of no known form was refused. Reload the page.'));
    const { call, input } = envelope;
    if (!isBackgroundCall(call)) return Promise.resolve(fail('unknown-call', `Sidelight knows no message “${call}”. Reload the page.`));
    const roles: readonly Role[] = backgroundCalls[call].roles;
    if (!roles.includes(caller.role)) return Promise.resolve(fail('wrong-role', `A message “${call}” may not come from here.`));
    return answer(async () => handlers[call] ?? others(call), call, input, caller).finally(answered);
  });
}

async function answer<C extends BackgroundCall>(handler: () => Promise<BackgroundHandlers[C]>, call: C, input: unknown, caller: Caller) {
  const read = v.safeParse(backgroundCalls[call].input, input);
  if (!read.success) {
    const [issue] = read.issues;
    return refused(call, `${v.getDotPath(issue) ?? 'its input'} does not fit (${issue.message})`);
  }
  // The schema of a call reads what its handler takes: BackgroundInput is derived from it.
  return settle(async () => (await handler())(read.output as BackgroundInput<C>, caller));
}
