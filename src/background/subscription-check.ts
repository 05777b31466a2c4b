/**
 * One subscribed pack asked once: what its address holds, which parts of it are new, and whether they are what they should be.
 * What is here stays as it was until a new copy is here whole. Each step is written when it is done: a worker stopped anywhere
 * goes on there when it is asked next. Knows no clock of its own and no alarm.
 */
import { FEED_PACK, OWN_PACK } from '@/core/model/ids';
import type { PackFault } from '@/core/pack/fault';
import { announced, fileName, isManifest, partPath, readManifest } from '@/core/pack/folder';
import { type PackSink, readPack } from '@/core/pack/read';
import { sha256Of } from '@/core/pack/sha256';
import { FaultError } from '@/core/result';
import { retryAfter } from '@/feeds/retry-after';
import { bySetClock, type Chance, PACK_PACE, settle } from '@/feeds/schedule';
import { faultOf } from '@/messaging/answer';
import type { Alarms } from '@/platform/types';
import type { Store } from '@/store/store';
import type { IncomingCopy, PackCopy, SubscriptionRow } from '@/store/subscriptions';
import { isUnchanged, marksOf } from './conditional';
import type { Answered, Ledger, Request } from './ledger';
import { applyAlone } from './subscription-apply';
import { ALONE_BYTES, CopyRefused, toldFaults } from './subscription-copy';

export interface PackCheckWorld {
  readonly store: Store;
  readonly send: Ledger['send'];
  readonly now: () => number;
  readonly chance: Chance;
  readonly alarms: Alarms;
  /** A pack was applied without the reader: names may be others. */
  readonly applied: () => void;
}

const refuse = (code: string, message: string) => new FaultError({ code, message });
/** What the address answered with. What is here, and what waits, is untouched. */
const refusedAnswer = (faults: readonly PackFault[]) => refuse('pack-refused', toldFaults(faults));

/** For looking at a pack and keeping nothing. */
const NOWHERE: PackSink = { begin: () => undefined, add: () => undefined };

/** The subscription must have been begun: its schedule says that it was asked. Never rejects but where the store is lost. */
export async function checkSubscription(world: PackCheckWorld, row: SubscriptionRow): Promise<void> {
  const { store, now, chance } = world;
  const { subscriptions } = store;
  let patience: number | null = null;
  const settled = (kind: 'new' | 'same' | 'failed') => {
    // The clock may have been set while the answer was on its way.
    const at = now();
    return settle(bySetClock(row.schedule, at, chance), { kind, retryAfter: patience }, at, chance, PACK_PACE);
  };
  const ask = async (request: Omit<Request, 'why'>): Promise<Answered> => {
    const answer = await world.send({ ...request, why: `Pack ${row.title || row.host}` });
    patience = retryAfter(answer.headers.get('retry-after'), now(), answer.headers.get('date'));
    return answer;
  };
  try {
    const newest = await newestCopy(store, row, ask);
    if (newest && !newest.copy.complete) {
      await fetchParts(store, row, newest, ask);
      await subscriptions.update(row.url, { incoming: { ...newest.copy, complete: true } });
    }
    await subscriptions.update(row.url, { schedule: settled(newest ? 'new' : 'same'), okAt: now(), fault: null });
    if (await applyAlone(store, row.url, now(), world.alarms)) world.applied();
  } catch (error) {
    const bad = error instanceof CopyRefused ? { incoming: null, etag: null, lastModified: null } : {};
    await subscriptions.update(row.url, { schedule: settled('failed'), fault: faultOf(error), ...bad });
  }
}

interface Newest {
  readonly pack: string;
  readonly copy: IncomingCopy;
}

type Ask = (request: Omit<Request, 'why'>) => Promise<Answered>;

/** The copy that is to be fetched or is here and waits; null where what was applied is the newest. */
async function newestCopy(store: Store, row: SubscriptionRow, ask: Ask): Promise<Newest | null> {
  const { status, headers, bytes } = await ask({
    url: row.url,
    headers: {
      accept: 'application/json, application/jsonl;q=0.9, application/gzip;q=0.8, */*;q=0.1',
      ...marksOf(row),
    },
    mostBytes: ALONE_BYTES,
  });
  if (isUnchanged('pack', row, status)) return row.incoming && row.pack !== null ? { pack: row.pack, copy: row.incoming } : null;
  const read = isManifest(bytes) ? manifestOf(row, bytes) : await packFileOf(row, bytes);
  await judgeId(store, row, read.id);
  const known = await judgeRevision(store, row, read);
  const marks = { etag: headers.get('etag'), lastModified: headers.get('last-modified'), title: read.copy.title, pack: read.id };
  if (known) {
    // An update that waited may have been taken back by its publisher.
    await store.subscriptions.update(row.url, { ...marks, incoming: null });
    return null;
  }
  // What waits already is left as it is: a server need not know marks.
  if (row.incoming && haveSameParts(row.incoming, read.copy)) {
    await store.subscriptions.update(row.url, marks);
    return { pack: read.id, copy: row.incoming };
  }
  // A pack that is one file has come already. Kept first: a copy that is written down has its parts here, or on the server.
  const [part] = read.copy.parts;
  if (read.bytes && part) await store.subscriptions.keep(row.url, part.sha256, read.bytes);
  const copy: IncomingCopy = { ...read.copy, complete: read.bytes !== null, tries: 0 };
  await store.subscriptions.update(row.url, { ...marks, incoming: copy });
  return { pack: read.id, copy };
}

