/** The state of the extension as a whole: packs, requests, and every fault as a sentence for the reader. */
import type { Health } from '@/core/model/view';
import { faultOf } from '@/messaging/answer';
import { storeNewer } from '@/store/faults';
import type { Store } from '@/store/store';
import type { Ledger } from './ledger';
import type { SettingsStore } from './settings';

/** How long the reader is told that the database was emptied and brought back: a day's visits to the popup. */
const TOLD_MS = 86_400_000;

/** `ownFaults`: what the last start of the background could not do. */
export async function checkHealth(
  store: Store,
  settings: SettingsStore,
  ledger: Ledger,
  ownFaults: readonly string[],
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

const broughtBack = (copiedAt: number): string => {
  const when = new Date(copiedAt).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  return `The browser found its database damaged and emptied it. What is yours was brought back from the safety copy of ${when}; see whether your last changes are there.`;
};
