/** The real platform over a played `browser`: what a browser without an optional interface gets. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const { played } = vi.hoisted(() => {
  const event = { addListener: () => undefined, removeListener: () => undefined };
  const played: Record<string, unknown> = {
    runtime: { getManifest: () => ({ version: '1.0.0' }), getURL: (path: string) => `x://y/${path}`, onInstalled: event, onStartup: event },
    permissions: {
      getAll: async () => ({ origins: ['*://*.blog.test/*'] }),
      contains: async () => false,
      onAdded: event,
      onRemoved: event,
    },
  };
  return { played };
});
vi.mock('webextension-polyfill', () => ({ default: played }));

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal('chrome', { runtime: { id: 'y', getURL: (path: string) => `x://y/${path}` } });
});
afterEach(() => vi.unstubAllGlobals());

it('has no shortcuts and calls nobody where the browser has no commands', async () => {
  const { platform } = await import('@/platform/browser');
  const stop = platform.commands.onCommand(() => undefined);
  expect(() => stop()).not.toThrow();
  expect(await platform.commands.shortcuts()).toEqual([]);
  expect(await platform.permissions.granted()).toEqual(['*://*.blog.test/*']);
});

it('holds what the browser lists as granted, also where its own answer leaves it out', async () => {
  const { platform } = await import('@/platform/browser');
  expect(await platform.permissions.contains(['*://*.blog.test/*'])).toBe(true);
  expect(await platform.permissions.contains(['*://*.blog.test/*', '*://*.other.test/*'])).toBe(false);
});
