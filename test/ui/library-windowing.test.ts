/** The window on a long list: every row can be reached by wheel, by bar and by key, however many there are. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Frame, heightOf, reveal, rowAt, rowsIn, type Scroll, scrolled, scrollTo } from '@/ui/library/windowing';

const frame = fc.record({
  rows: fc.integer({ min: 0, max: 2_000_000 }),
  rowHeight: fc.integer({ min: 20, max: 120 }),
  height: fc.integer({ min: 100, max: 1500 }),
});
const TOP: Scroll = { top: 0, at: 0 };

/** As a browser: an element can't be scrolled beyond its ends. */
const within = (at: number, of: Frame) => Math.max(0, Math.min(at, Math.max(0, heightOf(of) - of.height)));
const last = (of: Frame) => Math.max(0, of.rows * of.rowHeight - of.height);

describe('the window', () => {
  it('stays within the list and draws what is in it, whatever is scrolled', () => {
    fc.assert(
      fc.property(
        frame,
        fc.array(fc.oneof(fc.integer({ min: -900, max: 900 }), fc.integer({ min: -9_000_000, max: 9_000_000 }))),
        (of, moves) => {
          let scroll = TOP;
          for (const by of moves) {
            scroll = scrolled(scroll, within(scroll.at + by, of), of);
            expect(scroll.top).toBeGreaterThanOrEqual(0);
            expect(scroll.top).toBeLessThanOrEqual(last(of));
            expect(within(scroll.at, of)).toBeCloseTo(scroll.at, 6);
            const { first, end } = rowsIn(scroll, of);
            if (of.rows === 0) continue;
            expect(rowAt(first, scroll, of)).toBeLessThanOrEqual(scroll.at);
            expect(rowAt(end - 1, scroll, of) + of.rowHeight).toBeGreaterThanOrEqual(Math.min(scroll.at + of.height, heightOf(of)) - 1e-6);
          }
        },
      ),
    );
  });

  it('moves with the wheel by as much as the wheel says, also where the list is cut short', () => {
    const of: Frame = { rows: 1_000_000, rowHeight: 70, height: 600 };
    let scroll = scrollTo(35_000_000, of);
    for (let i = 0; i < 200; i++) {
      const next = scrolled(scroll, scroll.at + 100, of);
      expect(next.top - scroll.top).toBeCloseTo(100, 6);
      scroll = next;
    }
  });

  it('comes to both ends by wheel from nearby, and by the bar from anywhere', () => {
    const of: Frame = { rows: 1_000_000, rowHeight: 70, height: 600 };
    let scroll = scrollTo(last(of) - 20_000, of);
    for (let i = 0; i < 300; i++) scroll = scrolled(scroll, within(scroll.at + 100, of), of);
    expect(scroll.top).toBe(last(of));
    scroll = scrolled(scroll, 0, of);
    expect(scroll.top).toBe(0);
    scroll = scrollTo(20_000, of);
    for (let i = 0; i < 300; i++) scroll = scrolled(scroll, within(scroll.at - 100, of), of);
    expect(scroll.top).toBe(0);
    expect(scrolled(scroll, within(Number.POSITIVE_INFINITY, of), of).top).toBe(last(of));
  });

  it('reveals a row whole, moving no more than needed', () => {
    fc.assert(
      fc.property(
        frame.filter(({ rows, rowHeight, height }) => rows > 0 && rowHeight < height),
        fc.nat(),
        fc.nat(),
        (of, from, to) => {
          const index = to % of.rows;
          const before = scrollTo((from % of.rows) * of.rowHeight, of);
          const scroll = reveal(index, before, of);
          expect(index * of.rowHeight).toBeGreaterThanOrEqual(scroll.top - 1e-6);
          expect((index + 1) * of.rowHeight).toBeLessThanOrEqual(scroll.top + of.height + 1e-6);
          expect(reveal(index, scroll, of).top).toBeCloseTo(scroll.top, 6);
        },
      ),
    );
  });
});
