/**
 * Which claim concerns which subject, gathered while a file is read: four numbers each, because a large pack has millions.
 * Then laid out as the pages of each subject. Knows no database.
 */
import { floats, integers } from '@/core/pack/claim-index';
import { FIRST_CLAIMS, HEAD_CLAIMS, TAIL_CLAIMS } from './layout';
import { createNewestLines } from './newest-lines';
import type { ClaimPage } from './rows';

/** A subject's pages without the lines of the first. */
export interface SubjectPages {
  readonly head: ClaimPage;
  readonly tails: readonly ClaimPage[];
  /** Of the newest claims of the first page; undefined where a line must be read from its block. */
  readonly lines: readonly (string | undefined)[];
  readonly claims: number;
}

export interface ClaimReferences {
  /** `outlet`: as the file refers to it; `line`: the claim's own. */
  add(ordinal: number, order: number, outlet: string | null, subjects: ReadonlyMap<string, boolean>, line: string): void;
  /** Leaves these claims out. */
  drop(ordinals: Iterable<number>): void;
  /** Every subject that a claim concerned so far, as claims refer to it. */
  subjects(): Iterable<string>;
  /** Each subject's pages; `qualify` makes references whole. */
  pages(generation: number, qualify: (reference: string) => string): Generator<SubjectPages>;
}

/** Ordinals and orders packed into one float, so that sorting needs no comparison of our own: 27, 24 and 1 bits of 53. */
const ORDINALS = 2 ** 24;

export function createClaimReferences(): ClaimReferences {
  const numbers = new Map<string, number>();
  const numberOf = (reference: string): number => {
    const known = numbers.get(reference);
    if (known !== undefined) return known;
    numbers.set(reference, numbers.size);
    return numbers.size - 1;
  };
  /** The outlet of each claim by number, plus one; 0 for none. */
  const outlets = integers();
  const [subjects, keys] = [integers(), floats()];
  const dropped = new Set<number>();
  const newest = createNewestLines(HEAD_CLAIMS);

  return {
    add(ordinal, order, outlet, concerned, line) {
      outlets.push(outlet === null ? 0 : numberOf(outlet) + 1);
      for (const [reference, about] of concerned) {
        const subject = numberOf(reference);
        const key = (order * ORDINALS + ordinal) * 2 + Number(about);
        subjects.push(subject);
        keys.push(key);
        newest.add(subject, key, line);
      }
    },
    drop(ordinals) {
      for (const ordinal of ordinals) dropped.add(ordinal);
    },
    subjects: () => numbers.keys(),
    *pages(generation, qualify) {
      const names = [...numbers.keys()];
      const [subjectOf, keyOf, outletOf] = [subjects.done(), keys.done(), outlets.done()];
      // A counting sort by subject: where each one's references begin, then each into its place.
      const begins = new Uint32Array(names.length + 1);
      for (const subject of subjectOf) begins[subject + 1] = (begins[subject + 1] ?? 0) + 1;
      for (let i = 1; i < begins.length; i++) begins[i] = (begins[i] ?? 0) + (begins[i - 1] ?? 0);
      const next = begins.slice();
      const sorted = new Float64Array(keyOf.length);
      for (const [i, subject] of subjectOf.entries()) {
        const at = next[subject] ?? 0;
        sorted[at] = keyOf[i] ?? 0;
        next[subject] = at + 1;
      }
      // In the order of their keys: what a database is given in order it need not put in order later.
      const whole = names.map((reference, number) => ({ subject: qualify(reference), number }));
      whole.sort((a, b) => (a.subject < b.subject ? -1 : 1));
      for (const { subject, number } of whole) {
        const own = sorted.subarray(begins[number], begins[number + 1]).sort();
        const kept = dropped.size > 0 ? own.filter((key) => !dropped.has(Math.floor(key / 2) % ORDINALS)) : own;
        if (kept.length === 0) continue;
        const page = (from: number, to: number, part: number): ClaimPage => {
          const size = Math.min(to, kept.length) - from;
          const [orders, ordinals, about] = [new Uint32Array(size), new Uint32Array(size), new Uint8Array(size)];
          for (let i = 0; i < size; i++) {
            const key = kept[from + i] ?? 0;
            const claim = Math.floor(key / 2);
            const order = Math.floor(claim / ORDINALS);
            orders[i] = order;
            ordinals[i] = claim - order * ORDINALS;
            about[i] = key - claim * 2;
          }
          return { subject, order: orders[0] ?? 0, generation, part, orders, ordinals, about };
        };
        const tails: ClaimPage[] = [];
        for (let from = FIRST_CLAIMS; from < kept.length; from += TAIL_CLAIMS) tails.push(page(from, from + TAIL_CLAIMS, tails.length + 1));
        const carriers = new Set<number>();
        for (const key of kept) carriers.add(outletOf[Math.floor(key / 2) % ORDINALS] ?? 0);
        carriers.delete(0);
        const tally = { claims: kept.length, outlets: [...carriers].map((outlet) => qualify(names[outlet - 1] ?? '')) };
        const lines = newest.of(number, kept.subarray(0, HEAD_CLAIMS));
        yield { head: { ...page(0, FIRST_CLAIMS, 0), tally }, tails, lines, claims: kept.length };
      }
    },
  };
}
