/** An error that carries a fault for the reader; messaging sends the fault. */
import type { Fault } from '@/core/result';

export class FaultError extends Error {
  override readonly name = 'FaultError';
  readonly fault: Fault;

  constructor(code: string, message: string) {
    super(message);
    this.fault = { code, message };
  }
}
