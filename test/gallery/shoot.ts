/**
 * Builds the gallery, shows every state in a real browser, saves a picture of each and runs axe on it.
 * `node --import ./scripts/node-loader.mjs test/gallery/shoot.ts [folder]`; BROWSERS="chromium firefox" by default,
 * CHROMIUM_BIN and FIREFOX_BIN where they are not found by themselves. Exits 1 on any axe violation.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { build, preview } from 'vite';
import { findBrowser } from '../../scripts/drive/find-browser.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const out = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'gallery-'));
mkdirSync(out, { recursive: true });
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Shot {
  readonly name: string;
  readonly query: string;
  readonly width: number;
  readonly height: number;
  /** Chromium only: the reader's own high-contrast colours. */
  readonly forcedColors?: boolean;
  /** Presses of Tab before the picture. */
  readonly tabs?: number;
}

const card = (name: string, width = 440, height = 620): Shot => ({
  name: `card-${name}-${width}`,
  query: `card=${name}${width < 440 ? `&width=${width - 24}` : ''}`,
  width,
  height,
});
const popup = (name: string, tab = '', width = 420, height = 600): Shot => ({
  name: `popup-${name}${tab && `-${tab}`}-${width}`,
  query: `popup=${name}&tab=${tab}`,
  width,
  height,
});

const ALL: readonly Shot[] = [
  ...[
    'person',
    'event',
    'outlet',
    'news',
    'event-origins',
    'varied',
    'edited',
    'on-page',
    'nothing-known',
    'because',
    'undecided',
    'long',
    'right-to-left',
    'loading',
    'failed',
  ].map((name) => card(name)),
  card('person', 304),
  card('undecided', 304),
  ...['choosing', 'nobody', 'made', 'never'].map((step) => ({
    ...card('varied'),
    name: `card-${step}`,
    query: `card=varied&step=${step}`,
  })),
  { ...card('varied', 304), name: 'card-made-304', query: 'card=varied&width=280&step=made' },
  card('varied', 304),
  card('person', 400),
  // 200 % zoom of a window 800 px wide is a window of 400 by 300.
  card('long', 400, 300),
  ...[
    'ready',
    'told',
    'told-judged',
    'told-private',
    'told-reading',
    'told-failed',
    'at-odds',
    'ready-empty',
    'reading',
    'loading',
    'error',
    'unreadable',
    'not-covered',
    'off',
    'paused',
    'silent',
  ].map((name) => popup(name)),
  { ...popup('told', '', 420, 1500), name: 'popup-told-whole' },
  popup('told', '', 320, 1600),
  { ...popup('told'), name: 'popup-told-focus', tabs: 6 },
  { ...popup('told-judged'), name: 'popup-told-forced-colors', forcedColors: true },
  popup('ready', 'coverage'),
  { ...popup('related', 'coverage', 420, 1500), name: 'popup-related-whole' },
  popup('ready', 'page'),
  popup('ready', 'timeline'),
  popup('moved', 'timeline'),
  { ...popup('moved', 'timeline', 380, 1300), name: 'popup-moved-whole' },
  { ...popup('moved', 'timeline', 640, 700), name: 'popup-moved-wide' },
  popup('ready', 'timeline', 400, 300),
  popup('differing', 'article'),
  popup('differing', 'differs'),
  popup('differing', 'differs', 320, 900),
  popup('ready', 'differs'),
  popup('told', 'ledger'),
  popup('ready', 'ledger'),
  popup('ready-empty', 'coverage'),
  { ...card('varied'), name: 'card-forced-colors', forcedColors: true },
  { ...popup('ready', 'coverage'), name: 'popup-forced-colors', forcedColors: true },
  { ...card('varied'), name: 'card-focus', tabs: 1 },
  { ...popup('ready'), name: 'popup-focus', tabs: 4 },
  ...['form', 'long', 'problem', 'saved', 'failed'].map((name) => ({
    name: `capture-${name}`,
    query: `capture=${name}`,
    width: 520,
    height: 680,
  })),
  { name: 'capture-narrow', query: 'capture=form', width: 340, height: 720 },
  popup('news'),
  popup('news', 'page'),
  ...['', 'coverage', 'differs', 'timeline', 'ledger'].map((tab) => ({
    ...{
      name: `panel-${tab || 'article'}`,
      query: `panel=${tab === 'timeline' ? 'moved' : 'differing'}&tab=${tab}`,
      width: 340,
      height: 900,
    },
  })),
  ...['loading', 'empty', 'feeds'].map((name) => ({ name: `sources-${name}`, query: `sources=${name}`, width: 900, height: 900 })),
  { name: 'sources-narrow', query: 'sources=feeds', width: 360, height: 1200 },
  ...['loading', 'none', 'sent', 'failed'].map((name) => ({ name: `ledger-${name}`, query: `ledger=${name}`, width: 900, height: 600 })),
  { name: 'ledger-narrow', query: 'ledger=sent', width: 360, height: 800 },
  ...['empty', 'lists', 'form'].map((name) => ({ name: `names-${name}`, query: `names=${name}`, width: 900, height: 1100 })),
  { name: 'names-narrow', query: 'names=lists', width: 360, height: 1400 },
  ...['granted', 'missing'].map((name) => ({ name: `welcome-${name}`, query: `welcome=${name}`, width: 1100, height: 980 })),
  { name: 'welcome-narrow', query: 'welcome=granted', width: 360, height: 1700 },
];

