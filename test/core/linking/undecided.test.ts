/** What linking says where it can't decide, and what a decision rests on. */
import { describe, expect, it } from 'vitest';
import { compileGazetteer } from '@/core/gazetteer/compile';
import { openGazetteer } from '@/core/gazetteer/open';
import { detect } from '@/core/linking/detect';

type Named = readonly [id: string, ...names: string[]];

function read(people: readonly Named[], ...texts: string[]) {
  const subjects = people.map(([id, ...names]) => ({
    id,
    kind: 'person' as const,
    names: names.map((text) => ({ text })),
    surnames: [],
    open: true,
  }));
  return detect(openGazetteer(compileGazetteer(subjects)), texts);
}

const SMITHS: readonly Named[] = [
  ['john', 'John Smith'],
  ['mary', 'Mary Smith'],
];

describe('an undecided name', () => {
  it('keeps all whom it may name, each with its reason', () => {
    const [first, second] = read(SMITHS, 'John Smith met Mary Smith.', 'Later Smith left.');
    expect(first?.undecided).toEqual([]);
    expect(second).toEqual({
      mentions: [],
      undecided: [
        {
          start: 6,
          end: 11,
          surface: 'Smith',
          candidates: [
            { subject: 'john', kind: 'person', reason: 'named-in-full', basis: { block: 0, start: 0, end: 10, surface: 'John Smith' } },
            { subject: 'mary', kind: 'person', reason: 'named-in-full', basis: { block: 0, start: 15, end: 25, surface: 'Mary Smith' } },
          ],
        },
      ],
    });
  });

  it('may be a full name or one by title', () => {
    const namesakes: readonly Named[] = [
      ['a', 'John Smith'],
      ['b', 'John Smith'],
    ];
    const [full] = read(namesakes, 'John Smith spoke.');
    expect(full?.undecided.map((u) => u.candidates.map((c) => `${c.subject} ${c.reason}`))).toEqual([['a full-name', 'b full-name']]);
    const [title] = read(SMITHS, 'President Smith spoke.');
    expect(title?.undecided.map((u) => u.candidates.map((c) => `${c.subject} ${c.reason}`))).toEqual([
      ['john title-and-surname', 'mary title-and-surname'],
    ]);
  });

  it('is none where nobody would count alone, or one has the better reason', () => {
    expect(read(SMITHS, 'Later Smith left.')).toEqual([{ mentions: [], undecided: [] }]);
    const [block] = read(SMITHS, 'Mary Smith came. Smith spoke.');
    expect(block?.undecided).toEqual([]);
    expect(block?.mentions.map((m) => m.subject)).toEqual(['mary', 'mary']);
  });
});

describe('a decision', () => {
  it('says where the full name stands that it rests on, the first one', () => {
    const [headline, , later] = read(SMITHS, 'Smith resigns', 'John Smith resigned.', 'John Smith spoke of it. Smith left.');
    const basis = { block: 1, start: 0, end: 10, surface: 'John Smith' };
    expect(headline?.mentions[0]?.basis).toEqual(basis);
    expect(later?.mentions.map((m) => m.basis)).toEqual([undefined, basis]);
  });

  it('rests on the name in full for an abbreviation that it introduces', () => {
    const board = [{ id: 'board', kind: 'organisation' as const, names: [{ text: 'Quay Harbour Board' }], surnames: [], open: true }];
    const [block] = detect(openGazetteer(compileGazetteer(board)), ['The Quay Harbour Board (QHB) met. The QHB left.']);
    expect(block?.mentions[1]?.basis).toEqual({ block: 0, start: 4, end: 22, surface: 'Quay Harbour Board' });
  });
});
