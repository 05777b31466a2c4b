/**
 * Labelled groups of accounts of one claim: which outlets stand on one origin. Written and labelled by hand for the
 * project, before the code that they judge; outlets, people and events are made up, agencies are real.
 *
 * `label`: one letter for each account, in order. Equal letters: one origin. `?`: a reader could not tell from what is
 * here, so it must not be counted. A letter that only leaning accounts carry is an origin all the same (an agency, a leak).
 */

export interface LabelledAccount {
  readonly outlet: string | null;
  readonly text: string;
  /** Wire credits as src/article reads them off a page. */
  readonly credits?: readonly string[];
  /** The feed's `<source>`. */
  readonly source?: string;
  readonly via?: readonly string[];
  readonly published?: string;
}

export interface LabelledGroup {
  readonly id: string;
  readonly kind: 'wire' | 'citation' | 'family' | 'copy' | 'leak' | 'unknown' | 'independent' | 'mixed';
  readonly lang: string;
  readonly label: string;
  readonly accounts: readonly LabelledAccount[];
}

/** Publisher families of the made-up outlets; any other outlet stands alone. */
export const FAMILIES: readonly (readonly string[])[] = [
  ['Quay Courier', 'Sunday Quay', 'Quay Radio'],
  ['Kaiblatt', 'Kaiblatt am Sonntag', 'Hafenbote'],
  ['La Rade', 'Le Soir de la Rade'],
  ['El Muelle', 'El Muelle del Lunes'],
  ['Вечірній Порт', 'Порт Сьогодні'],
];

/** Agencies and the spellings in which credits and texts name them. */
export const AGENCIES: Readonly<Record<string, readonly string[]>> = {
  Reuters: ['Reuters'],
  AP: ['AP', 'Associated Press'],
  AFP: ['AFP', 'Agence France-Presse'],
  dpa: ['dpa', 'Deutsche Presse-Agentur'],
  EFE: ['EFE', 'Agencia EFE'],
  ANSA: ['ANSA'],
  PAP: ['PAP'],
  Укрінформ: ['Укрінформ'],
  Интерфакс: ['Интерфакс'],
};

type Extra = Omit<LabelledAccount, 'outlet' | 'text'>;
const a = (outlet: string | null, text: string, extra: Extra = {}): LabelledAccount => ({ outlet, text, ...extra });
const g = (id: string, kind: LabelledGroup['kind'], lang: string, label: string, ...accounts: LabelledAccount[]): LabelledGroup => ({
  id,
  kind,
  lang,
  label,
  accounts,
});

