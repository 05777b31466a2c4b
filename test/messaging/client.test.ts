import { describe, expect, it } from 'vitest';
import { createAsk, createAskPage } from '@/messaging/client';
import type { Messages } from '@/platform/types';

function messagesThat(send: Messages['send'], alive = () => true): Messages {
  return { id: 'x', origin: 'chrome-extension://x/', alive, send, listen: () => () => undefined };
}
const rejecting = (words: string) => () => Promise.reject(new Error(words));
const code = (answer: { ok: boolean; fault?: { code: string } }) => (answer.ok ? 'ok' : answer.fault?.code);
const RECEIVER = 'Could not establish connection. Receiving end does not exist.';

describe('asking the background', () => {
  it('sends an envelope and hands the result on', async () => {
    const sent: unknown[] = [];
    const ask = createAsk(
      messagesThat(async (message) => {
        sent.push(message);
        return { ok: true, value: true };
      }),
    );
    expect(await ask('pause/set', { paused: true })).toEqual({ ok: true, value: true });
    expect(sent).toEqual([{ to: 'background', call: 'pause/set', input: { paused: true } }]);
  });

  it('asks again once where the worker was stopped before it answered', async () => {
    let calls = 0;
    const ask = createAsk(
      messagesThat(async () => {
        if (++calls === 1) throw new Error('The message port closed before a response was received.');
        return { ok: true, value: false };
      }),
    );
    expect(await ask('pause/set', { paused: false })).toEqual({ ok: true, value: false });
    expect(calls).toBe(2);
  });

  it.each([
    ['nobody answers', rejecting(RECEIVER), 'no-answer'],
    ['the answer is none', async () => undefined, 'no-answer'],
    ['the answer is no result', async () => ({ value: 1 }), 'no-answer'],
    ['the extension was reloaded', rejecting('Extension context invalidated.'), 'context-invalidated'],
    ['the message cannot be sent', rejecting('Could not serialize message.'), 'not-sent'],
    ['nothing ever comes back', () => new Promise(() => undefined), 'no-answer'],
  ])('answers a fault where %s', async (_, send, expected) => {
    expect(code(await createAsk(messagesThat(send), 20)('health/get', {}))).toBe(expected);
  });

  it('does not send from a page whose extension is gone', async () => {
    const ask = createAsk(
      messagesThat(
        () => {
          throw new TypeError('Cannot read properties of undefined');
        },
        () => false,
      ),
    );
    const answer = await ask('page/hello', {});
    expect(answer).toMatchObject({ fault: { code: 'context-invalidated', message: expect.stringContaining('Reload the page') } });
  });
});

describe('asking a page', () => {
  it.each([
    ['the tab was closed', rejecting('No tab with id: 9.'), 'tab-gone'],
    ['the tab was closed (Firefox)', rejecting('Invalid tab ID: 9'), 'tab-gone'],
    ['the tab has no reader', rejecting(RECEIVER), 'no-reader'],
    ['the page never answers', () => new Promise(() => undefined), 'no-reader'],
    ['the page left before it answered', rejecting('The message channel closed before a response was received.'), 'no-reader'],
  ])('answers a fault where %s', async (_, send, expected) => {
    expect(code(await createAskPage({ send }, 20)(9, 'page/state', {}))).toBe(expected);
  });

  it('hands the answer on', async () => {
    const askPage = createAskPage({ send: async () => ({ ok: true, value: 3 }) });
    expect(await askPage(9, 'page/reveal', { id: 'world:x', nth: 0 })).toEqual({ ok: true, value: 3 });
  });
});
