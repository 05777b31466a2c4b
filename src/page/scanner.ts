/**
 * Finds tracked names in texts, one interface and two ways: with the packed gazetteer here in the tab, or by asking the worker
 * where the gazetteer is too large for a tab: the background chooses (PageOrders.gazetteer.where). Or where the page's policy lets no
 * machine code run.
 */
import { fromBase64 } from '@/core/base64';
import type { Gazetteer, Match, SubjectEntry } from '@/core/gazetteer/types';
import { fail, ok, type Result } from '@/core/result';
import { LONGEST_TEXT } from '@/messaging/limits';
import type { Found, PageOrders } from '@/messaging/protocol';
import type { Ask } from './contract';

type GazetteerOrder = PageOrders['gazetteer'];

export interface Scanner {
  readonly revision: string;
  /** About how much text (UTF-16 units) is worth handing over at once. */
  readonly batch: number;
  /** One list of matches per text. Faults: the worker is gone, or its names are of another revision (`revision-changed`). */
  scan(texts: readonly string[]): Result<readonly (readonly Match[])[]> | Promise<Result<readonly (readonly Match[])[]>>;
  /** What a match's index stands for. Throws on one that no scan gave. */
  subject(index: number): SubjectEntry;
}

/** About 1 ms of scanning with cold code: small enough to stop in time, large enough not to count. */
const PAGE_BATCH = 8_000;
/** A message costs about 1 ms by itself and 1 ms per 100 kB: this makes the message the smaller part. */
const WORKER_BATCH = 256_000;
/** Shows the background whether bytes survive this browser's messages as bytes. */
export const PROBE = new Uint8Array(1);

export interface ScannerTools {
  readonly openGazetteer: (bytes: Uint8Array) => Gazetteer;
  readonly canScan: () => boolean;
}

/** Gets what the orders name: the gazetteer into the tab, or the way to the worker. */
export async function openScanner(order: GazetteerOrder, ask: Ask, { openGazetteer, canScan }: ScannerTools): Promise<Result<Scanner>> {
  if (order.where === 'worker' || !canScan()) return ok(workerScanner(order.revision, ask));
  const answer = await ask('gazetteer/get', { probe: PROBE });
  if (!answer.ok) return answer;
  const { bytes, revision } = answer.value;
  try {
    return ok(pageScanner(revision, openGazetteer(typeof bytes === 'string' ? fromBase64(bytes) : bytes)));
  } catch (error) {
    return fail('gazetteer-unreadable', `The list of tracked names could not be read (${String(error)}). Reload the page to try again.`);
  }
}

function pageScanner(revision: string, gazetteer: Gazetteer): Scanner {
  return {
    revision,
    batch: PAGE_BATCH,
    scan: (texts) => ok(texts.map((text) => gazetteer.scan(text))),
    subject: (index) => gazetteer.subject(index),
  };
}

function workerScanner(revision: string, ask: Ask): Scanner {
  const subjects = new Map<number, SubjectEntry>();
  return {
    revision,
    batch: WORKER_BATCH,
    async scan(texts) {
      const answer = await ask('gazetteer/scan', { texts: texts.map((text) => text.slice(0, LONGEST_TEXT)) });
      if (!answer.ok) return answer;
      if (answer.value.revision !== revision) return fail('revision-changed', 'The tracked names changed while the page was read.');
      const found = JSON.parse(answer.value.found) as Found;
      for (const [index, entry] of found.subjects) subjects.set(index, entry);
      return ok(found.matches);
    },
    subject(index) {
      const entry = subjects.get(index);
      if (!entry) throw new RangeError(`no scan named subject ${index}`);
      return entry;
    },
  };
}
