/** The built extensions as they are released: what they ask for, what they contain, how large they are. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { READER_FILES } from '@/platform/reader-files';
import { EXTENSION } from './build';
import { BROWSERS } from './session';

interface Manifest {
  readonly content_scripts: readonly { readonly matches: readonly string[] }[];
  readonly host_permissions: readonly string[];
  readonly [key: string]: unknown;
}

const files = (dir: string) => readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(dir, name)).isFile());
const gzipped = (...paths: string[]) => paths.reduce((sum, path) => sum + gzipSync(readFileSync(path), { level: 9 }).length, 0);

/** Files with all that they import, at once or later; but for what the popup's tabs list, which is loaded after all that is in sight at first. */
function withImports(dir: string, names: readonly string[], found = new Set<string>()): Set<string> {
  for (const name of names) {
    if (found.has(name) || name.startsWith('chunks/lists-')) continue;
    found.add(name);
    const imported = name.startsWith('chunks/') ? readFileSync(join(dir, name), 'utf8').matchAll(/["'`]\.\/([\w-]+\.js)["'`]/g) : [];
    withImports(
      dir,
      [...imported].map((m) => `chunks/${m[1]}`),
      found,
    );
  }
  return found;
}

/**
 * Bytes. `popup` is all that it loads but its lists. `reader` and `popup` are the goals. `withoutPacks` is not: the goal is 250 kB,
 * which is missed. Little is in two files, most of it the card that the welcome page draws too; the rest is what Sidelight does: reading
 * articles 87 kB, the background 74, the store with Dexie 80, the reader and its linking 39, the card 19, the manifest with the hosts of
 * 1,200 outlets 9 (its two lists must stay under 32 kB each, or the second costs as much as the first), own pages with their workers 125.
 * Of the popup 5 kB are there twice, in its first frame and in what takes that over: it is in sight sooner for it. Firefox's background is
 * in pieces, so that what answers first is small, and pieces are packed by themselves: 4 kB. The bound keeps it all from growing unseen.
 */
const BUDGET = { reader: 40_000, popup: 40_000, withoutPacks: 446_000 };

describe.each(BROWSERS)('the release for %s', (browser) => {
  const dir = EXTENSION[browser];
  const manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as Manifest;

  it('asks for what docs/permissions.md explains, and nothing else', () => {
    const { content_scripts, host_permissions: _hosts, ...rest } = manifest;
    expect(rest).toMatchSnapshot();
    expect(content_scripts.map(({ matches: _matches, ...script }) => script)).toMatchSnapshot();
    const permissions = readFileSync(new URL('../../docs/permissions.md', import.meta.url), 'utf8');
    for (const permission of manifest.permissions as string[]) expect(permissions).toContain(`\`${permission}\``);
  });

  it('runs on the domains of the outlet pack only, and on no invented or local host', () => {
    const pack = JSON.parse(readFileSync(new URL('../../public/packs/outlets.json', import.meta.url), 'utf8')) as {
      outlets: { domains: string[] }[];
    };
    const matches = manifest.content_scripts.flatMap((script) => script.matches);
    expect(matches).toEqual(pack.outlets.flatMap(({ domains }) => domains.map((domain) => `*://*.${domain}/*`)).sort());
    expect(matches.length).toBeGreaterThan(250);
    // No host more than those that are read: what is put in later goes where the content script is.
    expect(manifest.host_permissions).toEqual(matches);
    for (const match of matches) expect(match).toMatch(/^\*:\/\/\*\.[a-z0-9-]+(?:\.[a-z0-9-]+)+\/\*$/);
    expect(matches.filter((match) => /\.test\/|localhost|127\.0/.test(match))).toEqual([]);
  });

  it('stays within its size', () => {
    const all = files(dir);
    const popup = readFileSync(join(dir, 'popup.html'), 'utf8');
    const first = [...popup.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map((m) => m[1] ?? '');
    // All that the page names: for its first frame, and for what takes that over.
    expect(first.length).toBeLessThanOrEqual(6);
    expect(first.length).toBeGreaterThan(1);
    const loaded = [...withImports(dir, first)].map((name) => join(dir, name));
    const sizes = {
      reader: gzipped(...READER_FILES.js.map((name) => join(dir, name))),
      popup: gzipped(join(dir, 'popup.html'), ...loaded),
      withoutPacks: gzipped(...all.filter((name) => !name.startsWith('packs')).map((name) => join(dir, name))),
    };
    console.log(
      `${browser}: ${Object.entries(sizes)
        .map(([what, bytes]) => `${what} ${(bytes / 1000).toFixed(1)} kB`)
        .join(', ')} gzip`,
    );
    for (const [what, limit] of Object.entries(BUDGET)) expect(sizes[what as keyof typeof sizes], what).toBeLessThanOrEqual(limit);
  });

  it('holds no way to make HTML or code from a string, and no address to send to', () => {
    for (const name of files(dir).filter((file) => file.endsWith('.js'))) {
      const code = readFileSync(join(dir, name), 'utf8');
      expect(code, name).not.toMatch(/\.(?:inner|outer)HTML\s*=|insertAdjacentHTML|document\.write\b|\bnew Function\b|\beval\(/);
      expect(code, name).not.toMatch(/XMLHttpRequest|\bWebSocket\b|sendBeacon|EventSource\b/);
    }
  });
});
