/** The reader's own file: out and in again without a difference, and refused whole where anything in it is wrong. */
import { describe, expect, it } from 'vitest';
import type { Actor, Outlet } from '@/core/model/actor';
import type { Correction } from '@/core/model/correction';
import { readOverlay, writeOverlay } from '@/core/pack/overlay';
import { describeFault } from '@/core/pack/parse';
import { packData } from '../../store/sample-pack';

const ACTORS: readonly Actor[] = [
  { id: 'mine:bea', kind: 'person', name: 'Bea Bold', names: [{ text: 'B. Bold' }], surnames: ['Bold'], offices: [], sources: ['reader'] },
  {
    id: 'mine:ann',
    kind: 'person',
    name: 'Ann Able',
    names: [],
    surnames: [],
    description: 'Harbour master',
    offices: [],
    sources: ['reader'],
  },
];
const OUTLET: Outlet = {
  ...{ id: 'mine:courier', kind: 'outlet', name: 'The Courier', names: [], surnames: [], offices: [], sources: ['reader'] },
  ...{ domains: ['courier.test'], country: 'GB', languages: ['en'], family: 'Harbour Press', agency: false },
};
const CORRECTIONS: readonly Correction[] = [
  { id: 'r2', word: 'Time', says: { is: 'never' }, where: { in: 'everywhere' }, made: '2026-01-02T00:00:00.000Z' },
  {
    id: 'r1',
    word: 'Able',
    says: { is: 'other', subject: 'mine:ann' },
    where: { in: 'site', host: 'daily.test' },
    made: '2026-01-01T00:00:00.000Z',
  },
  {
    id: 'r3',
    word: 'Bold',
    says: { is: 'not', subject: 'world:x' },
    where: { in: 'page', address: 'https://daily.test/a' },
    made: '2026-01-03T00:00:00.000Z',
  },
];

const told = (text: string) => {
  const read = readOverlay('mine.json', text);
  return read.ok ? null : read.faults.map(describeFault);
};
const changed = (change: (file: { corrections: Record<string, unknown>[]; id: string }) => void) => {
  const file = JSON.parse(writeOverlay(ACTORS, CORRECTIONS));
  change(file);
  return JSON.stringify(file);
};

describe('the reader’s file', () => {
  it('comes back as it went, and is the same bytes in any order', () => {
    const text = writeOverlay(ACTORS, CORRECTIONS);
    const read = readOverlay('mine.json', text);
    expect(read.ok && writeOverlay(read.overlay.actors, read.overlay.corrections)).toBe(text);
    expect(writeOverlay([...ACTORS].reverse(), [...CORRECTIONS].reverse())).toBe(text);
    const byId = <T extends { id: string }>(list: readonly T[]) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(read.ok && byId(read.overlay.corrections)).toEqual(byId(CORRECTIONS));
    expect(read.ok && byId(read.overlay.actors)).toEqual(byId(ACTORS));
    const published = readOverlay('mine.json', writeOverlay([OUTLET, ...ACTORS], []));
    expect(published.ok && byId(published.overlay.actors)).toEqual(byId([OUTLET, ...ACTORS]));
    const nothing = readOverlay('mine.json', writeOverlay([], []));
    expect(nothing.ok && nothing.overlay).toEqual({ actors: [], corrections: [] });
  });

  it('gives its corrections where another pack carries some, qualified, and no actors', () => {
    const data = { ...packData({ id: 'desk', actors: [] }), corrections: [{ ...CORRECTIONS[2], says: { is: 'not', subject: 'x' } }] };
    const read = readOverlay('desk.json', JSON.stringify(data));
    expect(read.ok && read.overlay).toEqual({ actors: [], corrections: [{ ...CORRECTIONS[2], says: { is: 'not', subject: 'desk:x' } }] });
  });

  it.each([
    ['no JSON', '{', /^mine\.json: expected JSON/],
    [
      'a place that is none',
      changed((f) => Object.assign(f.corrections[0] ?? {}, { where: { in: 'village' } })),
      /corrections\[0\]\.where/,
    ],
    ['no word', changed((f) => Object.assign(f.corrections[1] ?? {}, { word: ' ' })), /corrections\[1\]\.word: expected a word/],
    [
      'a script as page',
      changed((f) => Object.assign(f.corrections[0] ?? {}, { where: { in: 'page', address: 'javascript:1' } })),
      /corrections\[0\]\.where\.address: expected an http\(s\) address/,
    ],
    ['no time', changed((f) => Object.assign(f.corrections[0] ?? {}, { made: 'yesterday' })), /corrections\[0\]\.made: expected a time/],
    ['no subject', changed((f) => Object.assign(f.corrections[0] ?? {}, { says: { is: 'not' } })), /corrections\[0\]\.says\.subject/],
  ])('%s is refused with its place', (_, text, message) => {
    expect(told(text)?.[0]).toMatch(message);
  });
});
