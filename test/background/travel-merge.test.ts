/** What travels is the same everywhere in the end, fits the browser's sync, and is refused whole where it is damaged. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesSince, HEAD, merge, pack, type Stamped, same, type Travelling, unpack } from '@/background/travel-merge';

const key = fc.oneof(
  fc.domain().map((host) => `site:${host}`),
  fc.constant('lines'),
);
const value = fc.constantFrom('on', 'off', 'always', 'pointed', null);
const travelling: fc.Arbitrary<Travelling> = fc
  .array(fc.tuple(key, fc.record<Stamped>({ value, at: fc.nat({ max: 50 }) })), { maxLength: 30 })
  .map((list) => new Map(list));
const plain = (t: Travelling) => Object.fromEntries([...t].sort(([a], [b]) => (a < b ? -1 : 1)));

describe('merging', () => {
  it('gives one result whatever is heard first, or twice', () => {
    fc.assert(
      fc.property(travelling, travelling, travelling, (a, b, c) => {
        expect(plain(merge(a, b))).toEqual(plain(merge(b, a)));
        expect(plain(merge(merge(a, b), c))).toEqual(plain(merge(a, merge(b, c))));
        expect(same(merge(a, a), a)).toBe(true);
      }),
    );
  });

  it('lets the later change stand, one that takes away among them', () => {
    const on = new Map([['site:a.test', { value: 'on', at: 5 }]]);
    const gone = new Map([['site:a.test', { value: null, at: 6 }]]);
    expect(plain(merge(on, gone))).toEqual({ 'site:a.test': { value: null, at: 6 } });
  });
});

describe('changes', () => {
  it('are what is set, changed and taken away, and later than what was known, whatever the clock says', () => {
    const seen = new Map([
      ['site:a.test', 'on'],
      ['site:b.test', 'on'],
      ['site:c.test', 'off'],
    ]);
    const now = new Map([
      ['site:a.test', 'on'],
      ['site:b.test', 'off'],
      ['lines', 'pointed'],
    ]);
    const known = new Map([['site:b.test', { value: 'on', at: 900 }]]);
    expect(plain(changesSince(seen, now, known, 100))).toEqual({
      'site:b.test': { value: 'off', at: 901 },
      'site:c.test': { value: null, at: 100 },
      lines: { value: 'pointed', at: 100 },
    });
  });
});

describe('the items of the browser’s sync', () => {
  it('carry everything, each within its size', () => {
    fc.assert(
      fc.property(travelling, (t) => {
        const packed = pack(t, 60);
        if (!packed.ok) throw new Error(packed.fault.message);
        const read = unpack(packed.value);
        expect(read.ok && plain(read.value)).toEqual(plain(t));
      }),
    );
    const many = new Map(
      Array.from({ length: 1500 }, (_, n) => [`site:news-${n}.example.test`, { value: 'on', at: 1_780_000_000_000 + n }] as const),
    );
    const packed = pack(many, 1_780_000_000_000);
    if (!packed.ok) throw new Error(packed.fault.message);
    const sizes = Object.entries(packed.value).map(([name, item]) => name.length + JSON.stringify(item).length);
    expect(Math.max(...sizes)).toBeLessThan(8_192);
    expect(sizes.reduce((a, b) => a + b)).toBeLessThan(102_400);
  });

  it('are not written where they are too many, and forget what was taken away long ago', () => {
    const many = new Map(Array.from({ length: 4000 }, (_, n) => [`site:news-${n}.example.test`, { value: 'on', at: 1 }] as const));
    expect(pack(many, 1)).toMatchObject({ ok: false, fault: { code: 'travel-full' } });
    const gone = new Map([['site:a.test', { value: null, at: 1 }]]);
    expect(pack(gone, 2)).toMatchObject({ ok: true, value: { [HEAD]: { parts: 1 } } });
    expect(pack(gone, 500 * 24 * 3_600_000)).toMatchObject({ ok: true, value: { [HEAD]: { parts: 0 } } });
  });

  it('are refused whole where anything in them is not theirs', () => {
    const good = { [HEAD]: { version: 1, parts: 1 }, 'travel.0': [['site:a.test', 'on', 5]] };
    expect(unpack(good)).toMatchObject({ ok: true });
    expect(unpack({})).toMatchObject({ ok: true });
    for (const bad of [
      { ...good, [HEAD]: 'x' },
      { ...good, [HEAD]: { version: 1, parts: 2 } },
      { ...good, [HEAD]: { version: 1, parts: 1e9 } },
      { ...good, 'travel.0': [['site:a.test/path', 'on', 5]] },
      { ...good, 'travel.0': [['paused', 'on', 5]] },
      { ...good, 'travel.0': [['site:a.test', 'maybe', 5]] },
      { ...good, 'travel.0': [['site:a.test', 'on', -1]] },
      { ...good, 'travel.0': { length: 1 } },
    ])
      expect(unpack(bad), JSON.stringify(bad)).toMatchObject({ ok: false, fault: { code: 'travel-damaged' } });
    expect(unpack({ ...good, [HEAD]: { version: 2, anything: true } })).toMatchObject({ ok: false, fault: { code: 'travel-newer' } });
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(HEAD, 'travel.0', 'travel.1', 'x'), fc.jsonValue()), (items) => {
        unpack(items as Record<string, unknown>);
      }),
    );
  });
});
