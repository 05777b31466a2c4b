/** The paged look-up against sorting everything: same dates in the same order, whatever the packs, limits and gaps. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { newestFirst } from '@/core/model/edtf';
import { openDatabase } from '@/store/open';
import { newestItems, orderOf, paginate } from '@/store/pages';
import type { Page } from '@/store/rows';
import type { PageKey } from '@/store/versions';

interface Item {
  readonly id: string;
  readonly date: string | null;
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
        const lists = packs.map(({ dates }, i) => dates.map((value, j): Item => ({ id: `${i}.${j}`, date: value })));
        const table = db.table<Page<Item>, PageKey>('claimPages');
        for (const [i, list] of lists.entries()) await table.bulkAdd(paginate(subject, i, list, (item) => item.date));
        // A neighbour on each side, to show that a range does not run over.
        const near = (name: string): Page<Item> => ({
          subject: name,
          generation: 0,
          part: 0,
          order: '',
          items: [{ id: 'stray', date: '2999' }],
        });
        await table.bulkPut([near(`${subject}~`), near('s:')]);
        const shown = new Set(packs.flatMap((p, i) => (p.shown ? [i] : [])));
        const expected = lists
          .filter((_, i) => shown.has(i))
          .flat()
          .sort((a, b) => newestFirst(a.date, b.date));
        const answer = await newestItems<Item>(table, subject, shown, limit, (item) => item.date);
        expect(answer.items.map((item) => orderOf(item.date))).toEqual(expected.slice(0, limit).map((item) => orderOf(item.date)));
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
