/**
 * Stops the background, as browsers do with one that is idle, while the library imports a pack and while the pack is made searchable.
 * The import goes on, what is shown is one revision whole, and everything of it is found in the end.
 */
import type { Page } from 'puppeteer-core';
import { until } from '../../scripts/drive/driver';
import { choose } from '../e2e/own-page';
import { startSession } from '../e2e/session';

export interface StopsTally {
  stops: number;
  /** Imports that did not end. */
  stuck: number;
  /** Imports after which another revision was shown than the one that was applied, or not all of it. */
  mixed: number;
  /** Imports of which not everything was found. */
  unfound: number;
}

export const NOTHING_STOPS: StopsTally = { stops: 0, stuck: 0, mixed: 0, unfound: 0 };

/** Takes a few hundred milliseconds to read, and about as long to index. */
const CLAIMS = 3000;
/** A busy machine's import and index. */
const LIMIT_MS = 60_000;
/** Stops during one import: some while it reads, lays out, waits, applies and is indexed. */
const STOPS = 5;
/** The longest pause between two stops, in ms. */
const PAUSE_MS = 250;

const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

function packText(revision: number): string {
  const sources = ['made'];
  return [
    {
      format: 'sidelight-pack',
      version: 1,
      id: 'stops',
      revision,
      title: 'Stops',
      licence: 'CC0-1.0',
      sources: { made: { title: 'Made up' } },
    },
    { type: 'actor', id: 'ann', kind: 'person', name: 'Ann Stopwatch', sources },
    ...Array.from({ length: CLAIMS }, (_, i) => ({
      type: 'claim',
      id: `c${i}`,
      text: `Claim number ${i} of revision${revision}`,
      speaker: 'ann',
      outlet: null,
      clocks: { said: { edtf: '2025-03-03', basis: 'record' } },
      status: 'curated',
      sources,
    })),
  ]
    .map((line) => JSON.stringify(line))
    .join('\n');
}

/** Presses the button of the import that waits to be applied. */
const apply = (page: Page) =>
  until(
    'the button that applies',
    () =>
      page.evaluate(() => {
        const button = [...document.querySelectorAll('button')].find((each) => /^(Add this pack|Apply)/.test(each.innerText));
        button?.click();
        return Boolean(button);
      }),
    LIMIT_MS,
  );

/** What the background answers; null while it can't. */
const ask = <T>(page: Page, call: string, input: object): Promise<T | null> =>
  page.evaluate(
    async (call, input) => {
      const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage(m: object): Promise<unknown> } } }).chrome;
      const answer = (await runtime.sendMessage({ to: 'background', call, input }).catch(() => null)) as {
        ok: boolean;
        value: unknown;
      } | null;
      return answer?.ok ? (answer.value as never) : null;
    },
    call,
    input,
  ) as Promise<T | null>;

/** Stops the background `stops` times over; `onImport` hears the tally so far, `until` (ms of the clock) ends it sooner. */
export async function stopBackgrounds(
  name: 'chromium' | 'firefox',
  stops: number,
  options: { readonly until?: number; readonly onImport?: (tally: StopsTally) => void } = {},
): Promise<StopsTally> {
  const tally = { ...NOTHING_STOPS };
  const session = await startSession(name);
  try {
    const page = await session.openOwn('library.html#packs');
    await until('the packs', () => ask<{ shown: object[] }>(page, 'packs/list', {}), LIMIT_MS);
    for (let revision = 1; tally.stops < stops && Date.now() < (options.until ?? Number.POSITIVE_INFINITY); revision++) {
      await choose(page, `stops-${revision}.jsonl`, packText(revision));
      const stopping = (async () => {
        for (let i = 0; i < STOPS; i++) {
          // One that rests is started first: only what runs can be stopped.
          await ask(page, 'packs/list', {});
          await wait(Math.random() * PAUSE_MS);
          await session.stopBackground();
          tally.stops++;
        }
      })();
      try {
        await apply(page);
        await stopping;
        const list = await until(
          'the new revision',
          async () => {
            const packs = await ask<{ shown: { id: string; revision: number; counts: { claims: number } }[] }>(page, 'packs/list', {});
            return packs?.shown.find((pack) => pack.id === 'stops' && pack.revision === revision);
          },
          LIMIT_MS,
        );
        // Stopped once more in the middle of making it searchable.
        await session.stopBackground();
        tally.stops++;
        const query = { kind: 'claim', sort: 'newest', offset: 0, limit: 50 };
        const found = await until(
          'the index',
          async () => {
            const now = await ask<{ total: number; indexing: object | null }>(page, 'library/search', {
              ...query,
              text: `revision${revision}`,
            });
            return now?.indexing === null && now;
          },
          LIMIT_MS,
        );
        const before = await ask<{ total: number }>(page, 'library/search', { ...query, text: `revision${revision - 1}` });
        if (list.counts.claims !== CLAIMS || (revision > 1 && before?.total !== 0)) tally.mixed++;
        if (found.total !== CLAIMS) tally.unfound++;
      } catch (error) {
        await stopping.catch(() => undefined);
        console.log(`${name}: ${String(error)}`);
        tally.stuck++;
        break;
      }
      options.onImport?.(tally);
    }
  } finally {
    await session.close();
  }
  return tally;
}
