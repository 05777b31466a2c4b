/** Who speaks, who carried it and when: chains and clocks, with names and dates handed in as linking and dates find them. */
import { describe, expect, it } from 'vitest';
import { type ReadClaim, readClaims } from '@/core/attribution/claims';
import type { PlacedDate } from '@/core/attribution/clocks';
import type { SubjectKind } from '@/core/model/actor';
import type { Mention } from '@/core/model/mention';

const ACTORS: readonly [name: string, kind: SubjectKind][] = [
  ['Daily Gazette', 'outlet'],
  ['Northwire', 'outlet'],
  ['Radio Delta', 'outlet'],
  ['Ana Kovac', 'person'],
  ['Kovac', 'person'],
  ['Oren Blume', 'person'],
  ['Port Authority', 'organisation'],
];

function mentionsOf(text: string): Mention[] {
  const found: Mention[] = [];
  for (const [name, kind] of ACTORS) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const mention: Mention = {
        start: at,
        end: at + name.length,
        subject: name === 'Kovac' ? 'Ana Kovac' : name,
        kind,
        surface: name,
        reason: 'full-name',
      };
      if (!found.some((m) => m.start < mention.end && mention.start < m.end)) found.push(mention);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Dates are written as ISO days or months in these sentences, so that this test leans on no date rules. */
function datesOf(text: string): PlacedDate[] {
  return [...text.matchAll(/\b\d{4}-\d\d(?:-\d\d)?\b/g)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    edtf: m[0],
    basis: 'text',
  }));
}

function read(text: string, published: string | null = null, lang = 'en'): ReadClaim[] {
  return readClaims(text, { lang, mentions: mentionsOf(text), dates: datesOf(text), published });
}

/** `speaker, outlet < via, said, reported, event`. */
function brief(claim: ReadClaim | undefined): string {
  if (!claim) return 'none';
  const clock = (name: 'said' | 'reported' | 'event') => (claim[name] ? ` ${name} ${claim[name].edtf}` : '');
  const via = claim.via.map((v) => ` < ${v.name}`).join('');
  return `${claim.speaker?.subject ?? '-'}, ${claim.outlet?.subject ?? '-'}${via}${clock('said')}${clock('reported')}${clock('event')}`;
}

describe('speaker', () => {
  it.each([
    ['Ana Kovac said the dam leaks.', 'Ana Kovac, -'],
    ['Engineer Ana Kovac, of the harbour office, said the dam leaks.', 'Ana Kovac, -'],
    ["Ana Kovac's spokesman said the dam leaks.", '-, -'],
    ['A spokesman for Ana Kovac said the dam leaks.', '-, -'],
    ['Allies of Ana Kovac said the dam leaks.', '-, -'],
    ['The Port Authority said the dam leaks.', 'Port Authority, -'],
  ])('%s', (text, expected) => {
    expect(brief(read(text)[0])).toBe(expected);
  });

  it.each([
    ['en', 'The mayor, Ana Kovac, said the dam leaks.'],
    ['en', '“The dam is old,” said the mayor, Ana Kovac.'],
    ['fr', 'La maire du port, Ana Kovac, a déclaré que le pont est fermé.'],
    ['de', 'Die Ministerin, Ana Kovac, sagte, der Damm sei alt.'],
  ])('is whoever is named beside a role (%s): %s', (lang, text) => {
    expect(read(text, null, lang).map((c) => c.speaker?.subject)).toEqual(['Ana Kovac']);
  });

  it.each([
    ['„Der Damm ist alt“, sagte Ana Kovac der „Daily Gazette“.', 'Ana Kovac, Daily Gazette'],
    ['„Der Damm ist alt“, sagte Ana Kovac der Nachrichtenagentur Northwire.', 'Ana Kovac, Northwire'],
    ['Ana Kovac sagte im Gespräch mit Radio Delta, der Damm sei alt.', 'Ana Kovac, Radio Delta'],
    ['Wie Northwire berichtete, sei der Damm alt.', 'Northwire, Northwire'],
    ['Nach einem Bericht der Daily Gazette ist der Damm alt.', 'Daily Gazette, Daily Gazette'],
    ['Eine Reporterin der Daily Gazette sagte, der Damm sei alt.', '-, -'],
  ])('has told a German outlet, or speaks for it: %s', (text, expected) => {
    expect(brief(read(text, null, 'de')[0])).toBe(expected);
  });

  it.each([
    ['en', '“The dam is old,” said the mayor, Ana Kovac and Oren Blume.'],
    ['en', 'The mayor said the dam leaks, Ana Kovac at her side.'],
    ['fr', '« Le pont est vieux », a déclaré le porte-parole d’Ana Kovac.'],
    ['fr', '« Le pont est vieux », a déclaré le conseiller du président Oren Blume.'],
    ['es', '«El puente está cerrado», dijo el portavoz de Ana Kovac.'],
    ['de', '„Der Damm ist alt“, sagte ein Sprecher von Ana Kovac.'],
  ])('is not whoever the speaker speaks for or stands beside (%s): %s', (lang, text) => {
    expect(read(text, null, lang).map((c) => c.speaker)).toEqual([null]);
  });

  it('is nobody that a spokesman’s name in the genitive tells', () => {
    const text = 'Речник Коваля заявив, що міст старий.';
    const start = text.indexOf('Коваля');
    const mention: Mention = { start, end: start + 6, subject: 'k', kind: 'person', surface: 'Коваля', reason: 'full-name' };
    const [one] = readClaims(text, { lang: 'uk', mentions: [mention], dates: [], published: null });
    expect(one?.speaker).toBeNull();
  });

  it('goes on in pronouns of other languages, and is not whom the speech names', () => {
    expect(
      read('« Le pont est vieux », a dit Ana Kovac. « Oren Blume le sait », a-t-elle ajouté.', null, 'fr').map((c) => c.speaker?.subject),
    ).toEqual(['Ana Kovac', 'Ana Kovac']);
    expect(read('“Oren Blume is wrong about the dam,” he said.').map((c) => c.speaker)).toEqual([null]);
  });

  it('resolves a pronoun only where one person can be meant', () => {
    expect(brief(read('Ana Kovac said the dam leaks. She said it would burst.')[1])).toBe('Ana Kovac, -');
    expect(brief(read('Ana Kovac met Oren Blume before he said that the dam leaks.')[0])).toBe('-, -');
    expect(brief(read('The engineer said the dam leaks. She said it would burst.')[1])).toBe('-, -');
  });
});

