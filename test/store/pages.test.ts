/** The paged look-up against sorting everything: same dates in the same order, whatever the packs, limits and gaps. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { newestFirst } from '@/core/model/edtf';
import { openDatabase } from '@/store/open';
import { newestItems, orderOf } from '@/store/pages';
import type { PageKey } from '@/store/versions';

interface Item {
  readonly id: string;
  readonly order: number;
}

/** A page as the test lays it out; what a page holds is its reader's business. */
interface TestPage {
  readonly subject: string;
  readonly order: number;
  readonly generation: number;
  readonly part: number;
  readonly items: readonly Item[];
}

/** Items on a page. */
const PAGE = 32;

function paginate(subject: string, generation: number, items: readonly Item[]): TestPage[] {
  const sorted = [...items].sort((a, b) => a.order - b.order);
  return Array.from({ length: Math.ceil(sorted.length / PAGE) }, (_, part) => {
    const run = sorted.slice(part * PAGE, (part + 1) * PAGE);
    return { subject, order: run[0]?.order ?? 0, generation, part, items: run };
  });
}

const date = fc.oneof(
  fc.constantFrom('2025', '2025-12', '2025-12-08', '2024-12-31', '199X', '2025~', '2025-12-21/2025-12-31', '../2025', '2025-22', '0999'),
  fc.constant(null),
);

describe('orderOf', () => {
  it('sorts upwards as newestFirst does', () => {
    fc.assert(
      fc.property(date, date, (a, b) => {
        const [x, y] = [orderOf(a), orderOf(b)];
        expect(x < y ? -1 : x > y ? 1 : 0).toBe(newestFirst(a, b));
      }),
    );
  });
});

describe('newestItems', async () => {
  const { db } = await openDatabase({ name: 'pages-test', indexedDB });
  afterAll(() => db.close());
  let run = 0;

  it('finds what sorting everything finds', async () => {
    const pack = fc.record({ shown: fc.boolean(), dates: fc.array(date, { maxLength: 120 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(pack, { maxLength: 5 }), fc.integer({ min: 1, max: 150 }), async (packs, limit) => {
        const subject = `s:${run++}`;
        const lists = packs.map(({ dates }, i) => dates.map((value, j): Item => ({ id: `${i}.${j}`, order: orderOf(value) })));
        const table = db.table<TestPage, PageKey>('claimPages');
        for (const [i, list] of lists.entries()) await table.bulkAdd(paginate(subject, i, list));
        // A neighbour on each side, to show that a range does not run over.
        const near = (name: string): TestPage => ({
          subject: name,
          generation: 0,
          part: 0,
          order: 0,
          items: [{ id: 'stray', order: orderOf('2999') }],
        });
        await table.bulkPut([near(`${subject}~`), near('s:')]);
        const shown = new Set(packs.flatMap((p, i) => (p.shown ? [i] : [])));
        const expected = lists
          .filter((_, i) => shown.has(i))
          .flat()
          .sort((a, b) => a.order - b.order);
        const answer = await newestItems(
          table,
          subject,
          shown,
          limit,
          (many) => Math.ceil(many / PAGE),
          ({ items }) => items,
        );
        expect(answer.items.map(({ order }) => order)).toEqual(expected.slice(0, limit).map(({ order }) => order));
        const known = new Set(expected.map(({ id }) => id));
        expect(new Set(answer.items.map(({ id }) => id)).size).toBe(answer.items.length);
        expect(answer.items.every(({ id }) => known.has(id))).toBe(true);
        expect(answer.complete).toBe(expected.length <= limit);
      }),
      {
        numRuns: 60,
        examples: [
          [
            [
              { shown: true, dates: ['2025'] },
              { shown: false, dates: [null] },
            ],
            1,
          ],
        ],
      },
    );
  });
});
