/**
 * Installs the packs that come with the extension: those that are new by id and revision, each by itself, so that a
 * bad one never stops the others; those that no longer come with it go. Reads only files of the extension's own package.
 */
import * as v from 'valibot';
import { describeFault, parsePackText } from '@/core/pack/parse';
import { FaultError } from '@/core/result';
import type { Store } from '@/store/store';
import type { Ledger } from './ledger';

export interface StarterPacks {
  /**
   * Installs what is new. Without `again` it does nothing where this release's packs are all installed.
   * Never rejects: `faults` are sentences for the reader. `changed`: facts or names are others than before.
   */
  install(options: { readonly again: boolean }): Promise<{ readonly changed: boolean; readonly faults: readonly string[] }>;
}

/** Written by the build: the names of the pack files beside it. */
const INDEX = 'packs/index.json';
const packNames = v.array(v.pipe(v.string(), v.regex(/^[\w.-]+\.json$/, 'the name of a .json file')));

/** Faults of one file that are told; whoever mends it sees the next ones then. */
const TOLD = 3;

export function createStarterPacks(store: Store, ownFile: Ledger['ownFile'], packageUrl: string, release: string): StarterPacks {
  const readText = async (path: string): Promise<string> => {
    const response = await ownFile(packageUrl + path);
    if (!response.ok) throw new Error(`status ${response.status}`);
    return response.text();
  };

  /** Answers the pack's id and whether it was new; throws with a sentence where it was refused. */
  const installFile = async (name: string): Promise<{ readonly id: string; readonly isNew: boolean }> => {
    const read = parsePackText(name, await readText(`packs/${name}`));
    if (!read.ok) {
      const first = read.faults.slice(0, TOLD).map(describeFault).join('; ');
      const rest = read.faults.length - TOLD;
      throw new Error(rest > 0 ? `${first}; and ${rest} more` : first);
    }
    return { id: read.pack.info.id, isNew: (await store.install(read.pack, { builtIn: true })) !== null };
  };

  const installAll = async (again: boolean) => {
    const faults = new Set<string>();
    let changed = false;
    try {
      if (!again && (await store.starterRelease()) === release) return { changed, faults: [] };
      const names = v.parse(packNames, JSON.parse(await readText(INDEX)));
      const ids = new Set<string>();
      for (const name of names) {
        try {
          const { id, isNew } = await installFile(name);
          ids.add(id);
          if (isNew) changed = true;
        } catch (error) {
          faults.add(told(error, (words) => `The pack ${name} was not installed: ${words}.`));
        }
      }
      // A file that was refused does not say whose it is: until it is mended, no pack counts as gone.
      if (faults.size === 0) {
        if ((await store.keepBuiltIn(ids)) > 0) changed = true;
        await store.setStarterRelease(release);
      }
    } catch (error) {
      faults.add(told(error, (words) => `The list of packs could not be read: ${words}.`));
    }
    return { changed, faults: [...faults] };
  };

  let last: Promise<unknown> = Promise.resolve();
  return {
    install({ again }) {
      const next = last.then(() => installAll(again));
      last = next;
      return next;
    },
  };
}

/** The store's own faults are the same for every pack, and told in its own words: once, because faults are a set. */
function told(error: unknown, sentence: (words: string) => string): string {
  if (error instanceof FaultError) return error.fault.message;
  return sentence(error instanceof Error ? error.message : String(error));
}
