/** Names as people write them, linked: each way of writing by names and sentences made for it. The name in full stands in every article. */
import { describe, expect, it } from 'vitest';
import { compileGazetteer } from '@/core/gazetteer/compile';
import { openGazetteer } from '@/core/gazetteer/open';
import { detect } from '@/core/linking/detect';
import type { SubjectKind } from '@/core/model/actor';

/** The kind, the names, the text, and its mentions parted by a stroke. */
type Case = readonly [SubjectKind, readonly string[], string, string];

function mentions(kind: SubjectKind, names: readonly string[], text: string): string {
  const subject = { id: 'x', kind, names: names.map((name) => ({ text: name })), surnames: [], open: true };
  const [block] = detect(openGazetteer(compileGazetteer([subject])), [text, `${names[0]}.`]);
  return (block?.mentions ?? []).map((mention) => mention.surface).join('|');
}

describe('diacritics', () => {
  it.each<Case>([
    ['person', ['Łukasz Żółkiewski'], 'Lukasz Zolkiewski spoke. ŁUKASZ ŻÓŁKIEWSKI', 'Lukasz Zolkiewski|ŁUKASZ ŻÓŁKIEWSKI'],
    ['person', ['Zoe Muller'], 'Zoë Müller', 'Zoë Müller'],
    ['person', ['Zoë Müller'], 'Zoe\u0308 Mu\u0308ller', 'Zoe\u0308 Mu\u0308ller'],
    ['person', ['Recep Tayyip Erdoğan'], 'Recep Tayyip Erdogan; Erdoğan’ın', 'Recep Tayyip Erdogan|Erdoğan'],
    ['person', ['İlker Işık'], 'Ilker Isik and ILKER ISIK', 'Ilker Isik|ILKER ISIK'],
  ])('%s %j in %j', (kind, names, text, expected) => {
    expect(mentions(kind, names, text)).toBe(expected);
  });
});

describe('ligatures', () => {
  it.each<Case>([
    ['person', ['Ole Bækgård'], 'Ole Baekgard', 'Ole Baekgard'],
    ['person', ['Anna Fischfinder'], 'Anna Fiſchﬁnder', 'Anna Fiſchﬁnder'],
    ['organisation', ['Œuvre Bleue'], 'l’Oeuvre Bleue', 'Oeuvre Bleue'],
    ['person', ['Jan Weiß'], 'Jan Weiss, JAN WEISS', 'Jan Weiss|JAN WEISS'],
  ])('%s %j in %j', (kind, names, text, expected) => {
    expect(mentions(kind, names, text)).toBe(expected);
  });
});

describe('apostrophes', () => {
  it.each<Case>([
    ['person', ["Siobhan O'Hara"], 'Siobhan O’Hara; Siobhan OʼHara; O‘Hara', 'Siobhan O’Hara|Siobhan OʼHara|O‘Hara'],
    ['person', ['Giorgio D’Alba'], "Giorgio D'Alba", "Giorgio D'Alba"],
    ['place', ["Côte d'Azul"], 'Côte d’Azul’s', 'Côte d’Azul'],
    ['person', ["В'ячеслав П'ятак"], 'Вʼячеслава Пʼятака', 'Вʼячеслава Пʼятака'],
  ])('%s %j in %j', (kind, names, text, expected) => {
    expect(mentions(kind, names, text)).toBe(expected);
  });
});

describe('hyphens and spaces, soft and hard', () => {
  it.each<Case>([
    ['person', ['Jean-Luc Moreau'], 'Jean Luc Moreau, Jean‑Luc Moreau', 'Jean Luc Moreau|Jean‑Luc Moreau'],
    ['person', ['Anna Smith-Jones'], 'Anna Smith‐Jones; Anna Smith–Jones', 'Anna Smith‐Jones|Anna Smith–Jones'],
    [
      'person',
      ['John Smith'],
      'John\u00a0Smith, John\u202fSmith, John  Smith, John\nSmith',
      'John\u00a0Smith|John\u202fSmith|John  Smith|John\nSmith',
    ],
    ['person', ['John Brandtner'], 'John Brandt\u00adner, John\u200b Brandtner', 'John Brandt\u00adner|John\u200b Brandtner'],
  ])('%s %j in %j', (kind, names, text, expected) => {
    expect(mentions(kind, names, text)).toBe(expected);
  });
});

