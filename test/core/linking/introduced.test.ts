/** Short names that an article introduces by the long one: given names, initials, abbreviations, towns. */
import { describe, expect, it } from 'vitest';
import { compileGazetteer } from '@/core/gazetteer/compile';
import { openGazetteer } from '@/core/gazetteer/open';
import { detect } from '@/core/linking/detect';
import type { SubjectKind } from '@/core/model/actor';

const TRACKED: readonly (readonly [id: string, kind: SubjectKind, name: string])[] = [
  ['brandt', 'person', 'Jorinda T. Brandt'],
  ['smith', 'person', 'Robert Smith'],
  ['jorinda', 'person', 'Jorinda Moreau'],
  ['mark', 'person', 'Mark Delamere'],
  ['paris', 'person', 'Paris Delorme'],
  ['board', 'organisation', 'Quay and Harbour Affairs Board'],
  ['works', 'organisation', 'Kontor Nordmeer AG'],
  ['town', 'place', 'Fairview, Ohio'],
];

function marked(...texts: string[]): string[] {
  const gazetteer = openGazetteer(
    compileGazetteer(TRACKED.map(([id, kind, text]) => ({ id, kind, names: [{ text }], surnames: [], open: true }))),
  );
  return detect(gazetteer, texts).flatMap(({ mentions }) => mentions.map((m) => `${m.surface}=${m.subject}`));
}

describe('a given name', () => {
  it('alone is the person named in full, before and after, with the naming as its basis', () => {
    expect(marked('A letter by Jorinda', 'Jorinda Brandt wrote it. Then Jorinda left, and so did Jorinda’s aide.')).toEqual([
      'Jorinda=brandt',
      'Jorinda Brandt=brandt',
      'Jorinda=brandt',
      'Jorinda=brandt',
    ]);
  });

  it('may begin the sentence after a name', () => {
    expect(marked('Jorinda Brandt spoke for Kontor Nordmeer. Jorinda left.')).toEqual([
      'Jorinda Brandt=brandt',
      'Kontor Nordmeer=works',
      'Jorinda=brandt',
    ]);
  });

  it('is nobody’s where the article names another so, tracked or not', () => {
    expect(marked('Jorinda Brandt met Jorinda Moreau. Later Jorinda left.')).toEqual(['Jorinda Brandt=brandt', 'Jorinda Moreau=jorinda']);
    expect(marked('Jorinda Brandt met the singer Jorinda Oakes. Later Jorinda left.')).toEqual(['Jorinda Brandt=brandt']);
    expect(marked('On Monday Jorinda left.')).toEqual([]);
  });

  it('is none beside a capital, a title or a hyphen, and none that is also a word or a place', () => {
    expect(marked('Jorinda Brandt came to the Villa Jorinda, to Queen Jorinda and to Anna-Jorinda.')).toEqual(['Jorinda Brandt=brandt']);
    expect(marked('Mark Delamere came. Mark the date, and mark the place.', 'Paris Delorme came. She left for Paris.')).toEqual([
      'Mark Delamere=mark',
      'Paris Delorme=paris',
    ]);
  });

  it('may be short: no namesake, and the same person', () => {
    expect(marked('Robert Smith spoke. Later Bob Smith left. Smith was tired.')).toEqual([
      'Robert Smith=smith',
      'Smith=smith',
      'Smith=smith',
    ]);
    expect(marked('Robert Smith spoke. His sister Roberta Smith left.')).toEqual(['Robert Smith=smith']);
  });
});

describe('other short names', () => {
  it('count after the full one, wherever that stands', () => {
    expect(marked('QHAB says no', 'The Quay and Harbour Affairs Board met.')).toEqual([
      'QHAB=board',
      'Quay and Harbour Affairs Board=board',
    ]);
    expect(marked('He came from Fairview, Ohio. In Fairview they waited.')).toEqual(['Fairview, Ohio=town', 'Fairview=town']);
    expect(marked('QHAB says no. In Fairview they waited.')).toEqual([]);
  });

  it('are the article’s own where somebody else is called so', () => {
    const gazetteer = openGazetteer(
      compileGazetteer([
        { id: 'board', kind: 'organisation', names: [{ text: 'Quay and Northern Board' }], surnames: [], open: true },
        { id: 'news', kind: 'outlet', names: [{ text: 'Quiet Nightly' }, { text: 'QN' }], surnames: [], open: true },
      ]),
    );
    const read = (text: string) => detect(gazetteer, [text]).flatMap(({ mentions }) => mentions.map((m) => `${m.surface}=${m.subject}`));
    expect(read('QN reported it.')).toEqual(['QN=news']);
    expect(read('The Quay and Northern Board (QN) met. QN agreed.')).toEqual(['Quay and Northern Board=board', 'QN=board']);
  });

  it('are no second mention in the brackets after it', () => {
    expect(marked('The Quay and Harbour Affairs Board (QHAB) met.')).toEqual(['Quay and Harbour Affairs Board=board']);
  });

  it('are full where only an initial or a legal form is missing', () => {
    expect(marked('Jorinda Brandt spoke for Kontor Nordmeer.')).toEqual(['Jorinda Brandt=brandt', 'Kontor Nordmeer=works']);
  });
});
