/** English: what counts as a date, and where it lies. The sentences are our own. */
import { describe, expect, test } from 'vitest';
import { findDates } from '@/core/dates/find';
import { datesIn } from './read';

const read = (text: string, published?: string | null) => datesIn(text, 'en', published);

describe('dates that are whole in themselves', () => {
  test.each([
    ['The treaty was signed on December 8, 2025, in Lisbon.', 'December 8, 2025 = 2025-12-08'],
    ['The treaty was signed on 8 December 2025.', '8 December 2025 = 2025-12-08'],
    ['They met on Mon., Dec. 8, 2025.', 'Mon., Dec. 8, 2025 = 2025-12-08'],
    ['It opened on the 8th of December, 2025.', 'the 8th of December, 2025 = 2025-12-08'],
    ['Filed 2025-12-08 by hand.', '2025-12-08 = 2025-12-08'],
    ['Dated 13/02/2025 on the cover.', '13/02/2025 = 2025-02-13'],
    ['The talks of 3–5 May 2024 failed.', '3–5 May 2024 = 2024-05-03/2024-05-05'],
    ['The talks of May 3-5, 2024 failed.', 'May 3-5, 2024 = 2024-05-03/2024-05-05'],
    ['It began in March 2021.', 'March 2021 = 2021-03'],
    ['It began in late March 2021.', 'late March 2021 = 2021-03 late'],
    ['The third quarter of 2025 was poor.', 'The third quarter of 2025 = 2025-35'],
    ['In Q3 2025 output fell.', 'Q3 2025 = 2025-35'],
    ['The second half of 2024 was better.', 'The second half of 2024 = 2024-41'],
    ['In the summer of 2024 it burned.', 'summer of 2024 = 2024-22'],
    ['Since 2014 nothing has changed.', '2014 = 2014'],
    ['He wrote it in 1848.', '1848 = 1848'],
    ['A party of the 1990s.', 'the 1990s = 199X'],
    ['A party of the nineties.', 'the nineties = 199X'],
    ['It ended in the mid-1970s.', 'mid-1970s = 197X mid'],
    ['The war of 1999–2001 was long.', '1999–2001 = 1999/2001'],
    ['The 2010/11 season was short.', '2010/11 = 2010/2011'],
    ['By early 2026 it will stand.', 'early 2026 = 2026 early'],
    ['It stood by the end of 2024.', 'the end of 2024 = 2024 late'],
    ['It fell on Christmas Day 2024.', 'Christmas Day 2024 = 2024-12-25'],
    ['A castle of the 12th century.', 'the 12th century = 1100/1199'],
  ])('%s', (text, wanted) => {
    expect(read(text, null)).toEqual([wanted]);
  });

  test.each([
    ['on December 24 and 25, 2025', ['December 24 = 2025-12-24', '25, 2025 = 2025-12-25']],
    ['on January 3, 4 and 5, 2026', ['January 3 = 2026-01-03', '4 = 2026-01-04', '5, 2026 = 2026-01-05']],
    ['on Sept. 1, 5, and 9, 2024', ['Sept. 1 = 2024-09-01', '5 = 2024-09-05', '9, 2024 = 2024-09-09']],
    ['on 3, 4 and 5 May 2024', ['3 = 2024-05-03', '4 = 2024-05-04', '5 May 2024 = 2024-05-05']],
    ['On June 3, 2024 and 9 the council met.', ['June 3, 2024 = 2024-06-03', '9 = 2024-06-09']],
  ])('each day of a list is a date: %s', (text, wanted) => {
    expect(read(text, null)).toEqual(wanted);
  });

  test.each([
    'On June 3, 2024 and 9 more times it met.',
    'On June 3, 2024, 12 people left.',
    'On June 3, 2024 and 2 the same.',
    'On June 3, 2024 and 31 dogs.',
    'On June 3, 2024 and 9% later.',
  ])('a number behind a day is none: %s', (text) => {
    expect(read(text, null)).toEqual(['June 3, 2024 = 2024-06-03']);
  });

  test('ranges of which only the end has a year share it', () => {
    expect(read('from March to June 2024')).toEqual(['March = 2024-03', 'June 2024 = 2024-06']);
    expect(read('on 25 and 26 August 2023')).toEqual(['25 = 2023-08-25', '26 August 2023 = 2023-08-26']);
    expect(read('between 2014 and 2016')).toEqual(['2014 = 2014', '2016 = 2016']);
  });

  test('a fiscal year is kept as such', () => {
    const [date] = findDates('Sales in fiscal 2024 rose.', { lang: 'en', published: null });
    expect(date).toMatchObject({ edtf: '2024', fiscal: true, basis: 'text' });
  });
});

