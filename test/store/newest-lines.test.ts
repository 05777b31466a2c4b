/** The newest lines that an import holds, against sorting all of them. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createNewestLines } from '@/store/newest-lines';

const added = fc.uniqueArray(fc.record({ subject: fc.nat(3), key: fc.nat(60) }), {
  selector: ({ subject, key }) => `${subject} ${key}`,
  maxLength: 80,
});

/** The keys of a subject in order. */
const keysOf = (all: readonly { subject: number; key: number }[], of: number) =>
  all.flatMap(({ subject, key }) => (subject === of ? [key] : [])).sort((a, b) => a - b);

it('holds the newest of each subject, whatever the order in which they come', () => {
  fc.assert(
    fc.property(added, fc.integer({ min: 1, max: 6 }), (all, newest) => {
      const lines = createNewestLines(newest);
      for (const { subject, key } of all) lines.add(subject, key, `${subject}:${key}`);
      for (const subject of [0, 1, 2, 3]) {
        const keys = keysOf(all, subject).slice(0, newest);
        expect(lines.of(subject, keys)).toEqual(keys.map((key) => `${subject}:${key}`));
      }
    }),
  );
});

it('says of what it does not hold that it does not, and never another line', () => {
  fc.assert(
    fc.property(added, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 30 }), (all, newest, most) => {
      const lines = createNewestLines(newest, most);
      let held = 0;
      for (const { subject, key } of all) lines.add(subject, key, `${subject}:${key}`);
      for (const subject of [0, 1, 2, 3]) {
        const keys = keysOf(all, subject);
        for (const [i, line] of lines.of(subject, keys).entries()) {
          if (line === undefined) continue;
          held++;
          expect(line).toBe(`${subject}:${keys[i]}`);
        }
      }
      expect(held).toBeLessThanOrEqual(most);
    }),
  );
});
