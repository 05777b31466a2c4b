/**
 * A million names are too many for a tab: what it costs to send the text of a long page to the worker and have the offsets back, with
 * the extension installed, against a message that is answered without any work, the worker awake and stopped before.
 */
import { loadavg } from 'node:os';
import { makePage, makeParagraphs } from './corpus';
import { BROWSER_NAMES, launchInstalled } from './installed';
import type { PackedNames } from './packed-names';
import { median, table } from './print';
import { stopWhenIdle } from './stopped';

/** A message as src/messaging/client.ts sends it, there and back, and how many matches came. */
interface Trip {
  readonly ms: number;
  readonly found: number;
}

/** Characters of text sent, in paragraphs. */
const TEXT = 200_000;
/** What the engines still compile is not warm. */
const FIRST_ROUNDS = 10;

/** Runs in the content script's world: round trips one after the other. An unknown call is answered without any work: a bare ping. */
const trips = async ({ call, input, rounds }: { call: string; input: object; rounds: number }): Promise<Trip[]> => {
  const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } }).chrome;
  const done: Trip[] = [];
  for (let i = 0; i < rounds; i++) {
    const began = performance.now();
    const answer = (await runtime.sendMessage({ to: 'background', call, input })) as { value?: { found: string } };
    const { matches } = JSON.parse(answer.value?.found ?? '{"matches":[]}') as { matches: readonly unknown[][] };
    done.push({ ms: performance.now() - began, found: matches.flat().length });
  }
  return done;
};

export async function benchWorker(given: PackedNames, rounds: number): Promise<void> {
  const texts = makeParagraphs(TEXT, given.names);
  const ping = { call: 'bench/ping', input: {} };
  const scan = { call: 'gazetteer/scan', input: { texts } };
  const rows: (string | number)[][] = [];
  for (const name of BROWSER_NAMES) {
    const driver = await launchInstalled(name, { '/bench': makePage(['Nobody is named here.']) });
    try {
      await driver.track(given);
      await driver.visit('/bench');
      const warm = { ping: [] as Trip[], scan: [] as Trip[] };
      const cold = { ping: [] as Trip[], scan: [] as Trip[] };
      for (const each of [ping, scan]) await driver.inWorld(trips, { ...each, rounds: FIRST_ROUNDS });
      for (let i = 0; i < rounds; i++) {
        warm.ping.push(...(await driver.inWorld(trips, { ...ping, rounds: 5 })));
        warm.scan.push(...(await driver.inWorld(trips, { ...scan, rounds: 5 })));
      }
      for (let i = 0; i < rounds; i++) {
        for (const [list, each] of [
          [cold.ping, ping],
          [cold.scan, scan],
        ] as const) {
          await stopWhenIdle(driver);
          list.push(...(await driver.inWorld(trips, { ...each, rounds: 1 })));
        }
      }
      for (const [state, each] of [
        ['awake', warm],
        ['stopped before', cold],
      ] as const) {
        const [bare, full] = [each.ping, each.scan].map((list) => median(list.map(({ ms }) => ms))) as [number, number];
        rows.push([
          name,
          state,
          bare.toFixed(1),
          full.toFixed(1),
          `${(full / bare).toFixed(1)}×`,
          each.scan[0]?.found ?? 0,
          (loadavg()[0] ?? 0).toFixed(1),
        ]);
      }
    } finally {
      await driver.close();
    }
  }
  console.log(`${given.names.length.toLocaleString('en')} names, ${TEXT / 1000} kB of text to the worker and the offsets back (medians):`);
  console.log(table(['browser', 'worker', 'ping ms', 'text and offsets ms', 'ratio', 'found', 'load'], rows));
}
