/**
 * The names of everything tracked, packed for scanning: built once, kept in the store, so that a worker that starts again only loads it,
 * and changed where names changed (names-changed.ts). Which way a tab scans is decided here, by size.
 */
import type { Compiled } from '@/core/gazetteer/compiler';
import type { Gone } from '@/core/gazetteer/merge';
import type { Candidate, Gazetteer, SubjectNames } from '@/core/gazetteer/types';
import type { QualifiedId } from '@/core/model/ids';
import type { BackgroundAnswers, Found, PageOrders } from '@/messaging/protocol';
import type { FactStore, GazetteerBasis, Reader, Subject } from '@/store/store';
import { allNames, namesChanged } from './names-changed';

/** How names become bytes. */
export interface NameBuilding {
  readonly compile: (subjects: Iterable<SubjectNames>) => Compiled;
  /** See recompileWith. */
  readonly recompile: (before: Compiled, gone: Gone, come: readonly SubjectNames[]) => Compiled | null;
  readonly namesOf: (record: Subject['record'], open: boolean) => SubjectNames;
}

/** How bytes become a scanner. */
export interface Scanning {
  readonly open: (bytes: Uint8Array) => Gazetteer;
  /** The same where they come in pieces, so many bytes in all. */
  readonly load: (size: number, pieces: AsyncIterable<Uint8Array>) => Promise<Gazetteer>;
}

/** Both from core; names are built so seldom that what it takes is loaded then. */
export interface GazetteerTools {
  readonly building: () => Promise<NameBuilding>;
  readonly scanning: Scanning;
}

export interface GazetteerService {
  /** `probe`: a byte array as it arrived, where it did. */
  orders(probe?: unknown): Promise<PageOrders['gazetteer']>;
  /** Bytes where `probe` shows that this browser's messages carry bytes, else base64. */
  packed(probe: unknown): Promise<BackgroundAnswers['gazetteer/get']>;
  scan(texts: readonly string[]): Promise<BackgroundAnswers['gazetteer/scan']>;
  /** For what is read in the worker itself. */
  names(): Promise<Gazetteer>;
  /** Who bears each name, the whole of it. */
  bearers(names: readonly string[]): Promise<readonly (readonly { readonly id: QualifiedId; readonly form: Candidate['form'] }[])[]>;
}

/**
 * Bytes up to which a tab gets the gazetteer itself: measured, the message takes about 6 ms a megabyte, once, and the worker
 * may sleep. Above, every tab would hold that much, so the text goes to the worker (about 5 ms for a long page while it is
 * awake, below 80 ms where it has to start). The starter packs come to about 1 MB.
 */
const PAGE_BYTES = 6_000_000;
/**
 * The same where messages are JSON (Chrome before 148): base64 takes about 22 ms a megabyte, on every page's own thread and
 * the worker's, so that above this the worker's scanning costs less.
 */
const PAGE_BYTES_AS_TEXT = 1_000_000;

/** Characters per call of fromCharCode: well below the number of arguments that engines take. */
const BASE64_STEP = 0x8000;

/** Changes with the set of shown generations, the reader's own actors, and the release: its code may pack in another form. */
function revisionOf({ packs, ownNames }: Pick<Reader, 'packs' | 'ownNames'>, release: string): string {
  const generations = Object.values(packs).map(({ generation }) => generation);
  return `${release}-${generations.sort((a, b) => a - b).join('.') || 'none'}-${ownNames}`;
}

/** Fresh bytes, and the revision of the facts that they were made of. */
interface Built {
  readonly built: string;
  readonly compiled: Compiled;
  readonly basis: GazetteerBasis | null;
}

interface Opened {
  readonly revision: string;
  readonly names: number;
  readonly size: number;
  readonly gazetteer: Gazetteer;
  readonly bytes: () => Promise<Uint8Array>;
}

