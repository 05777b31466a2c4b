/**
 * Installs the packs that come with the extension: those that are new by id and revision, each by itself, so that a
 * bad one never stops the others. Reads only files of the extension's own package.
 */
import * as v from 'valibot';
import { describeFault, parsePackText } from '@/core/pack/parse';
import { faultOf } from '@/messaging/answer';
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

export function createStarterPacks(store: Store, fetch: Ledger['fetch'], packageUrl: string, release: string): StarterPacks {
  const readText = async (path: string): Promise<string> => {
    const response = await fetch(packageUrl + path);
    if (!response.ok) throw new Error(`status ${response.status}`);
    return response.text();
  };

  /** Answers whether the pack was new; throws with a sentence where it was refused. */
  const installFile = async (name: string): Promise<boolean> => {
    const read = parsePackText(name, await readText(`packs/${name}`));
    if (!read.ok) {
      const told = read.faults.slice(0, TOLD).map(describeFault).join('; ');
      const rest = read.faults.length - TOLD;
      throw new Error(rest > 0 ? `${told}; and ${rest} more` : told);
    }
    return (await store.install(read.pack, { builtIn: true })) !== null;
  };

  const installAll = async (again: boolean) => {
    const faults = new Set<string>();
    let changed = false;
    try {
      if (!again && (await store.starterRelease()) === release) return { changed, faults: [] };
      const names = v.parse(packNames, JSON.parse(await readText(INDEX)));
      for (const name of names) {
        try {
          if (await installFile(name)) changed = true;
        } catch (error) {
          // The store's own faults are the same for every pack: told once, in its own words.
          faults.add(
            error instanceof Error && !('fault' in error)
              ? `The pack ${name} was not installed: ${error.message}.`
              : faultOf(error).message,
          );
        }
      }
      if (faults.size === 0) await store.setStarterRelease(release);
    } catch (error) {
      faults.add(
        error instanceof Error && 'fault' in error
          ? faultOf(error).message
          : `The list of packs could not be read (${faultOf(error).message})`,
      );
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
