/** Builds both extensions once before the e2e suite, exactly as they are released. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const EXTENSION = {
  chromium: fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url)),
  firefox: fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url)),
} as const;

/** A build takes a quarter of a minute, on a busy machine a few times that; one that takes minutes more hangs. */
const BUILD_MS = 300_000;

export default function build(): void {
  // The test runner says NODE_ENV=test, under which the build would not be the one that is released.
  const env = { ...process.env, NODE_ENV: 'production', SIDELIGHT_DEMO: '' };
  for (const browser of ['chrome', 'firefox']) {
    execFileSync('npx', ['--no-install', 'wxt', 'build', '-b', browser], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: BUILD_MS,
    });
  }
}
