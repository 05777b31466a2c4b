/**
 * German verbs and words that attribute. Data: infinitives by what they take; forms are built here, because German verbs
 * of speech are few, mostly weak, and often separable (teilte … mit).
 */

/** What a verb form tells; `particle` is the separated prefix that must stand later in the clause. */
export interface GermanForm {
  readonly lemma: string;
  readonly particle: string | null;
  /** Takes a clause after a comma or a quotation. */
  readonly clause: boolean;
  /** Takes an object: then the sentence as a whole is the content. */
  readonly object: boolean;
  readonly kind: 'statement' | 'belief' | 'intention' | 'question';
  /** A participle: needs a form of "haben" before it, or stands at the end of a "wie … mitgeteilt hat" clause. */
  readonly participle: boolean;
}

/** Weak verbs by stem, `prefix|stem` where separable; then what they take: c(lause), o(bject). */
const WEAK: Readonly<Record<GermanForm['kind'], string>> = {
  statement: `sag:c erklär:c beton:co berichte:co mein:c behaupte:co versicher:co erläuter:co äußer:c melde:c teil|mit:co kündig|an:co stell|fest:c
    räum|ein:c bestätig:c forder:co verlang:co warn:co kritisier:co kommentier:co urteil:c ergänz:c argumentier:c begründ:o antworte:c dementier:o beschuldig:o
    begrüß:o lob:o plädier:o füg|hinzu:c bemängel:co beklag:co bedauer:co mahn:co beschwer:o monier:co prognostizier:co schilder:co
    verkünde:c unterstreich:c bekräftig:co wert:o ermahn:o protestier:o appellier:o resümier:c folger:c entgegne:c erwider:c vermelde:c präzisier:c verdeutlich:c leg|fest:c leg|dar:c leg|nahe:c bilanzier:c konstatier:c
    prophezei:co bezeichne:o verlaut:c twitter:c erinner:c ruf|auf:o führ|aus:c`,
  belief: 'glaub:c hoff:c vermut:c befürchte:co fürcht:co erwart:c zweifel:co schätz:c rechne:o spekulier:co bezweifel:co',
  intention: 'plan:co beabsichtig:co weiger:co',
  question: 'frag:c',
};

/** Strong and irregular verbs: all forms, `+particle` where separable, `!` before participles. */
const STRONG: Readonly<Record<GermanForm['kind'], string>> = {
  statement: `schreib/c:schreibt,schrieb,schrieben,schreiben,!geschrieben angeb/c:gibt+an,gab+an,gaben+an,geben+an,angab,angaben,!angegeben
    bekanntgeb/c:gibt+bekannt,gab+bekannt,gaben+bekannt,geben+bekannt,!bekanntgegeben zugeb/co:gibt+zu,gab+zu,gaben+zu,!zugegeben
    hinweis/c:weist+hin,wies+hin,wiesen+hin,weisen+hin,!hingewiesen verweis/c:verweist,verwies,verwiesen,!verwiesen
    rat/c:rät,riet,rieten,!geraten
    vorwerf/co:wirft+vor,warf+vor,warfen+vor,werfen+vor,!vorgeworfen aussprech/o:spricht+aus,sprach+aus,sprachen+aus,sprechen+aus,!ausgesprochen
    sprechen/o:sprach+von,sprachen+von,spricht+von,sprechen+von widersprech/o:widerspricht,widersprach,widersprachen bestreit/c:bestreitet,bestritt,bestritten,bestreiten,!bestritten
    ausschließ/c:schließt+aus,schloss+aus,schlossen+aus,schließen+aus,!ausgeschlossen versprech/co:verspricht,versprach,versprachen,!versprochen
    heiß/c:heißt,hieß nenn/o:nennt,nannte,nannten,nennen aufruf/o:ruft+auf,rief+auf,riefen+auf,!aufgerufen auffordern/o:fordert+auf,forderte+auf,forderten+auf
    empfehl/co:empfiehlt,empfahl,empfahlen vorschlag/co:schlägt+vor,schlug+vor,schlugen+vor,!vorgeschlagen eingesteh/c:gestand,gestanden unterstreich/c:unterstrich,unterstrichen
    vertret/o:vertritt,vertrat,vertraten zieh/o:zog+zurück werf/o:unterstellt,unterstellte,unterstellten fortfahr/c:fuhr+fort`,
  belief: `ausgeh/co:geht+aus,ging+aus,gingen+aus,gehen+aus denk/c:denkt,dachte,dachten seh/o:sieht+als,sah+als,sahen+als,sehen+als halt/o:hält+für,hielt+für,hielten+für,halten+für`,
  intention:
    'woll/o:will,wollen entscheid/c:entscheidet,entschied,entschieden,!entschieden beschließ/c:beschließt,beschloss,beschlossen,!beschlossen',
  question: '',
};

const WEAK_ENDINGS = ['t', 'te', 'ten', 'en'];

