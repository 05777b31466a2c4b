/** Which match counts, and as whom: each rule by sentences made for it. Smith, Brandt and Moreau are nobody. */
import { describe, expect, it } from 'vitest';
import { compileGazetteer } from '@/core/gazetteer/compile';
import { openGazetteer } from '@/core/gazetteer/open';
import { detect } from '@/core/linking/detect';
import { officesOf } from '@/core/linking/titles';
import type { NameForm, SubjectKind } from '@/core/model/actor';

type Tracked = readonly [id: string, kind: SubjectKind, ...names: (string | NameForm)[]];

const TRACKED: readonly Tracked[] = [
  ['smith', 'person', 'John Smith'],
  ['moreau', 'person', 'Claire Moreau'],
  ['leyen', 'person', 'Ursula von der Leyen'],
  ['brandt', 'person', 'Jonas Brandt', 'Brandt'],
  ['paris', 'place', 'Paris'],
  ['washington', 'place', 'Washington'],
  ['mexico', 'place', 'Mexico'],
  ['us', 'place', 'United States', 'US'],
  ['nato', 'organisation', 'NATO'],
  ['gazette', 'outlet', 'The Daily Gazette', { text: 'The Gazette', weak: true }],
];

function read(texts: readonly string[], tracked: readonly Tracked[] = TRACKED): string[] {
  const gazetteer = openGazetteer(
    compileGazetteer(
      tracked.map(([id, kind, ...names]) => ({
        id,
        kind,
        names: names.map((n) => (typeof n === 'string' ? { text: n } : n)),
        surnames: [],
        open: true,
      })),
    ),
  );
  return detect(gazetteer, texts).flatMap((block) => block.mentions.map((m) => `${m.surface}=${m.subject} ${m.reason}`));
}

describe('full-name gate', () => {
  it('does not mark a surname whose bearer the article never names', () => {
    expect(read(['On Monday Smith resigned.'])).toEqual([]);
  });

  it('counts surnames before and after the full name, in any block', () => {
    expect(read(['Smith resigns', 'John Smith resigned.', 'Critics of Smith cheered.'])).toEqual([
      'Smith=smith named-in-full',
      'John Smith=smith full-name',
      'Smith=smith named-in-full',
    ]);
  });

  it('opens by office and surname', () => {
    expect(read(['NATO Chief Smith spoke. Later Smith left.'])).toEqual([
      'NATO=nato full-name',
      'Smith=smith title-and-surname',
      'Smith=smith named-in-full',
    ]);
    expect(read(['Der Bundeskanzler Smith sprach.'])).toEqual(['Smith=smith title-and-surname']);
    expect(read(['le président Moreau a parlé'])).toEqual(['Moreau=moreau title-and-surname']);
    expect(read(['Gespräch mit NATO-Generalsekretär Moreau'])).toEqual(['NATO=nato full-name', 'Moreau=moreau title-and-surname']);
  });

  it('does not open by courtesy, unless the surname has several words', () => {
    expect(read(['Mr Smith spoke.', 'Senator Smith left.'])).toEqual([]);
    expect(read(['Mme von der Leyen a parlé.'])).toEqual(['von der Leyen=leyen title-and-surname']);
  });

  it('takes a one-word name that the pack lists as enough', () => {
    expect(read(['On Monday Brandt resigned.'])).toEqual(['Brandt=brandt only-bearer']);
  });
});

