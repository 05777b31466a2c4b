/** Foreign files: what is made of them, and every doubt and fault with its place. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeFault, describeWarning } from '@/core/pack/fault';
import { readClaimReviews } from '@/formats/claim-review';
import { proposeMapping, readRows, readTable } from '@/formats/csv';
import { composePack, createIds, type DraftResult } from '@/formats/draft';
import { readFollowTheMoney } from '@/formats/follow-the-money';
import { readDate } from '@/formats/read-date';
import { readAnnotations } from '@/formats/web-annotation';
import { readWikidata } from '@/formats/wikidata';

const NOW = Date.parse('2026-01-15T12:00:00Z');
const ABOUT = { id: 'mine', revision: 1, title: 'Mine', licence: 'CC0-1.0' };

/** The lines of the pack that a file becomes, or its faults; and what was warned of. */
function made(file: string, result: DraftResult) {
  if (!result.ok) return { lines: [], faults: result.faults.map(describeFault), warnings: [] };
  const pack = composePack(file, ABOUT, result.drafts, NOW);
  if (!pack.ok) return { lines: [], faults: pack.faults.map(describeFault), warnings: [] };
  return { lines: pack.pack.items.map(({ text }) => JSON.parse(text)), faults: [], warnings: pack.warnings.map(describeWarning) };
}

describe('readDate', () => {
  it.each([
    ['2025-12-08', undefined, { edtf: '2025-12-08' }],
    ['2025-12', undefined, { edtf: '2025-12' }],
    ['2025-12-08T23:30:00Z', undefined, { edtf: '2025-12-08' }],
    ['2025-12-08T23:30:00-05:00', undefined, { edtf: '2025-12-08' }],
    ['2025-12-08T10:00:00', undefined, { edtf: '2025-12-08', note: 'zone unknown' }],
    ['2025-02-30', undefined, null],
    ['2025-02-30T10:00:00Z', undefined, null],
    ['01/02/2025', undefined, null],
    ['01/02/2025', 'en-GB', { edtf: '2025-02-01' }],
    ['01/02/2025', 'en-US', { edtf: '2025-01-02' }],
    ['31/01/2025', undefined, { edtf: '2025-01-31' }],
    ['01/31/2025', undefined, { edtf: '2025-01-31' }],
    ['1.2.2025', undefined, { edtf: '2025-02-01' }],
    ['0000', undefined, null],
    ['275760-09-13', undefined, null],
    ['yesterday', 'en', null],
  ])('%s (%s)', (text, language, expected) => {
    expect(readDate(text, language)).toEqual(expected);
  });
});

it('ids of words are ids, and each is given once', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('Ada Holm', 'ada-holm-2', 'Ада', '')), { maxLength: 20 }), (words) => {
      const ids = createIds('thing');
      const given = words.map(ids);
      for (const id of given) expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(new Set(given).size).toBe(given.length);
    }),
  );
});

