/** What the world pack is held to: who must be in it, and what must not count alone. Data for world.test.ts. */

/** The members of the United Nations, by ISO 3166-1. */
export const UN_MEMBERS = `AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI CV KH CM CA CF TD CL CN CO KM
CG CD CR CI HR CU CY CZ DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE GH GR GD GT GN GW GY HT HN HU IS IN ID IR IQ IE IL IT JM JP
JO KZ KE KI KP KR KW KG LA LV LB LS LR LY LI LT LU MG MW MY MV ML MT MH MR MU MX FM MD MC MN ME MA MZ MM NA NR NP NL NZ NI NE NG MK NO OM PK
PW PA PG PY PE PH PL PT QA RO RU RW KN LC VC WS SM ST SA SN RS SC SL SG SK SI SB SO ZA SS ES LK SD SR SE CH SY TJ TZ TH TL TG TO TT TN TR TM
TV UG UA AE GB US UY UZ VU VE VN YE ZM ZW`.split(/\s+/);

export const OTHER_STATES = ['XK', 'TW', 'PS', 'VA'];

/** States whose capital bears their own name: no capital beside them. */
export const CITY_NAMED_STATES = ['DJ', 'LU', 'MC', 'SG', 'SM', 'VA'];

/** States whose seat stands among the places, without a country, because others claim it too: Jerusalem. */
export const DISPUTED_SEATS = ['IL'];

/** The capitals named most, with a spelling of each that only a person could have put there: en, fr, de, es, uk, ru. */
export const CAPITALS: readonly (readonly [string, string, string, string, string, string, string])[] = [
  ['kyiv', 'Kyiv', 'Kiev', 'Kiew', 'Kiev', 'Київ', 'Киев'],
  ['moscow', 'Moscow', 'Moscou', 'Moskau', 'Moscú', 'Москва', 'Москва'],
  ['london', 'London', 'Londres', 'London', 'Londres', 'Лондон', 'Лондон'],
  ['paris', 'Paris', 'Paris', 'Paris', 'París', 'Париж', 'Париж'],
  ['berlin', 'Berlin', 'Berlin', 'Berlin', 'Berlín', 'Берлін', 'Берлин'],
  ['rome', 'Rome', 'Rome', 'Rom', 'Roma', 'Рим', 'Рим'],
  ['madrid', 'Madrid', 'Madrid', 'Madrid', 'Madrid', 'Мадрид', 'Мадрид'],
  ['lisbon', 'Lisbon', 'Lisbonne', 'Lissabon', 'Lisboa', 'Лісабон', 'Лиссабон'],
  ['vienna', 'Vienna', 'Vienne', 'Wien', 'Viena', 'Відень', 'Вена'],
  ['warsaw', 'Warsaw', 'Varsovie', 'Warschau', 'Varsovia', 'Варшава', 'Варшава'],
  ['prague', 'Prague', 'Prague', 'Prag', 'Praga', 'Прага', 'Прага'],
  ['brussels', 'Brussels', 'Bruxelles', 'Brüssel', 'Bruselas', 'Брюссель', 'Брюссель'],
  ['copenhagen', 'Copenhagen', 'Copenhague', 'Kopenhagen', 'Copenhague', 'Копенгаген', 'Копенгаген'],
  ['bucharest', 'Bucharest', 'Bucarest', 'Bukarest', 'Bucarest', 'Бухарест', 'Бухарест'],
  ['athens', 'Athens', 'Athènes', 'Athen', 'Atenas', 'Афіни', 'Афины'],
  ['cairo', 'Cairo', 'Le Caire', 'Kairo', 'El Cairo', 'Каїр', 'Каир'],
  ['beijing', 'Beijing', 'Pékin', 'Peking', 'Pekín', 'Пекін', 'Пекин'],
  ['tokyo', 'Tokyo', 'Tokyo', 'Tokio', 'Tokio', 'Токіо', 'Токио'],
  ['tehran', 'Tehran', 'Téhéran', 'Teheran', 'Teherán', 'Тегеран', 'Тегеран'],
  ['riyadh', 'Riyadh', 'Riyad', 'Riad', 'Riad', 'Ер-Ріяд', 'Эр-Рияд'],
  ['damascus', 'Damascus', 'Damas', 'Damaskus', 'Damasco', 'Дамаск', 'Дамаск'],
  ['beirut', 'Beirut', 'Beyrouth', 'Beirut', 'Beirut', 'Бейрут', 'Бейрут'],
  ['mexico-city', 'Mexico City', 'Mexico', 'Mexiko-Stadt', 'Ciudad de México', 'Мехіко', 'Мехико'],
  ['washington-dc', 'Washington, D.C.', 'Washington', 'Washington', 'Washington', 'Вашингтон', 'Вашингтон'],
  ['havana', 'Havana', 'La Havane', 'Havanna', 'La Habana', 'Гавана', 'Гавана'],
];

