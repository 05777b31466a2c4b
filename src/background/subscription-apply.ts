/**
 * An update applied without the reader, of a subscription that the reader marked so. The worker does it where that is little work;
 * it may be stopped at any line: until the pointer flips the old revision is shown, and from then on the new one, which the next
 * look at the store sees. Knows the store and the reading of packs.
 */
import { announced, fileName } from '@/core/pack/folder';
import { readPack } from '@/core/pack/read';
import { faultOf } from '@/messaging/answer';
import type { Alarms } from '@/platform/types';
import type { ActivePack, Store } from '@/store/store';
import type { SubscriptionRow } from '@/store/subscriptions';
import { awake } from './awake';
import { CopyRefused, isLeft } from './subscription-copy';

/** The row where what waited is shown by now: the library applied it, or a worker that was stopped right after. */
export async function reconciled(store: Store, row: SubscriptionRow, shown: ActivePack | undefined): Promise<SubscriptionRow> {
  if (!row.incoming?.complete || shown?.info.revision !== row.incoming.revision) return row;
  const { revision, title, size, parts } = row.incoming;
  const change = { held: { revision, title, size, parts }, incoming: null, fault: null };
  await store.subscriptions.update(row.url, change);
  return { ...row, ...change };
}

/** Applies what waits where the reader said so; answers whether it was. Throws a fault where it can't be. */
export async function applyAlone(store: Store, url: string, now: number, alarms: Pick<Alarms, 'has'>): Promise<boolean> {
  const row = await store.subscriptions.get(url);
  if (!row?.automatic || !row.incoming?.complete || row.pack === null) return false;
  const { incoming, pack } = row;
  if (isLeft(incoming)) return false;
  // A pack that the reader has not added, or has removed, is not put in by itself.
  const shown = await store.read(async ({ packs }) => packs[pack]);
  if (!shown || shown.info.revision === incoming.revision) return false;
  await store.subscriptions.update(url, { incoming: { ...incoming, tries: incoming.tries + 1 } });
  const work = await store.beginImport();
  try {
    await awake(alarms, async () => {
      const copy = await store.subscriptions.open(url);
      const file = fileName(row);
      const sink = announced(file, { id: copy.pack, revision: copy.revision }, work.sink);
      const read = await readPack({ name: file, bytes: copy.bytes }, sink, { now });
      if (!read.ok) throw new CopyRefused(read.faults);
      await work.stage(read.claims);
      await work.apply();
    });
  } catch (error) {
    await work.discard().catch(() => undefined);
    // The reader looks at it on the library page just now.
    if (faultOf(error).code === 'import-under-way') return false;
    throw error;
  }
  await reconciled(store, (await store.subscriptions.get(url)) ?? row, await store.read(async ({ packs }) => packs[pack]));
  return true;
}
