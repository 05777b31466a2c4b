/**
 * JSON lines in, JSON lines out: one answer per request, in order, as they come. Used by annotate and related.
 * Knows nothing of what is asked.
 */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** A line read: a request object, or why it is none. */
export type Line =
  | { readonly request: Readonly<Record<string, unknown>>; readonly id: unknown }
  | { readonly fault: string; readonly id: null };

/** Reads one request a line; empty lines are passed over, a bad line is a fault and the next is read. */
export async function* readLines(input: Readable): AsyncGenerator<Line> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (!line.trim()) continue;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      yield { id: null, fault: `not JSON: ${error instanceof Error ? error.message : String(error)}` };
      continue;
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) yield { id: null, fault: 'a request is a JSON object' };
    else yield { request: value as Readonly<Record<string, unknown>>, id: (value as { id?: unknown }).id ?? null };
  }
}

/** Writes one answer; waits where the reader is slower. */
export async function writeLine(output: Writable, answer: object): Promise<void> {
  if (!output.write(`${JSON.stringify(answer)}\n`)) await once(output, 'drain');
}

/** A field that must be text or absent. Throws a sentence for the answer's `error`. */
export function optionalText(request: Readonly<Record<string, unknown>>, field: string): string | null {
  const value = request[field];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') throw new Error(`"${field}" must be text`);
  return value;
}

export const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));
