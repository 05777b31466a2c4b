/** What a tracked name may also be written as, held to how six languages' papers write people everybody knows. */
import { describe, expect, it } from 'vitest';
import { doubtsOf, proposeKind, proposeNames, tidyName } from '@/core/naming/propose';
import { slugOf } from '@/core/naming/transliterate';
import { parsePack } from '@/core/pack/parse';
import world from '../../../public/packs/world.json' with { type: 'json' };

const texts = (name: string, kind = proposeKind(name)) => proposeNames(name, kind).map(({ text }) => text);

describe('proposed names', () => {
  it.each([
    ['Володимир Зеленський', ['Volodymyr Zelensky', 'Wolodymyr Selenskyj', 'Владимир Зеленский', 'Зеленський', 'Selenskyj']],
    ['Юлія Свириденко', ['Yulia Svyrydenko', 'Julija Swyrydenko', 'Yulia Sviridenko', 'Юлия Свириденко']],
    ['Андрій Сибіга', ['Andrii Sybiha', 'Andriy Sybiha', 'Andriï Sybiha', 'Andrij Sybiha', 'Андрей Сибига']],
    ['Валерій Залужний', ['Valerii Zaluzhnyi', 'Valeriï Zaloujny', 'Walerij Saluschnyj', 'Валерий Залужный']],
    ['Владимир Путин', ['Vladimir Putin', 'Vladimir Poutine', 'Wladimir Putin', 'Володимир Путін']],
    ['Сергей Лавров', ['Sergei Lavrov', 'Sergey Lavrov', 'Sergej Lawrow', 'Lavrov']],
    ['Mark Rutte', ['Rutte', 'Марк Рутте']],
    ['Ursula von der Leyen', ['von der Leyen']],
    ['James David Vance', ['J. D. Vance', 'Vance']],
  ])('%s', (name, expected) => {
    expect(proposeKind(name)).toBe('person');
    expect(texts(name)).toEqual(expect.arrayContaining(expected));
  });

  it('gives organisations their initials and no family name, in any of the languages', () => {
    expect(proposeKind('European Public Prosecutor’s Office')).toBe('organisation');
    expect(texts('European Public Prosecutor’s Office')).toEqual(['European Public Prosecutor’s Office', 'EPPO']);
    expect(texts('Direction générale de la sécurité intérieure', 'organisation')).toContain('DGSI');
    expect(texts('Международный уголовный суд', 'organisation')).toEqual(['Международный уголовный суд', 'МУС']);
  });

  it('takes unasked only what papers would write, and nothing guessed into another script', () => {
    const sure = (name: string) => proposeNames(name, 'person').flatMap((one) => (one.sure ? [one.text] : []));
    expect(sure('Mark Rutte')).toEqual(['Mark Rutte', 'Rutte']);
    expect(sure('James David Vance')).toEqual(['James David Vance', 'Vance']);
  });

  it('writes most Ukrainian and Russian people of the world pack as the pack has them', () => {
    const read = parsePack('world.json', world);
    if (!read.ok) throw new Error('the world pack does not parse');
    let people = 0;
    let found = 0;
    for (const { names } of read.pack.actors.filter(({ kind, country }) => kind === 'person' && (country === 'UA' || country === 'RU'))) {
      const own = names.find(({ lang, text }) => lang === 'uk' && /\s/.test(text));
      if (!own) continue;
      people++;
      const latin = new Set(names.filter(({ text }) => /\p{Script=Latin}/u.test(text)).map(({ text }) => text));
      if (texts(own.text, 'person').some((text) => latin.has(text))) found++;
    }
    expect(people).toBeGreaterThan(20);
    expect(found / people).toBeGreaterThan(0.6);
  });
});

describe('doubts', () => {
  it.each([
    ['Time', ['word']],
    ['Zeit', ['word']],
    ['Правда', ['word']],
    ['EU', ['short']],
    ['EPPO', []],
    ['Bo', ['short']],
    ['us', ['refused']],
    ['x', ['refused']],
    ['…', ['refused']],
    ['John', ['first-name']],
    ['Mark Rutte', []],
    ['harbour board', ['small']],
    ['北京', []],
  ])('%s: %s', (name, expected) => {
    expect(doubtsOf(name)).toEqual(expected);
  });
});

describe('a selection', () => {
  it.each([
    ['  “Jane  Doe’s”, ', 'Jane Doe'],
    ['Jane\u00a0Doe.', 'Jane Doe'],
    ['(EPPO)', 'EPPO'],
    ['J. D. Vance', 'J. D. Vance'],
    ['Ma\u00adcron', 'Macron'],
    ['—', ''],
  ])('%j is tidied to %j', (selected, name) => {
    expect(tidyName(selected)).toBe(name);
  });

  it.each([
    ['Юлія Свириденко', 'yuliia-svyrydenko'],
    ['Élodie O’Neil', 'elodie-oneil'],
    ['北京', ''],
  ])('%s has the id %j', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });
});
