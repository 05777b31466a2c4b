/** The world pack: as the tables say, as the format asks, and careful enough to be installed everywhere. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Actor, NameForm } from '@/core/model/actor';
import { parseEdtf } from '@/core/model/edtf';
import { describeFault, parsePackText } from '@/core/pack/parse';
import { composePack, serialise } from '../../scripts/packs/world/compose.ts';
import { readTables, territoryName } from '../../scripts/packs/world/sources.ts';
import { LANGUAGES, type Language, readTable } from '../../scripts/packs/world/table.ts';
import {
  CAPITALS,
  CITY_NAMED_STATES,
  COUNT_ALONE,
  DEMONYMS,
  DISPUTED_SEATS,
  NEVER_ALONE,
  OTHER_STATES,
  REQUIRED,
  UN_MEMBERS,
  WEAK,
} from './world.words';

const json = readFileSync(new URL('../../public/packs/world.json', import.meta.url), 'utf8');
const result = parsePackText('world.json', json);
if (!result.ok) throw new Error(result.faults.map(describeFault).join('\n'));
const { info, actors } = result.pack;
const tables = readTables();

/** As the gazetteer compares: without case and diacritics; й and ї stay letters of their own. */
const fold = (text: string) =>
  text
    .replace(/[йї]/gi, (letter) => (letter.toLowerCase() === 'й' ? '\u0001' : '\u0002'))
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();

function actor(id: string): Actor {
  const found = actors.find((a) => a.id === `world:${id}`);
  if (!found) throw new Error(`no actor "${id}"`);
  return found;
}

/** Names that are marked by themselves: the display name and the aliases, less the weak ones. */
function plainNames({ name, names }: Actor): string[] {
  const weak = new Set(names.filter((form) => form.weak).map((form) => form.text));
  return [name, ...names.map((form) => form.text)].filter((text) => !weak.has(text));
}

/** Texts of the names that a reader of the language may meet, weak ones included. */
function namesIn({ name, names }: Actor, language: Language): string[] {
  const cyrillic = language === 'uk' || language === 'ru';
  const all: readonly NameForm[] = names.some((form) => form.text === name) ? names : [{ text: name }, ...names];
  const forms = all.filter((form) => !form.lang || form.lang === language);
  return forms.map((form) => form.text).filter((text) => /\p{Script=Cyrillic}/u.test(text) === cyrillic);
}

