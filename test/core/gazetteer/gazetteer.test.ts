/** What is found and what is not, name by name; the packed form's errors; large tables. */
import { describe, expect, it } from 'vitest';
import { compileGazetteer } from '@/core/gazetteer/compile';
import { openGazetteer } from '@/core/gazetteer/open';
import { surnamesOf } from '@/core/gazetteer/surnames';
import type { SubjectNames } from '@/core/gazetteer/types';
import { variantsOf } from '@/core/gazetteer/variants';
import type { NameForm, SubjectKind } from '@/core/model/actor';

function subject(id: string, kind: SubjectKind, names: readonly (string | NameForm)[], surnames: readonly string[] = []): SubjectNames {
  return { id, kind, names: names.map((n) => (typeof n === 'string' ? { text: n } : n)), surnames, open: id.startsWith('open') };
}

/** Surfaces found in a text with one subject of these names. */
function found(kind: SubjectKind, names: readonly (string | NameForm)[], text: string): string[] {
  const gazetteer = openGazetteer(compileGazetteer([subject('t:x', kind, names)]));
  return gazetteer.scan(text).map((m) => text.slice(m.start, m.end));
}

describe('names in text', () => {
  it.each<[SubjectKind, (string | NameForm)[], string, string[]]>([
    ['place', ['Paris'], 'Paris’s mayor, in Paris. comparison', ['Paris', 'Paris']],
    ['organisation', ['NATO'], 'NATO-like, Nato, nato, SNATO', ['NATO', 'Nato']],
    ['organisation', ['BRNTD', 'UNICEF'], 'Brntd, BRNTD, Unicef, UNICEF, unicef', ['BRNTD', 'Unicef', 'UNICEF']],
    ['place', ['US'], 'the U.S.-Russia talks; us, US, USA. In the U.S. Then', ['U.S.', 'US', 'U.S.']],
    ['place', ['U.S.'], 'the US and the U.S.', ['US', 'U.S.']],
    ['organisation', ['European Union'], 'the European union, European Union, EUROPEAN UNION', ['European Union', 'EUROPEAN UNION']],
    ['person', ['J. D. Vance'], 'J.D. Vance, JD Vance and J D Vance', ['J.D. Vance', 'JD Vance', 'J D Vance']],
    ['person', ['Donald Trump'], 'Donald J. Trump and Donald. Trump', ['Donald J. Trump', 'Trump']],
    ['person', ['Xi Jinping'], 'Louis XI met Xi', ['Xi']],
    ['place', ['St. Petersburg'], 'St Petersburg or St. Petersburg', ['St Petersburg', 'St. Petersburg']],
    ['place', ['Fairview, D.C.'], 'in Fairview, D.C. Fairviews, though', ['Fairview, D.C.']],
    ['place', ['Washington, D.C.'], 'in Washington, D.C. Washington, though', ['Washington, D.C.', 'Washington']],
    ['outlet', ['The New York Times'], 'a New York Times reporter', ['New York Times']],
    ['outlet', ['The Times'], 'told The Times; times', ['The Times']],
    ['outlet', ['Fox & Friends'], 'Fox & Friends, Fox and Friends', ['Fox & Friends']],
    ['person', ['Friedrich Müller'], 'Friedrich Mueller, Friedrich Muller', ['Friedrich Mueller', 'Friedrich Muller']],
    ['place', [{ text: 'IT', case: 'exact' }], 'It is it: IT, I.T.', ['IT']],
    ['organisation', [{ text: 'web summit', case: 'any' }], 'Web Summit', ['Web Summit']],
    ['place', ['Україна'], 'України, в Україні, Українка', ['України', 'Україні']],
    ['person', ['Володимир Зеленський'], 'з Володимиром Зеленським і Зеленському', ['Володимиром Зеленським', 'Зеленському']],
    ['person', ['Дональд Трамп'], 'Дональда Трампа, Трампом', ['Дональда Трампа', 'Трампом']],
    ['person', ['Donald Trump'], 'Spotkał się z Donaldem Trumpem, żona Trumpa', ['Donaldem Trumpem', 'Trumpa']],
    ['person', ['Donald Trump'], 'Trumpa is a name', []],
    ['organisation', ['Rada Krajowska'], 'Pracę Rady Krajowskiej się chwali', ['Rady Krajowskiej']],
    ['organisation', ['Deutscher Bundestag'], 'Das ist die Sitzung des Deutschen Bundestags und mehr', ['Deutschen Bundestags']],
    ['place', ['中国', '中'], '在中国的人', ['中国']],
    ['place', ['マリ'], 'マリアとマリの', ['マリ']],
    ['place', ['이란'], '이란의 외교', ['이란']],
  ])('%s %j in %j', (kind, names, text, surfaces) => {
    expect(found(kind, names, text)).toEqual(surfaces);
  });

  it('takes the longest name, and falls back where its capitals are wrong', () => {
    const g = openGazetteer(compileGazetteer([subject('t:dc', 'place', ['Washington']), subject('t:wp', 'outlet', ['Washington Post'])]));
    const ids = (text: string) => g.scan(text).map((m) => m.candidates.map((c) => g.subject(c.subject).id));
    expect(ids('The Washington Post')).toEqual([['t:wp']]);
    expect(ids('the Washington post office')).toEqual([['t:dc']]);
  });

  it('finds the actors inside an event’s name, and an event that begins inside an actor’s', () => {
    const g = openGazetteer(
      compileGazetteer([
        subject('t:smith', 'person', ['John Smith']),
        subject('t:eu', 'organisation', ['EU']),
        subject('t:talks', 'event', ['John Smith’s EU talks', 'Smith summit', 'EU']),
      ]),
    );
    const ids = (text: string) =>
      g.scan(text).map((m) => `${text.slice(m.start, m.end)}=${m.candidates.map((c) => g.subject(c.subject).id)}`);
    expect(ids('John Smith’s EU talks')).toEqual(['John Smith=t:smith', 'John Smith’s EU talks=t:talks', 'EU=t:eu']);
    expect(ids('The John Smith summit')).toEqual(['John Smith=t:smith', 'Smith summit=t:talks']);
    expect(ids('in the EU today')).toEqual(['EU=t:eu', 'EU=t:talks']);
  });

  it('gives every bearer of a name, each once with its strongest form', () => {
    const g = openGazetteer(
      compileGazetteer([
        subject('t:a', 'person', ['John Smith']),
        subject('t:b', 'person', ['Anna Smith', 'Smith']),
        subject('t:c', 'outlet', ['The Smith', { text: 'Smith', weak: true }]),
      ]),
    );
    expect(g.scan('Smith')[0]?.candidates).toEqual([
      { subject: 0, form: 'surname' },
      { subject: 1, form: 'full' },
      { subject: 2, form: 'weak' },
    ]);
  });

  it('lets weak win where a subject has the same name both ways', () => {
    const g = openGazetteer(compileGazetteer([subject('t:t', 'outlet', ['Time', { text: 'Time', weak: true }])]));
    expect(g.scan('Time')[0]?.candidates).toEqual([{ subject: 0, form: 'weak' }]);
  });
});

