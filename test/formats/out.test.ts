/** What other programs get of a pack. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMS, type FormName } from '@/formats/out/forms';
import { createResolver } from '@/formats/out/resolved-claims';
import { parseTable, tableRow } from '@/formats/table-text';
import { asLines, generatedPack } from '../core/pack/generated';

const lines = [
  { format: 'sidelight-pack', version: 1, id: 'harbour', revision: 1, title: 'H', licence: 'CC0-1.0', sources: {} },
  { type: 'actor', id: 'ada', kind: 'person', name: 'Ada Holm', sources: ['m'] },
  { type: 'outlet', id: 'daily', name: 'The Daily', domains: ['daily.example'], country: 'NL', languages: ['nl'], sources: ['m'] },
  {
    type: 'article',
    id: 'a1',
    outlet: 'daily',
    title: 'Dredging to start',
    url: 'https://daily.example/1',
    published: '2025-03-04',
    sources: ['m'],
  },
  {
    type: 'claim',
    id: 'c1',
    text: '=SUM(A1) *starts* in <b>May</b>',
    quote: 'in “May”, she said',
    speaker: 'ada',
    outlet: 'daily',
    clocks: { said: { edtf: '2025-03-03', basis: 'text' }, published: { edtf: '2025-23', basis: 'metadata' } },
    actors: ['ada', 'world:nato'],
    status: 'second-hand',
    readIn: 'a1',
    evidence: { exact: 'starts in May', prefix: 'it ' },
    sources: ['m'],
  },
];
const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');

function write(name: FormName, pack: string): string {
  const { head, claim, between, end } = FORMS[name];
  return head + createResolver()(pack).map(claim).filter(Boolean).join(between) + end;
}

describe('a claim', () => {
  it('as a row of a table, no formula', () => {
    const [head, row] = parseTable(write('csv', text));
    const cells = Object.fromEntries((head ?? []).map((name, i) => [name, row?.[i]]));
    expect(cells).toMatchObject({
      id: 'harbour:c1',
      text: "'=SUM(A1) *starts* in <b>May</b>",
      quote: 'in “May”, she said',
      speaker: 'Ada Holm',
      outlet: 'The Daily',
      date: '2025-03-03',
      clock: 'said',
      actors: 'Ada Holm; world:nato',
      url: 'https://daily.example/1',
      article: 'Dredging to start',
    });
  });

  it('in Markdown, its signs at face value', () => {
    expect(write('markdown', text)).toBe(
      '- =SUM(A1) \\*starts\\* in \\<b\\>May\\</b\\> “in “May”, she said” (Ada Holm, The Daily, said 2025-03-03, second-hand) <https://daily.example/1>\n',
    );
  });

  it('as an annotation of its words', () => {
    expect(JSON.parse(write('web-annotation', text)).items).toEqual([
      expect.objectContaining({
        type: 'Annotation',
        target: { source: 'https://daily.example/1', selector: { type: 'TextQuoteSelector', exact: 'starts in May', prefix: 'it ' } },
      }),
    ]);
  });

  it('as a schema.org Claim, with the dates that ISO 8601 has', () => {
    const [claim] = JSON.parse(write('schema-claim', text))['@graph'];
    expect(claim).toMatchObject({
      '@type': 'Claim',
      author: { name: 'Ada Holm' },
      publisher: { name: 'The Daily' },
      dateCreated: '2025-03-03',
    });
    expect(claim).not.toHaveProperty('datePublished');
  });

  it('as a source to be cited', () => {
    expect(JSON.parse(write('csl-json', text))).toEqual([
      expect.objectContaining({
        title: 'Dredging to start',
        'container-title': 'The Daily',
        issued: { 'date-parts': [[2025, 3, 4]] },
        URL: 'https://daily.example/1',
      }),
    ]);
  });
});

it('every form of every pack can be read again, with every claim in it that it can say', () => {
  fc.assert(
    fc.property(generatedPack, (pack) => {
      const given = asLines(pack);
      const claims = createResolver()(given);
      for (const name of ['web-annotation', 'schema-claim', 'csl-json'] as const)
        expect(() => JSON.parse(write(name, given))).not.toThrow();
      expect(JSON.parse(write('csl-json', given))).toHaveLength(pack.claims.length);
      expect(JSON.parse(write('web-annotation', given)).items).toHaveLength(claims.filter(({ url }) => url).length);
      expect(parseTable(write('csv', given))).toHaveLength(pack.claims.length + 1);
      expect(write('markdown', given).split('\n')).toHaveLength(pack.claims.length + 1);
    }),
    { numRuns: 30 },
  );
});

it('a table written is read as it was, but for formulas', () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('a,b', '"', 'x\ny', ';', '\t', 'a\r\nb', ' a '));
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
      const width = Math.max(...rows.map((row) => row.length));
      const even = rows.map((row) =>
        [...row, ...Array<string>(width - row.length).fill('')].map((each) => each.replace(/^[=+\-@\t\r]+/, '')),
      );
      const text = tableRow(Array<string>(width).fill('head')) + even.map(tableRow).join('');
      const kept = even.filter((row) => row.some((each) => each.trim() !== ''));
      expect(parseTable(text).slice(1)).toEqual(kept);
    }),
  );
});
