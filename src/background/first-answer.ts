/**
 * When a worker may go about its own work: once it has answered the message that it was started for, or when none came. What is
 * done before keeps whoever points at a name waiting.
 */

/** A message that started the worker is there within milliseconds of its listeners; none that is later did (ms). */
export const GRACE_MS = 200;

export interface FirstAnswer {
  /** Resolves once {@link FirstAnswer.given} was called or the grace is over, in a turn of its own: the answer is on its way by then. */
  readonly over: Promise<void>;
  /** A message was answered. */
  given(): void;
}

export function awaitFirstAnswer(): FirstAnswer {
  let given: () => void = () => undefined;
  const over = new Promise<void>((resolve) => {
    setTimeout(resolve, GRACE_MS);
    given = () => void setTimeout(resolve);
  });
  return { over, given: () => given() };
}