describe('somebody else', () => {
  it('leaves a surname after a stranger’s first name', () => {
    expect(read(['John Smith came. His niece Oksana Smith did not.'])).toEqual(['John Smith=smith full-name']);
    expect(read(['John Smith came.', 'Viktor Smith did not.'])).toEqual(['John Smith=smith full-name']);
    expect(read(['The singer Zlatana Brandt left.'])).toEqual([]);
  });

  it('gives the bare surname to nobody once a namesake was named last or as often', () => {
    expect(read(['John Smith met Viktor Smith. Smith was pleased.'])).toEqual(['John Smith=smith full-name']);
    expect(read(['Viktor Smith met John Smith. Then John Smith spoke. Smith was pleased.'])).toEqual([
      'John Smith=smith full-name',
      'John Smith=smith full-name',
      'Smith=smith named-in-full',
    ]);
    expect(read(['John Smith spoke. John Smith met Viktor Smith. Smith was pleased.'])).toEqual([
      'John Smith=smith full-name',
      'John Smith=smith full-name',
    ]);
    expect(read(['Viktor Smith and Otto Smith met John Smith. Smith was pleased.'])).toEqual(['John Smith=smith full-name']);
    expect(read(['Smith resigns', 'Viktor Smith met John Smith.'])).toEqual(['John Smith=smith full-name']);
    expect(read(['John Smith met Viktor Smith. President Smith was pleased.'])).toEqual([
      'John Smith=smith full-name',
      'Smith=smith title-and-surname',
    ]);
  });

  it('abstains between two tracked persons of one surname', () => {
    const two: Tracked[] = [
      ['a', 'person', 'John Smith'],
      ['b', 'person', 'Mary Smith'],
    ];
    expect(read(['John Smith met Mary Smith.', 'Later Smith left.'], two)).toEqual(['John Smith=a full-name', 'Mary Smith=b full-name']);
    expect(read(['Mary Smith spoke.', 'Later Smith left.'], two)).toEqual(['Mary Smith=b full-name', 'Smith=b named-in-full']);
    expect(read(['President Smith left.'], two)).toEqual([]);
  });

  it('abstains from a surname beside one of that name who is too common to be marked', () => {
    const two: Tracked[] = [
      ['a', 'person', 'Ada Smith'],
      ['b', 'person', { text: 'Mike Smith', weak: true }, 'Governor Mike Smith'],
    ];
    expect(read(['Ada Smith came. Smith left.'], two)).toEqual(['Ada Smith=a full-name', 'Smith=a named-in-full']);
    expect(read(['Ada Smith met Mike Smith. Smith left.'], two)).toEqual(['Ada Smith=a full-name']);
    expect(read(['Mike Smith met Ada Smith.', 'Smith left.'], two)).toEqual(['Ada Smith=a full-name']);
  });

  it('abstains where a full name has two bearers', () => {
    const two: Tracked[] = [
      ['a', 'person', 'John Smith'],
      ['b', 'person', 'John Smith', 'John Q. Smith'],
    ];
    expect(read(['John Smith spoke.'], two)).toEqual([]);
    expect(read(['John Q. Smith came. John Smith spoke.'], two)).toEqual(['John Q. Smith=b full-name', 'John Smith=b full-name']);
  });

  it('reads initials by the given name', () => {
    expect(read(['John Smith spoke. J. Smith left.'])).toEqual(['John Smith=smith full-name', 'Smith=smith named-in-full']);
    expect(read(['John Smith spoke. M. Smith left.'])).toEqual(['John Smith=smith full-name']);
  });

  it('reads a given name before an initial, and no initial as a full name', () => {
    expect(read(['John Smith spoke. Aide Jorinda T. Smith left. Linda J. Smith stayed.'])).toEqual(['John Smith=smith full-name']);
    expect(read(['On Monday J. Smith left. Smith was late.'])).toEqual([]);
  });

  it('reads M. as monsieur in French', () => {
    expect(read(['Selon John Smith et la presse, M. Smith a quitté le parti.'])).toEqual([
      'John Smith=smith full-name',
      'Smith=smith named-in-full',
    ]);
  });

  it('knows O’Smith and Junior for others', () => {
    expect(read(['John Smith spoke. Then O’Smith and John Smith Jr. left, and Parker-Smith too.'])).toEqual(['John Smith=smith full-name']);
  });
});