/** `settled` resolves when the packs of this release are installed: before that, a gazetteer would be built in vain. */
export function createGazetteerService(
  store: FactStore,
  release: string,
  { building, scanning }: GazetteerTools,
  settled: () => Promise<unknown>,
): GazetteerService {
  let opening: { readonly revision: string; readonly result: Promise<Opened> } | null = null;

  const wanted = async (): Promise<string> => {
    await settled();
    return store.read(async (facts) => revisionOf(facts, release));
  };

  const load = async (revision: string): Promise<Opened> => {
    const kept = await store.gazetteer.get();
    if (kept?.revision === revision) {
      try {
        // What tabs are given is at hand for the next of them; more than that is in memory once, where it is scanned.
        if (kept.size > PAGE_BYTES) return { ...kept, gazetteer: await scanning.load(kept.size, kept.pieces()) };
        const bytes = await kept.bytes();
        return { ...kept, bytes: async () => bytes, gazetteer: scanning.open(bytes) };
      } catch {
        // Damaged, or packed by other code of the same release: built again below.
        return keep(revision, await build());
      }
    }
    return keep(revision, (await change()) ?? (await build()));
  };

  /** The kept gazetteer with what changed since; null where it can't be had so. */
  const change = async (): Promise<Built | null> => {
    // A blob that can no longer be read is built again like one that is not there.
    const before = await store.gazetteer.change().catch(() => null);
    if (!before) return null;
    const tools = await building();
    const { built, changed } = await store.read(async (facts) => ({
      built: revisionOf(facts, release),
      changed: await namesChanged(before.basis, facts, release, tools.namesOf),
    }));
    if (!changed) return null;
    try {
      const compiled = tools.recompile(before, changed.gone, changed.come);
      return compiled && { built, compiled, basis: changed.basis };
    } catch {
      // What was kept is damaged.
      return null;
    }
  };

  const build = async (): Promise<Built> => {
    const tools = await building();
    const { built, names, basis } = await store.read(async (facts) => ({
      built: revisionOf(facts, release),
      ...(await allNames(facts, release, tools.namesOf)),
    }));
    return { built, compiled: tools.compile(names), basis };
  };

  const keep = async (revision: string, { built, compiled, basis }: Built): Promise<Opened> => {
    // Packs changed in between: their names are under another revision, which whoever asks next gets.
    if (built !== revision) return current(built);
    const { bytes, workings } = compiled;
    const gazetteer = scanning.open(bytes);
    const names = gazetteer.size;
    // A store that takes no writes (newer, full) costs a build at each start, and no more.
    await store.gazetteer.put({ revision, names, bytes, ...(basis && { basis, workings }) }).catch(() => undefined);
    return { revision, names, size: bytes.byteLength, bytes: async () => bytes, gazetteer };
  };

  /** One at a time for each revision; a failure is forgotten, so that the next question tries again. */
  const current = (revision: string): Promise<Opened> => {
    if (opening?.revision === revision) return opening.result;
    const result = load(revision);
    const mine = { revision, result };
    opening = mine;
    result.catch(() => {
      if (opening === mine) opening = null;
    });
    return result;
  };

  const opened = async (): Promise<Opened> => current(await wanted());

  return {
    async orders(probe) {
      const now = await wanted();
      const head = opening?.revision === now ? null : await store.gazetteer.get();
      const { revision, names, size } = head?.revision === now ? head : await current(now);
      return { revision, names, where: size <= (isBinary(probe) ? PAGE_BYTES : PAGE_BYTES_AS_TEXT) ? 'page' : 'worker' };
    },
    async packed(probe) {
      const { revision, bytes } = await opened();
      const all = await bytes();
      return { revision, bytes: isBinary(probe) ? all : toBase64(all) };
    },
    async names() {
      return (await opened()).gazetteer;
    },
    async scan(texts) {
      const { revision, gazetteer } = await opened();
      const matches = texts.map((text) => gazetteer.scan(text));
      const named = new Set(matches.flat().flatMap(({ candidates }) => candidates.map(({ subject }) => subject)));
      const subjects = [...named].map((index) => [index, gazetteer.subject(index)] as const);
      return { revision, found: JSON.stringify({ matches, subjects } satisfies Found) };
    },
    async bearers(names) {
      const { gazetteer } = await opened();
      return names.map((name) =>
        gazetteer
          .scan(name)
          .filter(({ start, end }) => start === 0 && end === name.length)
          .flatMap(({ candidates }) => candidates.map(({ subject, form }) => ({ id: gazetteer.subject(subject).id, form }))),
      );
    },
  };
}

/** Messages that are JSON turn a byte array into a plain object. */
const isBinary = (probe: unknown): boolean => ArrayBuffer.isView(probe);

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += BASE64_STEP) binary += String.fromCharCode(...bytes.subarray(i, i + BASE64_STEP));
  return btoa(binary);
}