export const GROUPS: readonly LabelledGroup[] = [
  // Wire copies
  g(
    'w01',
    'wire',
    'en',
    'AA',
    a('Quay Courier', 'The port of Harn will close its northern basin for nine weeks from April, the harbour board said on Monday.', {
      credits: ['Reuters'],
    }),
    a('Inland Post', 'Harn’s harbour board is shutting the northern basin of the port for nine weeks, starting in April.', {
      credits: ['Reuters'],
    }),
  ),
  g(
    'w02',
    'wire',
    'en',
    'AAB',
    a('Inland Post', 'At least 40 miners were brought to the surface alive on Tuesday, the company said.', { credits: ['AP'] }),
    a('Valley Sentinel', 'Forty miners are safe after a night underground, according to their employer.', { credits: ['AP'] }),
    a('Mirl Observer', 'Our reporter at the pithead counted 41 men as they came up in threes; the last, Jon Adder, waved to his daughter.'),
  ),
  g(
    'w03',
    'wire',
    'en',
    'AA',
    a('Reuters', 'The central bank of Sund raised its key rate by half a point to 4.5 percent on Thursday.', { published: '2025-03-06' }),
    a('Valley Sentinel', 'Sund’s central bank lifted borrowing costs to 4.5 percent, half a point more than before.', {
      credits: ['Reuters'],
      published: '2025-03-06',
    }),
  ),
  g(
    'w04',
    'wire',
    'de',
    'AA',
    a('Kaiblatt', 'Die Fähre nach Oster fährt ab Montag nur noch zweimal am Tag, teilte die Reederei mit.', { credits: ['dpa'] }),
    a('Bergpost', 'Ab Montag gibt es nur noch zwei Überfahrten täglich nach Oster. Das sagte ein Sprecher der Reederei.', {
      credits: ['dpa'],
    }),
  ),
  g(
    'w05',
    'wire',
    'de',
    'AAB',
    a('Bergpost', 'Nach dem Erdrutsch bei Kell suchen 200 Helfer nach Vermissten.', { credits: ['dpa'] }),
    a('Talanzeiger', 'Rund 200 Einsatzkräfte suchen bei Kell weiter nach den Vermissten des Erdrutschs.', { credits: ['AFP', 'dpa'] }),
    a(
      'Hafenbote',
      'Bürgermeisterin Ilse Rahn sagte unserer Zeitung, drei Familien würden noch vermisst; die Straße bleibe eine Woche gesperrt.',
    ),
  ),
  g(
    'w06',
    'wire',
    'fr',
    'AA',
    a('La Rade', 'Le préfet a annoncé mardi la fermeture du tunnel de Sarn pour trois mois.', { credits: ['AFP'] }),
    a('Le Vallon', 'Le tunnel de Sarn fermera pendant trois mois, selon le préfet.', { credits: ['AFP'] }),
  ),
  g(
    'w07',
    'wire',
    'es',
    'AA',
    a('El Muelle', 'El ministro de Pesca dimitió el lunes tras la votación en el Congreso.', { credits: ['EFE'] }),
    a('Diario del Valle', 'Dimite el ministro de Pesca después de perder la votación.', { credits: ['EFE'] }),
  ),
  g(
    'w08',
    'wire',
    'uk',
    'AA',
    a('Вечірній Порт', 'Уряд виділив 300 мільйонів гривень на ремонт мосту, повідомив міністр.', { credits: ['Укрінформ'] }),
    a('Степова Газета', 'На ремонт мосту з бюджету дадуть 300 мільйонів гривень.', { credits: ['Укрінформ'] }),
  ),
  g(
    'w09',
    'wire',
    'en',
    'AA',
    a('Mirl Observer', 'HARN (AP) — Voters in Harn chose a new mayor on Sunday, with turnout of 61 percent.'),
    a('Valley Sentinel', 'Harn has a new mayor after an election that drew 61 percent of voters.', { credits: ['AP'] }),
  ),
  g(
    'w10',
    'wire',
    'de',
    'AA',
    a('Talanzeiger', 'Harn (dpa) – Die Stadt Harn hat am Sonntag einen neuen Bürgermeister gewählt.'),
    a('Kaiblatt', 'HARN (dpa). In Harn ist ein neuer Bürgermeister gewählt worden; die Wahlbeteiligung lag bei 61 Prozent.'),
  ),
  g(
    'w11',
    'wire',
    'it',
    'AA',
    a('Gazzetta del Molo', 'Il ponte di Kell resterà chiuso fino a giugno, ha detto il sindaco. (ANSA)'),
    a('Corriere della Valle', 'Chiuso fino a giugno il ponte di Kell: lo annuncia il sindaco.', { credits: ['ANSA'] }),
  ),
  g(
    'w12',
    'wire',
    'pl',
    'AA',
    a('Gazeta Portowa', 'Rząd przyjął w poniedziałek projekt ustawy o portach. (PAP)'),
    a('Dziennik Doliny', 'Projekt ustawy o portach przyjęty przez rząd, podała PAP.'),
  ),
  g(
    'w13',
    'wire',
    'en',
    'AAB',
    a('Quay Courier', 'Sund and Mirl agreed to reopen their border on 1 May.', { source: 'Reuters' }),
    a('Inland Post', 'The border between Sund and Mirl reopens on 1 May, Reuters reported.'),
    a('Mirl Observer', 'Foreign Minister Ada Brand told the Observer in her office that the first trains would cross at dawn on 1 May.'),
  ),
  g(
    'w14',
    'wire',
    'en',
    'AA',
    a('Quay Courier', 'The strike at the Kell smelter ended after eleven days. Additional reporting by Reuters.'),
    a('Reuters', 'Workers at the Kell smelter went back on Friday, ending an eleven-day strike.'),
  ),

  // Citations in the text
  g(
    'c01',
    'citation',
    'en',
    'AA',
    a('Mirl Observer', 'The ministry paid 3 million for a system that never ran, documents obtained by the Observer show.', {
      published: '2025-05-02',
    }),
    a('Inland Post', 'The ministry spent 3 million on a system that was never switched on, the Mirl Observer reported.', {
      published: '2025-05-03',
    }),
  ),
  g(
    'c02',
    'citation',
    'en',
    'AAA',
    a('Mirl Observer', 'Defence chief Orla Penn will resign on Friday, three people close to her told the Observer.'),
    a('Inland Post', 'Orla Penn is to step down as defence chief on Friday, according to the Mirl Observer.'),
    a('Valley Sentinel', 'The defence chief is about to resign, the Mirl Observer has learned.'),
  ),
  g(
    'c03',
    'citation',
    'de',
    'AA',
    a('Bergpost', 'Der Konzern plant nach Informationen der Bergpost den Abbau von 900 Stellen.'),
    a('Talanzeiger', 'Der Konzern will 900 Stellen streichen, berichtet die Bergpost.'),
  ),
  g(
    'c04',
    'citation',
    'de',
    'AA',
    a('Kaiblatt', 'Die Ministerin habe das Gutachten gekannt, heißt es laut einem Bericht der Bergpost.'),
    a('Talanzeiger', 'Wie die Bergpost meldet, kannte die Ministerin das Gutachten seit März.'),
  ),
  g(
    'c05',
    'citation',
    'fr',
    'AA',
    a('Le Vallon', 'Le groupe va supprimer 900 postes, selon des documents consultés par Le Vallon.'),
    a('La Rade', 'Le groupe prévoit 900 suppressions de postes, a révélé Le Vallon.'),
  ),
  g(
    'c06',
    'citation',
    'es',
    'AA',
    a('Diario del Valle', 'La ministra conocía el informe desde marzo, según documentos a los que ha tenido acceso el Diario del Valle.'),
    a('El Muelle', 'La ministra conocía el informe, según publica el Diario del Valle.'),
  ),
  g(
    'c07',
    'citation',
    'uk',
    'AA',
    a('Степова Газета', 'Підрядник отримав аванс двічі, з’ясувала Степова Газета.'),
    a('Порт Сьогодні', 'Підрядникові двічі виплатили аванс, повідомляє Степова Газета.'),
  ),
  g(
    'c08',
    'citation',
    'ru',
    'AA',
    a('Интерфакс', 'Завод в Келле остановят на ремонт в июле, сообщил директор.'),
    a('Степной Листок', 'В июле завод в Келле встанет на ремонт, передает Интерфакс.'),
  ),
  g(
    'c09',
    'citation',
    'en',
    'AAB',
    a('Inland Post', 'The airline will cut 12 routes, citing a memo first reported by the Mirl Observer.'),
    a('Valley Sentinel', 'Twelve routes go, the Mirl Observer first reported; the airline would not comment.'),
    a('Kell Gazette', 'Chief executive Hanne Voss said in an interview with the Gazette that “about a dozen” routes would go.'),
  ),
  g(
    'c10',
    'citation',
    'en',
    'AA',
    a('Inland Post', 'Talks broke down over fishing rights.', { via: ['Mirl Observer'] }),
    a('Mirl Observer', 'The talks failed on Tuesday night over fishing rights, two negotiators told the Observer.'),
  ),
  g(
    'c11',
    'citation',
    'en',
    'AA',
    a('Inland Post', 'Talks broke down over fishing rights, PBX said, citing the Mirl Observer.', { via: ['Mirl Observer'] }),
    a('PBX', 'Negotiators left the table over fishing rights, the Mirl Observer reports.'),
  ),
  g(
    'c12',
    'citation',
    'en',
    'AAAB',
    a('Valley Sentinel', 'The minister owns shares in the dredging firm, the Kell Gazette revealed.', { published: '2025-06-04' }),
    a('Kell Gazette', 'Land registry and company records seen by the Gazette show that the minister owns a tenth of the dredging firm.', {
      published: '2025-06-03',
    }),
    a('Inland Post', 'A minister’s stake in a dredging firm, first reported by the Kell Gazette, has angered the opposition.', {
      published: '2025-06-04',
    }),
    a('Mirl Observer', 'The firm’s founder, Pers Oland, confirmed to the Observer that the minister had bought in years ago.', {
      published: '2025-06-05',
    }),
  ),
  g(
    'c13',
    'citation',
    'pl',
    'AA',
    a('Dziennik Doliny', 'Minister wiedział o raporcie od marca, ustalił Dziennik Doliny.'),
    a('Gazeta Portowa', 'Minister znał raport od marca, podaje Dziennik Doliny.'),
  ),

  // Families
  g(
    'f01',
    'family',
    'en',
    'AA',
    a('Quay Courier', 'The new lighthouse keeper, Tove Ness, starts in June.'),
    a('Sunday Quay', 'Come June, Tove Ness will keep the light at Harn. She spoke to us in her kitchen.'),
  ),
  g(
    'f02',
    'family',
    'de',
    'AA',
    a('Kaiblatt', 'Der Zoo von Harn bekommt zwei Wisente.'),
    a('Hafenbote', 'Zwei Wisente ziehen im Herbst in den Zoo ein, sagte der Direktor unserer Redaktion.'),
  ),
  g(
    'f03',
    'family',
    'fr',
    'AAB',
    a('La Rade', 'Le maire de Sarn ne se représentera pas.'),
    a('Le Soir de la Rade', 'Pas de nouveau mandat pour le maire de Sarn.'),
    a('Le Vallon', 'Joint par téléphone, le maire de Sarn a confirmé au Vallon qu’il se retirait pour raisons de santé.'),
  ),
  g(
    'f04',
    'family',
    'es',
    'AA',
    a('El Muelle', 'El puerto tendrá dos grúas nuevas en otoño.'),
    a('El Muelle del Lunes', 'Dos grúas nuevas llegarán en otoño al puerto.'),
  ),
  g(
    'f05',
    'family',
    'uk',
    'AA',
    a('Вечірній Порт', 'Новий трамвай вийде на лінію у вересні.'),
    a('Порт Сьогодні', 'У вересні містом поїде новий трамвай.'),
  ),
  g(
    'f06',
    'family',
    'en',
    'AA',
    a('The Quay Courier', 'Ferries will run every ten minutes at rush hour.'),
    a('Quay Radio', 'Expect a ferry every ten minutes when it is busy.'),
  ),

  // The same text under two names
  g(
    't01',
    'copy',
    'en',
    'AA',
    a(
      'Inland Post',
      'The council voted by nine to four on Wednesday night to pull down the old grain store, whose roof has leaked since the storm of 2019, and to plant a park of chestnut trees in its place.',
    ),
    a(
      'Valley Sentinel',
      'The council voted nine to four on Wednesday night to pull down the old grain store, whose roof has leaked since the storm of 2019, and to plant a park of chestnut trees in its place.',
    ),
  ),
  g(
    't02',
    'copy',
    'de',
    'AA',
    a(
      'Bergpost',
      'Die Bahn sperrt die Strecke zwischen Harn und Kell vom 3. bis zum 17. August, weil vier Brücken erneuert werden müssen; in dieser Zeit fahren Busse im Halbstundentakt.',
    ),
    a(
      'Talanzeiger',
      'Die Bahn sperrt die Strecke zwischen Harn und Kell vom 3. bis 17. August, weil vier Brücken erneuert werden. In dieser Zeit fahren Busse im Halbstundentakt.',
    ),
  ),
  g(
    't03',
    'copy',
    'fr',
    'AA',
    a(
      'La Rade',
      'Une centaine d’habitants ont manifesté samedi devant la mairie de Sarn contre le projet de carrière, qui menace selon eux la source dont le village tire son eau depuis un siècle.',
    ),
    a(
      'Le Vallon',
      'Une centaine d’habitants ont manifesté samedi devant la mairie de Sarn contre le projet de carrière qui menace, selon eux, la source dont le village tire son eau depuis un siècle.',
    ),
  ),
  g(
    't04',
    'copy',
    'uk',
    'AA',
    a(
      'Степова Газета',
      'У селищі Кель після повені без світла залишаються сорок будинків, рятувальники обіцяють відновити постачання до вечора п’ятниці.',
    ),
    a(
      'Порт Сьогодні',
      'У селищі Кель після повені без світла залишаються 40 будинків, рятувальники обіцяють відновити постачання до вечора п’ятниці.',
    ),
  ),
  g(
    't05',
    'copy',
    'en',
    'AA',
    a(
      'Kell Gazette',
      'Statement: “We are aware of the incident at our Kell plant and are working closely with the authorities. The safety of our people comes first,” the company said.',
    ),
    a(
      'Valley Sentinel',
      '“We are aware of the incident at our Kell plant and are working closely with the authorities. The safety of our people comes first,” the company said in a statement.',
    ),
  ),

  // Leaks, documents and releases that several outlets use
  g(
    'l01',
    'leak',
    'en',
    'AA',
    a('Mirl Observer', 'Leaked calls show ministers feared that the pact would fail.', { via: ['leaked calls'] }),
    a('Inland Post', 'Ministers’ fears for the pact, known from the leaked calls, shaped the visit.'),
  ),
  g(
    'l02',
    'leak',
    'en',
    'AAA',
    a('Mirl Observer', 'A leaked memo puts the cost at 80 million.', { via: ['leaked memo'] }),
    a('Kell Gazette', 'The cost will be 80 million, according to the leaked memo.'),
    a('Inland Post', 'Eighty million: that is what the project costs in a memo that was leaked this week.'),
  ),
  g(
    'l03',
    'leak',
    'de',
    'AA',
    a('Bergpost', 'Das geleakte Protokoll zeigt, dass der Vorstand früh gewarnt war.'),
    a('Kaiblatt', 'Der Vorstand wusste früh Bescheid, wie aus dem geleakten Protokoll hervorgeht.'),
  ),
  g(
    'l04',
    'leak',
    'fr',
    'AA',
    a('Le Vallon', 'Des documents divulgués montrent que la direction savait.'),
    a('La Rade', 'La direction savait, d’après les documents divulgués.'),
  ),
  g(
    'l05',
    'leak',
    'en',
    'AA',
    a('Inland Post', 'The airline said in a press release that it carried 2.1 million passengers.'),
    a('Valley Sentinel', 'A press release by the airline gives 2.1 million passengers for the year.'),
  ),
  g(
    'l06',
    'leak',
    'en',
    'AA',
    a('PBX', 'Transcripts show that the two spoke of grain.', { via: ['transcripts'] }),
    a('Inland Post', 'According to the transcripts the two spoke about grain.'),
  ),

  // What cannot be told must not count
  g(
    'u01',
    'unknown',
    'en',
    '??',
    a(null, 'The general is said to have been dismissed.'),
    a('Inland Post', 'The general has been dismissed, reports say.', { via: ['unnamed reports'] }),
  ),
  g(
    'u02',
    'unknown',
    'en',
    'A?',
    a('Mirl Observer', 'The general was dismissed on Sunday, his adjutant told the Observer.'),
    a('Valley Sentinel', 'The general has reportedly been dismissed.'),
  ),
  g(
    'u03',
    'unknown',
    'de',
    '??',
    a('Talanzeiger', 'Der General ist Medienberichten zufolge entlassen worden.'),
    a('Kaiblatt', 'Wie mehrere Medien berichten, wurde der General entlassen.'),
  ),
  g(
    'u04',
    'unknown',
    'fr',
    '??',
    a('La Rade', 'Le général aurait été limogé, selon plusieurs médias.'),
    a(null, 'Le général a été limogé dimanche.'),
  ),
  g(
    'u05',
    'unknown',
    'uk',
    '??',
    a('Порт Сьогодні', 'Генерала звільнено, пишуть ЗМІ.'),
    a('Степова Газета', 'За повідомленнями ЗМІ, генерала звільнили.'),
  ),
  g(
    'u06',
    'unknown',
    'en',
    'A?',
    a('Kell Gazette', 'The dam holds, engineer Maud Lie told the Gazette on the crest of it.'),
    a('Inland Post', 'The dam at Kell holds.'),
  ),
  g(
    'u07',
    'unknown',
    'es',
    '??',
    a('El Muelle', 'El general habría sido destituido, según medios locales.'),
    a('Diario del Valle', 'Según la prensa, el general fue destituido.'),
  ),
  g(
    'u08',
    'unknown',
    'en',
    '?A',
    a('Inland Post', 'Social media posts claim that the bridge fell.'),
    a('Mirl Observer', 'The bridge stands; our photographer crossed it at noon and spoke to the warden.'),
  ),

  // True independents: own eyes, own interviews, own words
  g(
    'i01',
    'independent',
    'en',
    'AB',
    a('Mirl Observer', 'Prime Minister Edda Holm told the Observer on Tuesday that the tax would rise to 19 percent.'),
    a(
      'Kell Gazette',
      'In an interview with the Gazette, finance minister Rolf Ast put the new tax at 19 percent and named January as its start.',
    ),
  ),
  g(
    'i02',
    'independent',
    'en',
    'ABC',
    a('Mirl Observer', 'An Observer reporter saw the last convoy leave Oster at four in the morning, lorries first, ambulances behind.'),
    a('Kell Gazette', 'Our correspondent watched soldiers take down the flag in Oster before dawn and walked with them to the crossing.'),
    a('Reuters', 'A Reuters witness saw around thirty vehicles cross the river from Oster before sunrise.'),
  ),
  g(
    'i03',
    'independent',
    'de',
    'AB',
    a('Bergpost', 'Die Ministerin sagte im Gespräch mit der Bergpost, sie werde im Amt bleiben.'),
    a('Kaiblatt', '„Ich trete nicht zurück“, sagte die Ministerin am Rande des Parteitags unserer Redaktion.'),
  ),
  g(
    'i04',
    'independent',
    'fr',
    'AB',
    a('Le Vallon', '« Nous fermerons l’usine », a déclaré la directrice au Vallon mercredi.'),
    a('La Rade', 'La directrice a confirmé à La Rade, lors d’un entretien, la fermeture de l’usine avant l’été.'),
  ),
  g(
    'i05',
    'independent',
    'es',
    'AB',
    a('El Muelle', 'La alcaldesa dijo a El Muelle que el mercado abrirá en mayo.'),
    a('Diario del Valle', 'En una entrevista con el Diario del Valle, el arquitecto del mercado situó la apertura a mediados de mayo.'),
  ),
  g(
    'i06',
    'independent',
    'uk',
    'AB',
    a('Степова Газета', 'Начальник порту розповів Степовій Газеті, що перший корабель зайде в неділю.'),
    a('Вечірній Порт', 'Наш кореспондент бачив, як у порту фарбують причал; капітан буксира сказав нам, що чекає судно в неділю.'),
  ),
  g(
    'i07',
    'independent',
    'en',
    'AB',
    a('AP', 'Two officials told The Associated Press that the talks would move to Sund.'),
    a('AFP', 'A diplomat told AFP that negotiators were packing for Sund.'),
  ),
  g(
    'i08',
    'independent',
    'en',
    'AB',
    a('Inland Post', 'Court records reviewed by the Post list 14 complaints since 2021.'),
    a('Mirl Observer', 'The Observer’s count, from its own requests to the courts, comes to 14 complaints in four years.'),
  ),
  g(
    'i09',
    'independent',
    'ru',
    'AB',
    a('Степной Листок', 'Директор завода рассказал Степному Листку, что ремонт займёт месяц.'),
    a('Интерфакс', 'Завод встанет на месяц, сообщили Интерфаксу в профсоюзе.'),
  ),
  g(
    'i10',
    'independent',
    'de',
    'AB',
    a('Talanzeiger', 'Nach Recherchen des Talanzeigers lagen die Pläne schon 2022 vor; der Zeitung liegen die Unterlagen vor.'),
    a('Bergpost', 'Ein früherer Abteilungsleiter sagte der Bergpost, er habe die Pläne 2022 selbst unterschrieben.'),
  ),

  // Everything at once
  g(
    'm01',
    'mixed',
    'en',
    'AAABB',
    a('Reuters', 'Edda Holm will visit Sund in May, her office told Reuters.', { published: '2025-04-02' }),
    a('Inland Post', 'Edda Holm plans a visit to Sund in May.', { credits: ['Reuters'], published: '2025-04-02' }),
    a('PBX', 'Prime Minister Holm goes to Sund in May, Reuters reported.', { published: '2025-04-03' }),
    a('Mirl Observer', 'Holm’s host, President Aldo Kern, told the Observer that he expected her in the second week of May.', {
      published: '2025-04-05',
    }),
    a('Valley Sentinel', 'Kern expects Holm in the second week of May, according to the Mirl Observer.', { published: '2025-04-06' }),
  ),
  g(
    'm02',
    'mixed',
    'de',
    'AAB?',
    a('Kaiblatt', 'Das Werk in Kell schließt im Herbst.', { credits: ['dpa'] }),
    a('Bergpost', 'Im Herbst schließt das Werk in Kell, meldet die Deutsche Presse-Agentur.'),
    a('Talanzeiger', 'Betriebsratschefin Nora Feld bestätigte dem Talanzeiger die Schließung im Oktober.'),
    a('Inland Post', 'Das Werk soll Berichten zufolge schließen.'),
  ),
  g(
    'm03',
    'mixed',
    'en',
    'AABA',
    a('Mirl Observer', 'The files, obtained by the Observer, name 31 officers.'),
    a('Inland Post', 'Thirty-one officers are named in files obtained by the Mirl Observer.'),
    a('Kell Gazette', 'The Gazette has spoken to nine of the officers; all confirmed that they were on the list.'),
    a('Sunday Quay', 'Officers’ names came to light in the Mirl Observer.'),
  ),
  g(
    'm04',
    'mixed',
    'uk',
    'AAB',
    a('Укрінформ', 'Міст відкриють 5 травня, сказав міністр Укрінформу.'),
    a('Порт Сьогодні', 'Міст відкриють 5 травня, передає Укрінформ.'),
    a('Степова Газета', 'Наш кореспондент проїхав мостом із будівельниками: вони обіцяють відкрити його 5 травня.'),
  ),
];