describe('chain', () => {
  it.each([
    ['The Daily Gazette reported on 2024-03-05 that the dam leaks.', 'Daily Gazette, Daily Gazette reported 2024-03-05'],
    ['The dam leaks, as per Northwire coverage cited in Daily Gazette.', '-, Daily Gazette < Northwire'],
    ['Radio Delta, citing Northwire, reported that the dam leaks.', 'Radio Delta, Radio Delta < Northwire'],
    ['Ana Kovac told Radio Delta that the dam leaks.', 'Ana Kovac, Radio Delta'],
    ['A spokesman for Radio Delta said the tower is safe.', '-, -'],
    ['According to reports, the dam leaks.', '-, - < unnamed reports'],
    ['Radio Delta transcripts from 2024-03 show the dam leaking.', '-, Radio Delta < transcripts reported 2024-03'],
    ['Leaked emails seen by Northwire reveal that the dam leaks.', '-, Northwire < leaked emails'],
  ])('%s', (text, expected) => {
    expect(brief(read(text)[0])).toBe(expected);
  });

  it('hands outlet and date on to what is told inside the report, and not the day of speaking', () => {
    const claims = read('The Daily Gazette reported on 2024-03-05 that Ana Kovac rejected the plan.', '2024-03-07');
    expect(brief(claims.find((c) => c.speaker?.subject === 'Ana Kovac'))).toBe('Ana Kovac, Daily Gazette reported 2024-03-05');
  });

  it('does not hand an outlet on to what the next clause says on its own', () => {
    const claims = read('The Daily Gazette reported that the dam leaks, but Ana Kovac said it was sound.');
    expect(brief(claims.at(-1))).toBe('Ana Kovac, -');
  });

  it('leaves out what a person tells of another', () => {
    expect(read('Ana Kovac said that Oren Blume rejected the plan.')).toHaveLength(1);
  });
});

describe('clocks', () => {
  it.each([
    ['Ana Kovac said on 2024-03-05 that the dam leaks.', null, 'Ana Kovac, - said 2024-03-05'],
    ['On 2024-03-05, Ana Kovac said that the dam leaks.', null, 'Ana Kovac, - said 2024-03-05'],
    ['Ana Kovac said that the dam burst on 2024-03-05.', null, 'Ana Kovac, - event 2024-03-05'],
    ['Ana Kovac said the dam leaks.', null, 'Ana Kovac, -'],
    ['Ana Kovac said the dam leaks.', '2024-03-07T10:00:00Z', 'Ana Kovac, - said 2024-03-07'],
    ['Ana Kovac said the dam leaks.', '2024-03', 'Ana Kovac, -'],
    ['Ana Kovac had said the dam leaks.', '2024-03-07', 'Ana Kovac, -'],
    ['Ana Kovac said earlier that the dam leaks.', '2024-03-07', 'Ana Kovac, -'],
    ['The Daily Gazette reported that the dam leaks.', '2024-03-07', 'Daily Gazette, Daily Gazette'],
  ])('%s (%s)', (text, published, expected) => {
    expect(brief(read(text, published)[0])).toBe(expected);
  });

  it('keeps the day while the same speaker goes on', () => {
    expect(brief(read('Ana Kovac said on 2024-03-05 that the dam leaks. She added that it would burst.', '2024-03-09')[1])).toBe(
      'Ana Kovac, - said 2024-03-05',
    );
  });

  it('makes no statement of what is denied or still to come', () => {
    for (const text of ['Radio Delta may soon cover the floods.', 'Ana Kovac did not confirm that the dam leaks.']) {
      expect(read(text).filter((c) => c.kind === 'statement')).toEqual([]);
    }
  });
});
