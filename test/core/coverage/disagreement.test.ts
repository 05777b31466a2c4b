import { describe, expect, it } from 'vitest';
import { compareStatements, differingDates, findDifferences } from '@/core/coverage/disagreement';
import { statement } from './statements';

const summit = { subjects: ['coalition'], events: ['summit'] };
const differences = (a: string, b: string, same = true, dates: readonly [string | null, string | null] = [null, null]) =>
  compareStatements(statement('a', a, { ...summit, dated: dates[0] }), statement('b', b, { ...summit, dated: dates[1] }), same).map(
    ({ about, sides }) => [about, ...sides.map(({ says }) => says)],
  );

describe('numbers that differ', () => {
  it.each([
    [
      'Twenty-six nations promised guarantees.',
      'Over 26 countries pledge guarantees.',
      ['number', 'Twenty-six nations', 'Over 26 countries'],
    ],
    ['The quake killed 40 people.', 'Fifty-one people died in the quake.', ['number', '40 people', 'Fifty-one people']],
    ['Mehr als 40 Menschen wurden verletzt.', 'Die Polizei spricht von 38 Menschen.', ['number', 'Mehr als 40 Menschen', '38 Menschen']],
  ])('%s | %s', (a, b, expected) => {
    expect(differences(a, b)).toEqual(expected ? [expected] : []);
  });

  it.each([
    ['About 100 people came.', 'The count was 98 people.'],
    ['At least 40 people came.', 'Forty-one people came.'],
    ['More than 40 people came.', 'Police counted 47 people.'],
    ['Nearly 100 people came.', 'Ninety-seven people came.'],
    ['Some 2,000 people came.', 'The count was 1,987 people.'],
    ['Exactly 2,000 people came.', 'The count was 1,987 people.'],
    ['It costs 3 million euros.', 'It costs 4 million dollars.'],
    ['It lasts nine weeks.', 'It lasts two months.'],
    ['Of 40 people, 12 people were hurt.', 'Fifty people were hurt.'],
  ])('no difference: %s | %s', (a, b) => {
    expect(differences(a, b)).toEqual([]);
  });

  it('calls another unit another unit, and a later, higher figure an update', () => {
    expect(differences('The road is 100 km long.', 'The road is 62 miles long.')).toEqual([['unit', '100 km', '62 miles']]);
    expect(differences('It killed 12 people.', 'It killed 15 people.', true, ['2025-03-01', '2025-03-02'])).toEqual([
      ['update', '12 people', '15 people'],
    ]);
    expect(differences('It killed 15 people.', 'It killed 12 people.', true, ['2025-03-01', '2025-03-02'])).toEqual([
      ['number', '15 people', '12 people'],
    ]);
  });

  it('compares outside a group only what is tied by a subject, a further word and a like size', () => {
    expect(
      differences('The coalition has over 26 countries pledging guarantees.', 'Twenty-six countries promised guarantees.', false),
    ).toEqual([['number', 'over 26 countries', 'Twenty-six countries']]);
    expect(differences('Over 26 countries pledge guarantees.', 'Three countries send guarantees in writing.', false)).toEqual([]);
    expect(differences('Over 26 countries sing.', 'Twenty-six countries dance.', false)).toEqual([]);
    const [a, b] = [statement('a', 'Over 26 countries pledge guarantees.'), statement('b', 'Twenty-six countries pledge guarantees.')];
    expect(compareStatements(a, b, false)).toEqual([]);
  });

  it('sets them side by side with who says so and when, and no verdict', () => {
    const list = [
      statement('pbs', 'Twenty-six nations promised guarantees.', { ...summit, outlet: 'PBX', dated: '2025-09-04' }),
      statement('page', 'The coalition counts over 26 countries with guarantees.', { ...summit, outlet: 'this page' }),
    ];
    expect(findDifferences(list, [])).toEqual([
      {
        about: 'number',
        of: 'country',
        sides: [
          {
            statement: 'pbs',
            text: 'Twenty-six nations promised guarantees.',
            says: 'Twenty-six nations',
            outlet: 'PBX',
            speaker: null,
            dated: '2025-09-04',
            onPage: false,
          },
          {
            statement: 'page',
            text: 'The coalition counts over 26 countries with guarantees.',
            says: 'over 26 countries',
            outlet: 'this page',
            speaker: null,
            dated: null,
            onPage: false,
          },
        ],
      },
    ]);
  });
});

describe('dates and attributions that differ', () => {
  const dates = (...edtf: string[]) =>
    differingDates({ id: 'meeting', dates: edtf.map((value, i) => ({ edtf: value, according: `source ${i}`, sources: [] })) }).map(
      ({ sides }) => sides.map(({ says, outlet }) => `${says} ${outlet}`),
    );

  it('shows a month and a day outside it, not a month and a day within it', () => {
    expect(dates('2025-02-24', '2025-03')).toEqual([['2025-02-24 source 0', '2025-03 source 1']]);
    expect(dates('2025-02-24', '2025-02', '2025', '2025-02-20/2025-02-28')).toEqual([]);
    expect(dates('2025-02-24', '2025-03~')).toEqual([]);
  });

  it('shows two people given for one claim, never an office beside its holder', () => {
    const person = (id: string) => ({ id, name: id, kind: 'person' as const });
    const body = { id: 'ministry', name: 'the ministry', kind: 'organisation' as const };
    const said = (id: string, speaker: Parameters<typeof statement>[2]) =>
      statement(id, 'The bridge stays shut.', { ...summit, ...speaker });
    const kinds = (a: ReturnType<typeof said>, b: ReturnType<typeof said>, same: boolean) =>
      compareStatements(a, b, same).map(({ about }) => about);
    expect(kinds(said('a', { speaker: person('holm') }), said('b', { speaker: person('kern') }), true)).toEqual(['attribution']);
    expect(kinds(said('a', { speaker: person('holm') }), said('b', { speaker: body }), true)).toEqual([]);
    expect(kinds(said('a', { speaker: person('holm') }), said('b', { speaker: person('kern') }), false)).toEqual([]);
  });

  it('compares nothing that happened on different days', () => {
    const [a, b] = [
      statement('a', 'It killed 12 people.', { ...summit, happened: '2025-03-01' }),
      statement('b', 'It killed 15 people.', { ...summit, happened: '2025-03-09' }),
    ];
    expect(compareStatements(a, b, true)).toEqual([]);
  });
});
