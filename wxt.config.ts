/**
 * How the extension is built: manifest, permissions, and where the content script runs.
 * docs/permissions.md explains each permission; test/e2e/release.test.ts holds them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { afterFirstFrame } from './scripts/build/after-first-frame.ts';
import { atOnce } from './scripts/build/at-once.ts';
import { withCompileHint } from './scripts/build/compile-hint.ts';
import { asDoor, throughDoors } from './scripts/build/doors.ts';
import { withSecondPass } from './scripts/build/second-pass.ts';
import { withoutInnerHtml } from './scripts/build/without-inner-html.ts';
import { withoutNameTable } from './scripts/build/without-name-table.ts';
import { lookForBrowser } from './scripts/drive/find-browser.ts';
import { READER_FILES } from './src/platform/reader-files.ts';

/** The demo build (`npm start`, e2e tests) also reads the invented outlets of the sample news stand. */
const DEMO = process.env.SIDELIGHT_DEMO === '1';
const STAND_PACK = 'scripts/stand/pack.json';

interface OutletDomains {
  readonly outlets: readonly { readonly domains: readonly string[] }[];
}

/** Match patterns of every domain in an outlet pack; `*://` because some outlets still serve http. */
function matchesOf(packFile: string): string[] {
  const pack = JSON.parse(readFileSync(packFile, 'utf8')) as OutletDomains;
  return pack.outlets.flatMap((outlet) => outlet.domains.map((domain) => `*://*.${domain}/*`)).sort();
}

/**
 * Extension pages load nothing but the extension's own files, and reach nothing else but https servers: feeds that the reader
 * chose. Live reload alone needs its local server.
 */
