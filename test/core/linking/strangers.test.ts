/** Namesakes, companies, towns, dishes and ordinary words that look like a tracked name: what stays unmarked, and what does not. */
import { describe, expect, it } from 'vitest';
import { compileGazetteer } from '@/core/gazetteer/compile';
import { openGazetteer } from '@/core/gazetteer/open';
import type { SubjectNames } from '@/core/gazetteer/types';
import { detect } from '@/core/linking/detect';
import type { NameForm, SubjectKind } from '@/core/model/actor';

function subject(id: string, kind: SubjectKind, names: readonly (string | NameForm)[], country?: string): SubjectNames {
  const forms = names.map((name) => (typeof name === 'string' ? { text: name } : name));
  return { id, kind, names: forms, surnames: [], open: true, ...(country ? { country } : {}) };
}

const weak = (text: string): NameForm => ({ text, weak: true });
const GAZETTEER = openGazetteer(
  compileGazetteer([
    subject('smith', 'person', ['John Smith', 'Джон Смит']),
    subject('brandt', 'person', ['Jonas Brandt']),
    subject('kim', 'person', ['Kim Jong Un']),
    subject('us', 'place', ['United States', 'US'], 'US'),
    subject('lebanon', 'place', ['Lebanon'], 'LB'),
    subject('berlin', 'place', ['Berlin'], 'DE'),
    subject('armenia', 'place', ['Armenia'], 'AM'),
    subject('houston', 'place', ['Houston'], 'US'),
    subject('turkey', 'place', ['Turkey'], 'TR'),
    subject('brussels', 'place', ['Brussels'], 'BE'),
    subject('kyiv', 'place', ['Kyiv', 'Kiev'], 'UA'),
    subject('standard', 'outlet', ['Der Standard', weak('Standard'), 'derStandard.at']),
    subject('time', 'outlet', ['Time magazine', weak('Time')]),
  ]),
);

/** The texts, one block each, with brackets around what is marked. */
function marked(...texts: string[]): string[] {
  return detect(GAZETTEER, texts).map(({ mentions }, i) => {
    const text = texts[i] ?? '';
    let at = 0;
    const parts = mentions.map(({ start, end }) => {
      const part = `${text.slice(at, start)}[${text.slice(start, end)}]`;
      at = end;
      return part;
    });
    return parts.join('') + text.slice(at);
  });
}

/** Each text as an article of its own, written with the brackets that it should get. */
function expectMarks(...expected: string[]): void {
  for (const text of expected) expect(marked(text.replace(/[[\]]/g, ''))).toEqual([text]);
}

const GERMAN = 'Es ist klar, dass die Lage nicht leicht ist und auch bei der Partei für Unruhe sorgt.';

describe('a stranger’s first name', () => {
  it('is one at the start of a sentence too', () => {
    expectMarks(
      '[John Smith] spoke. Cyrus Smith left. Eli Smith stayed.',
      '[Джон Смит] приехал. Тимофей Смит уехал.',
      '[John Smith] spoke today. — Dwayne Smith',
      `${GERMAN} [Jonas Brandt] sprach. Anneliese Brandt ging.`,
    );
  });

  it('is none where the word opens sentences, occurs in small letters, is short or a possessive', () => {
    expectMarks(
      '[John Smith] spoke. Meanwhile [Smith] left. Hoy [Smith] came.',
      '[John Smith] spoke to supporters. Supporters [Smith] had met left.',
      'In Bavaria’s view [John Smith] is right. Not so Bavaria’s [Smith] fans.',
      '[Джон Смит] приехал. Собеседник [Смита] уехал.',
      `${GERMAN} [Jonas Brandt] sprach. Gastgeber [Brandt] ging. Ihr alter Rivale [Brandt] blieb.`,
    );
  });

  it('makes a namesake unless it may say what somebody is', () => {
    expectMarks('[John Smith] met the singer Zlatana Smith. Smith left.', '[John Smith] won, and the Texan Smith was glad. [Smith] left.');
  });

  it('is seen in short lines, whatever the names in them', () => {
    expectMarks(
      'Singer Zlatana Smith sang for [John Smith]',
      '[John Smith] spoke today. Later Zlatana Smith smiled',
      '[John Smith] and Singer Zlatana Smith, Actor Cyrus Smith',
    );
    expect(marked('Smith Meets Allies Again', 'John Smith met allies.')[0]).toBe('[Smith] Meets Allies Again');
  });

  it('proves no namesake in a headline of few words', () => {
    expect(marked('Talks: Brandt Meets Smith', 'John Smith met Jonas Brandt. Yesterday Smith left.')).toEqual([
      'Talks: [Brandt] Meets Smith',
      '[John Smith] met [Jonas Brandt]. Yesterday [Smith] left.',
    ]);
  });

  it('can be the tracked surname itself', () => {
    expectMarks('Kim Kardashian met [Kim Jong Un]. Kim said so.', '[Kim Jong Un] spoke. [Kim] left.');
  });
});

