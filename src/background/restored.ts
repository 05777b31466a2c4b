/**
 * What is left to do when a backup was put in: its settings go to the browser's storage, and alarms are set. (The indexes are made again
 * as after any change of packs: search-index.ts.) The store remembers that it is to be done until it is, so that a worker stopped in the middle
 * does all of it again; each step may be done twice.
 */
import { fail, ok } from '@/core/result';
import type { BackgroundHandlers } from '@/messaging/server';
import type { Store } from '@/store/store';
import { areSettings, type Settings, type SettingsStore } from './settings';
import type { Sites } from './sites';

export interface RestoredWorld {
  readonly store: Store;
  readonly settings: SettingsStore;
  readonly sites: Pick<Sites, 'reconcile'>;
  /** Gives a host's permission back where nothing needs it any more. */
  readonly giveBack: (host: string) => Promise<void>;
  /** The same of a site that was on. */
  readonly giveBackSite: (host: string) => Promise<void>;
  /** Feeds and subscriptions are others than before. */
  readonly arm: () => Promise<unknown>;
  /** Names and articles are others than before. */
  readonly changed: () => void;
}

/** Does what is left; nothing where nothing is. */
export async function finishRestoring({ store, settings, sites, giveBack, giveBackSite, arm, changed }: RestoredWorld): Promise<void> {
  const left = await store.backup.restored();
  if (!left) return;
  await settings.replace(left.settings);
  await sites.reconcile();
  // What was needed only for what is gone goes back to the browser; whoever has it brought back is asked again.
  const before = await store.backup.aside();
  for (const host of before?.hosts ?? []) await giveBack(host);
  for (const site of sitesIn(before?.settings)) await giveBackSite(site);
  await arm();
  await store.backup.settle();
  changed();
}

const sitesIn = (settings: unknown): readonly string[] => (areSettings(settings) ? (settings as Settings).sites.on : []);

type BackupCall = Extract<keyof BackgroundHandlers, `backup/${string}`>;

export function backupCalls(world: RestoredWorld): Pick<BackgroundHandlers, BackupCall> {
  const settingsNow = async () => {
    const { values, problem } = await world.settings.get();
    return problem ? null : values;
  };
  return {
    'backup/settings': async () => ok(await settingsNow()),
    'backup/aside': async () => {
      const aside = await world.store.backup.aside();
      return ok(aside && { at: aside.at, again: aside.again });
    },
    'backup/bring-back': async () => {
      const brought = await world.store.backup.bringBack((await settingsNow()) ?? undefined);
      if (!brought) return fail('nothing-aside', 'What was here before the restore is not kept any more.');
      await finishRestoring(world);
      return ok(true);
    },
    'backup/check': ({ settings }) =>
      areSettings(settings)
        ? ok(true)
        : fail('bad-settings', 'The settings in this backup are damaged, or were written by a newer version of Sidelight.'),
    'backup/restored': async () => {
      await finishRestoring(world);
      return ok(true);
    },
  };
}
