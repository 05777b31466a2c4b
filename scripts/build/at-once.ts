/**
 * A worker of Chrome may not import anything once it runs: what the background loads later in Firefox is part of it there from the
 * start. Both are written as `import('./file')`, on a line of its own or within one.
 */
import type { Plugin } from 'vite';

const BACKGROUND = /[\\/]src[\\/]background[\\/]\w[\w-]*\.ts$/;
const LATER = /\bimport\(('[^']+')\)/g;

export function atOnce(): Plugin {
  return {
    name: 'sidelight:at-once',
    enforce: 'pre',
    transform(code, id) {
      if (!BACKGROUND.test(id)) return null;
      const files: string[] = [];
      const body = code.replace(LATER, (_, file: string) => `Promise.resolve(later${files.push(file) - 1})`);
      if (files.length === 0) return null;
      const imports = files.map((file, i) => `import * as later${i} from ${file};`).join('');
      return { code: imports + body, map: null };
    },
  };
}
