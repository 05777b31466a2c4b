/**
 * Settings that travel with the browser's own sync, where the reader switched that on: which sites are read and which are not, and when
 * discreet lines are drawn. Not whether Sidelight is paused, which is about now, nor what is remembered, which is about one computer.
 * Each round may be cut off anywhere and is done again: what travels is merged by time, not by turns.
 */
import * as v from 'valibot';
import { type Fault, FaultError } from '@/core/result';
import { originPattern } from '@/platform/hosts';
import type { KeyValueStorage, Permissions, SyncStorage } from '@/platform/types';
import type { Store } from '@/store/store';
import type { SettingsStore } from './settings';
import { changesSince, HEAD, merge, pack, same, type Travelling, unpack, type Values } from './travel-merge';

export interface TravelState {
  readonly on: boolean;
  /** Why they do not travel just now, for the reader. */
  readonly fault: string | null;
}

export interface Travel {
  state(): Promise<TravelState>;
  set(on: boolean): Promise<TravelState>;
  /** Takes back from the browser's sync what travels; other computers that let theirs travel put it there again. */
  forget(): Promise<void>;
  /** One round: what was changed here goes out, what was changed elsewhere comes in. Answers whether anything came in. */
  run(): Promise<boolean>;
}

export interface TravelWorld {
  readonly local: KeyValueStorage;
  readonly sync: SyncStorage;
  readonly settings: SettingsStore;
  readonly permissions: Permissions;
  readonly painting: Store['overlay']['painting'];
  readonly now: () => number;
}

/** Of this browser: is it on, and what was here when it was last looked. */
const KEY = 'travel';
const kept = v.object({
  on: v.boolean(),
  seen: v.array(v.tuple([v.string(), v.string()])),
  known: v.array(v.tuple([v.string(), v.nullable(v.string()), v.number()])),
  fault: v.nullable(v.object({ code: v.string(), message: v.string() })),
});

interface Kept {
  readonly on: boolean;
  readonly seen: Values;
  readonly known: Travelling;
  readonly fault: Fault | null;
}

const NOTHING: Kept = { on: false, seen: new Map(), known: new Map(), fault: null };

export function createTravel({ local, sync, settings, permissions, painting, now }: TravelWorld): Travel {
  const read = async (): Promise<Kept> => {
    const found = v.safeParse(kept, await local.get(KEY));
    // What is damaged says nothing: off, and nothing travels until the reader switches it on again.
    if (!found.success) return NOTHING;
    const { on, seen, known, fault } = found.output;
    return { on, seen: new Map(seen), known: new Map(known.map(([key, value, at]) => [key, { value, at }])), fault };
  };
  const write = ({ on, seen, known, fault }: Kept): Promise<void> =>
    local.set(KEY, { on, seen: [...seen], known: [...known].map(([key, { value, at }]) => [key, value, at]), fault });

  /** What is set here; null where settings can't be read in full, so that nothing must be concluded from them. */
  const valuesHere = async (): Promise<Map<string, string> | null> => {
    const [{ values, problem }, { lines }] = await Promise.all([settings.get(), painting.get()]);
    if (problem) return null;
    const here = new Map<string, string>(values.sites.on.map((host) => [`site:${host}`, 'on']));
    for (const host of values.sites.off) here.set(`site:${host}`, 'off');
    if (lines !== 'always') here.set('lines', lines);
    return here;
  };

  /** Sets here what was changed elsewhere; answers whether anything was. A site that this browser may not read waits for its permission. */
  const apply = async (here: Values, merged: Travelling): Promise<boolean> => {
    const on = new Set<string>();
    const off = new Set<string>();
    for (const [key, value] of here) if (key.startsWith('site:')) (value === 'on' ? on : off).add(key.slice('site:'.length));
    let changed = false;
    for (const [key, { value }] of merged) {
      if (value === (here.get(key) ?? null) || !key.startsWith('site:')) continue;
      const host = key.slice('site:'.length);
      if (value === 'on' && !(await permissions.contains([originPattern(host)]))) continue;
      on.delete(host);
      off.delete(host);
      if (value === 'on') on.add(host);
      if (value === 'off') off.add(host);
      changed = true;
    }
    if (changed) await settings.update((values) => ({ ...values, sites: { on: [...on], off: [...off] } }));
    const lines = merged.has('lines') ? (merged.get('lines')?.value ?? 'always') : null;
    if (lines === null || lines === (here.get('lines') ?? 'always')) return changed;
    await painting.lines(lines === 'pointed' ? 'pointed' : 'always');
    return true;
  };

  const round = async (before: Kept): Promise<boolean> => {
    const here = before.on ? await valuesHere() : null;
    if (!here) return false;
    const remote = unpack(await sync.get());
    if (!remote.ok) {
      await write({ ...before, fault: remote.fault });
      return false;
    }
    const own = merge(before.known, changesSince(before.seen, here, before.known, now()));
    const merged = merge(own, remote.value);
    const came = await apply(here, merged);
    let fault: Fault | null = null;
    if (!same(merged, remote.value)) {
      const packed = pack(merged, now());
      fault = packed.ok ? await sync.set(packed.value) : packed.fault;
    }
    // Last: a round that was cut off before is done again, and what it set here is sent once more, changed or not.
    await write({ on: true, seen: (await valuesHere()) ?? before.seen, known: merged, fault });
    return came;
  };

  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
  const state = async (): Promise<TravelState> => {
    const { on, fault } = await read();
    return { on, fault: on ? (fault?.message ?? null) : null };
  };

  return {
    state,
    set: (on) =>
      inTurn(async () => {
        const before = await read();
        if (on && !before.on) {
          const { problem } = await settings.get();
          if (problem) throw new FaultError(problem);
          const items = await sync.get();
          const remote = unpack(items);
          // Switched on again over damaged ones: written anew from here.
          if (!remote.ok && remote.fault.code === 'travel-damaged')
            await sync.remove(Object.keys(items).filter((key) => key.startsWith(HEAD)));
          await round({ ...NOTHING, on: true });
        } else if (!on) await write(NOTHING);
        return state();
      }),
    forget: () =>
      inTurn(async () => {
        await sync.remove(Object.keys(await sync.get()).filter((key) => key.startsWith(HEAD)));
        await write(NOTHING);
      }),
    run: () => inTurn(async () => round(await read())),
  };
}
