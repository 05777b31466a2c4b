/**
 * Settings that travel between a reader's browsers: each with when it was last changed, so that the later change stands, wherever it was
 * made and in whatever order it is heard of. And the form in which the browser's sync carries them, in items of its size. Pure.
 */
import * as v from 'valibot';
import { fail, ok, type Result } from '@/core/result';

/** By key: `site:HOST` is `on` or `off`, `lines` is when discreet lines are drawn. */
export type Values = ReadonlyMap<string, string>;

/** `value` null: it was taken away. `at` in ms by the clock of the browser that changed it. */
export interface Stamped {
  readonly value: string | null;
  readonly at: number;
}
export type Travelling = ReadonlyMap<string, Stamped>;

/** Browsers take 8,192 bytes an item, key and all, and 512 items of 102,400 bytes together. */
const ITEM_BYTES = 7_500;
const MOST_BYTES = 90_000;
/** What was taken away is remembered for as long as a computer may lie in a drawer; then it may come back once. */
const TAKEN_AWAY_MS = 400 * 24 * 3_600_000;

const VERSION = 1;
export const HEAD = 'travel';
const part = (n: number): string => `${HEAD}.${n}`;

const head = v.object({ version: v.literal(VERSION), parts: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(64)) });
const newer = v.object({ version: v.pipe(v.number(), v.gtValue(VERSION)) });
const entry = v.tuple([
  v.pipe(v.string(), v.regex(/^(?:site:(?:[^\s/:@]{1,253}|\[[0-9a-f:.]+\])|lines)$/)),
  v.nullable(v.picklist(['on', 'off', 'always', 'pointed'])),
  v.pipe(v.number(), v.integer(), v.minValue(0)),
]);
const entries = v.array(entry);

/** What was changed here since it was last looked at. A clock that went back must not lose to what it wrote before. */
export function changesSince(seen: Values, now: Values, known: Travelling, at: number): Travelling {
  const changes = new Map<string, Stamped>();
  for (const key of new Set([...seen.keys(), ...now.keys()])) {
    const value = now.get(key) ?? null;
    if (value === (seen.get(key) ?? null)) continue;
    changes.set(key, { value, at: Math.max(at, (known.get(key)?.at ?? 0) + 1) });
  }
  return changes;
}

/** The later of two changes; of two at one moment, always the same one. */
const later = (a: Stamped, b: Stamped): Stamped => (a.at !== b.at ? (a.at > b.at ? a : b) : String(a.value) >= String(b.value) ? a : b);

export function merge(a: Travelling, b: Travelling): Travelling {
  const merged = new Map(a);
  for (const [key, stamped] of b) {
    const other = merged.get(key);
    merged.set(key, other ? later(other, stamped) : stamped);
  }
  return merged;
}

export const same = (a: Travelling, b: Travelling): boolean =>
  a.size === b.size && [...a].every(([key, { value, at }]) => b.get(key)?.value === value && b.get(key)?.at === at);

/** As items of the browser's sync; a fault where they are more than it takes. */
export function pack(travelling: Travelling, now: number): Result<Readonly<Record<string, unknown>>> {
  const items: Record<string, unknown> = {};
  let list: unknown[] = [];
  let bytes = 0;
  let all = 0;
  let parts = 0;
  const end = () => {
    items[part(parts++)] = list;
    list = [];
    bytes = 0;
  };
  for (const [key, { value, at }] of [...travelling].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (value === null && now - at > TAKEN_AWAY_MS) continue;
    const size = new TextEncoder().encode(JSON.stringify([key, value, at])).length + 1;
    all += size;
    if (bytes + size > ITEM_BYTES) end();
    list.push([key, value, at]);
    bytes += size;
  }
  if (list.length > 0) end();
  if (all > MOST_BYTES) return fail('travel-full', 'Your settings are more than the browser’s sync takes, so they no longer travel.');
  return ok({ [HEAD]: { version: VERSION, parts }, ...items });
}

/** Reads items of the browser's sync; empty where there are none. What is damaged anywhere, or of a newer version, is refused whole. */
export function unpack(items: Readonly<Record<string, unknown>>): Result<Travelling> {
  if (!Object.hasOwn(items, HEAD)) return ok(new Map());
  if (v.is(newer, items[HEAD]))
    return fail('travel-newer', 'A newer version of Sidelight wrote the settings that travel: update Sidelight here.');
  const damaged = () =>
    fail(
      'travel-damaged',
      'The settings that travel are damaged, and are not used. Switch this off and on again to write them anew from here.',
    );
  const read = v.safeParse(head, items[HEAD]);
  if (!read.success) return damaged();
  const travelling = new Map<string, Stamped>();
  for (let n = 0; n < read.output.parts; n++) {
    const list = v.safeParse(entries, items[part(n)]);
    if (!list.success) return damaged();
    for (const [key, value, at] of list.output) travelling.set(key, { value, at });
  }
  return ok(travelling);
}
