import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Mention } from '@/core/model/mention';
import { mentionsAt } from '@/page/hit-test';

const mention = (start: number, end: number): Mention => ({ start, end, subject: 'p:x', kind: 'person', surface: '', reason: 'full-name' });

it('finds just the mentions that hold the caret or end at it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat({ max: 3 }), fc.integer({ min: 1, max: 5 })), { maxLength: 12 }),
      fc.nat({ max: 100 }),
      (parts, offset) => {
        let at = 0;
        const mentions = parts.map(([gap, length]) => {
          at += gap + length;
          return mention(at - length, at);
        });
        expect(mentionsAt(mentions, offset)).toEqual(mentions.filter((m) => m.start <= offset && offset <= m.end));
      },
    ),
  );
});
