/** Answering one message: whatever goes wrong becomes a fault. For both servers; part of the content script, kept small. */
import { type Fault, FaultError, fail, type Result } from '@/core/result';
import type { Envelope } from './page-protocol';

/** Reads what travels; null where a message is none of ours. */
export function readEnvelope(message: unknown): Envelope | null {
  if (typeof message !== 'object' || message === null) return null;
  const { to, call, input } = message as Partial<Record<keyof Envelope, unknown>>;
  return (to === 'background' || to === 'page' || to === 'claims') && typeof call === 'string' ? { to, call, input } : null;
}

/** The answer to a message whose input does not fit; `why` names the place. */
export const refused = (call: string, why: string) => fail('bad-input', `A message “${call}” was refused: ${why}.`);

/** Runs a handler. Never rejects. */
export async function settle<T>(handle: () => Result<T> | Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await handle();
  } catch (error) {
    return { ok: false, fault: faultOf(error) };
  }
}

/** An error's own fault, or one made of its words. */
export function faultOf(error: unknown): Fault {
  if (error instanceof FaultError) return error.fault;
  const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { code: 'internal', message: `Sidelight met an error of its own (${words}). Please report it.` };
}