describe('variants', () => {
  it.each([
    ['U.S. Congress', 'US Congress'],
    ['UN Women', 'U.N. Women'],
    ['George W. Bush', 'George W Bush'],
    ['George W Bush', 'George W. Bush'],
    ['Labour Party', 'Labour party'],
    ['Dr Oetker', 'Dr. Oetker'],
    ['Nord Stream 2', 'Nord Stream 2'],
    ['COVID-19', 'COVID - 19'],
  ])('%s is also %s', (name, variant) => {
    expect(variantsOf({ text: name })).toContain(variant);
  });

  it('leaves exact names and short articles alone', () => {
    expect(variantsOf({ text: 'U.S.', case: 'exact' })).toEqual(['U.S.']);
    expect(variantsOf({ text: 'The Hill' })).toEqual(['The Hill']);
  });
});

describe('surnames', () => {
  it.each([
    ['Emmanuel Macron', ['Macron']],
    ['Ursula von der Leyen', ['von der Leyen']],
    ['Marine Le Pen', ['Le Pen']],
    ['Mohammed bin Salman', ['bin Salman']],
    ['Bashar al-Assad', ['al-Assad', 'Assad']],
    ['Xi Jinping', ['Xi']],
    ['Kim Jong Un', ['Kim']],
    ['Lee Jae-myung', ['Lee']],
    ['Kim Kardashian', ['Kardashian']],
    ['Robert Downey Jr.', ['Downey']],
    ['Theresa May', []],
    ['Bo Li', []],
    ['Pelé', []],
  ])('of %s: %j', (text, surnames) => {
    expect(surnamesOf(subject('t:x', 'person', [text])).map((n) => n.text)).toEqual(surnames);
  });

  it('are the pack’s where it gives them, and none of other kinds', () => {
    expect(surnamesOf(subject('t:x', 'person', ['Theresa May'], ['May'])).map((n) => n.text)).toEqual(['May']);
    expect(surnamesOf(subject('t:x', 'place', ['New York']))).toEqual([]);
  });
});

