/** The welcome page's session over a played world. */
import { expect, it } from 'vitest';
import { fail, ok } from '@/core/result';
import { startWelcome, type WelcomeWorld } from '@/own-pages/welcome';
import type { WelcomeProps } from '@/ui/welcome/welcome';

function play(change: Partial<WelcomeWorld> = {}) {
  const drawn: WelcomeProps[] = [];
  startWelcome({
    ask: (async (call: string) => (call === 'subject/get' ? fail('no-subject', 'Nobody.') : ok({}))) as WelcomeWorld['ask'],
    matches: ['*://*.reuters.com/*'],
    shortcuts: async () => [{ does: 'Next', keys: 'Alt+N' }],
    hasAccess: async () => false,
    requestAccess: async () => true,
    draw: (props) => void drawn.push(props),
    ...change,
  });
  return { drawn, settled: () => new Promise((done) => setTimeout(done, 5)).then(() => drawn.at(-1) as WelcomeProps) };
}

it('draws at once, then with keys, access and the example or why there is none', async () => {
  const page = play();
  expect(page.drawn[0]).toMatchObject({ example: null, sites: 1 });
  expect(await page.settled()).toMatchObject({
    access: 'missing',
    shortcuts: [{ does: 'Next', keys: 'Alt+N' }],
    example: { kind: 'failed', message: 'Nobody.' },
  });
});

it('says that access is missing where the browser does not even ask', async () => {
  const page = play({ hasAccess: async () => true, requestAccess: () => Promise.reject(new Error('no gesture')) });
  (await page.settled()).onGrant();
  expect((await page.settled()).access).toBe('missing');
});

it('asks for access within the click and shows the answer', async () => {
  const page = play();
  (await page.settled()).onGrant();
  expect((await page.settled()).access).toBe('granted');
});

it('does not call access missing where only a few of the sites were taken back', async () => {
  const matches = ['*://*.a.test/*', '*://*.b.test/*', '*://*.c.test/*'];
  const held = (...granted: string[]) => play({ matches, hasAccess: async (asked) => asked.every((one) => granted.includes(one)) });
  expect((await held('*://*.a.test/*', '*://*.c.test/*').settled()).access).toBe('granted');
  expect((await held('*://*.a.test/*').settled()).access).toBe('missing');
});
