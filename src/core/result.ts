/** A result as data: errors cross messages and threads as values with a sentence for the reader. */

/** `code` is for programs and tests, `message` for the reader: what happened, where, and what to do. */
export interface Fault {
  readonly code: string;
  readonly message: string;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (code: string, message: string): Result<never> => ({ ok: false, fault: { code, message } });

/** A fault on its way up, where a result would have to be handed on by many: messaging turns it into one. */
export class FaultError extends Error {
  override readonly name = 'FaultError';
  readonly fault: Fault;

  constructor(fault: Fault, cause?: unknown) {
    super(fault.message, cause === undefined ? undefined : { cause });
    this.fault = fault;
  }
}
