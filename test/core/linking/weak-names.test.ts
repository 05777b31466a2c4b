/** Names of several places, or of a place and a person: each sign by sentences made for it. */
import { describe, expect, it } from 'vitest';
import { compileGazetteer } from '@/core/gazetteer/compile';
import { openGazetteer } from '@/core/gazetteer/open';
import type { SubjectNames } from '@/core/gazetteer/types';
import { detect } from '@/core/linking/detect';
import type { NameForm, SubjectKind } from '@/core/model/actor';

const subject = (id: string, kind: SubjectKind, country: string, ...names: (string | NameForm)[]): SubjectNames => ({
  id,
  kind,
  names: names.map((name) => (typeof name === 'string' ? { text: name } : name)),
  surnames: [],
  country,
  open: true,
});
const weak = (text: string): NameForm => ({ text, weak: true });
const GAZETTEER = openGazetteer(
  compileGazetteer([
    subject('georgia', 'place', 'GE', weak('Georgia'), 'Republic of Georgia'),
    subject('state', 'place', 'US', weak('Georgia')),
    subject('tbilisi', 'place', 'GE', 'Tbilisi'),
    subject('armenia', 'place', 'AM', 'Armenia'),
    subject('moldova', 'place', 'MD', 'Moldova'),
    subject('atlanta', 'place', 'US', 'Atlanta'),
    subject('texas', 'place', 'US', 'Texas'),
    subject('brandt', 'person', 'US', 'Jonas Brandt'),
    subject('minister', 'person', 'GE', 'Otar Okello'),
    subject('jordan', 'place', 'JO', weak('Jordan')),
    subject('amman', 'place', 'JO', 'Amman'),
    subject('general', 'person', 'US', 'Ada Lowell', 'Lowell'),
    subject('lowell', 'place', 'US', weak('Lowell')),
    subject('king', 'person', 'JO', 'King Omar II', weak('King Omar')),
    subject('house', 'organisation', 'JO', weak('House')),
  ]),
);

function read(...texts: string[]) {
  const blocks = detect(GAZETTEER, texts);
  return {
    mentions: blocks.flatMap((b) => b.mentions.filter((m) => m.reason !== 'full-name').map((m) => `${m.surface}=${m.subject}`)),
    undecided: blocks.flatMap((b) => b.undecided.map((u) => `${u.surface}: ${u.candidates.map((c) => c.subject).join(' ')}`)),
  };
}

const marks = (...texts: string[]) => read(...texts).mentions;

describe('a weak place name', () => {
  it('alone is nobody’s, in however good a place', () => {
    expect(read('On Monday the storm reached Georgia.')).toEqual({ mentions: [], undecided: [] });
    expect(marks('They went to Jordan and stayed in Jordan.')).toEqual([]);
  });

  it('is the country whose town or minister is named, before or after', () => {
    expect(marks('Georgia votes', 'In Tbilisi people queued.')).toEqual(['Georgia=georgia']);
    expect(marks('Otar Okello spoke of Georgia.')).toEqual(['Georgia=georgia']);
    expect(marks('Amman said that Jordan would help.')).toEqual(['Jordan=jordan']);
  });

  it('names what speaks for it', () => {
    const [, headline] = detect(GAZETTEER, ['In Tbilisi people queued.', 'Georgia votes']);
    expect(headline?.mentions[0]).toMatchObject({ reason: 'by-context', basis: { block: 0, start: 3, end: 10, surface: 'Tbilisi' } });
  });

  it('is the country in a list with other countries, and the state beside its own', () => {
    expect(marks('Leaders of Armenia, Georgia and Moldova met.')).toEqual(['Georgia=georgia']);
    expect(marks('Jonas Brandt praised Georgia and Moldova.')).toEqual(['Georgia=georgia']);
    expect(marks('Courts in Texas and Georgia agreed.')).toEqual(['Georgia=state']);
    expect(marks('He lives in Atlanta, Georgia. Voters in Georgia waited.')).toEqual(['Georgia=state', 'Georgia=state']);
  });

  it('is the country where the article also says the adjective', () => {
    expect(marks('The Jordanian army said that troops in Jordan would stay.')).toEqual(['Jordan=jordan']);
    expect(marks('The Jordanian army said that Jordan would stay.')).toEqual([]);
  });

  it('is a country though Americans are named, but not with only a person on each side', () => {
    expect(marks('Jonas Brandt flew to Tbilisi to speak of Georgia.')).toEqual(['Georgia=georgia']);
    expect(read('Jonas Brandt met Otar Okello to speak of Georgia.')).toEqual({ mentions: [], undecided: ['Georgia: georgia state'] });
  });

  it('counts after its longer name', () => {
    expect(marks('The Republic of Georgia signed. Georgia was glad.')).toEqual(['Georgia=georgia']);
  });

  it('is a person’s beside a given name, a surname or a title', () => {
    expect(marks('Amman waited. Zlatan Jordan came. So did Mr Jordan, and Jordan Oakes.')).toEqual([]);
  });
});

describe('a person’s name that is a place’s as well', () => {
  it('counts alone only where the person is named in full', () => {
    expect(marks('Lowell rejected the criticism of the harbour.')).toEqual([]);
    expect(marks('Ada Lowell came. Lowell rejected the criticism.')).toEqual(['Lowell=general']);
  });
});

describe('other weak names', () => {
  it('of a person count where the country is plain; of a body never', () => {
    expect(marks('In Amman King Omar spoke to the House.')).toEqual(['King Omar=king']);
    expect(marks('King Omar spoke to the House.')).toEqual([]);
  });
});
