/** The index of a pack's claims beside a plain list: sorted, each id once and found again, whatever the number of claims. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClaimIndex, findId } from '@/core/pack/claim-index';
import { hash53, hashRest } from '@/core/pack/hash';

/** `c0`, `c1` … with ids that stand twice, some with another text. */
const claims = fc
  .tuple(fc.integer({ min: 0, max: 3000 }), fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 5 }))
  .map(([count, twice]) => {
    const list = Array.from({ length: count }, (_, n) => ({ id: `c${n}`, text: `text ${n}` }));
    if (count === 0) return list;
    return [...list, ...twice.map(([n, same]) => ({ id: `c${n % count}`, text: same ? `text ${n % count}` : `another ${n}` }))];
  });

describe('createClaimIndex', () => {
  it('sorts by hash, finds each id at its first place, and tells of those that stand twice', () => {
    fc.assert(
      fc.property(claims, (list) => {
        const building = createClaimIndex();
        for (const [place, { id, text }] of list.entries()) building.add(id, text, place);
        const { index, repeated, conflicts } = building.close();
        const first = new Map<string, number>();
        const expected = { repeated: [] as number[], conflicts: [] as (readonly [number, number])[] };
        for (const [place, { id, text }] of list.entries()) {
          const before = first.get(id);
          if (before === undefined) first.set(id, place);
          else if (list[before]?.text === text) expected.repeated.push(place);
          else expected.conflicts.push([place, before]);
        }
        expect(index.hash.length).toBe(first.size);
        expect(index.hash).toEqual(index.hash.toSorted());
        for (const [id, place] of first) expect(index.ordinal[findId(index, hash53(id), hashRest(id))]).toBe(place);
        expect(repeated.toSorted()).toEqual(expected.repeated.toSorted());
        expect(conflicts.toSorted()).toEqual(expected.conflicts.toSorted());
      }),
      { numRuns: 60 },
    );
  });
});
