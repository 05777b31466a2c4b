/** Pack files: what is taken, and every bad sample with the error that it must give. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { describeFault, parsePack, parsePackText } from '@/core/pack/parse';

const SAMPLES = fileURLToPath(new URL('../../packs/invalid/', import.meta.url));

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
    expect(result.ok).toBe(true);
    expect(({} as Record<string, unknown>).title).toBeUndefined();
  });
});

/** Each bad sample, and the sentence that names what is wrong with it. */
const SENTENCES: Readonly<Record<string, RegExp>> = {
  'not-json.json': /^not-json\.json: expected JSON, found .*line 3/,
  'empty.json': /^empty\.json: expected JSON/,
  'another-format.json': /^another-format\.json, format: expected "sidelight-pack", found "other"/,
  'newer-version.json': /^newer-version\.json, version: expected format version 1, found 2/,
  'day-that-is-none.json': /^day-that-is-none\.json, claims\[0\]\.clocks\.said\.edtf: expected an EDTF date.*found "2025-02-30"/,
  'duplicate-id.json': /^duplicate-id\.json, actors\[1\]\.id: expected an id of its own, found "ada-holm", also at actors\[0\]/,
  'dangling-reference.json': /^dangling-reference\.json, claims\[0\]\.speaker: expected the id of a record in this pack, found "nobody"/,
  'no-provenance.json': /^no-provenance\.json, actors\[0\]\.sources: expected at least one key/,
  'unknown-source.json': /^unknown-source\.json, actors\[0\]\.sources\[0\]: expected a key of "sources", found "hearsay"/,
  'script-link.json': /^script-link\.json, claims\[0\]\.evidence\.url: expected an http\(s\) address, found "javascript:alert\(1\)"/,
  'shared-domain.json': /^shared-domain\.json, outlets\[0\]\.domains\[0\]: expected a domain in lower case/,
  'private-link.json': /^private-link\.json, claims\[0\]\.evidence\.url: expected an address of a public host/,
  'local-article.json': /^local-article\.json, articles\[0\]\.url: expected an address of a public host.*found "http:\/\/2130706433\/"/,
  'link-with-user.json':
    /^link-with-user\.json, sources\.minutes\.url: expected an address of a public host, without user name or password/,
  'one-letter-name.json': /^one-letter-name\.json, actors\[0\]\.names\[0\]: expected a name of more than one character, found "A"/,
  'the-in-any-case.json': /^the-in-any-case\.json, actors\[0\]\.names\[0\]: expected a name of 4 letters or more.*, found "The"/,
  'readers-status.json': /^readers-status\.json, claims\[0\]\.status: expected "curated", .*, found "confirmed"/,
  'readers-date.json': /^readers-date\.json, claims\[0\]\.clocks\.said\.basis: expected "text", .*, found "reader"/,
  'speaker-is-an-event.json':
    /^speaker-is-an-event\.json, claims\[0\]\.speaker: expected the id of an actor or an outlet, found "hearing", an event$/,
  'outlet-is-a-person.json': /^outlet-is-a-person\.json, claims\[0\]\.outlet: expected the id of an outlet, found "ada-holm", an actor$/,
  'term-runs-backwards.json': /^term-runs-backwards\.json, actors\[0\]\.offices\[0\]\.to: expected no date before 2019-05, found "2018"/,
  'upper-case-id.json': /^upper-case-id\.json, actors\[0\]\.id: expected an id: lower-case/,
};

describe('bad samples', () => {
  it('each has its sentence', () => {
    expect(readdirSync(SAMPLES).sort()).toEqual(Object.keys(SENTENCES).sort());
  });

  it.each(Object.entries(SENTENCES))('%s', (file, sentence) => {
    const result = parsePackText(file, readFileSync(`${SAMPLES}${file}`, 'utf8'));
    if (result.ok) throw new Error('was taken');
    expect(describeFault(result.faults[0] as (typeof result.faults)[number])).toMatch(sentence);
  });
});
