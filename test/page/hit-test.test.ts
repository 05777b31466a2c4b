import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SubjectKind } from '@/core/model/actor';
import type { Mention } from '@/core/model/mention';
import { mentionsAt } from '@/page/hit-test';

const mention = (start: number, end: number, kind: SubjectKind): Mention => ({
  start,
  end,
  subject: 'p:x',
  kind,
  surface: '',
  reason: 'full-name',
});

/** Mentions of one layer: in order, touching at most. */
const layer = (kind: SubjectKind, longest: number) =>
  fc.array(fc.tuple(fc.nat({ max: 6 }), fc.integer({ min: 1, max: longest })), { maxLength: 12 }).map((parts) => {
    let at = 0;
    return parts.map(([gap, length]) => {
      at += gap + length;
      return mention(at - length, at, kind);
    });
  });

it('finds just the mentions that hold the caret or end at it, the innermost first', () => {
  fc.assert(
    fc.property(layer('person', 5), layer('event', 20), fc.nat({ max: 100 }), (actors, events, offset) => {
      const mentions = [...actors, ...events].sort((a, b) => a.start - b.start || a.end - b.end);
      const found = mentionsAt(mentions, offset);
      expect(new Set(found)).toEqual(new Set(mentions.filter((m) => m.start <= offset && offset <= m.end)));
      const lengths = found.map((m) => m.end - m.start);
      expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
    }),
  );
});