describe('something else', () => {
  it.each([
    'The John Smith Foundation opened.',
    'They sailed on the USS John Smith today.',
    'In der Jonas-Brandt-Straße brennt es.',
    'She works at Brandt Motors now.',
    'They stayed at Brandt Tower.',
    'Il habite rue Jonas Brandt.',
    'She reads The Washington Post daily.',
    'They follow Paris Hilton there.',
    'He flew with Paris Airlines there.',
    'The storm over New Mexico grew.',
    'Oil in the Gulf of Mexico spread.',
    'The novelist Jack Paris wrote.',
    'Many of the runners at the Paris Marathon later watched the final of the Washington International Open.',
    'The Paris Marathon and the Washington Agreement',
    'ABOUT US',
    'Sie wohnt in Paris-Nord allein.',
    'transatlantic, Parisian, NATOs',
  ])('%s', (text) => {
    expect(read([text])).toEqual([]);
  });

  it('knows a place that is a given name before a surname, in German too', () => {
    const places: Tracked[] = [...TRACKED, ['sofia', 'place', 'Sofia']];
    const german = 'Es ist klar, dass die Lage nicht leicht ist und auch bei der Partei im Land für Unruhe sorgt.';
    expect(read([german, 'Für Sofia Östmark war der Lauf nach dem Sturz vorbei.'], places)).toEqual([]);
    expect(read(['Ayer habló Sofia Duarte en la plaza.'], places)).toEqual([]);
    expect(read([german, 'Der Zug nach Sofia fährt.', 'Gestern hat Paris Truppen entsandt.'], places)).toEqual([
      'Sofia=sofia full-name',
      'Paris=paris full-name',
    ]);
  });

  it('marks an agency without the job that tells which one is meant', () => {
    const agency: Tracked = ['agency', 'outlet', 'Example Press', 'EP journalist', { text: 'EP', weak: true }];
    expect(read(['An EP Journalist was there.'], [...TRACKED, agency])).toEqual(['EP=agency full-name']);
  });

  it('knows an occasion whose word is somebody’s name as well', () => {
    const open: Tracked = ['open', 'outlet', 'The Open Journal', { text: 'Open', weak: true }];
    expect(read(['They played the final of the Washington International Open there.'], [...TRACKED, open])).toEqual([]);
  });

  it('still marks the name beside verbs, offices, and in headlines', () => {
    expect(
      read([
        'Claire Moreau Discusses Paris Crisis With NATO Before Winter Begins',
        'The second Moreau administration',
        'Moreau, Brandt and Washington',
      ]),
    ).toEqual([
      'Claire Moreau=moreau full-name',
      'Paris=paris full-name',
      'NATO=nato full-name',
      'Moreau=moreau named-in-full',
      'Moreau=moreau named-in-full',
      'Brandt=brandt only-bearer',
      'Washington=washington full-name',
    ]);
    expect(read(['Paris Mayor speaks', 'the Moreau-Brandt talks about Claire Moreau'])).toContain('Moreau=moreau named-in-full');
  });

  it('takes a short abbreviation for a word in a line of capitals', () => {
    expect(read(['MOREAU TELLS US TO WAIT LONGER'])).toEqual([]);
    expect(read(['Moreau tells US officials to wait'])).toEqual(['US=us full-name']);
  });

  it('does not take another tracked name for a first name', () => {
    expect(read(['Yesterday in Mexico Brandt spoke to them.'])).toEqual(['Mexico=mexico full-name', 'Brandt=brandt only-bearer']);
  });

  it('lets German nouns stand before a surname', () => {
    const german = 'Es ist klar, dass die Lage nicht leicht ist und auch bei der Partei im Land für Unruhe sorgt.';
    expect(
      read([
        german,
        'Gestern haben Claire Moreau und ihr alter Rivale Brandt lange miteinander gesprochen, wie später Amtsinhaber Brandt sagte.',
      ]),
    ).toEqual(['Claire Moreau=moreau full-name', 'Brandt=brandt only-bearer', 'Brandt=brandt only-bearer']);
  });
});

describe('events', () => {
  const tracked: Tracked[] = [
    ...TRACKED,
    ['talks', 'event', 'Moreau’s NATO talks', 'Paris Summit', 'Smith meeting', 'Moreau Rescue Plan', 'Rescue Moreau Fund'],
  ];

  it('do not hide the actors in their names', () => {
    expect(read(['Claire Moreau spoke. Moreau’s NATO talks went on.'], tracked)).toEqual([
      'Claire Moreau=moreau full-name',
      'Moreau=moreau named-in-full',
      'Moreau’s NATO talks=talks full-name',
      'NATO=nato full-name',
    ]);
  });

  it('are no strangers to the actors in their names', () => {
    expect(
      read(['Claire Moreau spoke. Critics of the Moreau Rescue Plan and friends of the Rescue Moreau Fund left early.'], tracked),
    ).toEqual([
      'Claire Moreau=moreau full-name',
      'Moreau=moreau named-in-full',
      'Moreau Rescue Plan=talks full-name',
      'Rescue Moreau Fund=talks full-name',
      'Moreau=moreau named-in-full',
    ]);
  });

  it('lend no stranger’s first name and no other thing to the actors in and beside them', () => {
    expect(read(['At the Paris Summit Brandt spoke.'], tracked)).toEqual([
      'Paris=paris full-name',
      'Paris Summit=talks full-name',
      'Brandt=brandt only-bearer',
    ]);
    expect(read(['John Smith spoke. The Viktor Smith meeting followed.'], tracked)).toEqual([
      'John Smith=smith full-name',
      'Smith meeting=talks full-name',
    ]);
  });
});