describe('a table', () => {
  const options = { title: 'My list', today: '2026-01-15' } as const;

  it('of actors becomes actors, by columns proposed from its head', () => {
    const table = readTable(
      '\ufeffName;Aliases;Country;Position;From\n"Holm, Ada";A. Holm|Ada H.;nl;Harbour master;2020-05\nBo Lind;;;;\n',
    );
    const mapping = proposeMapping('actors', table.columns);
    expect(mapping).toEqual(['name', 'aliases', 'country', 'office', 'office-from']);
    const { lines, faults } = made('a.csv', readRows('a.csv', table, { ...options, kind: 'actors', mapping }));
    expect(faults).toEqual([]);
    expect(lines).toMatchObject([
      {
        id: 'holm-ada',
        kind: 'person',
        name: 'Holm, Ada',
        names: ['A. Holm', 'Ada H.'],
        country: 'NL',
        offices: [{ title: 'Harbour master', from: '2020-05', asOf: '2026-01-15' }],
      },
      { id: 'bo-lind', name: 'Bo Lind' },
    ]);
  });

  it('of claims becomes claims and their speakers; a row that can’t be read is named', () => {
    const table = readTable(
      'claim\tspeaker\tdate\turl\nTolls rise.\tAda Holm\t03/04/2025\thttps://daily.example/1\nTolls fall.\tAda Holm\t2025-03-05T10:00\t\n',
    );
    const mapping = proposeMapping('claims', table.columns);
    const read = (language?: string) =>
      made('c.tsv', readRows('c.tsv', table, { ...options, kind: 'claims', mapping, ...(language ? { language } : {}) }));
    expect(read().faults).toEqual([expect.stringMatching(/^c\.tsv, row 2: expected a date in “said”.*found "03\/04\/2025"$/)]);
    const { lines, warnings } = read('de');
    expect(lines).toMatchObject([
      { id: 'ada-holm', name: 'Ada Holm' },
      {
        text: 'Tolls rise.',
        speaker: 'ada-holm',
        clocks: { said: { edtf: '2025-04-03' } },
        status: 'second-hand',
        evidence: { url: 'https://daily.example/1' },
      },
      { text: 'Tolls fall.', clocks: { said: { edtf: '2025-03-05' } } },
    ]);
    expect(warnings).toEqual([expect.stringMatching(/row 3: a time without a zone/)]);
  });

  it('is checked as packs are, with its rows as places', () => {
    const table = readTable('name,kind\nAda Holm,wizard\nthe,person\n');
    const { faults } = made('a.csv', readRows('a.csv', table, { ...options, kind: 'actors', mapping: ['name', 'kind'] }));
    expect(faults).toEqual([
      expect.stringMatching(/^a\.csv, row 2, kind: expected /),
      expect.stringMatching(/^a\.csv, row 3, name: expected a name of 4 letters/),
    ]);
  });
});

describe('reviews', () => {
  const review = {
    '@type': 'ClaimReview',
    claimReviewed: 'The bridge is closed.',
    url: 'https://checks.example/bridge',
    datePublished: '2025-06-02',
    author: { '@type': 'Organization', name: 'The Checkers' },
    itemReviewed: {
      '@type': 'Claim',
      author: { '@type': 'Person', name: 'Ada Holm' },
      datePublished: '2025-06-01',
      appearance: { url: 'https://social.example/1' },
    },
    reviewRating: { '@type': 'Rating', alternateName: 'False' },
  };

  it.each([
    ['alone', review],
    ['in a list', [review]],
    ['in a graph', { '@graph': [{ '@type': 'WebPage' }, review] }],
    ['in a DataFeed', { '@type': 'DataFeed', dataFeedElement: [{ '@type': 'DataFeedItem', item: [review] }] }],
  ])('%s become what was claimed and what the reviewer said of it', (_, data) => {
    const { lines, faults } = made('r.json', readClaimReviews('r.json', data, 'Reviews'));
    expect(faults).toEqual([]);
    expect(lines).toMatchObject([
      { kind: 'person', name: 'Ada Holm' },
      { kind: 'organisation', name: 'The Checkers' },
      {
        text: 'The bridge is closed.',
        speaker: 'ada-holm',
        clocks: { said: { edtf: '2025-06-01' } },
        evidence: { url: 'https://social.example/1' },
      },
      { text: '“The bridge is closed.”: False', quote: 'False', speaker: 'the-checkers', clocks: { published: { edtf: '2025-06-02' } } },
    ]);
  });

  it('without a claim, or none at all, are refused with the place', () => {
    expect(made('r.json', readClaimReviews('r.json', [{ '@type': 'ClaimReview' }], 'R')).faults).toEqual([
      'r.json, [0].claimReviewed: expected the text of the claim, found nothing',
    ]);
    expect(made('r.json', readClaimReviews('r.json', {}, 'R')).faults).toEqual(['r.json: expected at least one ClaimReview, found none']);
  });
});