describe('a namesake who comes later', () => {
  it('takes nothing from the sentences before', () => {
    expectMarks('[John Smith] spoke. [Smith] left. Cyrus Smith and Oksana Smith came. Smith was tired.');
  });
});

describe('a ship', () => {
  it('is none of its name’s bearer, whatever else is called USS', () => {
    const subjects = [subject('smith', 'person', ['John Smith']), subject('senate', 'organisation', ['United States Senate'])];
    const [block] = detect(openGazetteer(compileGazetteer(subjects)), ['The United States Senate honoured the USS John Smith today.']);
    expect(block?.mentions.map((m) => m.subject)).not.toContain('smith');
  });
});

describe('a surname', () => {
  it('beside an ampersand or before a capital that begins a German sentence with it is a company', () => {
    expectMarks(
      '[John Smith] spoke. Smith & Smith shares fell, and Brandt & Smith too.',
      `${GERMAN} [Jonas Brandt] sprach. Brandt Kaffee wird teurer. [Brandt] ging.`,
      '[John Smith] spoke. Smith Coffee opened.',
    );
  });
});

describe('a short abbreviation', () => {
  it('is a word in a line of capitals and before other pronouns', () => {
    expectMarks('IT IS UP TO US TO ACT', 'JOIN US NOW', 'CAN HE DO IT FOR US?', 'US and them.', 'The story of US versus them');
  });

  it('is a name elsewhere, in a list of abbreviations too', () => {
    expectMarks('[US] and Russian officials met.', 'EU, [US], UN', 'He said the [US] would act');
  });
});

describe('a place', () => {
  it('before a state of North America is a town there, unless it lies there', () => {
    expectMarks(
      'Born in Lebanon, Ohio, he moved to Berlin, N.H., and Lebanon, Pa. and Berlin, CT today.',
      'Born in Berlin, New Hampshire, and Berlin, Georgia.',
      'He lives in [Houston], Texas.',
    );
  });

  it('stays in lists and before its country', () => {
    expectMarks(
      '[Armenia], Georgia and Moldova met in [Berlin], Germany.',
      '[Armenia], Georgia, Moldova',
      'In [Berlin], Indian and Minister Delamere',
      '[Berlin], [US] and EU',
    );
  });

  it('is no dish', () => {
    expectMarks(
      'Turkey Sandwich Recipe',
      'Best Turkey Recipes for Christmas',
      'Turkey farmers sell turkey early.',
      'Brussels Sprouts and Chicken Kiev',
      '[Turkey] and [Brussels] agreed in [Kyiv].',
    );
  });
});

describe('an outlet before a part of it', () => {
  it('is that part', () => {
    expectMarks(
      '[Time magazine] named him. A Time magazine Films documentary, and a Time magazine Radio hour.'.replace(
        'a Time magazine Radio',
        'a [Time magazine] Radio',
      ),
    );
  });
});

describe('an outlet named by an ordinary word', () => {
  it('is none at the start of a German sentence without a report', () => {
    expectMarks(
      'Der Standard wurde erhöht.',
      '[Der Standard] berichtet es.',
      'So las man es im Blatt [Der Standard] gestern.',
      '[Der Standard]-Redakteur Huber kam.',
    );
    expectMarks('[Der Standard] wurde gestern spät abends und ohne jede Ankündigung gelesen, so [derStandard.at] selbst.');
  });

  it('needs a report beside its weak name in German', () => {
    expectMarks(
      `${GERMAN} Das meldet [derStandard.at]. Mehr will die Redaktion dazu am Abend sagen, heißt es. Der neue Standard gilt ab Mai.`,
      `${GERMAN} Das las man zuerst auf [derStandard.at] am Abend. Wie der [Standard] berichtet, gilt es.`,
    );
  });

  it('is the word at the start of a sentence and before will', () => {
    expectMarks(
      '[Time magazine] named him. Time will tell. Only Time will tell. Time flies. They say that Time will tell.',
      '[Time magazine] named him. He told [Time] so. [Time] reported it.',
    );
  });
});