function contentPolicy(serving: boolean): string {
  // The background's requests are bound by it as well; which hosts it may reach is decided by permissions, one by one.
  const own = { style: "'self'", connect: "'self' https:" };
  const served = { style: "'self' 'unsafe-inline' http://localhost:*", connect: "'self' ws://localhost:* http://localhost:*" };
  const { style, connect } = serving ? served : own;
  // The scanner is WebAssembly (src/core/gazetteer/machine.ts); it comes with the extension, as every script does.
  const script = `'self' 'wasm-unsafe-eval'${serving ? ' http://localhost:*' : ''}`;
  return `default-src 'none'; script-src ${script}; style-src ${style}; img-src 'self' data:; connect-src ${connect}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}

/**
 * Hosts below an outlet's domain on which readers sign in, pay or write mail. They are no news pages, and Sidelight has no
 * business there.
 */
const PRIVATE_HOSTS = [
  'account',
  'accounts',
  'auth',
  'checkout',
  'id',
  'login',
  'mail',
  'myaccount',
  'pay',
  'secure',
  'shop',
  'signin',
  'store',
  'webmail',
];

/** The scripts that others share (scripts/build/doors.ts). */
const DOORS = readdirSync('src/doors').map((file) => basename(file, '.ts'));

/** Modules of the popup as it opens, before its lists, by the end of their path or the package: few files load sooner than many. */
const IN_SIGHT = [
  ...['node_modules/preact/', 'ui/own-page.css'],
  ...['core/coverage/sight.ts', 'core/coverage/counts.ts', 'core/model/edtf.ts', 'ui/primitives/subject.css'],
  ...['text.tsx', 'words.ts', 'cross.tsx', 'format-edtf.ts', 'format-published.ts'].map((file) => `ui/primitives/${file}`),
  ...[
    ...['article-head', 'bones', 'draw', 'filter', 'filter-box', 'filter-face', 'foot', 'glance', 'known', 'masthead', 'notices'],
    ...['popup', 'site-switch', 'tab-labels', 'tab-row', 'tabs'],
  ].map((file) => `ui/popup/${file}.`),
];

const isCore = (id: string): boolean => id.replaceAll('\\', '/').includes('/src/core/');
const isInSight = (id: string): boolean => IN_SIGHT.some((part) => id.replaceAll('\\', '/').includes(part));

export default defineConfig({
  srcDir: 'src',
  entrypointsDir: '../entrypoints',
  publicDir: 'public',
  outDir: DEMO ? '.output/demo' : '.output',
  manifestVersion: 3,
  imports: false,
  manifest: ({ browser, command }) => ({
    name: DEMO ? 'Sidelight (sample news stand)' : 'Sidelight',
    description: 'Who said this, when, first according to whom, and who else says so? Offline, under the cursor.',
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'activeTab', 'alarms', 'contextMenus'],
    optional_host_permissions: ['*://*/*'],
    action: { default_title: 'Sidelight: coverage and dates for this page' },
    options_ui: { page: 'library.html', open_in_tab: true },
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    commands: {
      'next-mention': { suggested_key: { default: 'Alt+N' }, description: 'Next marked name: show its card' },
      'previous-mention': { suggested_key: { default: 'Alt+P' }, description: 'Previous marked name: show its card' },
      capture: { suggested_key: { default: 'Alt+S' }, description: 'Keep the selected sentence as a claim' },
      'open-card': { suggested_key: { default: 'Alt+O' }, description: 'Open the card and move into it' },
      // Chrome takes no more than four keys from a manifest; the reader can set this one.
      'track-selection': {
        ...(browser === 'firefox' ? { suggested_key: { default: 'Alt+Shift+T' } } : {}),
        description: 'Track the selected name',
      },
    },
    content_security_policy: {
      extension_pages: contentPolicy(command === 'serve'),
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'sidelight@sidelight.news',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : { minimum_chrome_version: '128', message_serialization: 'structured_clone' }),
  }),
  // A reviewer builds the same files from the rest; what a working copy gathers, tests and the stand are not needed for that.
  zip: { excludeSources: ['demo-out/**', 'coverage/**', 'test-results/**', 'test/**', 'scripts/stand/**', '*.log'] },
  // `npm run dev` opens the browser that the tests drive; as root (containers) Chromium's own sandbox can't start.
  webExt: {
    binaries: { chrome: lookForBrowser('chromium') ?? '', firefox: lookForBrowser('firefox') ?? '' },
    chromiumArgs: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  },
  vite: ({ browser }) => ({
    // The oldest browsers of the manifests: what they know by themselves is not written out for older ones.
    build: { target: ['chrome128', 'firefox140'], modulePreload: { polyfill: false } },
    // By its own name comes the build for browsers without classes and native promises, in a wrapper for Node.
    resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    plugins: [
      ...(browser === 'firefox' ? [] : [atOnce()]),
      withoutInnerHtml(),
      withoutNameTable(),
      afterFirstFrame('popup/index.html'),
      withSecondPass(),
    ],
  }),
  hooks: {
    // `imports: false` leaves WXT's table of globals in use all the same: its storage would come in wherever the name is a variable.
    'config:resolved': ({ config }) => {
      config.imports.presets = [];
      config.imports.imports = [];
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      const door = entrypoints.find(({ name }) => DOORS.includes(name))?.name;
      const imports = entrypoints.some(({ name }) => name === 'background');
      config.plugins = [...(config.plugins ?? []), door ? asDoor(door) : throughDoors({ imports })];
      if (entrypoints.every(({ name }) => READER_FILES.js.some((file) => file === `${name}.js`))) config.plugins.push(withCompileHint());
      // What the popup has in sight at first is one file, loaded once its first frame stands; other pages share it.
      const output = config.build?.rollupOptions?.output;
      if (entrypoints.some(({ name }) => name === 'popup') && output && !Array.isArray(output))
        output.codeSplitting = {
          groups: [
            // The background reads dates too, and is not to wait for the rest.
            { name: 'dates', test: (id: string) => isInSight(id) && isCore(id), priority: 1 },
            { name: 'first', test: (id: string) => isInSight(id) && !id.endsWith('.css') },
            { name: 'look', test: (id: string) => isInSight(id) && id.endsWith('.css') },
            // By itself, or the popup's first lines would have to wait for all of the above.
            { name: 'import', test: /vite\/preload-helper/, priority: 1 },
          ],
        };
      // The import worker shares its code with the background instead of carrying the store a second time.
      const input = config.build?.rollupOptions?.input;
      if (entrypoints.some(({ name }) => name === 'background') && typeof input === 'object' && !Array.isArray(input))
        input['import-worker'] = fileURLToPath(new URL('entrypoints/library/import-worker.ts', import.meta.url));
      // The card and the popup's first frame are drawn without Preact's renderer (src/ui/card/draw.ts), which pages would load for
      // nothing else, and which would hold that frame up.
      if (!entrypoints.some(({ name }) => name === 'card' || name === 'opening')) return;
      const runtime = fileURLToPath(new URL('src/ui/card/jsx-runtime.ts', import.meta.url));
      config.plugins = [
        ...(config.plugins ?? []),
        {
          name: 'sidelight:without-preact',
          enforce: 'pre',
          resolveId: (id) => (/^preact(\/jsx(-dev)?-runtime)?$/.test(id) ? runtime : null),
        },
      ];
    },
    // The content script is declared here and not by WXT's own wrapper: that one tells the page the extension's id
    // and listens to an event with which a page can stop it (docs/architecture.md, "The page must not learn").
    'build:manifestGenerated': (_wxt, manifest) => {
      const matches = [...matchesOf('public/packs/outlets.json'), ...(DEMO ? matchesOf(STAND_PACK) : [])];
      // The same hosts: what a page needs only later is put in by the background, which a content script's matches alone do
      // not let in (docs/permissions.md).
      manifest.host_permissions = matches;
      manifest.content_scripts = [
        {
          matches,
          exclude_globs: PRIVATE_HOSTS.map((host) => `*://${host}.*/*`),
          js: [...READER_FILES.js],
          css: [...READER_FILES.css],
          run_at: 'document_idle',
        },
      ];
    },
    'build:publicAssets': (_wxt, files) => {
      if (DEMO) files.push({ relativeDest: 'packs/stand.json', contents: readFileSync(STAND_PACK, 'utf8') });
      const packs = [...readdirSync('public/packs').filter((name) => name.endsWith('.json')), ...(DEMO ? ['stand.json'] : [])];
      files.push({ relativeDest: 'packs/index.json', contents: JSON.stringify(packs.sort()) });
    },
  },
});
