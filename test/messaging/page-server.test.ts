import { describe, expect, it } from 'vitest';
import { createServePage, type PageHandlers } from '@/messaging/page-server';
import { fakePlatform, ID, ORIGIN, popup } from '../background/fake-platform';

const handlers: PageHandlers = {
  'page/state': () => {
    throw new Error('no body');
  },
  'page/refresh': () => Promise.resolve(true as const),
  'page/step': ({ by }) => by === 1,
  'page/open': () => false,
  'page/reveal': ({ nth }) => nth,
};

function served() {
  const platform = fakePlatform();
  const controller = new AbortController();
  createServePage(platform.messages)(handlers, controller.signal);
  return { platform, controller };
}
const to = (call: string, input: unknown) => ({ to: 'page', call, input });

describe('a page’s reader', () => {
  it('answers its calls', async () => {
    const { platform } = served();
    expect(await platform.deliver(to('page/step', { by: 1 }), popup)).toEqual({ ok: true, value: true });
    expect(await platform.deliver(to('page/reveal', { id: 'a:b', nth: 2 }), { id: ID, url: `${ORIGIN}background.js` })).toEqual({
      ok: true,
      value: 2,
    });
  });

  it('answers what it cannot do with a fault', async () => {
    const { platform } = served();
    expect(await platform.deliver(to('page/step', { by: 2 }), popup)).toMatchObject({ fault: { code: 'bad-input' } });
    expect(await platform.deliver(to('page/erase', {}), popup)).toMatchObject({ fault: { code: 'unknown-call' } });
    expect(await platform.deliver(to('toString', {}), popup)).toMatchObject({ fault: { code: 'unknown-call' } });
    expect(await platform.deliver(to('page/state', {}), popup)).toMatchObject({
      fault: { code: 'internal', message: expect.stringContaining('no body') },
    });
  });

  it('leaves alone what is not for it', async () => {
    const { platform } = served();
    expect(await platform.deliver({ to: 'background', call: 'page/step', input: {} }, popup)).toBe(undefined);
    expect(await platform.deliver(to('page/open', {}), { id: 'other', url: 'chrome-extension://other/' })).toBe(undefined);
    expect(await platform.deliver('hello', popup)).toBe(undefined);
  });

  it('stops with its signal', async () => {
    const { platform, controller } = served();
    controller.abort();
    expect(await platform.deliver(to('page/open', {}), popup)).toBe(undefined);
  });
});
