/**
 * Three suites in one run: `unit` (Node), `browser` (the page side in real Chromium), `e2e` (both browsers with the
 * extension installed). Slow suites have commands of their own, see README.
 */

import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { withoutInnerHtml } from './scripts/build/without-inner-html.ts';
import { findBrowser } from './scripts/drive/find-browser.ts';

const alias = { '@': fileURLToPath(new URL('./src', import.meta.url)) };
const shared = {
  resolve: { alias },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
} as const;

/** Only a hang is meant to fail by the clock, on a busy machine as well (ms). */
const PATIENT = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 20_000 } } } as const;

export default defineConfig({
  test: {
    reporters: ['default', './scripts/build/count-reporter.ts'],
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/browser/**', 'test/e2e/**', 'test/acceptance/**'],
          ...PATIENT,
        },
      },
      {
        ...shared,
        plugins: [withoutInnerHtml()],
        // Found by Vite only while the tests run otherwise, which reloads them in the middle.
        optimizeDeps: { include: ['@floating-ui/core', 'preact', 'preact/hooks', 'preact/jsx-runtime', 'fast-check'] },
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.{ts,tsx}'],
          ...PATIENT,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: findBrowser('chromium'), args: ['--no-sandbox'] } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        ...shared,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/e2e/build.ts'],
          // Above what several waits of scripts/drive take on a loaded machine; a hang must still end well within CI's time.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Real browsers, on a machine we do not know. A feature that is broken fails twice; what passes at its second try is
          // named and counted at the end of the run (scripts/build/count-reporter.ts).
          retry: 1,
          fileParallelism: false,
        },
      },
    ],
  },
});
