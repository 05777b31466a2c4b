/** Events named by a word of their kind and what stands beside it; the meetings here never took place. */
import { describe, expect, it } from 'vitest';
import type { PlacedDate } from '@/core/attribution/clocks';
import { recogniseEvents } from '@/core/attribution/events';
import type { SubjectKind } from '@/core/model/actor';
import type { NewsEvent } from '@/core/model/event';
import type { Mention } from '@/core/model/mention';

const event = (id: string, kind: NewsEvent['kind'], edtf: string, place: string | undefined, ...participants: string[]): NewsEvent => ({
  id,
  name: id,
  names: [],
  kind,
  dates: [{ edtf, according: 'the test', sources: ['test'] }],
  ...(place === undefined ? {} : { place }),
  participants,
  sources: ['test'],
});

const EVENTS = [
  event('spring-summit', 'summit', '2031-04-02', 'Arden', 'Kovac', 'Blume'),
  event('autumn-summit', 'summit', '2031-10-09', 'Arden', 'Kovac', 'Blume'),
  event('call', 'call', '2031-05-20', undefined, 'Kovac', 'Moreau'),
];
const NAMES: readonly [string, SubjectKind][] = [
  ['Arden', 'place'],
  ['Belmar', 'place'],
  ['Kovac', 'person'],
  ['Blume', 'person'],
  ['Moreau', 'person'],
];

function read(text: string, published: string | null = null): string[] {
  const mentions: Mention[] = NAMES.flatMap(([name, kind]) =>
    [...text.matchAll(new RegExp(name, 'g'))].map((m) => ({
      start: m.index,
      end: m.index + name.length,
      subject: name,
      kind,
      surface: name,
      reason: 'full-name' as const,
    })),
  ).sort((a, b) => a.start - b.start);
  const dates: PlacedDate[] = [...text.matchAll(/\d{4}-\d\d(?:-\d\d)?/g)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    edtf: m[0],
    basis: 'text',
  }));
  return recogniseEvents(text, { lang: 'en', events: EVENTS, mentions, dates, published }).map(
    (e) => `${e.event}: ${text.slice(e.start, e.end)}`,
  );
}

describe('events by description', () => {
  it.each([
    ['They met at the 2031-04-02 Arden summit.', 'spring-summit: 2031-04-02 Arden summit'],
    ['They met at the 2031-10 summit in Arden.', 'autumn-summit: 2031-10 summit in Arden'],
    ["Kovac's call with Moreau was short.", "call: Kovac's call with Moreau"],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it.each([
    ['which of two', 'They met at the Arden summit.'],
    ['another place', 'They met at the 2031-04-02 summit in Belmar with Kovac.'],
    ['another day', "Kovac's call with Moreau on 2031-08-01 was short."],
    ['someone missing', 'Kovac made a call.'],
    ['the kind alone', 'A summit was held.'],
  ])('abstains: %s', (_why, text) => {
    expect(read(text)).toEqual([]);
  });

  it('abstains without a date in an article of another year', () => {
    expect(read("Kovac's call with Moreau was short.", '2033-02-01')).toEqual([]);
    expect(read("Kovac's call with Moreau was short.", '2031-05-21')).toHaveLength(1);
  });
});
