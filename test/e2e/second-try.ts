/** Tests of a file share a browser: a second try would begin in the middle of what the first one left behind. */
import { beforeEach } from 'vitest';

/** Before a second try of a test of this suite: `reset` makes it as it is for the first. */
export function beforeSecondTry(reset: () => Promise<unknown>): void {
  beforeEach(async ({ task }) => {
    if (task.result?.retryCount) await reset();
  });
}
