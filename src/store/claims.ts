/** The claims of the shown packs: by subject, newest first, and by id. Knows blocks, pages and ids; not what is shown of them. */
import type { Claim } from '@/core/model/claim';
import { packOf, type QualifiedId } from '@/core/model/ids';
import { findId } from '@/core/pack/claim-index';
import { claimOf } from '@/core/pack/claim-text';
import { hash53, hashRest } from '@/core/pack/hash';
import { blockOf } from './blocks';
import { BLOCK_CLAIMS, FIRST_CLAIMS } from './layout';
import { createFirstPages, newestItems } from './pages';
import type { ActivePack, ClaimBlock, ClaimPage } from './rows';
import type { Database } from './versions';

/** A claim as a page refers to it. */
interface Reference {
  readonly order: number;
  readonly generation: number;
  readonly ordinal: number;
  readonly about: boolean;
  readonly line: string | undefined;
}

interface References {
  readonly items: readonly Reference[];
  readonly complete: boolean;
}
const NO_REFERENCES: References = { items: [], complete: true };

type Tally = NonNullable<ClaimPage['tally']>;

export interface ClaimReader {
  /** Claims by id; ids that no shown pack holds are left out. */
  get(ids: Iterable<QualifiedId>): Promise<Map<QualifiedId, Claim>>;
  /** The newest claims that concern a subject, newest first; undated ones last. */
  latestOf(subject: QualifiedId, limit: number): Promise<readonly Claim[]>;
  /** How many claims of each shown pack concern a subject, and the outlets that carried them. */
  talliesOf(subject: QualifiedId): Promise<readonly Tally[]>;
  /**
   * The newest claims that any of these say or that are about them, each once, newest first, at most `limit`; what they only
   * carried is left out. `total` counts over the newest `perSubject` of each. `complete`: there are no others.
   */
  about(
    subjects: readonly QualifiedId[],
    options: { readonly perSubject: number; readonly limit: number },
  ): Promise<{ readonly claims: readonly Claim[]; readonly total: number; readonly complete: boolean }>;
}

function* referencesOf({ generation, orders, ordinals, about, lines }: ClaimPage, most: number): Generator<Reference> {
  for (let i = 0; i < Math.min(most, ordinals.length); i++) {
    yield { order: orders[i] ?? 0, generation, ordinal: ordinals[i] ?? 0, about: about[i] === 1, line: lines?.[i] };
  }
}

const pagesFor = (limit: number): number => (limit <= FIRST_CLAIMS ? 1 : 2);

/** The places of claims in a generation, by local ids; those that it does not hold are left out. */
export async function placesOf(db: Database, generation: number, ids: Iterable<string>): Promise<number[]> {
  const places: number[] = [];
  for (const id of ids) {
    const [hash, rest] = [hash53(id), hashRest(id)];
    const run = await db.claimIds.where(':id').between([generation, 0], [generation, hash], true, true).last();
    const at = run ? findId(run, hash, rest) : -1;
    if (run && at >= 0) places.push(run.ordinal[at] ?? 0);
  }
  return places;
}

