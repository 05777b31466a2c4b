/** Sizes and times left, in words. Pure. */

const UNITS = ['B', 'kB', 'MB', 'GB'] as const;

/** "1.4 MB": powers of a thousand, as file managers count. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[unit]}`;
}

/** "about 2 min left"; a guess needs no seconds above a minute. `ms` from 0. */
export function formatLeft(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return seconds < 60 ? `about ${seconds} s left` : `about ${Math.round(seconds / 60)} min left`;
}
