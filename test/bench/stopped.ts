/** A background as readers find it after a while: stopped when it had nothing more to do. */

/**
 * Before the stop and after it, in ms: browsers stop a background that has nothing to do, not one that is at its chores, and readers ask
 * one that is stopped, not one that is just being stopped.
 */
const IDLE_MS = 1_000;
const PAUSE_MS = 300;

const waited = (ms: number) => new Promise((go) => setTimeout(go, ms));

export async function stopWhenIdle(browser: { stopBackground(): Promise<void> }): Promise<void> {
  await waited(IDLE_MS);
  await browser.stopBackground();
  await waited(PAUSE_MS);
}