describe('dates that hang on the day of the article (Wednesday, 19 November 2025)', () => {
  test.each([
    ['He said on Monday that nothing had changed.', 'Monday = 2025-11-17'],
    ['They will meet on Friday in Oslo.', 'Friday = 2025-11-21'],
    ['They are scheduled to meet Friday in Oslo.', 'Friday = 2025-11-21'],
    ['The port stays closed until at least Friday.', 'Friday = 2025-11-21'],
    ['They had all left by Friday.', 'Friday = 2025-11-14'],
    ['She resigned on Wednesday.', 'Wednesday = 2025-11-19'],
    ['She resigned last Wednesday.', 'last Wednesday = 2025-11-12'],
    ['She returns next Wednesday.', 'next Wednesday = 2025-11-26'],
    ['She returns this Friday.', 'this Friday = 2025-11-21'],
    ['They met on Monday morning.', 'Monday morning = 2025-11-17'],
    ['They met on Tuesday last week.', 'Tuesday last week = 2025-11-11'],
    ['It happened yesterday.', 'yesterday = 2025-11-18'],
    ['It happened the day before yesterday.', 'the day before yesterday = 2025-11-17'],
    ['It will happen tomorrow.', 'tomorrow = 2025-11-20'],
    ['It was said last night.', 'last night = 2025-11-18'],
    ['It was said this morning.', 'this morning = 2025-11-19'],
    ['He fled last week.', 'last week = 2025-11-10/2025-11-16'],
    ['He is here this week.', 'this week = 2025-11-17/2025-11-23'],
    ['They fought over the weekend.', 'weekend = 2025-11-15/2025-11-16'],
    ['They vote next weekend.', 'next weekend = 2025-11-29/2025-11-30'],
    ['It fell last month.', 'last month = 2025-10'],
    ['Prices may fall next year.', 'next year = 2026'],
    ['It will end next year.', 'next year = 2026'],
    ['It was shut by the end of last year.', 'the end of last year = 2024 late'],
    ['He resigned in January.', 'January = 2025-01'],
    ['An election is due in January.', 'January = 2026-01'],
    ['He was arrested last May.', 'last May = 2025-05'],
    ['He was arrested in July last year.', 'July last year = 2024-07'],
    ['He died on Sept. 30.', 'Sept. 30 = 2025-09-30'],
    ['He died on Nov. 30.', 'Nov. 30 = 2024-11-30'],
    ['The deal may be signed on Nov. 30.', 'Nov. 30 = 2025-11-30'],
    ['A parade on May 9 …', 'May 9 = 2025-05-09'],
    ['It will open on March 3.', 'March 3 = 2026-03-03'],
    ['A vote was held on Thursday, Nov. 21.', 'Thursday, Nov. 21 = 2024-11-21'],
    ['The offer expires Jan. 2.', 'Jan. 2 = 2026-01-02'],
    ['They left three months ago.', 'three months ago = 2025-08'],
    ['They left two weeks ago.', 'two weeks ago = 2025-11-05'],
    ['They left five years ago.', 'five years ago = 2020'],
    ['It burned last summer.', 'last summer = 2025-22'],
    ['It is planned for mid-March.', 'mid-March = 2026-03 mid'],
  ])('%s', (text, wanted) => {
    expect(read(text)).toEqual([wanted]);
  });

  test('a future list goes on from its first day', () => {
    expect(read('She will speak on Tuesday and Wednesday.')).toEqual(['Tuesday = 2025-11-25', 'Wednesday = 2025-11-26']);
  });

  test('without an article date nothing relative is placed', () => {
    expect(read('He said on Monday that last week and in March, two years ago and yesterday …', null)).toEqual([]);
    expect(read('It was yesterday.', '2025-11')).toEqual([]);
    expect(read('It was yesterday.', '2025-02-30')).toEqual([]);
  });

  test('the day of a time with a zone is the day as written', () => {
    expect(read('It was yesterday.', '2025-11-19T23:30:00-05:00')).toEqual(['yesterday = 2025-11-18']);
  });
});

