/**
 * Draws public/icon/*.png from icon.svg in a real Chromium. Run after changing the drawing:
 * `node scripts/icons/render.ts`; CHROMIUM_BIN where the browser is not found by itself.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../drive/find-browser.ts';
import { flatPng } from './flat-png.ts';

/** What Chrome and Firefox ask for: toolbar at 1× and 2×, extension list, install dialog and store. */
const SIZES = [16, 32, 48, 128];
const target = join(import.meta.dirname, '..', '..', 'public', 'icon');
const svg = readFileSync(join(import.meta.dirname, 'icon.svg'), 'utf8');

mkdirSync(target, { recursive: true });
const browser = await puppeteer.launch({
  executablePath: findBrowser('chromium'),
  headless: true,
  args: ['--no-sandbox'],
});
try {
  const page = await browser.newPage();
  for (const size of SIZES) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${svg}`);
    writeFileSync(join(target, `${size}.png`), flatPng(Buffer.from(await page.screenshot({ omitBackground: true }))));
  }
} finally {
  await browser.close();
}