export function createClaimReader(db: Database, packs: Readonly<Record<string, ActivePack>>): ClaimReader {
  const packOfGeneration = new Map(Object.entries(packs).map(([id, { generation }]) => [generation, id]));
  const shown = new Set(packOfGeneration.keys());

  const firstPage = createFirstPages(db.claimPages);

  // Here and below no `await` where many are asked at once, and as few steps as can be: Dexie exchanges the browser's own promises for
  // its own and back at every one inside a transaction, which in Firefox takes longer than the reading.
  const packsConcerning = (subject: QualifiedId): ActivePack[] => {
    const of = packOf(subject);
    return Object.values(packs).filter(({ refers }) => !refers || refers.includes(of));
  };
  const allReferences = (subject: QualifiedId, limit: number): Promise<References> =>
    newestItems(db.claimPages, subject, shown, limit, pagesFor, referencesOf);

  /** What `read` makes of the references to a subject. */
  const referencesTo = <T>(subject: QualifiedId, limit: number, read: (found: References) => T | PromiseLike<T>): Promise<T> => {
    const [pack, another] = packsConcerning(subject);
    if (!pack) return Promise.resolve(read(NO_REFERENCES));
    if (another) return allReferences(subject, limit).then(read);
    // Nearly always a subject has one page, of its own pack.
    return firstPage(subject, (page) => {
      if (!page) return read(NO_REFERENCES);
      const here = page.ordinals.length;
      const complete = (page.tally?.claims ?? Number.POSITIVE_INFINITY) <= here;
      if (page.generation !== pack.generation || (!complete && here < limit)) return allReferences(subject, limit).then(read);
      return read({ items: [...referencesOf(page, limit)], complete: complete && here <= limit });
    });
  };

  /** The claims of references, in their order; `rows`: the blocks of those without a line. */
  const claimsIn = (references: readonly Reference[], rows: readonly (ClaimBlock | undefined)[]): Claim[] => {
    const blocks = new Map(rows.flatMap((row) => (row ? [[`${row.generation}.${row.first}`, row.lines]] : [])));
    return references.flatMap(({ generation, ordinal, line }) => {
      const text = line ?? blocks.get(`${generation}.${blockOf(ordinal)}`)?.[ordinal % BLOCK_CLAIMS];
      return text ? [claimOf(packOfGeneration.get(generation) ?? '', text)] : [];
    });
  };

  /** The same with the blocks that it takes; at once where it takes none. */
  const resolve = (references: readonly Reference[]): Claim[] | PromiseLike<Claim[]> => {
    const wanted = new Map<string, [number, number]>();
    for (const { generation, ordinal, line } of references) {
      if (line === undefined) wanted.set(`${generation}.${blockOf(ordinal)}`, [generation, blockOf(ordinal)]);
    }
    if (wanted.size === 0) return claimsIn(references, []);
    return db.claimBlocks.bulkGet([...wanted.values()]).then((rows) => claimsIn(references, rows));
  };

  /** Where an id's claim lies; null where there is none. */
  const locate = async (id: QualifiedId): Promise<Reference | null> => {
    const pack = packOf(id);
    const generation = packs[pack]?.generation;
    if (generation === undefined) return null;
    const [ordinal] = await placesOf(db, generation, [id.slice(pack.length + 1)]);
    return ordinal === undefined ? null : { order: 0, generation, ordinal, about: true, line: undefined };
  };

  return {
    async get(ids) {
      const found = await Promise.all([...new Set(ids)].map(locate));
      const claims = await resolve(found.filter((reference) => reference !== null));
      return new Map(claims.map((claim) => [claim.id, claim]));
    },
    latestOf: (subject, limit) => referencesTo(subject, limit, ({ items }) => resolve(items)),
    talliesOf(subject) {
      const [pack, another] = packsConcerning(subject);
      if (!pack) return Promise.resolve([]);
      const all = async (): Promise<Tally[]> => {
        const keys = await db.claimPages.where(':id').between([subject], [subject, []]).primaryKeys();
        const firsts = keys.filter(([, , generation, part]) => part === 0 && shown.has(generation));
        return (await db.claimPages.bulkGet(firsts)).flatMap((page) => page?.tally ?? []);
      };
      if (another) return all();
      return firstPage(subject, (page) => {
        if (!page) return [];
        return page.generation === pack.generation && page.tally ? [page.tally] : all();
      });
    },
    async about(subjects, { perSubject, limit }) {
      const answers = await Promise.all([...new Set(subjects)].map((subject) => referencesTo(subject, perSubject, (found) => found)));
      const once = new Map<string, Reference>();
      for (const reference of answers.flatMap(({ items }) => items)) {
        const key = `${reference.generation}.${reference.ordinal}`;
        // The one with the line is worth more, the claim is the same.
        if (reference.about && (reference.line !== undefined || !once.has(key))) once.set(key, reference);
      }
      const newest = [...once.values()].sort((a, b) => a.order - b.order || a.generation - b.generation || a.ordinal - b.ordinal);
      const claims = await resolve(newest.slice(0, limit));
      return { claims, total: newest.length, complete: newest.length <= limit && answers.every(({ complete }) => complete) };
    },
  };
}
