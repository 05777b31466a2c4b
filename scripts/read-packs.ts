/**
 * The built-in packs, read and checked, for the commands. The extension reads the same files by its own way.
 */
import { readdir, readFile } from 'node:fs/promises';
import { describeFault, type Pack, parsePackText } from '@/core/pack/parse';

const FOLDER = new URL('../public/packs/', import.meta.url);

/** Every pack in public/packs. Throws with all that is wrong in a pack that cannot be read. */
export async function readPacks(folder: URL = FOLDER): Promise<Pack[]> {
  const files = (await readdir(folder)).filter((f) => f.endsWith('.json')).sort();
  return Promise.all(
    files.map(async (file) => {
      const result = parsePackText(file, await readFile(new URL(file, folder), 'utf8'));
      if (!result.ok) throw new Error(result.faults.map(describeFault).join('\n'));
      return result.pack;
    }),
  );
}
