/**
 * What the reader chose, in the browser's local storage. What cannot be read is never thrown away or guessed at: it stays
 * where it is and nothing is written over it until the reader asks for a repair, which keeps what was stored aside. Settings
 * of a newer version are used as far as they are understood, and not written at all.
 */
import * as v from 'valibot';
import { KEEP_DEFAULT, KEEP_MONTHS } from '@/core/model/keeping';
import { type Fault, FaultError } from '@/core/result';
import type { KeyValueStorage } from '@/platform/types';

const VERSION = 1;

/** Sites that the reader switched on besides the built-in ones, and parts of any that were switched off. */
const siteList = v.array(v.string());
const current = v.object({
  version: v.literal(VERSION),
  paused: v.boolean(),
  sites: v.object({ on: siteList, off: siteList }),
  /** Remember what is read: articles and their unconfirmed claims. Absent in settings of before there was that choice. */
  remember: v.optional(v.boolean(), false),
  /** Count new coverage on the toolbar button. */
  badge: v.optional(v.boolean(), false),
  /** Since when only names with something new are to be marked, in ms; null where all are. */
  onlyNew: v.optional(v.nullable(v.number()), null),
  /** Months for which what feeds bring is kept; null for good. */
  keepMonths: v.optional(v.nullable(v.picklist(KEEP_MONTHS)), KEEP_DEFAULT),
});
const newer = v.object({ version: v.pipe(v.number(), v.gtValue(VERSION)) });

export type Settings = Readonly<v.InferOutput<typeof current>>;

/** What of damaged settings could not be read. */
export type LostPart = 'paused' | 'on' | 'off';

export interface SettingsRead {
  /** Where parts are lost, the others as they were and defaults for those. */
  readonly values: Settings;
  /** Why the values are not, or not all, what was stored; null where they are. */
  readonly problem: Fault | null;
  /** What the reader wants is not known in full: no page may be read. */
  readonly unsure: boolean;
  readonly lost: ReadonlySet<LostPart>;
}

export interface SettingsStore {
  get(): Promise<SettingsRead>;
  /** Changes run one after the other. Rejects with a fault where settings are damaged or newer: they are not written over. */
  update(change: (values: Settings) => Settings): Promise<Settings>;
  /**
   * Makes damaged settings whole again: keeps what was stored aside, and writes what could be read. `on` is added to a
   * list of sites that is lost, whole or in part. Where it is not known what must not be read, Sidelight is paused. False where nothing is damaged.
   */
  repair(on: readonly string[]): Promise<boolean>;
  /** Puts other settings in place of these, whatever state these are in; false where the others are damaged or newer. */
  replace(others: unknown): Promise<boolean>;
}

/** Are these settings that this version understands in full? */
export const areSettings = (raw: unknown): boolean => raw !== undefined && judge(raw).problem === null;

const DEFAULTS: Settings = {
  version: VERSION,
  paused: false,
  sites: { on: [], off: [] },
  remember: false,
  badge: false,
  onlyNew: null,
  keepMonths: KEEP_DEFAULT,
};

const KEY = 'settings';
/** A list of every value that was ever damaged, oldest first. */
export const KEPT_ASIDE = 'settings-kept-aside';

const NEWER: Fault = {
  code: 'settings-newer',
  message: 'Your settings were written by a newer version of Sidelight and are left as they are. Update Sidelight to change them.',
};
const NEWER_UNSURE: Fault = {
  code: NEWER.code,
  message:
    'Your settings were written by a newer version of Sidelight and this one does not understand them, so it reads no page. Update Sidelight.',
};
const DAMAGED: Fault = {
  code: 'settings-damaged',
  message:
    'Your settings are damaged, so Sidelight reads no page. “Try again” repairs them: what can be read of them is used and the rest starts afresh, paused where it is not known which sites you switched off. What was stored is kept aside.',
};

export function createSettings(storage: KeyValueStorage): SettingsStore {
  const get = async (): Promise<SettingsRead> => judge(await storage.get(KEY));

  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };

  return {
    get,
    update: (change) =>
      inTurn(async () => {
        const { values, problem } = await get();
        if (problem) throw new FaultError(problem);
        const changed = change(values);
        await storage.set(KEY, changed);
        return changed;
      }),
    repair: (on) =>
      inTurn(async () => {
        const raw = await storage.get(KEY);
        const { values, problem, lost } = judge(raw);
        if (problem?.code !== DAMAGED.code) return false;
        const kept = await storage.get(KEPT_ASIDE);
        await storage.set(KEPT_ASIDE, [...(Array.isArray(kept) ? kept : kept === undefined ? [] : [kept]), raw]);
        await storage.set(KEY, {
          ...values,
          paused: values.paused || lost.has('paused') || lost.has('off'),
          sites: { ...values.sites, on: lost.has('on') ? [...new Set([...values.sites.on, ...on])] : values.sites.on },
        });
        return true;
      }),
    replace: (others) =>
      inTurn(async () => {
        if (!areSettings(others)) return false;
        await storage.set(KEY, judge(others).values);
        return true;
      }),
  };
}

function judge(raw: unknown): SettingsRead {
  if (raw === undefined) return { values: DEFAULTS, problem: null, unsure: false, lost: new Set() };
  const read = v.safeParse(current, raw);
  if (read.success) return { values: read.output, problem: null, unsure: false, lost: new Set() };
  const { values, lost } = salvage(raw);
  if (v.is(newer, raw)) return { values, problem: lost.size > 0 ? NEWER_UNSURE : NEWER, unsure: lost.size > 0, lost };
  return { values, problem: DAMAGED, unsure: true, lost };
}

/** Field by field, so that one that is damaged does not take the others with it. */
function salvage(raw: unknown): Pick<SettingsRead, 'values' | 'lost'> {
  const lost = new Set<LostPart>();
  const field = (of: unknown, name: string): unknown =>
    typeof of === 'object' && of !== null && Object.hasOwn(of, name) ? (of as Record<string, unknown>)[name] : undefined;
  const sites = field(raw, 'sites');
  /** A list with a damaged entry is lost in part; its other entries still hold. */
  const list = (name: 'on' | 'off'): string[] => {
    const found = field(sites, name);
    const whole = v.is(siteList, found);
    if (!whole) lost.add(name);
    return Array.isArray(found) ? found.filter((site) => typeof site === 'string') : [];
  };
  const paused = field(raw, 'paused');
  if (typeof paused !== 'boolean') lost.add('paused');
  // Only a clear yes: what is not remembered can be read again, and what was not to be remembered must not be.
  const remember = field(raw, 'remember') === true;
  const badge = field(raw, 'badge') === true;
  const from = field(raw, 'onlyNew');
  const onlyNew = typeof from === 'number' ? from : null;
  // What was to be kept is not known: then nothing is deleted.
  const keepMonths = KEEP_MONTHS.find((choice) => choice === field(raw, 'keepMonths')) ?? null;
  return {
    values: {
      version: VERSION,
      paused: paused === true,
      sites: { on: list('on'), off: list('off') },
      remember,
      badge,
      onlyNew,
      keepMonths,
    },
    lost,
  };
}
