/**
 * One import: written under a generation of its own while it is read, compared with what is shown, and then applied or
 * discarded as the reader says. Until it is applied nothing of it shows; a page that is closed in between leaves an orphan,
 * which the next start cleans away.
 */

import { OWN_PACK } from '@/core/model/ids';
import { type ClosedClaimIndex, createClaimIndex } from '@/core/pack/claim-index';
import { infoOf, itemsOf, type Pack, type PackInfo } from '@/core/pack/parse';
import type { PackSink } from '@/core/pack/read';
import type { PackHead } from '@/core/pack/schema';
import { FaultError } from '@/core/result';
import { compareWithShown, type PackChanges } from './changes';
import { packIsBuiltIn, packIsOwn } from './faults';
import { activePacks, beginGeneration, deleteGeneration, flip, LOCKS } from './generations';
import type { ActivePack } from './rows';
import type { Database } from './versions';
import { createGenerationWriter, type GenerationWriter } from './writer';

/**
 * A name that is taken until it is given back, over all contexts of the extension; null where somebody else has it. Giving it
 * back resolves when others can take it.
 */
export type Hold = (name: string) => Promise<(() => Promise<void>) | null>;

/** What applying an import will do. */
export interface Staged {
  readonly info: PackInfo;
  /** The revision that is shown; null where the pack is new. */
  readonly shownRevision: number | null;
  readonly counts: ActivePack['counts'];
  readonly changes: PackChanges;
}

export interface Import {
  /** Takes what reading the file gives. */
  readonly sink: PackSink;
  /** Lays everything out and says what would change. `claims` as the reading ended with. `onProgress`: from 0 to 1. */
  stage(claims: ClosedClaimIndex, onProgress?: (done: number) => void): Promise<Staged>;
  /** Shows it. The pack as it was can be had back by undoing. */
  apply(): Promise<ActivePack>;
  /** Deletes everything that was written, whatever state it is in; harmless after `apply`. */
  discard(): Promise<void>;
}

interface Begun {
  readonly generation: number;
  readonly head: PackHead;
  readonly writer: GenerationWriter;
}

/** Begins an import of whatever pack comes. Every method throws faults as the store does. */
export function beginImport(db: Database, hold: Hold, now: () => number): Import {
  const releases: (() => Promise<void>)[] = [];
  let begun: Begun | null = null;
  let staged: { readonly pack: ActivePack; readonly expected: number | undefined } | null = null;
  let applied = false;

  const take = async (name: string): Promise<boolean> => {
    const release = await hold(name);
    if (release) releases.push(release);
    return release !== null;
  };

  const need = (): Begun => {
    if (!begun) throw new TypeError('an import without a head');
    return begun;
  };

  return {
    sink: {
      async begin(head) {
        if (head.id === OWN_PACK) throw packIsOwn(head.id);
        const shown = (await activePacks(db))[head.id];
        if (shown?.builtIn) throw packIsBuiltIn(head.id);
        if (!(await take(`sidelight-import:${head.id}`))) {
          throw new FaultError({
            code: 'import-under-way',
            message: `“${head.title}” is being imported on another Sidelight page. Finish or cancel that, then try again.`,
          });
        }
        const lock = `${LOCKS.generation}${crypto.randomUUID()}`;
        await take(lock);
        const generation = await beginGeneration(db, head.id, lock);
        begun = { generation, head, writer: createGenerationWriter(db, generation, head.id) };
      },
      add: (items) => need().writer.add(items),
    },
    async stage({ index, repeated }, onProgress) {
      const { generation, head, writer } = need();
      const shown = (await activePacks(db))[head.id];
      const compared = await compareWithShown(db, generation, head.id, writer, index, shown);
      await writer.finish(compared.index, repeated, onProgress);
      // Claims that are kept as withdrawn cite sources that the new revision may not name any more.
      const info = infoOf({ ...head, sources: { ...shown?.info.sources, ...head.sources } });
      const pack: ActivePack = { generation, builtIn: false, info, ...writer.told() };
      staged = { pack, expected: shown?.generation };
      return { info, shownRevision: shown?.info.revision ?? null, counts: pack.counts, changes: compared.changes };
    },
    async apply() {
      if (!staged) throw new TypeError('an import that is not staged');
      const { pack, expected } = staged;
      const active = await flip(db, pack, { expected, undoAt: now() });
      applied = true;
      await Promise.all(releases.map((release) => release()));
      return active;
    },
    async discard() {
      try {
        if (begun && !applied) await deleteGeneration(db, begun.generation);
      } finally {
        await Promise.all(releases.map((release) => release()));
      }
    },
  };
}

/**
 * Shows a pack that comes with the extension: without a question, and without what its revisions before held. Callers hold
 * the lock of installing.
 */
export async function installPack(db: Database, hold: Hold, pack: Pack, builtIn: boolean): Promise<ActivePack> {
  const lock = `${LOCKS.generation}${crypto.randomUUID()}`;
  const release = await hold(lock);
  let generation: number | null = null;
  try {
    generation = await beginGeneration(db, pack.info.id, lock);
    const writer = createGenerationWriter(db, generation, pack.info.id);
    const items = itemsOf(pack);
    await writer.add(items);
    const index = createClaimIndex();
    for (const { kind, record, text } of items) if (kind === 'claims') index.add(record.id, text, 0);
    await writer.finish(index.close().index, []);
    return await flip(db, { generation, builtIn, info: pack.info, ...writer.told() }, {});
  } catch (error) {
    // What can't be deleted now is an orphan for the next start.
    if (generation !== null) await deleteGeneration(db, generation).catch(() => undefined);
    throw error;
  } finally {
    await release?.();
  }
}
