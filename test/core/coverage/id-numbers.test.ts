import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createIdNumbers } from '@/core/coverage/id-numbers';

it('does as a Map does, whatever is set and deleted', () => {
  const id = fc.integer({ min: 0, max: 60 }).map((n) => `feeds:a-${n}`);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), id), { maxLength: 4000 }), (steps) => {
      const ids: string[] = [];
      const numbers = createIdNumbers((number) => ids[number] ?? '');
      const map = new Map<string, number>();
      for (const [set, one] of steps) {
        if (map.has(one) || !set) {
          numbers.delete(one);
          map.delete(one);
        } else {
          numbers.set(one, ids.length);
          map.set(one, ids.length);
          ids.push(one);
        }
        expect(numbers.get(one)).toBe(map.get(one));
      }
      expect(numbers.size).toBe(map.size);
      for (const [one, number] of map) expect(numbers.get(one)).toBe(number);
    }),
    { numRuns: 30 },
  );
});

it('holds more than its first slots', () => {
  const ids = Array.from({ length: 20_000 }, (_, i) => `n${i}`);
  const numbers = createIdNumbers((number) => ids[number] ?? '');
  ids.forEach((one, i) => void numbers.set(one, i));
  expect(ids.every((one, i) => numbers.get(one) === i)).toBe(true);
  expect(numbers.get('n20000')).toBeUndefined();
});
