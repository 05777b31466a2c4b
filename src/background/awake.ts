/**
 * Keeps the worker from being taken for idle while it works on something that takes longer than the half minute for which browsers wait:
 * each call of the browser's API begins that half minute anew, in Chromium as in Firefox.
 */
import type { Alarms } from '@/platform/types';

/** Well within the half minute (ms), should one call come late. */
const CALL_MS = 10_000;

export async function awake<T>(alarms: Pick<Alarms, 'has'>, work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => void alarms.has('awake').catch(() => false), CALL_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