describe('dates that hang on the last date in the text', () => {
  test('days earlier and later, the same and the following day', () => {
    const text = 'On 5 March 2024 he left. Two days earlier he had spoken. The same day a law passed. The following day talks began.';
    expect(read(text)).toEqual([
      '5 March 2024 = 2024-03-05',
      'Two days earlier = 2024-03-03',
      'The same day = 2024-03-03',
      'The following day = 2024-03-04',
    ]);
  });

  test('years later and that year', () => {
    expect(read('In 2006 he left. Two years later he died. That year the party split.')).toEqual([
      '2006 = 2006',
      'Two years later = 2008',
      'That year = 2008',
    ]);
  });

  test('without an article date a month takes the year of the date before it', () => {
    expect(read('It began in 2019. In March a second case followed, on 4 May a third.', null)).toEqual([
      '2019 = 2019',
      'March = 2019-03',
      '4 May = 2019-05-04',
    ]);
  });

  test('a year earlier is the same quarter where quarters are compared', () => {
    expect(read('Profit in the third quarter fell. Revenue was 3 million, against 4 million a year earlier.')).toEqual([
      'the third quarter = 2025-35',
      'a year earlier = 2024-35',
    ]);
  });

  test('days earlier than nothing are nowhere', () => {
    expect(read('Two days earlier he had spoken.')).toEqual([]);
  });

  test('the answer says what a date hangs on', () => {
    const [first, second, third] = findDates('On 5 March 2024 he left; two days later she came. They met on Monday.', {
      lang: 'en',
      published: '2025-11-19',
    });
    expect(first).toMatchObject({ basis: 'text', anchor: 'none', precision: 'day' });
    expect(second).toMatchObject({ basis: 'relative', anchor: 'text', edtf: '2024-03-07' });
    expect(third).toMatchObject({ basis: 'relative', anchor: 'published', direction: 'past' });
  });
});

describe('what only looks like a date', () => {
  test.each([
    'They may march on the capital.',
    'Theresa May spoke. The statement by May was short.',
    'The Sun reported it, and they sat in the sun.',
    'June Carter sang.',
    'A crowd of 2,000 people and 2019 soldiers came.',
    'It costs $1995, or 2020 dollars.',
    'Windows 2000 and Boeing 2707, A380 and F-16.',
    'He lives at 2010 Elm Street.',
    'Version 3.1 won 3-1; growth was 1.9 percent, 9.11 points.',
    'Call 555-2024 or +1 2025 555 2024.',
    'Resolution 2231 of page 2014.',
    'It was 30 February 2025, 2025-02-30 and 31/04/2025.',
    'It was 01/02/2025.',
    'It starts at 1900 GMT.',
    'For two years, in the past three months, over the last year and within weeks.',
    'Now, recently, currently, soon, in the future, once, decades ago.',
    'Every Monday and each Friday; on Black Friday.',
    'He died in his nineties, she in her late sixties.',
    'It was read in USA Today and The Sunday Times.',
    'The fall of the city; in the fall of the city.',
    'In the first half they scored, in the fourth quarter they lost.',
    'In May 15 people came.',
  ])('%s', (text) => {
    const dates = read(text);
    expect(dates.filter((date) => !date.startsWith('May = '))).toEqual([]);
    expect(dates.length).toBe(text.startsWith('In May 15') ? 1 : 0);
  });
});

describe('days around the last one told', () => {
  test.each([
    ['The vote was on 5 March 2024. The day before, she resigned.', ['5 March 2024 = 2024-03-05', 'The day before = 2024-03-04']],
    ['The vote was on 5 March 2024. She resigned the day after.', ['5 March 2024 = 2024-03-05', 'the day after = 2024-03-06']],
    ['It opened on 3 May 2024. Two days earlier the mayor left.', ['3 May 2024 = 2024-05-03', 'Two days earlier = 2024-05-01']],
    ['They met the day before the vote.', []],
  ])('%s', (text, wanted) => expect(read(text, '2025-11-19')).toEqual(wanted));
});

test.each(['Version 10.4.2025 of the program is out.', 'The firmware 10.4.2025 is out.'])('no date: %s', (text) =>
  expect(read(text, '2025-11-19')).toEqual([]),
);
