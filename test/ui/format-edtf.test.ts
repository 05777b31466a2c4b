import { describe, expect, it } from 'vitest';
import { formatEdtf, glyphOf } from '@/ui/primitives/format-edtf';
import { basisWords, formatPublished, formatPublishedDay, placeWords } from '@/ui/primitives/format-published';

const gb = (edtf: string | null, qualifier?: 'early' | 'mid' | 'late') => formatEdtf(edtf, qualifier, 'en-GB').text;
/** Intl puts thin spaces around the dash in some locales and versions. */
const spaced = (text: string) => text.replace(/[\u2009\u202f\u00a0]/g, ' ').replace(/ ?– ?/g, '–');

describe('formatEdtf', () => {
  it.each([
    ['2025-12-08', '8 Dec 2025'],
    ['2025-12', 'Dec 2025'],
    ['2025', '2025'],
    ['0044-03', 'Mar 44'],
    ['202X', '2020s'],
    ['2025-33', 'Q1 2025'],
    ['2025-22', 'summer 2025'],
    ['2024-24', 'winter 2024/25'],
    ['2025-41', 'second half of 2025'],
    ['2025~', 'about 2025'],
    ['2025-11?', 'possibly Nov 2025'],
    ['2025%', 'possibly about 2025'],
    ['2025-12-21/2025-12-31', '21–31 Dec 2025'],
    ['2024-11/2025-02', 'Nov 2024–Feb 2025'],
    ['2024/2025', '2024–2025'],
    ['2024-11-05/2025', '5 Nov 2024–2025'],
    ['2025-01~/2025-02', 'about Jan 2025–Feb 2025'],
    ['2024-10-01/..', 'since 1 Oct 2024'],
    ['../2025-02', 'until Feb 2025'],
    ['2024/', 'from 2024, end unknown'],
    ['/2024', 'to 2024, start unknown'],
  ])('%s is %s', (edtf, words) => {
    expect(spaced(gb(edtf))).toBe(words);
  });

  it('says which part of a month or year, but not of a day or an interval', () => {
    expect(gb('2025', 'early')).toBe('early 2025');
    expect(gb('2025-12', 'late')).toBe('late Dec 2025');
    expect(gb('2025~', 'mid')).toBe('about mid 2025');
    expect(gb('2025-12-08', 'late')).toBe('8 Dec 2025');
    expect(spaced(gb('2025-12-21/2025-12-31', 'late'))).toBe('21–31 Dec 2025');
  });

  it('follows the locale', () => {
    expect(formatEdtf('2025-12-08', undefined, 'en-US').text).toBe('Dec 8, 2025');
    expect(formatEdtf('2025-12-08', undefined, 'de').text).toBe('8. Dez. 2025');
    // Another calendar would turn a Gregorian month into parts of two others.
    expect(formatEdtf('2025', undefined, 'th-TH').text).toBe('2025');
  });

  it('has a machine-readable form only for what HTML can say', () => {
    expect(formatEdtf('2025-12-08').datetime).toBe('2025-12-08');
    expect(formatEdtf('2025-12').datetime).toBe('2025-12');
    expect(formatEdtf('2025').datetime).toBe('2025');
    for (const edtf of ['2025~', '202X', '2025-22', '2025/2026', '2024/..']) expect(formatEdtf(edtf).datetime).toBeNull();
    expect(formatEdtf('2025', 'early').datetime).toBeNull();
  });

  it('keeps the unknown unknown and the unreadable as it stands', () => {
    expect(formatEdtf(null)).toEqual({ text: 'no date', datetime: null });
    expect(formatEdtf('2025-02-30')).toEqual({ text: '2025-02-30', datetime: null });
  });

  it('never slips by a day, whatever the zone of the machine', () => {
    const zone = process.env.TZ;
    try {
      for (const tz of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
        process.env.TZ = tz;
        expect(gb('2025-01-01')).toBe('1 Jan 2025');
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });
});

describe('glyphOf', () => {
  it.each([
    ['2025-12-08', 'dot', 'none'],
    ['2025-12-08~', 'bar', 'both'],
    ['2025-12-15/2025-12-16', 'bar', 'none'],
    ['2025-12', 'bar', 'none'],
    ['2025-33', 'long', 'none'],
    ['2025', 'long', 'none'],
    ['2025~', 'long', 'both'],
    ['2024/..', 'long', 'top'],
    ['../2024', 'long', 'bottom'],
    ['nonsense', 'hollow', 'none'],
  ])('%s is a %s fading at %s', (edtf, shape, fade) => {
    expect(glyphOf(edtf)).toEqual({ shape, fade });
  });

  it('is hollow where nothing is known', () => {
    expect(glyphOf(null).shape).toBe('hollow');
  });
});

describe('formatPublished', () => {
  it.each([
    ['2025-12-24T20:00:00+01:00', '24 Dec 2025, 20:00 (+01:00)'],
    ['2025-12-24T20:00:00.123Z', '24 Dec 2025, 20:00 (UTC)'],
    ['2025-12-24T20:00:00-0500', '24 Dec 2025, 20:00 (−05:00)'],
    ['2025-12-24 20:00', '24 Dec 2025, 20:00 (zone not given)'],
    ['2025-12-24', '24 Dec 2025'],
    ['2025-12', 'Dec 2025'],
    ['last Tuesday', 'last Tuesday'],
  ])('%s is %s', (value, words) => {
    expect(formatPublished(value, 'en-GB')).toBe(words);
  });

  it.each([
    ['2025-12-24T20:00:00+01:00', '24 Dec 2025'],
    ['2025-12', 'Dec 2025'],
    ['last Tuesday', 'last Tuesday'],
  ])('%s is on the day %s', (value, words) => {
    expect(formatPublishedDay(value, 'en-GB')).toBe(words);
  });

  it('names the basis', () => {
    expect(placeWords('json-ld')).toBe('JSON-LD');
    expect(placeWords('a new one')).toBe('a new one');
    expect(basisWords('json-ld')).toBe('from page data');
    expect(basisWords('url')).toBe('from the address');
    expect(basisWords('a new one')).toBe('from a new one');
  });
});
