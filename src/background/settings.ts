/**
 * What the reader chose, in the browser's local storage. What cannot be read is never thrown away: a corrupt value
 * is kept aside and defaults are used; one of a newer version is used as far as it is understood and not written over.
 */
import * as v from 'valibot';
import type { Fault } from '@/core/result';
import type { KeyValueStorage } from '@/platform/types';
import { FaultError } from './fault-error';

const VERSION = 1;

const fields = {
  paused: v.boolean(),
  sites: v.object({
    /** Sites that the reader switched on besides the built-in ones, and parts of any that were switched off. */
    on: v.array(v.string()),
    off: v.array(v.string()),
  }),
};
const current = v.object({ version: v.literal(VERSION), ...fields });
const newer = v.object({ version: v.pipe(v.number(), v.gtValue(VERSION)) });

export type Settings = Readonly<v.InferOutput<typeof current>>;

export interface SettingsRead {
  readonly values: Settings;
  /** Why the values are not, or not all, what was stored; null where they are. */
  readonly problem: Fault | null;
}

export interface SettingsStore {
  get(): Promise<SettingsRead>;
  /** Changes run one after the other. Rejects with a fault where newer settings must not be written over. */
  update(change: (values: Settings) => Settings): Promise<Settings>;
}

const DEFAULTS: Settings = { version: VERSION, paused: false, sites: { on: [], off: [] } };

const KEY = 'settings';
/** Where a value that could not be read is kept. */
export const KEPT_ASIDE = 'settings-kept-aside';

const NEWER: Fault = {
  code: 'settings-newer',
  message: 'Your settings were written by a newer version of Sidelight and are left as they are. Update Sidelight to change them.',
};
const CORRUPT: Fault = {
  code: 'settings-corrupt',
  message: 'Your settings could not be read, so the defaults are used. What was stored is kept aside.',
};

export function createSettings(storage: KeyValueStorage): SettingsStore {
  const get = async (): Promise<SettingsRead> => {
    const raw = await storage.get(KEY);
    if (raw === undefined) return { values: DEFAULTS, problem: null };
    const read = v.safeParse(current, raw);
    if (read.success) return { values: read.output, problem: null };
    if (v.is(newer, raw)) {
      const understood = v.safeParse(v.object(fields), raw);
      return { values: understood.success ? { version: VERSION, ...understood.output } : DEFAULTS, problem: NEWER };
    }
    await storage.set(KEPT_ASIDE, raw);
    return { values: DEFAULTS, problem: CORRUPT };
  };

  let last: Promise<unknown> = Promise.resolve();

  return {
    get,
    update(change) {
      const next = last.then(async () => {
        const { values, problem } = await get();
        if (problem?.code === NEWER.code) throw new FaultError(NEWER.code, NEWER.message);
        const changed = change(values);
        await storage.set(KEY, changed);
        return changed;
      });
      last = next.catch(() => undefined);
      return next;
    },
  };
}
