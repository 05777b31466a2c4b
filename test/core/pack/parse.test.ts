/** Packs in memory: what is taken, and what becomes of it. Bad files are samples.test.ts. */
import { describe, expect, it } from 'vitest';
import { describeFault, parsePack, parsePackText } from '@/core/pack/parse';

const small = () => ({
  format: 'sidelight-pack',
  version: 1,
  id: 'harbour',
  revision: 1,
  title: 'The harbour dispute',
  licence: 'CC0-1.0',
  sources: { minutes: { title: 'Minutes of the harbour board' } },
  actors: [{ id: 'ada-holm', kind: 'person', name: 'Ada Holm', names: ['A. Holm', { text: 'Holm', weak: true }], sources: ['minutes'] }],
  claims: [
    {
      id: 'dredging',
      text: 'Dredging starts in May.',
      speaker: 'ada-holm',
      outlet: 'outlets:reuters',
      clocks: { said: { edtf: '2025-03-03', basis: 'record' } },
      actors: ['ada-holm'],
      status: 'curated',
      sources: ['minutes'],
    },
  ],
});

describe('parsePack', () => {
  it('qualifies ids, keeps references to other packs, fills in defaults', () => {
    const result = parsePack('harbour.json', small());
    if (!result.ok) throw new Error(result.faults.map(describeFault).join('\n'));
    expect(result.pack.actors[0]).toMatchObject({
      id: 'harbour:ada-holm',
      names: [{ text: 'A. Holm' }, { text: 'Holm', weak: true }],
      surnames: [],
      offices: [],
    });
    expect(result.pack.claims[0]).toMatchObject({
      id: 'harbour:dredging',
      speaker: 'harbour:ada-holm',
      outlet: 'outlets:reuters',
      via: [],
      actors: ['harbour:ada-holm'],
    });
    expect(result.pack.info).toMatchObject({ id: 'harbour', revision: 1 });
  });

  it('ignores fields that it does not know', () => {
    expect(parsePack('harbour.json', { ...small(), colour: 'blue' }).ok).toBe(true);
  });

  it('does not write into what it is given', () => {
    const data = small();
    parsePack('harbour.json', data);
    expect(data).toEqual(small());
  });

  it('repairs half a character, and keeps bidi overrides for the reader to see', () => {
    const [claim] = small().claims;
    const result = parsePack('harbour.json', {
      ...small(),
      actors: [{ ...small().actors[0], names: ['Ada \u202eHolm'] }],
      claims: [{ ...claim, text: 'Cut \ud83d', evidence: { exact: '\udc00 x', prefix: '\ud800' } }],
    });
    if (!result.ok) throw new Error(result.faults.map(describeFault).join('\n'));
    expect(result.pack.claims[0]).toMatchObject({ text: 'Cut \ufffd', evidence: { exact: '\ufffd x', prefix: '\ufffd' } });
    expect(result.pack.actors[0]?.names).toEqual([{ text: 'Ada \u202eHolm' }]);
  });

  it.each([
    ['dpa', { case: 'exact' }, true],
    ['taz', { weak: true }, true],
    ['taz', {}, false],
    ['UN', {}, true],
    ['Une', { case: 'any' }, false],
    ['NATO', { case: 'any' }, true],
    ['n-tv', {}, true],
    ['美国', {}, true],
    ['美', {}, false],
  ])('a name %s %j may stand: %s', (text, more, taken) => {
    expect(parsePack('harbour.json', { ...small(), actors: [{ ...small().actors[0], names: [{ text, ...more }] }] }).ok).toBe(taken);
  });

  it('judges a display name by its entry in names, where there is one', () => {
    const named = (names: unknown) => parsePack('harbour.json', { ...small(), actors: [{ ...small().actors[0], name: 'taz', names }] }).ok;
    expect([named([]), named([{ text: 'taz', weak: true }])]).toEqual([false, true]);
  });

  it('is not led by __proto__', () => {
    const result = parsePackText('a.json', JSON.stringify(small()).replace('"minutes":{', '"__proto__":{"title":"x"},"minutes":{'));
    expect(result.ok).toBe(false);
    expect(({} as Record<string, unknown>).title).toBeUndefined();
  });
});