describe('initials', () => {
  it.each<Case>([
    ['person', ['J. D. Oakes'], 'JD Oakes; J.D. Oakes; J. D. Oakes; J D Oakes', 'JD Oakes|J.D. Oakes|J. D. Oakes|J D Oakes'],
    ['person', ['JD Oakes'], 'J.D. Oakes; J. D. Oakes', 'J.D. Oakes|J. D. Oakes'],
    ['person', ['George H. W. Oakes'], 'George H.W. Oakes', 'George H.W. Oakes'],
    ['person', ['John Fitzgerald Oakes'], 'John F. Oakes spoke', 'John F. Oakes'],
    ['person', ['John Oakes'], 'John Oakes spoke. J. Oakes left.', 'John Oakes|Oakes'],
  ])('%s %j in %j', (kind, names, text, expected) => {
    expect(mentions(kind, names, text)).toBe(expected);
  });
});

describe('possessives, and no plurals or demonyms unasked', () => {
  it.each<Case>([
    ['person', ['John Smith'], "John Smith's, John Smith’s; the John Smiths", 'John Smith|John Smith'],
    ['place', ['Paris'], "Paris' mayor", 'Paris'],
    ['place', ['Testland'], 'Testlands Testlander Testlandish', ''],
    ['organisation', ['BND'], 'der BNDs, des BND', 'BND'],
  ])('%s %j in %j', (kind, names, text, expected) => {
    expect(mentions(kind, names, text)).toBe(expected);
  });
});

describe('abbreviations', () => {
  it.each<Case>([
    ['organisation', ['U.N.'], 'the UN and U.N. and U. N.', 'UN|U.N.|U. N.'],
    ['organisation', ['EU'], 'E.U. leaders, eu', 'E.U.'],
    ['place', ['St. Mara'], 'Saint Mara? St Mara', 'St Mara'],
  ])('%s %j in %j', (kind, names, text, expected) => {
    expect(mentions(kind, names, text)).toBe(expected);
  });
});

describe('titles', () => {
  it.each<Case>([
    ['person', ['Émile Dupont-Test'], 'President Dupont-Test spoke', 'Dupont-Test'],
    ['person', ['Fritz Merzing'], 'Bundeskanzler Merzing kam. Herr Merzing ging.', 'Merzing|Merzing'],
    [
      'person',
      ['Ursula von der Alm'],
      'Mme von der Alm; Ms. von der Alm; Von der Alm said; VON DER ALM',
      'von der Alm|von der Alm|Von der Alm|VON DER ALM',
    ],
    ['person', ['Anna Brandt'], 'Foreign Minister Anna Brandt; Außenministerin Brandt', 'Anna Brandt|Brandt'],
    ['person', ['Mark Oakes'], 'NATO Secretary-General Oakes warned', 'Oakes'],
    ['person', ['Mark Oakes'], 'премьер-министр Oakes', 'Oakes'],
  ])('%s %j in %j', (kind, names, text, expected) => {
    expect(mentions(kind, names, text)).toBe(expected);
  });
});

describe('capitals throughout', () => {
  it.each<Case>([
    ['person', ['Emma Testov'], 'EMMA TESTOV WARNS. TESTOV SAYS NO', 'EMMA TESTOV|TESTOV'],
    ['person', ['Keir McTest'], 'KEIR MCTEST; Keir Mctest', 'KEIR MCTEST|Keir Mctest'],
  ])('%s %j in %j', (kind, names, text, expected) => {
    expect(mentions(kind, names, text)).toBe(expected);
  });
});