/** Names that are also words, first names, surnames or someone else's: weak wherever they stand. */
export const WEAK =
  `Chad Georgia Géorgie Jordan Guinea Niger Dominica Dominique Maurice Mauricio Salvador Сальвадор Congo Kongo Korea Corea America
Amérique Holland Macedonia Island Того Мали Малі Argentine Suisse Washington Santiago Victoria Georgetown Kingston Wellington Malé Roma Lima Riad Damas
Chili Daca Amán Yuba Berna Tigré Belém BCE UNO М23 M23 МКС РПК AFP AP
Vienne Virginia Senate Sénat Congress Kongress Tesla Google Lega Vox Labour WHO Fed Granada Grenade Alberta Sydney Milan Lyon`.split(/\s+/);

export const DEMONYMS =
  `French German British American Russian Ukrainian Polish Italian Spanish Chinese Japanese Israeli Iranian Turkish Français Française
Allemand Allemande Russe Ukrainien Britannique Américain Deutscher Deutsche Franzose Russe Ukrainer Amerikaner Brite Francés Alemán Ruso Ucraniano
Estadounidense Британец Росіянин Росіяни Українець Українці Американець Русский Русские Россиянин Россияне Украинец Украинцы Американец`.split(
    /\s+/,
  );

/** Exact ids and display names on which other packs and tests build. */
export const REQUIRED: Readonly<Record<string, string>> = {
  'emmanuel-macron': 'Emmanuel Macron',
  'mark-rutte': 'Mark Rutte',
  'donald-trump': 'Donald Trump',
  'keir-starmer': 'Keir Starmer',
  'volodymyr-zelensky': 'Volodymyr Zelensky',
  nato: 'NATO',
  'european-union': 'European Union',
  'white-house': 'White House',
  europe: 'Europe',
  florida: 'Florida',
  'washington-dc': 'Washington, D.C.',
};

/** Family names that hardly anyone else in the news bears, by id; every other one waits for the full name. */
export const COUNT_ALONE: Readonly<Record<string, readonly string[]>> = {
  'emmanuel-macron': ['Macron', 'Макрон'],
  'volodymyr-zelensky': ['Zelensky', 'Zelenskyy', 'Zelenskiy', 'Selenskyj', 'Selenski', 'Zelenski', 'Зеленський', 'Зеленский'],
  'vladimir-putin': ['Putin', 'Poutine', 'Путін', 'Путин'],
  'benjamin-netanyahu': ['Netanyahu'],
  'angela-merkel': ['Merkel'],
  'recep-tayyip-erdogan': ['Erdoğan', 'Erdogan'],
};

/** Shared with relatives, namesakes or words. */
export const NEVER_ALONE = [
  'Trump',
  'Biden',
  'Xi',
  'Merz',
  'Scholz',
  'Modi',
  'Johnson',
  'Kim',
  'Clinton',
  'Obama',
  'May',
  'Brown',
  'Powell',
  'Harris',
  'Costa',
];
