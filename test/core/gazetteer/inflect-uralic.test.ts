/** Finnish and Hungarian names with their endings, in sentences written for this. */
import { describe, expect, it } from 'vitest';
import { compileGazetteer } from '@/core/gazetteer/compile';
import { inflections } from '@/core/gazetteer/inflect';
import { openGazetteer } from '@/core/gazetteer/open';
import type { SubjectNames } from '@/core/gazetteer/types';

const given = (kind: SubjectNames['kind'], ...names: SubjectNames['names']): SubjectNames => ({
  id: 't:1',
  kind,
  names,
  surnames: [],
  open: true,
});
const found = (subject: SubjectNames, text: string) =>
  openGazetteer(compileGazetteer([subject]))
    .scan(text)
    .map(({ start, end }) => text.slice(start, end));

describe('Finnish names', () => {
  const virtanen = given('person', { text: 'Aino Virtanen', lang: 'fi' });

  it.each([
    ['Hallitus kertoi, että Aino Virtasen esitys hyväksyttiin.', 'Aino Virtasen'],
    ['Lehden mukaan Aino Virtaselle myönnettiin palkinto.', 'Aino Virtaselle'],
    ['Kokous, jonka Aino Virtanen avasi, jatkuu.', 'Aino Virtanen'],
    ['Luottamus Aino Virtaseen oli suuri.', 'Aino Virtaseen'],
    ['Toimittaja haastatteli Aino Virtasta myös eilen.', 'Aino Virtasta'],
  ])('%s', (text, name) => {
    expect(found(virtanen, text)).toEqual([name]);
  });

  it('of places take the vowels that go with their own, a linking vowel, and the weak grade', () => {
    const forms = (text: string) => inflections(text, { person: false, lang: 'fi', latin: false }).map((each) => each.text);
    expect(forms('Porvoo')).toEqual(expect.arrayContaining(['Porvoon', 'Porvoossa', 'Porvoota', 'Porvoohon']));
    expect(forms('Köpinki')).toEqual(expect.arrayContaining(['Köpinkissä', 'Köpinkiin']));
    expect(forms('Hamburg')).toEqual(expect.arrayContaining(['Hamburgin', 'Hamburgissa', 'Hamburgia', 'Hamburgiin', 'Hamburgiksi']));
    expect(forms('Marokko')).toEqual(expect.arrayContaining(['Marokon', 'Marokossa', 'Marokkoa', 'Marokkoon']));
    expect(forms('Marokko')).not.toContain('Marokossä');
    expect(forms('EU')).toEqual([]);
  });
});

describe('Hungarian names', () => {
  const kovacs = given('person', { text: 'Péter Kovács' }, { text: 'Kovács Péter', lang: 'hu' });

  it.each([
    ['A kormány szerint Kovács Péternek igaza van.', ['Kovács Péternek']],
    ['Azt mondta Kovács Péter, hogy jön. Kovácsnak egy levelet küldtek.', ['Kovács Péter', 'Kovácsnak']],
    ['Tegnap egy lap Kovács Péterrel beszélt.', ['Kovács Péterrel']],
    // The given name is no family name, whatever stands last.
    ['Azt mondta, hogy Péternek nincs ideje.', []],
  ])('%s', (text, names) => {
    expect(found(kovacs, text)).toEqual(names);
  });

  it('lengthen a last vowel, follow its harmony, and double the consonant before -val', () => {
    const forms = (text: string) => inflections(text, { person: false, lang: 'hu', latin: false }).map((each) => each.text);
    expect(forms('Barcelona')).toEqual(expect.arrayContaining(['Barcelonának', 'Barcelonában', 'Barcelonát', 'Barcelonával']));
    expect(forms('Budapest')).toEqual(expect.arrayContaining(['Budapesten', 'Budapestről', 'Budapesttel']));
    expect(forms('Kraków')).toEqual(expect.arrayContaining(['Krakówban', 'Krakównál']));
    expect(forms('Veszprémgy')).toContain('Veszprémggyel');
    expect(forms('Győr')).toEqual(expect.arrayContaining(['Győrhöz', 'Győrt', 'Győrrel']));
    expect(forms('Győr')).not.toContain('Győrhoz');
  });
});

describe('these endings', () => {
  it('count in a text of the language only', () => {
    const place = given('place', { text: 'Oulu', lang: 'fi' });
    expect(found(place, 'Hän sanoi, että Oulun satama aukeaa, mutta myöhemmin.')).toEqual(['Oulun']);
    expect(found(place, 'The Oulun ferry left.')).toEqual([]);
    expect(found(place, 'The ferry to Oulu left.')).toEqual(['Oulu']);
  });

  it('are on no name that does not say so', () => {
    for (const text of ['Hamburg', 'Aino Virtanen']) {
      const languages = inflections(text, { person: false, latin: true }).map(({ language }) => language);
      expect(languages.filter((language) => language > 3)).toEqual([]);
    }
  });
});
