/** The state of the extension as a whole: packs, requests, and every fault as a sentence for the reader. */
import type { Health } from '@/core/model/view';
import { faultOf } from '@/messaging/answer';
import { asideSince, newestAside } from '@/platform/kept-files';
import type { KeptFiles } from '@/platform/types';
import { storeNewer } from '@/store/faults';
import type { Store } from '@/store/store';
import type { Ledger } from './ledger';
import type { SettingsStore } from './settings';

/** How long the reader is told that the database was emptied and brought back: a day's visits to the popup. */
const TOLD_MS = 86_400_000;

/** `ownFaults`: what the last start of the background could not do; `files`: where safety copies are. */
export async function checkHealth(
  store: Store,
  settings: SettingsStore,
  ledger: Ledger,
  ownFaults: readonly string[],
  files: Pick<KeptFiles, 'list'>,
  now: number,
): Promise<Health> {
  const faults = new Set<string>();
  const or = async <T>(work: Promise<T>, spare: T): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      faults.add(faultOf(error).message);
      return spare;
    }
  };
  const { writable } = await or(store.open(), { writable: true });
  if (!writable) faults.add(storeNewer().message);
  const packs = await or(
    store.read(async (facts) => Object.values(facts.packs)),
    [],
  );
  const problem = await or(
    settings.get().then((read) => read.problem),
    null,
  );
  const requests = await or(ledger.requests(), 0);
  if (problem) faults.add(problem.message);
  for (const fault of ownFaults) faults.add(fault);
  const mended = await or(store.copies.mended(), null);
  if (mended && now - mended.at < TOLD_MS) faults.add(broughtBack(mended.copiedAt));
  const waiting = await or(newestAside(files), null);
  if (waiting) faults.add(setAside(asideSince(waiting)));
  return {
    packs: packs.map(({ info, counts: { actors, outlets, events, claims } }) => ({
      id: info.id,
      title: info.title,
      revision: info.revision,
      counts: { actors: actors + outlets, events, claims },
    })),
    faults: [...faults],
    requests,
  };
}

const moment = (ms: number): string => new Date(ms).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

const broughtBack = (copiedAt: number): string =>
  `The browser found its database damaged and emptied it. What is yours was brought back from the safety copy of ${moment(copiedAt)}; see whether your last changes are there.`;

const setAside = (copiedAt: number): string =>
  `The browser emptied Sidelight’s database, and its safety copy of ${moment(copiedAt)} could not be put in, or not before you made something new. It waits in the library, under Storage.`;