describe('weak names', () => {
  it('count for outlets and places named in full, and never else', () => {
    expect(read(['He told The Gazette so.'])).toEqual([]);
    expect(read(['The Daily Gazette reported it. He told The Gazette so.'])).toEqual([
      'The Daily Gazette=gazette full-name',
      'The Gazette=gazette named-in-full',
    ]);
    const town: Tracked[] = [['x', 'place', 'Old Town', { text: 'Town', weak: true }]];
    expect(read(['Old Town and Town'], town)).toEqual(['Old Town=x full-name', 'Town=x named-in-full']);
    expect(read(['In Town'], town)).toEqual([]);
    expect(read(['Old Board and Board'], [['x', 'organisation', 'Old Board', { text: 'Board', weak: true }]])).toEqual([
      'Old Board=x full-name',
    ]);
  });
});

describe('abbreviations that the article introduces', () => {
  const tracked: Tracked[] = [['quay', 'organisation', 'Quay Harbour Board'], ['other', 'organisation', 'Quiet Hill Bank'], ...TRACKED];

  it('count in the same article, before and after', () => {
    expect(read(['QHB says no', 'The Quay Harbour Board (QHB) met. The QHB’s plan, not QHBX.'], tracked)).toEqual([
      'QHB=quay named-in-full',
      'Quay Harbour Board=quay full-name',
      'QHB=quay named-in-full',
    ]);
    expect(read(['The QHB met.'], tracked)).toEqual([]);
  });

  it('are nobody’s with two bearers, with letters of another name, or of a person', () => {
    expect(read(['Quay Harbour Board (QHB) and Quiet Hill Bank (QHB). QHB fell.'], tracked)).toEqual([
      'Quay Harbour Board=quay full-name',
      'Quiet Hill Bank=other full-name',
    ]);
    expect(read(['Quay Harbour Board (UK) met. UK too. John Smith (JS) left. JS.'], tracked)).toEqual([
      'Quay Harbour Board=quay full-name',
      'John Smith=smith full-name',
    ]);
  });
});

describe('offices', () => {
  const text = ['President Smith spoke.', 'Secretary Smith left.'];
  const mentions = (offices?: number) => {
    const gazetteer = openGazetteer(
      compileGazetteer([
        {
          id: 's',
          kind: 'person',
          names: [{ text: 'John Smith' }],
          surnames: [],
          open: true,
          ...(offices === undefined ? {} : { offices }),
        },
      ]),
    );
    return detect(gazetteer, text).map((block) => block.mentions.map((m) => `${m.surface} ${m.reason}`));
  };

  it('open only by a title that the person bears', () => {
    expect(mentions(officesOf(['Secretary of Health of Exampleland']))).toEqual([[], ['Smith title-and-surname']]);
    expect(mentions(officesOf(['President of Exampleland', 'Secretary of State']))).toEqual([
      ['Smith title-and-surname'],
      ['Smith title-and-surname'],
    ]);
    expect(mentions(officesOf([]))).toEqual([[], []]);
  });

  it('open by any title where nothing is known of them', () => {
    expect(mentions()).toEqual([['Smith title-and-surname'], ['Smith title-and-surname']]);
  });

  it('read the country between title and surname as no first name', () => {
    expect(read(['The words of the president of Exampleland Smith were clear.'])).toEqual([]);
    expect(read(['Встреча с президентом Эксландии Смитом прошла.'], [['s', 'person', 'Джон Смит']])).toEqual([
      'Смитом=s title-and-surname',
    ]);
  });
});

describe('link', () => {
  it('answers one list per block, offsets into that block, in linear time', () => {
    const texts = ['Nothing here', 'John Smith', ''];
    const gazetteer = openGazetteer(
      compileGazetteer([{ id: 's', kind: 'person', names: [{ text: 'John Smith' }], surnames: [], open: true }]),
    );
    expect(detect(gazetteer, texts)).toEqual([
      { mentions: [], undecided: [] },
      { mentions: [{ start: 0, end: 10, subject: 's', kind: 'person', surface: 'John Smith', reason: 'full-name' }], undecided: [] },
      { mentions: [], undecided: [] },
    ]);
    expect(detect(gazetteer, [])).toEqual([]);
    expect(detect(gazetteer, ['John Smith met Smith. '.repeat(20_000)])[0]?.mentions).toHaveLength(40_000);
  });
});
