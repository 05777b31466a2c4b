/**
 * `npm start`: builds Sidelight, opens a browser with it on the sample news stand, and leaves it open to read in.
 * Without a display (or with --headless) it reads every sample article itself, prints what it read and saves pictures.
 * Options: --headless, --firefox or --chromium, --out DIR (default demo-out).
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchChromium } from './drive/chromium';
import type { Driver } from './drive/driver';
import { type BrowserName, findBrowser, lookForBrowser } from './drive/find-browser';
import { launchFirefox } from './drive/firefox';
import { startProxy } from './drive/proxy';
import { readStand } from './stand/read-stand';
import { answer, FRONT_PAGE } from './stand/stand';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const has = (flag: string) => process.argv.includes(flag);

function chooseBrowser(): BrowserName {
  if (has('--firefox')) return 'firefox';
  if (has('--chromium') || lookForBrowser('chromium')) return 'chromium';
  if (lookForBrowser('firefox')) return 'firefox';
  findBrowser('chromium'); // throws, saying how to get one
  return 'chromium';
}

function isHeadless(): boolean {
  const noDisplay = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  return has('--headless') || noDisplay;
}

/** Builds the demo: the release plus the invented outlets of the stand. */
function build(browser: BrowserName): string {
  const target = browser === 'chromium' ? 'chrome' : 'firefox';
  const { status, stderr, stdout } = spawnSync('npx', ['--no-install', 'wxt', 'build', '-b', target], {
    cwd: ROOT,
    env: { ...process.env, SIDELIGHT_DEMO: '1' },
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`The build failed:\n${stdout}\n${stderr}`);
  return join(ROOT, '.output', 'demo', `${target}-mv3`);
}

async function untilClosed(driver: Driver): Promise<void> {
  await new Promise<void>((done) => {
    driver.browser.on('disconnected', () => done());
    process.once('SIGINT', () => void driver.close().then(() => done()));
  });
}

async function main(): Promise<void> {
  const browser = chooseBrowser();
  const headless = isHeadless();
  console.log('Building Sidelight …');
  const extension = build(browser);
  const proxy = await startProxy((url) => answer(url));
  const launch = browser === 'chromium' ? launchChromium : launchFirefox;
  const driver = await launch({ extension, proxyPort: proxy.port, headless });
  try {
    if (headless) {
      const out = resolve(ROOT, process.argv[process.argv.indexOf('--out') + 1 || process.argv.length] ?? 'demo-out');
      mkdirSync(out, { recursive: true });
      console.log(`No display: reading the sample news stand in headless ${browser}.\n`);
      await readStand(driver, proxy, out);
      return;
    }
    await driver.open(FRONT_PAGE);
    console.log(`The sample news stand is open in ${browser}: choose an article, rest the pointer on an underlined name,`);
    console.log('then press the Sidelight button in the toolbar (in Chrome it may hide behind the puzzle piece).');
    console.log('Close the browser, or press Ctrl+C here, to end.');
    await untilClosed(driver);
  } finally {
    await driver.close().catch(() => {}); // already gone where the reader closed it
    await proxy.close();
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
