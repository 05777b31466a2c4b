/** Keeps the import directions of docs/architecture.md: who may import whom, and which packages each room may use. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SRC = join(ROOT, 'src');

/** A room may import itself, these rooms and these packages. Nobody may import entrypoints. */
const RULES: Readonly<Record<string, { rooms: readonly string[]; packages: readonly string[] }>> = {
  core: { rooms: [], packages: [] },
  article: { rooms: ['core'], packages: [] },
  doors: { rooms: ['core', 'article'], packages: [] },
  feeds: { rooms: ['core', 'article'], packages: ['htmlparser2', 'punycode/punycode.es6.js'] },
  platform: { rooms: ['core'], packages: ['webextension-polyfill'] },
  messaging: { rooms: ['core', 'platform'], packages: ['valibot'] },
  store: { rooms: ['core'], packages: ['dexie'] },
  formats: { rooms: ['core'], packages: [] },
  imports: { rooms: ['core', 'formats', 'store'], packages: [] },
  ui: { rooms: ['core'], packages: ['preact', 'preact/hooks'] },
  background: { rooms: ['core', 'article', 'doors', 'feeds', 'imports', 'store', 'messaging', 'platform'], packages: ['valibot'] },
  page: { rooms: ['core', 'article', 'doors', 'messaging', 'platform', 'ui'], packages: ['@floating-ui/core'] },
  'own-pages': { rooms: ['core', 'feeds', 'imports', 'messaging', 'platform', 'ui'], packages: [] },
};

/** What doors lead to is in their scripts already: a value of it that is imported past them is carried twice. */
const BEHIND_DOORS = /^@\/(?:core\/(?:attribution|dates|linking)|core\/gazetteer\/(?:open|scan)|article\/(?:metadata|feed-links))(?:\/|$)/;

interface Import {
  readonly file: string;
  readonly specifier: string;
  /** Of types alone, which no bundle holds. */
  readonly typesOnly: boolean;
  /** Loaded when the code asks for it. */
  readonly later: boolean;
}

function importsOf(dir: string): Import[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => {
      const file = join(dir, name);
      const source = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
      const statements = /^\s*(?:import|export)\b(?:[^;'"]*?\bfrom)?\s*['"]([^'"]+)['"]|\bimport\s*\(\s*['"]([^'"]+)['"]/gm;
      return [...source.matchAll(statements)].map((m) => ({
        file,
        specifier: m[1] ?? m[2] ?? '',
        typesOnly: /^\s*(?:import|export) type\b/.test(m[0]),
        later: m[2] !== undefined,
      }));
    });
}

/** The file that an import leads to; null for a package's. */
function fileOf({ file, specifier }: Import): string | null {
  if (specifier.startsWith('@/')) return join(SRC, specifier.slice(2));
  return specifier.startsWith('.') ? join(dirname(file), specifier) : null;
}

/** The room that an import leads to, or the package's name. */
function target(found: Import): { room?: string; pkg?: string } {
  const path = fileOf(found);
  if (path === null) return { pkg: found.specifier };
  const inSrc = relative(SRC, path);
  return { room: inSrc.startsWith('..') ? relative(ROOT, path).split(/[\\/]/)[0] : inSrc.split(/[\\/]/)[0] };
}

describe('import directions', () => {
  const all = importsOf(SRC);

  it('finds imports to judge', () => {
    expect(all.length).toBeGreaterThan(50);
  });

  it('knows every room', () => {
    const rooms = readdirSync(SRC, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(rooms.map((entry) => entry.name).filter((name) => !(name in RULES))).toEqual([]);
  });

  for (const [room, rule] of Object.entries(RULES)) {
    it(`${room} imports only ${[...rule.rooms, ...rule.packages].join(', ') || 'itself'}`, () => {
      const wrong = all
        .filter(({ file }) => relative(SRC, file).split(/[\\/]/)[0] === room)
        .filter((found) => {
          const { room: to, pkg } = target(found);
          if (pkg === undefined) return to !== room && !rule.rooms.includes(to ?? '');
          // Packs are checked by a schema library; nothing else of the core may lean on one.
          const schema = relative(SRC, found.file).startsWith(join('core', 'pack')) && pkg === 'valibot';
          return !schema && !rule.packages.includes(pkg);
        })
        .map(({ file, specifier }) => `${relative(ROOT, file)} imports ${specifier}`);
      expect(wrong).toEqual([]);
    });
  }

  it('nobody imports entrypoints, tests or scripts, and entrypoints import no package but what builds and draws them', () => {
    const entrypoints = importsOf(join(ROOT, 'entrypoints'));
    expect(all.filter((found) => ['entrypoints', 'test', 'scripts'].includes(target(found).room ?? ''))).toEqual([]);
    const packages = entrypoints.map((found) => target(found).pkg).filter((pkg) => pkg !== undefined);
    expect(packages.filter((pkg) => pkg !== 'preact' && !pkg.startsWith('wxt/utils/define-'))).toEqual([]);
  });

  it('the page, the background and feeds go through the doors', () => {
    const rooms = ['page', 'background', 'feeds', 'own-pages', 'ui'];
    const past = [...all, ...importsOf(join(ROOT, 'entrypoints'))]
      .filter(({ file, typesOnly }) => !typesOnly && (rooms.includes(relative(SRC, file).split(/[\\/]/)[0] ?? '') || !file.startsWith(SRC)))
      .filter(({ specifier }) => BEHIND_DOORS.test(specifier))
      .map(({ file, specifier }) => `${relative(ROOT, file)} imports ${specifier}`);
    expect(past).toEqual([]);
  });

  it('the schemas of messages, and with them their library, are only where the background answers', () => {
    const checked = all.filter(({ specifier, typesOnly }) => !typesOnly && /(?:messaging|\.)\/protocol$/.test(specifier));
    expect(checked.filter(({ file }) => !file.includes('imports')).map(({ file }) => relative(SRC, file))).toEqual(['messaging/server.ts']);
  });

  it('what a background answers first with is loaded without all the rest', () => {
    const first = new Set([join(SRC, 'background/start')]);
    for (const file of first) {
      const next = all
        .filter((found) => found.file === `${file}.ts` && !found.typesOnly && !found.later)
        .flatMap((found) => fileOf(found) ?? []);
      for (const each of next) first.add(each);
    }
    const loaded = [...first].map((file) => relative(SRC, file));
    expect(loaded).toEqual(expect.arrayContaining(['background/card', 'store/facts', 'messaging/server']));
    // Shared scripts but the scanner's, packs' schemas, the store's other parts: each takes Firefox longer to read than a card to be looked up.
    const rest =
      /^(?:doors\/(?!linking)|feeds|imports|core\/(?:pack\/(?:read|schema|parse)|gazetteer\/compiler|search|coverage\/origins)|store\/(?:store|search|coverage)|background\/later)/;
    expect(loaded.filter((file) => rest.test(file))).toEqual([]);
  });

  it('core reaches for no DOM, browser or database global', () => {
    const reach = /(?<![.\w'"`/])(?:document|window|browser|chrome|indexedDB|localStorage|fetch)\s*[.(]/;
    const wrong = readdirSync(join(SRC, 'core'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .filter((name) => reach.test(readFileSync(join(SRC, 'core', name), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')));
    expect(wrong).toEqual([]);
  });
});
