/**
 * Work cut into steps: a generator that pauses (`yield`) after each small piece and returns its result at the end.
 * Whoever drives it decides when to go on; it knows no clock.
 */

export type Steps<Result> = Generator<void, Result>;

/** Does all of the work at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