const LIBRARY: readonly Shot[] = [
  ...['claims', 'nothing', 'actors', 'outlets', 'corrections', 'packs', 'restoring', 'storage', 'waiting', 'gone'].map((name) => ({
    name: `library-${name}`,
    query: `library=${name}`,
    width: 1000,
    height: 800,
  })),
  ...['claim', 'actor', 'article'].map((name) => ({ name: `library-${name}`, query: `library=${name}`, width: 1000, height: 1300 })),
  ...(
    [
      ['claim', 'Edit'],
      ['claim', 'Change the note'],
      ['actor', 'Edit'],
      ['actor', 'Merge'],
      ['actor', 'Split'],
      ['storage', 'Delete'],
      ['actors', 'Add'],
    ] as const
  ).map(([name, press]) => ({
    name: `library-${name}-${press.toLowerCase().replaceAll(' ', '-')}`,
    query: `library=${name}&press=${encodeURIComponent(press)}`,
    width: 1000,
    height: 1200,
  })),
  { name: 'library-imports', query: 'library=imports', width: 1000, height: 1900 },
  { name: 'library-claims-narrow', query: 'library=claims', width: 380, height: 800 },
  { name: 'library-claim-narrow', query: 'library=claim', width: 380, height: 1600 },
];

/** ONLY=told for one group of states while drawing it. */
const SHOTS = [...ALL, ...LIBRARY].filter(({ name }) => name.includes(process.env.ONLY ?? ''));

const outDir = mkdtempSync(join(tmpdir(), 'gallery-build-'));
const config = {
  root: import.meta.dirname,
  configFile: false as const,
  logLevel: 'warn' as const,
  resolve: { alias: { '@': join(ROOT, 'src') } },
  oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } },
  build: { outDir, emptyOutDir: true, target: 'es2022', modulePreload: false as const },
  preview: { host: '127.0.0.1', port: 0 },
};
await build(config);
const server = await preview(config);
const address = server.resolvedUrls?.local[0];
if (!address) throw new Error('the gallery is not served');

function launch(name: string, scheme: 'light' | 'dark'): Promise<Browser> {
  if (name === 'firefox') {
    const executablePath = findBrowser('firefox');
    return puppeteer.launch({
      browser: 'firefox',
      executablePath,
      headless: true,
      extraPrefsFirefox: { 'ui.systemUsesDarkTheme': scheme === 'dark' ? 1 : 0 },
    });
  }
  return puppeteer.launch({ executablePath: findBrowser('chromium'), headless: true, args: ['--no-sandbox'] });
}

let violations = 0;
async function shoot(browserName: string, scheme: 'light' | 'dark'): Promise<void> {
  const browser = await launch(browserName, scheme);
  try {
    for (const shot of SHOTS) {
      const page = await browser.newPage();
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(String(error)));
      await page.setViewport({ width: shot.width, height: shot.height, deviceScaleFactor: 1.5 });
      if (browserName === 'chromium') {
        const session = await page.createCDPSession();
        await session.send('Emulation.setEmulatedMedia', {
          features: [
            { name: 'prefers-color-scheme', value: scheme },
            { name: 'prefers-reduced-motion', value: 'reduce' },
            { name: 'forced-colors', value: shot.forcedColors ? 'active' : 'none' },
          ],
        });
      }
      await page.goto(`${address}?${shot.query}`);
      for (let i = 0; i < (shot.tabs ?? 0); i += 1) await page.keyboard.press('Tab');
      await page.screenshot({ path: join(out, `${shot.name}-${scheme}-${browserName}.png`) });
      await page.evaluate(axeSource);
      const found = await page.evaluate(async () => {
        const { axe } = window as unknown as { axe: typeof import('axe-core') };
        const { violations, passes } = await axe.run(document);
        const overflow = document.documentElement.scrollWidth > innerWidth ? ['wider than its window'] : [];
        return {
          passes: passes.length,
          lines: [
            ...violations.map((v) => `${v.id}: ${v.nodes.map((node) => `${node.target} ${node.any[0]?.message ?? ''}`).join(' | ')}`),
            ...overflow,
          ],
        };
      });
      if (found.passes === 0) problems.push('axe looked at nothing');
      for (const line of [...problems, ...found.lines]) {
        violations += 1;
        console.log(`${browserName} ${scheme} ${shot.name}: ${line}`);
      }
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

try {
  for (const name of (process.env.BROWSERS ?? 'chromium firefox').split(' ')) {
    for (const scheme of ['light', 'dark'] as const) await shoot(name, scheme);
  }
} finally {
  await server.close();
  rmSync(outDir, { recursive: true });
}
console.log(`${SHOTS.length} states, ${violations} violations; pictures in ${out}`);
process.exitCode = violations > 0 ? 1 : 0;
