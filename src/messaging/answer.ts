/** Answering one message: its shape is checked, its handler run, and whatever goes wrong becomes a fault. For both servers. */
import * as v from 'valibot';
import { type Fault, fail, type Result } from '@/core/result';
import type { Envelope } from './protocol';

/** Reads what travels; null where a message is none of ours. */
export function readEnvelope(message: unknown): Envelope | null {
  if (typeof message !== 'object' || message === null) return null;
  const { to, call, input } = message as Partial<Record<keyof Envelope, unknown>>;
  return (to === 'background' || to === 'page') && typeof call === 'string' ? { to, call, input } : null;
}

/** Runs `handle` on the input if it fits the schema. Never rejects. */
export async function answerCall<Schema extends v.GenericSchema, T>(
  call: string,
  schema: Schema,
  input: unknown,
  handle: (input: v.InferOutput<Schema>) => Result<T> | Promise<Result<T>>,
): Promise<Result<T>> {
  const read = v.safeParse(schema, input);
  if (!read.success) {
    const [issue] = read.issues;
    return fail('bad-input', `A message “${call}” was refused: ${v.getDotPath(issue) ?? 'its input'} does not fit (${issue.message}).`);
  }
  try {
    return await handle(read.output);
  } catch (error) {
    return { ok: false, fault: faultOf(error) };
  }
}

/** An error's own fault (the store's errors carry one), or one made of its words. */
export function faultOf(error: unknown): Fault {
  if (error instanceof Error && 'fault' in error && isFault(error.fault)) return error.fault;
  const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { code: 'internal', message: `Sidelight met an error of its own (${words}). Please report it.` };
}

const isFault = (value: unknown): value is Fault =>
  typeof value === 'object' && value !== null && 'code' in value && 'message' in value && typeof value.message === 'string';