describe('Ukrainian, Russian, Polish and Czech cases', () => {
  it.each<Case>([
    ['person', ['Эммануэль Макронов'], 'Эммануэлю Макронову, Макроновым, о Макронове', 'Эммануэлю Макронову|Макроновым|Макронове'],
    ['person', ['Еммануель Макрон'], 'Еммануелем Макроном, Макронові', 'Еммануелем Макроном|Макронові'],
    ['person', ['Олена Зеленська'], 'Оленою Зеленською, Зеленській', 'Оленою Зеленською|Зеленській'],
    ['person', ['Андрій Єрмаченко'], 'Андрієм Єрмаченком; Єрмаченка', 'Андрієм Єрмаченком|Єрмаченка'],
    ['person', ['Joe Testen'], 'Spotkał się z Joe Testenem. Żona Testena mówiła Testenowi', 'Joe Testenem|Testena|Testenowi'],
    ['person', ['Donald Tuszek'], 'Z Donaldem Tuszkiem; dla Tuszka łączy', 'Donaldem Tuszkiem|Tuszka'],
    ['person', ['Angela Mertesz'], 'Z Angelą Mertesz; dla Angeli Mertesz ładnie', 'Angelą Mertesz|Angeli Mertesz'],
    ['person', ['Petr Testek'], 's Petrem Testkem. Testkovi říká', 'Petrem Testkem|Testkovi'],
    [
      'person',
      ['Andrzej Dudakowski'],
      'Andrzejem Dudakowskim, Dudakowskiego, Dudakowskiemu są',
      'Andrzejem Dudakowskim|Dudakowskiego|Dudakowskiemu',
    ],
    ['place', ['Warszawka'], 'w Warszawce; do Warszawki są', 'Warszawce|Warszawki'],
    ['person', ['Jana Nováková'], 's Janou Novákovou; Novákové řekl', 'Janou Novákovou|Novákové'],
  ])('%s %j in %j', (kind, names, text, expected) => {
    expect(mentions(kind, names, text)).toBe(expected);
  });
});

describe('the German genitive', () => {
  it.each<Case>([
    ['person', ['Friedrich Merzling'], 'Das ist Friedrich Merzlings Rede und Merzlings Plan', 'Friedrich Merzlings|Merzlings'],
    ['person', ['Klaus Fuchs'], 'Das ist Klaus Fuchs’ Rede und die von Fuchs’', 'Klaus Fuchs|Fuchs'],
    ['place', ['Testland'], 'Das ist die Regierung Testlands und mehr', 'Testlands'],
  ])('%s %j in %j', (kind, names, text, expected) => {
    expect(mentions(kind, names, text)).toBe(expected);
  });
});

describe('Chinese, Japanese and Korean', () => {
  it.each<Case>([
    ['person', ['拜登', '喬·拜登'], '美国总统拜登说，喬·拜登 喬・拜登', '拜登|喬·拜登|喬・拜登'],
    ['person', ['バイデン'], 'バイデン大統領は、バイデンズ', 'バイデン'],
    ['person', ['岸田文雄'], '岸田文雄首相', '岸田文雄'],
    ['person', ['윤석열'], '윤석열 대통령은 윤석열이', '윤석열|윤석열'],
    ['place', ['東京'], '東京都で', '東京'],
  ])('%s %j in %j', (kind, names, text, expected) => {
    expect(mentions(kind, names, text)).toBe(expected);
  });
});

describe('Arabic and Hebrew, particles in front', () => {
  it.each<Case>([
    ['person', ['بايدن'], 'قال بايدن وبايدن لبايدن ببايدن فبايدن كبايدن', 'بايدن|وبايدن|لبايدن|ببايدن|فبايدن|كبايدن'],
    ['place', ['مصر'], 'في مصر ومصر بمصر المصري لمصر', 'مصر|ومصر|بمصر|لمصر'],
    [
      'organisation',
      ['الأمم المتحدة'],
      'للأمم المتحدة والأمم المتحدة بالأمم المتحدة الأمم المتحدة',
      'للأمم المتحدة|والأمم المتحدة|بالأمم المتحدة|الأمم المتحدة',
    ],
    ['person', ['נתניהו'], 'ונתניהו לנתניהו שנתניהו מנתניהו נתניהו', 'ונתניהו|לנתניהו|שנתניהו|מנתניהו|נתניהו'],
    ['place', ['ישראל'], 'בישראל הישראלי וישראל', 'בישראל|וישראל'],
    ['person', ['Ярослава Мельник'], 'Ярославу Мельник; Ярослави Мельник', 'Ярославу Мельник|Ярослави Мельник'],
  ])('%s %j in %j', (kind, names, text, expected) => {
    expect(mentions(kind, names, text)).toBe(expected);
  });
});
