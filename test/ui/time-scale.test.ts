/** Where days lie on the timeline, how marks keep apart, and which dates are written under it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeTimeline } from '@/core/coverage/timeline';
import { AXIS_WIDTH, timeScale } from '@/ui/popup/time-scale';

const timeline = (...dates: string[]) =>
  makeTimeline(
    dates.map((date, i) => ({ id: `${i}`, clock: 'said' as const, date, status: 'curated' as const, voice: null, speaker: null })),
    null,
  );
const scale = (dates: readonly string[], article: string | null = null) => {
  const made = timeScale(timeline(...dates), article);
  if (!made) throw new Error('no scale');
  return made;
};

describe('the scale', () => {
  it('is none where nothing is dated', () => {
    expect(timeScale(timeline(), '2025-01-01')).toBeNull();
  });

  it('reaches from the first day to the last, the article’s among them', () => {
    const { marks, article } = scale(['2025-01-01', '2025-01-11'], '2025-01-21');
    expect(marks.map(({ x }) => x)).toEqual([0, AXIS_WIDTH / 2]);
    expect(article).toBe(AXIS_WIDTH);
    expect(scale(['2025-01-01']).marks[0]?.x).toBe(AXIS_WIDTH / 2);
  });

  it('lays what would overlap into lanes, and the rest into one', () => {
    expect(scale(['2025-01-01', '2025-06-01', '2025-12-31']).lanes).toBe(1);
    const { marks, lanes } = scale(['2025', '2025-06-01', '2025-06-01']);
    expect(lanes).toBe(3);
    expect(marks.find(({ mark }) => mark.shape === 'span')?.lane).toBe(0);
  });

  it.each([
    [
      ['2015', '2025'],
      ['2016', '2019', '2022', '2025'],
    ],
    [
      ['2025-01-10', '2025-12-20'],
      ['2025-04', '2025-07', '2025-10'],
    ],
    [
      ['2025-12-01', '2025-12-10'],
      ['2025-12-01', '2025-12-04', '2025-12-07', '2025-12-10'],
    ],
    [['2025-12-01'], ['2025-12-01']],
  ])('writes even dates under %j', (dates, labels) => {
    expect(scale(dates).ticks.map(({ edtf }) => edtf)).toEqual(labels);
  });

  it('keeps everything on the axis and no more labels than fit, whatever the dates', () => {
    const day = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 40 }), fc.option(day), (days, article) => {
        const { marks, ticks, lanes } = scale(days, article);
        expect(marks).toHaveLength(days.length);
        for (const { x, lane } of marks) expect(x >= 0 && x <= AXIS_WIDTH && lane < lanes).toBe(true);
        for (const { x } of ticks) expect(x >= -0.001 && x <= AXIS_WIDTH + 0.001).toBe(true);
        expect(ticks.length).toBeLessThanOrEqual(6);
        // Two in one lane keep apart, as long as there is a lane left.
        for (const a of marks)
          for (const b of marks) if (a !== b && a.lane === b.lane && a.lane < 6) expect(Math.abs(a.x - b.x)).toBeGreaterThan(9);
      }),
    );
  });
});