it('annotations become quotations with their places', () => {
  const data = {
    items: [
      {
        type: 'Annotation',
        created: '2025-07-01T09:00:00Z',
        body: { type: 'TextualBody', value: 'Contradicts the minutes.' },
        target: {
          source: 'https://daily.example/2',
          selector: [{ type: 'RangeSelector' }, { type: 'TextQuoteSelector', exact: 'never agreed', prefix: 'They ', suffix: '.' }],
        },
      },
      { type: 'Annotation', target: { source: 'javascript:alert(1)', selector: [{ type: 'TextQuoteSelector', exact: 'x y' }] } },
      { type: 'Annotation', target: 'https://daily.example/3' },
    ],
  };
  const { lines, warnings } = made('h.json', readAnnotations('h.json', data, 'Marks'));
  expect(lines).toMatchObject([
    {
      text: 'Contradicts the minutes.',
      quote: 'never agreed',
      clocks: { captured: { edtf: '2025-07-01' } },
      status: 'unconfirmed',
      evidence: { exact: 'never agreed', url: 'https://daily.example/2' },
    },
    { text: 'x y', evidence: { exact: 'x y' } },
  ]);
  expect(warnings).toEqual([
    expect.stringMatching(/items\[2\]: an annotation of no words/),
    expect.stringMatching(/items\[1\], evidence\.url: a link that is no address, dropped/),
  ]);
});

it('Wikidata items become actors with names in every language and dated offices', () => {
  const item = (id: string) => ({ datavalue: { value: { id } } });
  const time = (value: string, precision: number) => [{ datavalue: { value: { time: value, precision } } }];
  const data = {
    entities: {
      Q1: {
        id: 'Q1',
        labels: { en: { language: 'en', value: 'Ada Holm' }, ru: { language: 'ru', value: 'Ада Хольм' } },
        aliases: {
          en: [
            { language: 'en', value: 'A. B. Holm' },
            { language: 'en', value: 'A' },
          ],
        },
        descriptions: { en: { language: 'en', value: 'Harbour master' } },
        claims: {
          P31: [{ mainsnak: item('Q5') }],
          P39: [
            { mainsnak: item('Q2'), qualifiers: { P580: time('+2020-05-00T00:00:00Z', 10), P582: time('+2024-10-01T00:00:00Z', 11) } },
            { mainsnak: item('Q99') },
            { mainsnak: item('Q2'), rank: 'deprecated' },
          ],
        },
      },
    },
  };
  const { lines, faults, warnings } = made(
    'w.json',
    readWikidata('w.json', data, { languages: ['en'], today: '2026-01-15', labels: new Map([['Q2', 'Minister of Harbours']]) }),
  );
  expect(faults).toEqual([]);
  expect(lines).toMatchObject([
    {
      id: 'q1',
      kind: 'person',
      name: 'Ada Holm',
      names: [
        { text: 'Ада Хольм', lang: 'ru' },
        { text: 'A. B. Holm', lang: 'en' },
      ],
      offices: [{ title: 'Minister of Harbours', to: '2024-10-01' }],
    },
  ]);
  expect(warnings).toEqual([expect.stringMatching(/entities\.Q1: an office whose name the file does not hold/)]);
});

it('FollowTheMoney entities become actors; other entities are counted, broken lines named', () => {
  const lines = [
    { id: 'NK-1', schema: 'Person', properties: { name: ['Ada Holm', 'Ада Хольм'], nationality: ['nl'] } },
    { id: 'NK-2', schema: 'Ownership', properties: { owner: ['NK-1'] } },
  ].map((entity) => JSON.stringify(entity));
  const { lines: read, warnings } = made('e.ftm', readFollowTheMoney('e.ftm', lines.join('\n'), 'Entities'));
  expect(read).toMatchObject([{ id: 'nk-1', kind: 'person', name: 'Ada Holm', names: ['Ада Хольм'], country: 'NL' }]);
  expect(warnings).toEqual([expect.stringMatching(/1 entities that are no people/)]);
  expect(made('e.ftm', readFollowTheMoney('e.ftm', `${lines[0]}\n{"id":`, 'E')).faults).toEqual([
    expect.stringMatching(/^e\.ftm, line 2: expected JSON/),
  ]);
});

it('no foreign file makes a reader throw', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.string(), (data, text) => {
      readClaimReviews('x', data, 'x');
      readAnnotations('x', data, 'x');
      readWikidata('x', data, { languages: ['en'], today: '2026-01-15' });
      readFollowTheMoney('x', JSON.stringify(data), 'x');
      const table = readTable(text);
      readRows('x', table, { kind: 'claims', mapping: proposeMapping('claims', table.columns), title: 'x', today: '2026-01-15' });
    }),
    { numRuns: 300 },
  );
});
