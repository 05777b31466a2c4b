/** Files in the extension's own corner of the disk, which browsers keep apart from their databases. */
import type { KeptFiles } from './types';

const FOLDER = 'copies';

/** How names of copies begin that could not be put in, and wait for the reader: `aside.MS.NAME`; see src/background/safety-copy.ts. */
export const ASIDE = 'aside.';

/** The newest of those. */
export async function newestAside(files: Pick<KeptFiles, 'list'>): Promise<File | null> {
  const waiting = [...(await files.list())].filter(([name]) => name.startsWith(ASIDE)).map(([, file]) => file);
  return waiting.sort((a, b) => b.lastModified - a.lastModified)[0] ?? null;
}

/** Of when such a copy was, in ms: the file itself is younger. */
export const asideSince = ({ name }: File): number => Number(name.split('.')[1]);

/** `root`: of the browser's storage for this extension. */
export function createKeptFiles(root: () => Promise<FileSystemDirectoryHandle>): KeptFiles {
  const folder = async () => (await root()).getDirectoryHandle(FOLDER, { create: true });
  return {
    async list() {
      const files = new Map<string, File>();
      for await (const [name, handle] of (await folder()).entries()) {
        const file = handle.kind === 'file' ? await (handle as FileSystemFileHandle).getFile().catch(() => null) : null;
        // Begun, and cut off before it was put in place.
        if (file && file.size > 0) files.set(name, file);
      }
      return files;
    },
    async write(name, bytes) {
      const handle = await (await folder()).getFileHandle(name, { create: true });
      await bytes.pipeTo(await handle.createWritable());
    },
    async remove(name) {
      await (await folder()).removeEntry(name);
    },
  };
}
