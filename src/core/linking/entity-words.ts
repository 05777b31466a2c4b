/**
 * Words that make another thing out of the name beside them: a tower, a ship, a street, a newspaper.
 * Lists only; context.ts says where they must stand.
 */
const words = (list: string) => new Set(list.split(' '));

const GERMAN_THINGS = 'Stiftung Straße Strasse Platz Allee Haus Universität Preis Schule Flughafen Stadion Halle Brücke Institut Turm';
/** After a name, in capitals: the whole is a building, a company, a prize … named after it. */
export const THINGS_AFTER = words(
  'Tower Towers Plaza Hotel Hotels Resort Organization Organisation Foundation Institute University College School Academy Library Museum Center Centre Airport Station Stadium Arena Park Square Street Avenue Road Boulevard Bridge Building House Hall Hospital Clinic Prize Award Medal Memorial Monument Trophy Cup Inc Corp Co Ltd LLC Group Holdings Media Enterprises Motor Motors Steaks Cathedral Church Chapel Mountain Island County Township Dam Expressway Highway Parkway Freeway Heights Village Theatre Theater Gallery Press Records Fund Trust Society Amendment Doctrine Act Carrier Jr Junior Sr Senior III ' +
    GERMAN_THINGS,
);
/** The same hung on with a hyphen. */
export const HUNG_ON = new RegExp(
  `^[-‐‑–](?:${GERMAN_THINGS.replaceAll(' ', '|')}|Gymnasium|Ufer|Weg|Ring|Kaserne|Medaille|[Jj]unior|[Ss]enior|младш|старш|молодш)`,
  'u',
);

/** After a place: a newspaper or a club. */
export const INSTITUTIONS_AFTER = words(
  'Post Times Herald Tribune Journal Examiner Gazette Globe Chronicle Independent Inquirer Dispatch Observer Telegraph Standard Mirror Sun Star News Match Review FC United City Rovers Wanderers Athletic Hotspur Commanders Capitals Wizards Nationals Redskins Tech Saint-Germain Steel Airways Airlines Instruments Semiconductor',
);
/** After an organisation or an outlet, in capitals: a part of it that has its own name, or what it gave its name to. */
export const PARTS_AFTER = words(
  'Films Studios Pictures Records Music Foundation Arena Stadium Field Park Tower Plaza Classic Invitational',
);
/** After a place or an organisation, in capitals: a competition, a treaty, a conference named after it. */
export const OCCASIONS_AFTER = words(
  'Marathon Open Masters Championship Championships Cup Trophy Derby Prix Festival Biennale Olympics Games Convention Conventions Agreement Agreements Accord Accords Protocol Treaty Declaration Wall Conference Philharmonic Symphony Orchestra Meisterschaft Turnier Pokal Philharmoniker Protokoll Abkommen',
);
/** Before a name: a ship or a dish, an airport's or a street's kind. */
export const SHIPS_AND_DISHES_BEFORE = words('USS HMS USNS HMCS HMAS SS RMS MV USAV INS FGS ORP KRI Chicken chicken Poulet poulet');
export const STREETS_BEFORE = words(
  'rue avenue boulevard place quai pont calle avenida plaza paseo via viale piazza corso rua praça ulica ulicy ul aleja alei plac placu улица улице улицы ул проспект проспекте площадь площади вулиця вулиці вул проспекті площа площі бульвар бульварі Carrier carrier porte-avions Flugzeugträger авианосец авіаносець lotniskowiec',
);
/** Before a place, in capitals: another place. */
export const OTHER_PLACE_BEFORE = words(
  'New Southern Western Eastern Nova Nueva Nuevo Nouvelle Neu Nowa Nowy North South East West Northern Equatorial Little Fort Port Lake Mount Cape Nord Süd Ost West Severní Nizhny Нова Нью Новая Южный Південний Північна Северная',
);
/** Those of them that part any name, not only a place's: "Southern Examplia". */
export const DIRECTIONS_BEFORE = words('North South East West Northern Southern Eastern Western');
/** Hung on to a place: a part of it. */
export const PART_HUNG_ON = /^[-‐‑](?:Nord|Süd|Ost|West|Mitte)(?!\p{L})/u;
/** "Gulf of Mexico", "Bank of England": before "of" and a place. */
export const OF_PLACE_BEFORE =
  /(?:^|[^\p{L}])(?:Gulf|Bay|Strait|Sea|Bank|University|Church|Archbishop|Bishop|Duke|Duchess|Earl|Prince|Princess|Treaty|Voice|Times|Cape|Isle)\s+of\s+(?:the\s+)?$/u;