describe('the world pack', () => {
  // Another CLDR may name a state otherwise; then the file is built anew, and its note of the version with it.
  it.skipIf(!info.sources.cldr?.title.includes(`CLDR ${process.versions.cldr}`))('is what the tables give', () => {
    expect(json).toBe(serialise(composePack(tables, territoryName, process.versions.cldr ?? '')));
  });

  it('holds enough, and is small enough to be read at install', () => {
    expect(info).toMatchObject({ id: 'world', revision: 1, licence: 'MIT' });
    expect(actors.length).toBeGreaterThanOrEqual(450);
    expect(Buffer.byteLength(json)).toBeLessThan(480_000);
  });

  it('says of every fact where it comes from', () => {
    for (const { licence, title } of Object.values(info.sources)) expect(licence, title).toBeTruthy();
    expect(Object.keys(info.sources).sort()).toEqual(['cldr', 'own']);
  });

  it.each(Object.entries(REQUIRED))('holds %s as "%s"', (id, name) => expect(actor(id).name).toBe(name));

  it('holds every member of the United Nations, Kosovo, Taiwan, Palestine and the Vatican', () => {
    const codes = tables.states.map((row) => row.country);
    expect(UN_MEMBERS).toHaveLength(193);
    expect([...codes].sort()).toEqual([...UN_MEMBERS, ...OTHER_STATES].sort());
    for (const { id, country } of tables.states) expect(actor(id)).toMatchObject({ kind: 'place', country });
  });

  it('holds a capital of every state but those that bear one name with it', () => {
    const seats = new Set(tables.capitals.flatMap(({ id }) => actor(id).country ?? []));
    const without = tables.states.map((row) => row.country).filter((country) => !seats.has(country));
    expect(without.sort()).toEqual([...CITY_NAMED_STATES, ...DISPUTED_SEATS].sort());
  });

  it.each(LANGUAGES)('names every actor in "%s"', (language) => {
    expect(actors.filter((a) => !namesIn(a, language).length).map((a) => a.id)).toEqual([]);
  });

  it.each(CAPITALS)('knows %s as the papers write it', (id, ...spellings) => {
    LANGUAGES.forEach((language, i) => {
      expect(namesIn(actor(id), language)).toContain(spellings[i]);
    });
  });

  it('knows the usual exonyms', () => {
    for (const [id, ...names] of [
      ['united-states', 'US', 'U.S.', 'USA', 'United States', 'США', 'EE.UU.', 'États-Unis'],
      ['united-kingdom', 'UK', 'U.K.', 'Britain', 'Great Britain', 'Großbritannien', 'Велика Британія'],
      ['czech-republic', 'Czechia', 'Czech Republic', 'Tschechien'],
      ['turkey', 'Turkey', 'Türkiye', 'Turquie'],
      ['ivory-coast', 'Ivory Coast', "Côte d'Ivoire", 'Elfenbeinküste'],
      ['myanmar', 'Myanmar', 'Burma', 'Birmanie'],
      ['european-union', 'EU', 'UE', 'ЄС', 'ЕС', 'Europäische Union', 'Union européenne', 'Unión Europea', 'Європейський Союз'],
      ['nato', 'NATO', 'OTAN', 'НАТО'],
    ] as const) {
      expect(plainNames(actor(id)), id).toEqual(expect.arrayContaining([...names]));
    }
  });

  it('never lets two actors share a name that counts alone', () => {
    const owners = new Map<string, Set<string>>();
    for (const a of actors) for (const text of plainNames(a)) owners.set(fold(text), (owners.get(fold(text)) ?? new Set()).add(a.id));
    expect([...owners].filter(([, who]) => who.size > 1).map(([text, who]) => `${text}: ${[...who].join(', ')}`)).toEqual([]);
  });

  it('never has a family name that is another actor', () => {
    const owners = new Map(actors.flatMap((a) => plainNames(a).map((text) => [fold(text), a.id] as const)));
    const clashes = actors.flatMap((a) =>
      a.surnames.filter((surname) => (owners.get(fold(surname)) ?? a.id) !== a.id).map((surname) => `${a.id}: ${surname}`),
    );
    expect(clashes).toEqual([]);
  });

  it('counts alone only family names that hardly anyone else bears', () => {
    for (const [id, names] of Object.entries(COUNT_ALONE)) expect(plainNames(actor(id)), id).toEqual(expect.arrayContaining([...names]));
    const plain = new Set(actors.flatMap(plainNames).map(fold));
    expect(NEVER_ALONE.filter((name) => plain.has(fold(name)))).toEqual([]);
  });

  it('lets no demonym and no known word count alone', () => {
    const plain = new Set(actors.flatMap(plainNames).map(fold));
    expect([...DEMONYMS, ...WEAK].filter((name) => plain.has(fold(name)))).toEqual([]);
    const known = new Set(actors.flatMap((a) => a.names.filter((form) => form.weak).map((form) => fold(form.text))));
    expect(WEAK.filter((name) => !known.has(fold(name)))).toEqual([]);
  });

  it('gives people the family names of each script, or none that counts', () => {
    for (const a of actors.filter(({ kind }) => kind === 'person')) {
      expect(a.surnames, a.id).not.toEqual([]);
      for (const surname of a.surnames) {
        expect(
          [a.name, ...a.names.map((form) => form.text)].some((name) => name.includes(surname)),
          `${a.id}: ${surname}`,
        ).toBe(true);
      }
    }
    expect(actor('melania-trump').surnames).toEqual(['Melania Trump']);
    expect(actor('donald-trump').surnames).toEqual(['Trump', 'Трамп']);
  });

  it('dates every office and vouches for it no longer than it knows', () => {
    const offices = actors.flatMap((a) => a.offices.map((office) => ({ ...office, holder: a.id })));
    expect(offices.length).toBeGreaterThan(200);
    for (const { from, to, asOf, holder, title } of offices) {
      const what = `${holder}, ${title}`;
      const known = parseEdtf(asOf);
      // The pack is of November 2026, and nothing in it was checked after 2025.
      expect(known?.last, what).toBeDefined();
      expect(known && known.last <= '2025-12-31', what).toBe(true);
      expect(from, what).toBeDefined();
      expect((parseEdtf(from ?? '')?.first ?? '9999') <= (known?.last ?? ''), what).toBe(true);
      if (to) expect((parseEdtf(from ?? '')?.first ?? '9999') <= (parseEdtf(to)?.last ?? ''), what).toBe(true);
    }
    expect(actor('mark-rutte').offices[0]).toMatchObject({ of: 'world:nato', from: '2024-10-01' });
  });

  it('leaves out what the dossier holds', () => {
    const folded = new Set(actors.flatMap(plainNames).map(fold));
    for (const name of ['Steve Witkoff', 'ACLED', 'Coalition of the Willing']) expect(folded.has(fold(name)), name).toBe(false);
  });
});

describe('a table that cannot be read', () => {
  it.each([
    ['a line without an id', 'FR | France', 'test.txt, line 1: a line begins with country and id'],
    ['an office of nobody', '  President; france; 2017; ; 2025', 'test.txt, line 1: an office without an actor above it'],
    [
      'an office without its last sure day',
      'FR a | A\n  President; france; 2017',
      'test.txt, line 2: an office is "title; of; from; to; as of"',
    ],
    ['a name marked twice', 'FR a | A *B *C *D', 'test.txt, line 1: unreadable name "A *B *C *D"'],
  ])('says where: %s', (_, text, message) => {
    expect(() => readTable('test.txt', text)).toThrow(message);
  });
});