interface Found {
  readonly id: string;
  readonly copy: PackCopy;
  /** Of a pack that is one file. */
  readonly bytes: Uint8Array | null;
}

function manifestOf(row: SubscriptionRow, bytes: Uint8Array): Found {
  const read = readManifest(fileName(row), bytes);
  if (!read.ok) throw refusedAnswer(read.faults);
  const { id, revision, title, size, parts } = read.manifest;
  return { id, copy: { revision, title, size, parts }, bytes: null };
}

async function packFileOf(row: SubscriptionRow, bytes: Uint8Array): Promise<Found> {
  const read = await readPack({ name: fileName(row), bytes: once(bytes) }, NOWHERE);
  if (!read.ok) throw refusedAnswer(read.faults);
  const { id, revision, title } = read.head;
  const parts = [{ sha256: await sha256Of(bytes), size: bytes.length }];
  return { id, copy: { revision, title, size: bytes.length, parts }, bytes };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const haveSameParts = (a: PackCopy, b: PackCopy): boolean =>
  a.parts.length === b.parts.length && a.parts.every(({ sha256 }, i) => sha256 === b.parts[i]?.sha256);

/** An address gives one pack, and a pack comes from one address; none may give the reader's own or one of Sidelight's. */
async function judgeId(store: Store, row: SubscriptionRow, id: string): Promise<void> {
  const refused = (expected: string) => refusedAnswer([{ file: fileName(row), at: 'id', expected, found: `"${id}"` }]);
  if (row.pack !== null && id !== row.pack) throw refused(`"${row.pack}", the pack that you subscribed to`);
  if (id === OWN_PACK || id === FEED_PACK) throw refused('a pack that is not the reader’s own');
  const [shown, others] = await Promise.all([store.read(async ({ packs }) => packs[id]), store.subscriptions.all()]);
  if (shown?.builtIn) throw refused('a pack that does not come with Sidelight');
  const other = others.find(({ url, pack }) => url !== row.url && pack === id);
  if (other) throw refused(`a pack that you have not subscribed to at ${fileName(other)}`);
}

/** True where the copy is the one that was applied. Throws where it is older, or another one under the same number. */
async function judgeRevision(store: Store, row: SubscriptionRow, { id, copy }: Found): Promise<boolean> {
  const shown = await store.read(async ({ packs }) => packs[id]);
  const known = row.held?.revision ?? shown?.info.revision ?? 0;
  const refused = (expected: string) =>
    refuse('pack-revision', `${fileName(row)}, revision: expected ${expected}, found ${copy.revision}.`);
  if (copy.revision < known) throw refused(`a number from ${known}, which is here already`);
  if (copy.revision > known) return false;
  // One that was imported from a file has no parts to compare with.
  if (row.held && !haveSameParts(row.held, copy))
    throw refused(`a number above ${known}, since its content is another than that of revision ${known}`);
  return true;
}

/** Fetches what is not here, one part after the other, and looks at the whole where that is little work. */
async function fetchParts({ subscriptions }: Store, row: SubscriptionRow, { pack, copy }: Newest, ask: Ask): Promise<void> {
  const file = fileName(row);
  for (const part of await subscriptions.missing(row.url, copy.parts)) {
    const url = new URL(partPath(part), row.url).href;
    const at = `part ${copy.parts.findIndex(({ sha256 }) => sha256 === part.sha256) + 1} of ${copy.parts.length} (${partPath(part)})`;
    const wrong = (expected: string, found: string) => refuse('pack-part', `${file}, ${at}: expected ${expected}, found ${found}.`);
    const { status, bytes } = await ask({ url, mostBytes: part.size }).catch((error: unknown) => {
      throw faultOf(error).code === 'net-large' ? wrong(`${part.size} bytes, as the manifest says`, 'more') : error;
    });
    if (status !== 200) throw wrong('the part', `status ${status} of ${row.host}`);
    if (bytes.length !== part.size) throw wrong(`${part.size} bytes, as the manifest says`, String(bytes.length));
    const sha256 = await sha256Of(bytes);
    if (sha256 !== part.sha256) throw wrong('the content that the manifest names', `another, of SHA-256 ${sha256}`);
    // The reader may give it up while it comes.
    if (!(await subscriptions.keep(row.url, part.sha256, bytes))) return;
  }
  if (copy.size > ALONE_BYTES) return;
  const sink = announced(file, { id: pack, revision: copy.revision }, NOWHERE);
  const read = await readPack({ name: file, bytes: subscriptions.bytes(row.url, copy.parts) }, sink);
  if (!read.ok) throw new CopyRefused(read.faults);
}
