/**
 * Finds the browsers that the demo, the e2e tests and the benchmarks drive. Says how to get one where there is none:
 * a missing browser never passes silently.
 */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

export type BrowserName = 'chromium' | 'firefox';

/** Names on PATH and usual places, the development builds first because they allow unpacked extensions without ado. */
const CANDIDATES: Readonly<Record<BrowserName, { env: string; commands: readonly string[]; paths: readonly string[] }>> = {
  chromium: {
    env: 'CHROMIUM_BIN',
    commands: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'],
    paths: [
      '/usr/bin/chromium',
      '/snap/bin/chromium',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
  },
  firefox: {
    env: 'FIREFOX_BIN',
    commands: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
    paths: [
      '/usr/bin/firefox-esr',
      '/usr/bin/firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
  },
};

/** The path of an installed browser, or null. An environment variable (CHROMIUM_BIN, FIREFOX_BIN) wins. */
export function lookForBrowser(name: BrowserName): string | null {
  const { env, commands, paths } = CANDIDATES[name];
  const told = process.env[env];
  if (told) {
    if (existsSync(told)) return told;
    throw new Error(`${env} names ${told}, which does not exist.`);
  }
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((dir) => commands.map((command) => join(dir, command)));
  return [...onPath, ...paths, ...paths.map((path) => join(homedir(), path))].find((path) => existsSync(path)) ?? null;
}

/** The path of an installed browser. Throws with the way to get one where there is none. */
export function findBrowser(name: BrowserName): string {
  const found = lookForBrowser(name);
  if (found) return found;
  const { env, commands } = CANDIDATES[name];
  throw new Error(
    `No ${name} found (looked for ${commands.join(', ')} on PATH and in the usual places). ` +
      `Install one (Debian, Ubuntu: apt-get install ${name === 'chromium' ? 'chromium' : 'firefox-esr'}) or set ${env} to its path.`,
  );
}
