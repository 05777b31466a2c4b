import { vi } from 'vitest';

/** Waits until `check` throws no more: long (ms), because only what is broken may fail by the clock, on a busy machine as well. */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { timeout: 20_000 });
