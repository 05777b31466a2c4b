/** The library page: connects its session with the browser, its workers and the drawing. Nothing else. */
import { render } from 'preact';
import type { Report } from '@/imports/protocol';
import { createAsk } from '@/messaging/client';
import { startLibrary } from '@/own-pages/library';
import { platform } from '@/platform/browser';
import { Library } from '@/ui/library/library';

const root = document.getElementById('library') as HTMLElement;

startLibrary({
  ask: createAsk(platform.messages),
  startJob(onReport, onFailure) {
    const worker = new Worker('import-worker.js', { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Report>) => onReport(data);
    worker.onerror = ({ message }) => onFailure(message ?? 'the worker did not start');
    return { send: (order) => worker.postMessage(order), end: () => worker.terminate() };
  },
  save(name, file) {
    const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(file), download: name });
    link.click();
    // The browser has taken the file over by then, whatever it asks the reader.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  },
  draw: (state, on) => render(<Library state={state} on={on} />, root),
  now: () => performance.now(),
  hash: () => location.hash,
  onHash: (listener) => addEventListener('hashchange', listener),
  go: (hash) =>
    new Promise((done) => {
      const before = location.hash;
      location.hash = hash;
      // After the session's own listener, which was there first; no event comes where one is there already.
      if (location.hash === before) done();
      else addEventListener('hashchange', () => done(), { once: true });
    }),
  request: platform.permissions.request,
  wait: (ms) => new Promise((done) => setTimeout(done, ms)),
  persisted: () => navigator.storage.persisted().catch(() => null),
  persist: () => navigator.storage.persist().catch(() => null),
  copies: platform.copies,
  estimate: () => navigator.storage.estimate().catch(() => null),
});
