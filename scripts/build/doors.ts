/**
 * Code that several scripts need is built once. A module in src/doors exports what a shared script is asked for; its script
 * leaves one function at a handle of the global object, which gives the module's exports and runs its code when first called.
 * In every other build the door is replaced by functions that go through that handle: importers notice nothing, types are those
 * of the real module, and what nobody exports at a door is shaken out of its script. In Node, doors are plain modules.
 *
 * A content script is no module and may import nothing, so the page gets the shared script before the one that asks (PART_FILES);
 * the background is a module and imports it. A worker of Chrome may not import later than at its start: what it does not need
 * then is only skimmed by the browser's parser, and not run.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Plugin } from 'vite';

const DOOR = /[\\/]src[\\/]doors[\\/](\w+)\.ts$/;
/** All that a door may hold besides comments. */
const EXPORTS = /export \{([^}]*)\} from '[^']+';/g;

const handleOf = (door: string): string => `globalThis[Symbol.for(${JSON.stringify(`door:${door}`)})]`;

/** The names that a door exports. Throws where it holds anything but re-exports by name. */
function exportsOf(file: string): string[] {
  const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  if (code.replace(EXPORTS, '').trim()) throw new Error(`${basename(file)} holds more than exports by name: a door is no place for code.`);
  return [...code.matchAll(EXPORTS)].flatMap(([, names = '']) => names.split(',').flatMap((name) => name.trim() || []));
}

/** For the scripts that go through doors. `imports`: they are modules and fetch the shared scripts themselves. */
export function throughDoors({ imports }: { readonly imports: boolean }): Plugin {
  return {
    name: 'sidelight:through-doors',
    enforce: 'pre',
    resolveId: (id) => (/^\/\w+\.js$/.test(id) ? { id, external: true } : null),
    load(id) {
      const door = DOOR.exec(id)?.[1];
      if (!door) return null;
      const through = exportsOf(id).map((name) => `export const ${name} = (...given) => open().${name}(...given);`);
      const from = imports ? [`import '/${door}.js';`] : [];
      return [...from, `const open = () => ${handleOf(door)}();`, ...through].join('\n');
    },
  };
}

/** For the shared script itself: what it evaluates to, its door, is given to whoever asks first, and kept. */
export function asDoor(door: string): Plugin {
  return {
    name: 'sidelight:as-door',
    generateBundle: {
      // After WXT has taken the script's own name off the global object.
      order: 'post',
      handler(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue;
          const value = chunk.code.trim().replace(/;$/, '');
          chunk.code = `${handleOf(door)}=(d=>()=>d??=${value})();\n`;
        }
      },
    },
  };
}
