/** Everyday words that are also names of papers, and short names that others bear too. Data for outlets.test.ts. */

const ENGLISH = `age atlantic australian banner beast bell bulwark business capital citizen conversation diplomat edition express
fortune free globe graphic guardian economist herald hill hindu independent insider intercept inquirer journal local mail mercury
metro mirror monitor namibian narwhal nation national news newsroom observer open paper peninsula post press print profile punch
record register reporter republic salon scroll slate spectator spinoff standard star stuff sun telegraph telex time times today
tribune trust vanguard verge vision vox wire wired world`;
const GERMAN = `abendblatt bild blick blatt echo focus freitag freiheit heute kurier krone merkur morgen morgenpost post presse profil
spiegel standard stern tag welt woche wort zeit zeitung`;
const FRENCH = `croix echo express humanité libération marianne matin monde nouvelliste obs opinion parisien point presse progrès
provence soir soleil temps tribune télégramme équipe`;
const SPANISH = `andina clarín comercio confidencial correo deber día español espectador expansión faro jornada mercurio mundo nación
nacional observador perfil prensa primicias proceso público razón reforma república semana tiempo universal universo`;
const OTHERS = `avvenire domani foglio giornale libero manifesto mattino messaggero post repubblica stampa expresso observador veja globo
trouw telegraaf volkskrant standaard novinky respekt pravda fakt polityka rzeczpospolita politika danas delo vijesti blic antara tempo
kompas sabah cumhuriyet sözcü anadolu nikkei zerkalo babel petra sputnik meridian`;
const SHORT = `ABC AA AAP AFP AFR AGI AD ANI ANP AP APA APS ATA BNA BNS BSS BTA CBS CCTV CNA DN DR DW ELTA ERR FT HRT IANS KBS LRT LSM MAP MDR MENA
MIA MTI N1 NAN NOS NRC NTB NV PA PAP PTI QNA RBC RFI RND RT RTE RTP RTS SBS SDA SIC SME SPA STA STT SVT SZ TAP TSN TT UPI VG VNA WAM`;

/** Founders, nationals, traders. */
const PEOPLE = `bloomberg breitbart блумберг scotsman namibian australian коммерсант`;

/** Never to be marked by themselves, neither bare nor with an article before them; READ_AS_PAPERS are the exceptions. */
export const WORDS: readonly string[] = [ENGLISH, GERMAN, FRENCH, SPANISH, OTHERS, SHORT, PEOPLE].join(' ').split(/\s+/);

/**
 * Words that still count alone, each looked at: with its capitals (and its article, where it has one) running text in
 * its language means the paper. `LA Times` only looks like an article and a word; French alone says l'AFP, of the agency.
 */
export const READ_AS_PAPERS: readonly string[] = [
  ...['The Economist', 'The Guardian', 'LA Times', "l'AFP", 'Der Spiegel', 'Le Monde', 'Le Parisien', 'La Stampa'],
  ...['Il Messaggero', 'Clarín', 'O Globo', 'De Telegraaf', 'Telegraaf', 'de Volkskrant', 'Volkskrant'],
];

/** Names of outlets that are also words or phrases where capitals do not tell: "the island", "the Egyptian today", "the railway disclosed". */
export const NATIVE_WORDS: readonly string[] = [
  ...['الجزيرة', 'العربية', 'الأهرام', 'الأخبار', 'النهار', 'الشرق الأوسط', 'المصري اليوم', 'روسيا اليوم', 'اليوم السابع'],
  ...['الوطن', 'الخبر', 'البيان', 'المنار', 'الغد', 'كونا', 'إرنا'],
  ...['הארץ', 'מעריב', 'ישראל היום', 'וואלה'],
  ...['卫报', '衛報', '路透', '明報', '明报', '财新', '共同社', '中央社', '时事社', '朝中社', '世界报', '国家报'],
];