/** One-word names in small letters, and the words after them with which they name another thing: "Brussels sprouts". */
export const OTHER_PHRASES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    brussels: 'sprout sprouts',
    brazil: 'nut nuts',
    paris: 'sportif',
    panama: 'hat hats',
    jerusalem: 'artichoke artichokes',
    vienna: 'sausage sausages',
    canada: 'goose geese',
    china: 'shop',
    moscow: 'mule mules',
    havana: 'syndrome',
    musk: 'ox oxen deer',
    trump: 'card cards',
    venice: 'beach',
    boston: 'dynamics',
  }).map(([name, following]) => [name, words(following)]),
);
/** Their longest first word: longer names need not be looked up. */
export const LONGEST_PHRASE_NAME = 9;
/** A bird as well as a country, and what a text about the bird speaks of. */
export const BIRD = 'Turkey';
export const FOOD = /\b(?:recipes?|sandwich|thanksgiving|roast|gravy|stuffing|cranberry|poultry)/i;

/**
 * After a place: a comma and a state of the US or a province of Canada by the beginning of its name, its newspaper abbreviation or
 * its postal code. Georgia and New York also stand in lists of places: they count where no list goes on.
 */
export const STATE_AFTER =
  /^, (?:(?:Alab|Alask|Arizo|Arkan|Calif|Colora|Connec|Delaw|Flori|Hawai|Idaho|Illin|Indiana|Iowa|Kansas|Kentu|Louisi|Maine|Maryl|Massa|Michi|Minn|Missi|Misso|Montan|Nebr|Nevad|Ohio|Oklah|Orego|Penns|Tenn|Texas|Utah|Vermo|Virgi|Wisc|Wyom|Albert|Manito|Ontar|Qu[eé]b|Saska|Nova Sco|British Col|Rhode|West Vi|New (?:Ham|Jer|Mexico|Bruns)|(?:North|South) (?:Ca|Da))|(?:Ala|Ariz|Ark|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Miss|Mo|Mont|Neb|Nev|Okla|Ont|Ore|Pa|Que|Tex|Va|Vt|Wash|Wis|Wyo|[NRSW]\.\s?[A-Z]\p{Ll}?)\.|(?!AI|EU|UK|UN|US)[A-Z]{2}(?!\p{L})|(?:Georgia|New York)(?!,? (?:and|or|&) \p{Lu}|, \p{Lu}|\p{L}))/u;

/** Words that begin sentences and headlines, in Polish also nouns before a genitive, and dates; never first names. */
export const SENTENCE_WORDS = words(
  'A An The This That These Those But And Or Nor So Yet For If When While As Since Because Although Though After Before Until Once Where Why How What Who Which Whether Did Does Do Is Are Was Were Has Have Had Will Would Can Could Should May Might Must Not No Now Then Today Yesterday Tomorrow Later Earlier Meanwhile However Instead Still Even Also Both With Without Under Over On In At By From To Of Into Against Amid Among About Around Between During Despite Like Unlike Per Via Said Says Told Asked Poor Angry Young Old Big Great Dear Hello Thank Thanks Stop Meet Let Watch See Is Former Ex New First Second Next Last Only Just Team Anti Pro Post Afterwards Once Perhaps Recently Finally Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September October November December Christmas Easter All Any Few Off One Our Out Own Two ' +
    'Hoy Aún Así Eso Ese Esa Sin Con Por Que Tras Una Los Las Les Des Une Par Car Qui Che Per Het Een Dat Wat Der Die Das Ein Wie Was Wer Von Aus Bei Mit Vor Für Nur Nun Jak Czy Gdy Kto ' +
    'Але Про Він Для Або Уже Тож Хто Так Там Тут Как Это Где Что Вот Все Они Она При Под Над Без ' +
    'Selon Pour Hier Avec Mais Depuis Après Según Para Pero Ayer Cuando Secondo Ieri Anche Volgens Heute Während Auch Laut Doch Wczoraj Dziś Później Według Jednak Zdaniem Wobec Podczas Przed Dla Żona Mąż Syn Córka Brat Siostra Ojciec Matka Rząd Sztab Doradca Adwokat Prawnik Prawnicy Administracja Ekipa Gabinet Zwolennicy Przeciwnicy Słowa Decyzja Decyzje Wizyta Rzecznik Rzeczniczka Ambasador Partia Wojska Polityka Apel Wypowiedź Orędzie Krytyka Spotkanie Rozmowa ' +
    'Сьогодні Вчора Раніше Пізніше Також Однак Нагадаємо Сегодня Вчера Ранее Позже Также Однако Напомним',
);