describe('packed form', () => {
  const bytes = compileGazetteer([subject('open:a', 'person', ['Ann Lee']), subject('hid:ж', 'event', ['Big Day'])]);

  it('keeps subjects by index and counts names', () => {
    const g = openGazetteer(bytes);
    expect(g.subject(0)).toEqual({ id: 'open:a', kind: 'person', open: true });
    expect(g.subject(1)).toEqual({ id: 'hid:ж', kind: 'event', open: false });
    expect(g.size).toBe(2);
    expect(() => g.subject(2)).toThrow(RangeError);
  });

  it('keeps the country, offices and openness of each subject', () => {
    const all = [
      { ...subject('open:a', 'place', ['Aland']), country: 'FI' },
      { ...subject('b', 'person', ['Bo Bar']), country: 'SE', offices: 5 },
      { ...subject('c', 'person', ['Cy Car']), country: 'none' },
    ];
    const g = openGazetteer(compileGazetteer(all));
    expect(g.subject(0)).toEqual({ id: 'open:a', kind: 'place', open: true, country: 'FI' });
    expect(g.subject(1)).toEqual({ id: 'b', kind: 'person', open: false, country: 'SE', offices: 5 });
    expect(g.subject(2)).toEqual({ id: 'c', kind: 'person', open: false });
  });

  it('holds no name in readable form', () => {
    expect(new TextDecoder('latin1').decode(bytes)).not.toMatch(/Ann|Lee|Big|Day/i);
  });

  it('opens at any alignment', () => {
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(openGazetteer(shifted.subarray(1)).scan('Ann Lee')).toHaveLength(1);
  });

  it('has no use for the bytes after the first scan', () => {
    const own = bytes.slice();
    const g = openGazetteer(own);
    const before = g.scan('Ann Lee');
    expect(before).toHaveLength(1);
    own.fill(0);
    expect(g.scan('Ann Lee')).toEqual(before);
    expect(g.subject(0).kind).toBe('person');
  });

  it('is empty without names, and still opens', () => {
    expect(openGazetteer(compileGazetteer([])).scan('Ann Lee met Bo')).toEqual([]);
    expect(openGazetteer(compileGazetteer([subject('t:x', 'place', ['…'])])).size).toBe(0);
  });

  const damaged = (change: (copy: Uint8Array) => Uint8Array) => () => openGazetteer(change(bytes.slice()));
  const flip = (at: number) => (copy: Uint8Array) => copy.with(at, (copy[at] ?? 0) ^ 0xff);

  it('refuses what it can’t read, and says why', () => {
    expect(damaged(() => new Uint8Array(8))).toThrow(/header/);
    expect(damaged(flip(0))).toThrow(/another format/);
    expect(damaged(flip(4))).toThrow(/version/);
    expect(damaged((copy) => copy.slice(0, -4))).toThrow(/damaged.*bytes of/);
    expect(damaged(flip(12))).toThrow(/checksum/);
    expect(damaged(flip(16))).toThrow(/checksum/);
    expect(damaged(flip(40))).toThrow(/checksum/);
    expect(damaged(flip(bytes.length - 4))).toThrow(/checksum/);
  });

  it('finds each of 20,000 names, and only them', () => {
    const names = Array.from({ length: 20_000 }, (_, i) => `Q${i.toString(36)} Zed${(i * 7919) % 20_011}`);
    const g = openGazetteer(compileGazetteer(names.map((name, i) => subject(`t:${i}`, 'organisation', [name]))));
    expect(g.size).toBe(20_000);
    const matches = g.scan(names.join('; '));
    expect(matches.map((m) => m.candidates[0]?.subject)).toEqual(names.map((_, i) => i));
    expect(g.scan(names.map((name) => name.split(' ').reverse().join(' ')).join('; '))).toEqual([]);
  });
});
