/**
 * Words that stand before a surname without being a first name. Lists only, by language.
 * `*` stands for any letters: German compounds ("Bundeskanzler"), Slavic endings ("президентом").
 */

/** Offices with few holders: with a tracked surname they name the person. */
const OFFICES: Readonly<Record<string, string>> = {
  en: 'president* premier minister chancellor secretary secretary-general chief king queen pope commissioner ex-president envoy chairman chairwoman leader ayatollah taoiseach',
  de: '*präsident *präsidentin *präsidenten *kanzler *kanzlerin *kanzlers *minister *ministerin *ministers *sekretär *sekretärin *chef *chefin *beauftragter papst könig königin *kommissar *kommissarin',
  fr: 'président présidente premier ministre première chancelier chancelière secrétaire pape roi reine émissaire',
  es: 'presidente presidenta primer ministro ministra canciller secretario secretaria papa rey reina premier',
  it: 'presidente premier ministro ministra cancelliere cancelliera segretario papa re regina',
  pt: 'presidente primeiro-ministro ministro ministra chanceler secretário',
  nl: 'president premier minister minister-president kanselier koning koningin secretaris-generaal',
  uk: "президент* прем’єр* прем'єр* канцлер* міністр* генсек* генсекретар* очільник* очільниц* глав* голов* корол* лідер*",
  ru: 'президент* премьер* канцлер* министр* генсек* глав* корол* лидер*',
  pl: 'prezydent* premier* kanclerz* minister* ministr* szef* sekretarz* przewodnicząc* król* papież*',
  cs: 'prezident* premiér* kancléř* ministr* šéf* tajemník* předsed*',
};

/** Courtesy, rank, party: many hold them, so they neither name a person nor speak against one. */
const HONORIFICS: Readonly<Record<string, string>> = {
  en: 'mr mrs ms miss mx sir lord lady dame dr prof professor sen senator rep representative congressman congresswoman gov governor mayor judge justice gen general col colonel maj major capt captain lt lieutenant sgt cmdr commander adm admiral rev reverend bishop archbishop cardinal father sheikh prince princess ambassador attorney speaker director candidate republican democrat republicans democrats tory conservative spokesman spokeswoman coach manager deputy vice former mp actor actress singer',
  de: 'herr frau herrn dr prof fürst prinz prinzessin general graf',
  fr: 'mm mme mlle monsieur madame maître général prince princesse',
  es: 'señor señora sr sra don doña general',
  it: 'signor signora sig on onorevole generale',
  nl: 'de heer mevrouw meneer',
  pl: 'pan pani panem panu pana senator* gen prof dr',
  uk: 'пан пані пана паном сенатор* генерал*',
  ru: 'господин госпожа господина сенатор* генерал*',
};

function matcher(lists: Readonly<Record<string, string>>): RegExp {
  const words = new Set(Object.values(lists).flatMap((list) => list.split(' ')));
  return new RegExp(`^(?:${[...words].map((word) => word.replace(/\*/g, '\\p{L}*')).join('|')})$`, 'iu');
}

const OFFICE = matcher(OFFICES);
const HONORIFIC = matcher(HONORIFICS);

export type TitleKind = 'office' | 'honorific' | null;

/** What kind of title the word is, a hyphened one ("NATO-Generalsekretär", "Vice-President") by its last part too. */
export function titleKind(word: string): TitleKind {
  const plain = word.replace(/\.$/, '');
  const last = plain.slice(plain.lastIndexOf('-') + 1);
  if (OFFICE.test(plain) || OFFICE.test(last)) return 'office';
  return HONORIFIC.test(plain) || HONORIFIC.test(last) ? 'honorific' : null;
}