function build(): ReadonlyMap<string, readonly GermanForm[]> {
  const forms = new Map<string, GermanForm[]>();
  const add = (form: string, entry: GermanForm) => forms.set(form, [...(forms.get(form) ?? []), entry]);
  for (const kind of ['statement', 'belief', 'intention', 'question'] as const) {
    for (const entry of WEAK[kind].trim().split(/\s+/).filter(Boolean)) {
      const [name = '', takes = ''] = entry.split(':');
      const [bare = '', particle = null] = name.split('|');
      const stem = bare.endsWith('e') && !/[nl]$/.test(bare.slice(0, -1)) ? bare.slice(0, -1) : bare;
      const joint = /[td]$/.test(stem) || /(?:chn|dn|tn|ffn)$/.test(stem) ? 'e' : '';
      const base = { lemma: `${particle ?? ''}${stem}`, clause: takes.includes('c'), object: takes.includes('o'), kind };
      for (const ending of WEAK_ENDINGS) {
        const form = ending === 'en' ? `${stem}${/[lr]$/.test(stem) && /[ei][lr]$/.test(stem) ? 'n' : 'en'}` : `${stem}${joint}${ending}`;
        add(form, { ...base, particle, participle: false });
        if (particle) add(`${particle}${form}`, { ...base, particle: null, participle: false });
      }
      const inseparable = /^(?:be|er|ver|ent|ge|wider|unter)/.test(stem) || /ier$/.test(stem);
      add(`${particle ?? ''}${inseparable ? '' : 'ge'}${stem}${joint}t`, { ...base, particle: null, participle: true });
    }
    for (const entry of STRONG[kind].trim().split(/\s+/).filter(Boolean)) {
      const [head = '', list = ''] = entry.split(':');
      const [lemma = '', takes = ''] = head.split('/');
      for (const written of list.split(',')) {
        const [form = '', particle = null] = written.replace('!', '').split('+');
        add(form, { lemma, particle, clause: takes.includes('c'), object: takes.includes('o'), kind, participle: written.startsWith('!') });
      }
    }
  }
  return forms;
}

export const GERMAN_FORMS: ReadonlyMap<string, readonly GermanForm[]> = build();

/** Konjunktiv I: outside a quotation they tell what another says. */
export const REPORTED_MOOD = new Set(
  'sei seien habe werde könne müsse solle dürfe wolle gebe gehe komme stehe liege bestehe handele handle sehe brauche bleibe lasse wisse gelte mache nehme führe bringe finde zeige halte'.split(
    ' ',
  ),
);
/** Konjunktiv II stands in for I where I looks like the indicative, in the plural: told only right behind a report. */
export const REPLACING_MOOD = new Set(['würden', 'hätten']);

/** Words before a source: "nach Angaben der Polizei", "laut Spiegel"; behind it: "Berichten zufolge". */
export const ACCORDING_BEFORE = new Set(['laut', 'gemäß']);
/** What "nach" and "zufolge" lean on: also as the last part of longer words (Polizeiangaben, Augenzeugenberichten). */
const ACCORDING_NOUNS =
  /(?:angaben|aussagen?|angabe|ansicht|meinung|auffassung|einschätzung|informationen|berichten|bericht|darstellung|worten|schätzungen?|meldungen|erkenntnissen|überzeugung|untersuchungen|ermittlungen|umfragen?|studien?|berechnungen|prognosen?|recherchen|überlieferung|gerüchten)$/;

export const namesAccount = (word: string): boolean => ACCORDING_NOUNS.test(word);

/** What "in" leads to where it says something ("in einem Schreiben heißt es"). */
export const DOCUMENT =
  /(?:ergebnis|verfassung|warnung|berechnung|bericht|papier|mitteilung|schreiben|erklärung|brief|nahme|studie|gutachten|urteil|beschluss|antrag|entwurf|dokument|aufruf|meldung|artikel|beitrag|these|post|mail|kommentar|begründung|analyse|umfrage|statement|ankündigung|resolution|klage|vermerk|kreis)(?:e?n|e?s|e)?$/;

/** Words that open a German sentence without being its subject. */
export const NOT_SUBJECT = new Set(
  'in am im an auf bei nach vor mit zu zum zur für von vom aus durch über unter während wegen trotz seit gegen ohne um bis gestern heute indes wiederum derweil auch so dann dabei damit dazu daher deshalb zudem außerdem ferner weiter weiterhin zugleich gleichzeitig bereits schon erst noch nun jetzt später zuvor dagegen hingegen jedoch doch aber und oder denn wie als wenn da weil obwohl nachdem darauf anschließend inzwischen mittlerweile dennoch trotzdem dort hier laut gemäß ebenso zunächst offiziell davon vorerst unterdessen ähnlich insgesamt demnach wörtlich zuletzt den dem einen einem diesen diesem ihm ihnen nur besonders hierzu dazu hinzu sich man dass daß ob ihren ihre ihrer seine seinen offenbar vielleicht übrigens immerhin dadurch seitdem seither jüngst vielmehr somit hierbei derzeit zurzeit gegenwärtig momentan künftig gemeinsam gegenüber statt dank weder leider stolz'.split(
    ' ',
  ),
);
/** Finite verbs that are no cue: a phrase with one of them is no subject. */
export const FINITE = new Set(
  'wurde wurden wird werden war waren ist sind hat haben hatte hatten kann können konnte konnten muss müssen musste will wollen wollte soll sollen darf gab gibt kam kamen ging gingen sah sahen stand lag blieb griff begann fand fanden kündigte nahm nahmen ließ würde würden hätte hätten wäre wären könnte könnten müsste müssten sollte sollten dürfte dürften mag möchte bleibt bleiben lassen lässt'.split(
    ' ',
  ),
);
export const HAVE = new Set(['hat', 'haben', 'hatte', 'hatten']);
