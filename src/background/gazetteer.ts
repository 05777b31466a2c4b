/**
 * The names of everything tracked, packed for scanning: built once for each set of shown packs, kept in the store,
 * so that a worker that starts again only loads it. Which way a tab scans is decided here, by size.
 */
import type { Candidate, Gazetteer, SubjectEntry, SubjectNames } from '@/core/gazetteer/types';
import type { QualifiedId } from '@/core/model/ids';
import type { BackgroundAnswers, PageOrders } from '@/messaging/protocol';
import type { PackedGazetteer, Reader, Store, Subject } from '@/store/store';

/** How names become bytes and bytes a scanner; from core, or from a test. */
export interface GazetteerTools {
  readonly compile: (subjects: Iterable<SubjectNames>) => Uint8Array;
  readonly open: (bytes: Uint8Array) => Gazetteer;
  readonly namesOf: (record: Subject['record'], open: boolean) => SubjectNames;
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

interface Opened extends PackedGazetteer {
  readonly gazetteer: Gazetteer;
}

/** `settled` resolves when the packs of this release are installed: before that, a gazetteer would be built in vain. */
export function createGazetteerService(
  store: Store,
  release: string,
  tools: GazetteerTools,
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
        return { ...kept, gazetteer: tools.open(kept.bytes) };
      } catch {
        // Damaged, or packed by other code of the same release: built again below.
      }
    }
    return build(revision);
  };

  const build = async (revision: string): Promise<Opened> => {
    const { subjects, built } = await store.read(async (facts) => ({
      subjects: await facts.subjects.all(),
      built: revisionOf(facts, release),
    }));
    // Packs changed in between: their names are under another revision, which whoever asks next gets.
    if (built !== revision) return current(built);
    const bytes = tools.compile(subjects.map(({ subject, builtIn }) => tools.namesOf(subject.record, builtIn)));
    const gazetteer = tools.open(bytes);
    const packed = { revision, names: gazetteer.size, size: bytes.byteLength, bytes };
    // A store that takes no writes (newer, full) costs a build at each start, and no more.
    await store.gazetteer.put(packed).catch(() => undefined);
    return { ...packed, gazetteer };
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
      const head = opening?.revision === now ? null : await store.gazetteer.head();
      const { revision, names, size } = head?.revision === now ? head : await current(now);
      return { revision, names, where: size <= (isBinary(probe) ? PAGE_BYTES : PAGE_BYTES_AS_TEXT) ? 'page' : 'worker' };
    },
    async packed(probe) {
      const { revision, bytes } = await opened();
      return { revision, bytes: isBinary(probe) ? bytes : toBase64(bytes) };
    },
    async names() {
      return (await opened()).gazetteer;
    },
    async scan(texts) {
      const { revision, gazetteer } = await opened();
      const matches = texts.map((text) => gazetteer.scan(text));
      const named = new Set(matches.flat().flatMap(({ candidates }) => candidates.map(({ subject }) => subject)));
      return { revision, matches, subjects: [...named].map((index): [number, SubjectEntry] => [index, gazetteer.subject(index)]) };
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
