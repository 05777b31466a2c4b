/**
 * Turns on the page's main thread: short ones, so that scrolling and typing never wait for us.
 * Knows nothing of what is done in them.
 */

/** A turn: `left()` is the milliseconds that may still be used; 0 or less means stop and ask for another. */
export interface Slice {
  left(): number;
}

export interface Slices {
  /** As soon as the browser has dealt with what the reader does: for the first reading of a page. */
  soon(): Promise<Slice>;
  /** When the page is idle: for following its changes. */
  idle(): Promise<Slice>;
  /** After at least `ms`, and not while the tab is hidden. Rejects with the signal's reason on abort. */
  rest(ms: number): Promise<void>;
}

/** A frame of 60 Hz: a page of usual size is read in one, and a long task (50 ms) stays far away even with cold code. */
const SOON_MS = 16;
/** Half a frame: leaves the page's own work the other half. */
const IDLE_MS = 8;
/** A page that is never idle is still followed, about twice a second. */
const IDLE_TIMEOUT = 500;

export function createSlices(window: Window, signal: AbortSignal): Slices {
  const clock = window.performance;
  const slice = (ms: number): Slice => {
    const end = clock.now() + ms;
    return { left: () => end - clock.now() };
  };
  /** Waits for `start` to call back; an abort ends the wait. */
  const wait = <T>(start: (done: (value: T) => void) => void): Promise<T> =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const stop = (): void => reject(signal.reason);
      signal.addEventListener('abort', stop, { once: true });
      start((value) => {
        signal.removeEventListener('abort', stop);
        resolve(value);
      });
    });

  return {
    soon: () =>
      wait((done) => {
        const run = (): void => done(slice(SOON_MS));
        // postTask goes behind input and before timers; Firefox 140 does not have it yet.
        const { scheduler } = window as Window & { scheduler?: Scheduler };
        if (scheduler) void scheduler.postTask(run, { priority: 'user-visible' });
        else window.setTimeout(run, 0);
      }),
    idle: () => wait((done) => window.requestIdleCallback(() => done(slice(IDLE_MS)), { timeout: IDLE_TIMEOUT })),
    async rest(ms) {
      await wait<void>((done) => window.setTimeout(done, ms));
      const { document } = window;
      if (document.visibilityState !== 'hidden') return;
      await wait<void>((done) => {
        const shown = (): void => {
          if (document.visibilityState === 'hidden') return;
          document.removeEventListener('visibilitychange', shown);
          done();
        };
        document.addEventListener('visibilitychange', shown, { signal });
      });
    },
  };
}
