/**
 * What names take in a tab, with the extension installed in Chromium: JavaScript's heap after collecting garbage, what lies beside it,
 * and the scanner's memory, which the browser's own count leaves out. The article names the same people whatever the number of names,
 * so that what is more than with the fewest is the names'.
 */
import { loadavg } from 'node:os';
import type { CDPSession, Page } from 'puppeteer-core';
import { until } from '../../scripts/drive/driver';
import { makePage, makeParagraphs } from './corpus';
import { launchInstalled } from './installed';
import type { PackedNames } from './packed-names';
import { table } from './print';

const TEXT = 200_000;
/** What is let go on one collection can hold what the next lets go. */
const COLLECTIONS = 3;

interface Memory {
  readonly heap: number;
  readonly buffers: number;
  readonly scanner: number;
}

/** Bytes of all scanners' memories in every world of the page. */
async function scannersIn(cdp: CDPSession): Promise<number> {
  const worlds: number[] = [];
  const note = ({ context }: { context: { id: number } }) => void worlds.push(context.id);
  cdp.on('Runtime.executionContextCreated', note);
  await cdp.send('Runtime.enable');
  await cdp.send('Runtime.disable');
  cdp.off('Runtime.executionContextCreated', note);
  let bytes = 0;
  for (const contextId of worlds) {
    const { result } = await cdp.send('Runtime.evaluate', { expression: 'WebAssembly.Memory.prototype', contextId });
    const { objects } = await cdp.send('Runtime.queryObjects', { prototypeObjectId: result.objectId ?? '' });
    const sum = await cdp.send('Runtime.callFunctionOn', {
      objectId: objects.objectId ?? '',
      functionDeclaration: 'function () { return this.reduce((sum, memory) => sum + memory.buffer.byteLength, 0); }',
      returnByValue: true,
    });
    bytes += Number(sum.result.value);
  }
  return bytes;
}

async function memoryOf(page: Page): Promise<Memory> {
  const cdp = await page.createCDPSession();
  for (let i = 0; i < COLLECTIONS; i++) await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await cdp.send('Runtime.getHeapUsage');
  return { heap: usedSize, buffers: backingStorageSize, scanner: await scannersIn(cdp) };
}

/** `sizes`: from the fewest names to the most. */
export async function benchMemory(sizes: readonly PackedNames[]): Promise<void> {
  const article = makePage(makeParagraphs(TEXT, sizes.at(-1)?.names ?? []));
  const driver = await launchInstalled('chromium', { '/bench': article });
  const rows: string[][] = [];
  const mega = (bytes: number): string => (bytes / 1e6).toFixed(2);
  const sumOf = ({ heap, buffers, scanner }: Memory): number => heap + buffers + scanner;
  let fewest: Memory | null = null;
  try {
    for (const given of sizes) {
      await driver.track(given);
      const page = await driver.visit('/bench');
      await until('the marks', () => page.evaluate(() => CSS.highlights.size > 0));
      // Everything that a page brings in after its marks is there by then, the card's script last.
      await new Promise((done) => setTimeout(done, 3_000));
      const memory = await memoryOf(page);
      await page.close();
      fewest ??= memory;
      rows.push([
        given.names.length.toLocaleString('en'),
        mega(given.packed.length),
        mega(memory.heap),
        mega(memory.buffers),
        mega(memory.scanner),
        mega(sumOf(memory) - sumOf(fewest)),
      ]);
    }
  } finally {
    await driver.close();
  }
  console.log(`Memory of a tab with the reader, Chromium, MB, article of ${TEXT / 1000} kB; load ${(loadavg()[0] ?? 0).toFixed(1)}:`);
  console.log(table(['names', 'packed', 'heap', 'buffers', 'scanner', 'more than with the fewest'], rows));
}
