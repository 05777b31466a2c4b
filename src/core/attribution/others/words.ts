/**
 * The commonest reporting words of French, Spanish, Ukrainian and Russian: enough for quotations, "que" clauses and
 * "according to", no more. Data only.
 */

export interface ReportingWords {
  /** Forms that carry a report by themselves ("dit", "afirmó", "заявив"), small letters. */
  readonly verbs: ReadonlySet<string>;
  /** Words that may stand between the subject and the verb: auxiliaries, adverbs, pronouns. */
  readonly between: ReadonlySet<string>;
  /** Forms among `verbs` that report only behind one of `auxiliaries` ("a déclaré", not "le prix annoncé"). */
  readonly participle: RegExp;
  readonly auxiliaries: ReadonlySet<string>;
  /** Auxiliaries by which the writer keeps a distance: "aurait dit". */
  readonly hedging: ReadonlySet<string>;
  /** Forms among `verbs` that tell what someone thinks. */
  readonly beliefs: ReadonlySet<string>;
  /** Words of time that may follow a source and are no part of it. */
  readonly times: ReadonlySet<string>;
  /** Opens the clause: "que", "що". */
  readonly that: ReadonlySet<string>;
  /** "selon", "за словами": word sequences before a source. */
  readonly according: readonly (readonly string[])[];
  /** Denies or postpones: "pas", "не". */
  readonly unreal: ReadonlySet<string>;
  /** Words that open a sentence without being its subject. */
  readonly notSubject: ReadonlySet<string>;
  /** Pronouns that may stand behind the verb as its subject. */
  readonly pronouns: ReadonlySet<string>;
  /** A verb or auxiliary with its subject hung on, as stem and pronoun: "dit-elle", "a-t-il". */
  readonly inverted: RegExp | null;
  /** A report may stand inside the quotation marks: « Non, a dit Anne Duval, jamais. » */
  readonly interrupts: boolean;
  /** A verb without a subject goes on about who spoke last. */
  readonly dropsSubject: boolean;
}

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).filter(Boolean));
const phrases = (list: string): string[][] => list.split(',').map((phrase) => phrase.trim().split(' '));

export const REPORTING_WORDS: Readonly<Record<string, ReportingWords>> = {
  fr: {
    verbs: set(
      `dit déclaré déclare annoncé annonce affirmé affirme assuré assure expliqué explique ajouté ajoute indiqué indique précisé précise souligné souligne
      rappelé estimé estime confirmé confirme révélé révèle rapporté rapporte écrit répondu répond lancé poursuivi poursuit soutenu conclu martelé averti reconnu
      prévenu dénoncé dénonce promis admis jugé juge`,
    ),
    participle: /(?:é|ée|és|ées|écrit|répondu|soutenu|conclu|averti|reconnu|prévenu|promis|admis|poursuivi)$/,
    auxiliaries: set("a ont avait avaient l'a l'ont aurait auraient"),
    hedging: set('aurait auraient'),
    beliefs: set(''),
    times: set('ce hier lundi mardi mercredi jeudi vendredi samedi dimanche matin soir'),
    between: set(
      "a ont avait avaient s' l' lui leur aurait auraient également aussi alors notamment enfin encore ensuite toutefois cependant jeudi vendredi samedi dimanche lundi mardi mercredi hier",
    ),
    that: set("que qu'"),
    according: phrases("selon,d'après,à en croire"),
    unreal: set("pas jamais n' ne"),
    notSubject: set(
      'selon pour dans en à au aux sur avec après avant depuis lors pendant mais et or ainsi alors puis hier comme si quand de du par qui où dont on',
    ),
    pronouns: set(''),
    inverted: /^(.+?)-(?:t-)?(ils?|elles?)$/,
    interrupts: true,
    dropsSubject: false,
  },
  es: {
    verbs: set(
      `dijo dice afirmó afirma declaró declara anunció anuncia aseguró asegura explicó explica añadió añade indicó indica señaló señala subrayó recordó confirmó confirma
      reveló informó informa escribió respondió sostuvo sostiene manifestó advirtió advierte reconoció reiteró apuntó destacó concluyó precisó comentó agregó insistió denunció
      prometió admitió dicho declarado anunciado afirmado asegurado explicado señalado advertido confirmado informado`,
    ),
    participle: /(?:ado|ido|dicho)$/,
    auxiliaries: set('ha han había habían habría habrían'),
    hedging: set('habría habrían'),
    beliefs: set(''),
    times: set('el este ayer hoy lunes martes miércoles jueves viernes sábado domingo'),
    between: set(
      'ha han habría habrían había habían también además se le les ayer luego después este lunes martes miércoles jueves viernes sábado domingo',
    ),
    that: set('que'),
    according: phrases('según,de acuerdo con,a juicio de'),
    unreal: set('no nunca jamás'),
    notSubject: set(
      'según para en a al ante mediante con por sobre tras después antes desde durante pero y así entonces ayer como si cuando de del sin que quien quienes cual',
    ),
    pronouns: set('él ella ellos ellas'),
    inverted: null,
    interrupts: true,
    dropsSubject: true,
  },
  uk: {
    verbs: set(
      `сказав сказала сказали заявив заявила заявили повідомив повідомила повідомили повідомило повідомляє повідомляють розповів розповіла розповіли зазначив зазначила зазначили
      наголосив наголосила додав додала додали підкреслив підкреслила пояснив пояснила написав написала оголосив оголосила стверджує стверджують вважає вважають
      підтвердив підтвердила попередив попередила відповів відповіла пише пишуть заявляє заявляють`,
    ),
    participle: /^$/,
    auxiliaries: set(''),
    hedging: set(''),
    beliefs: set('вважає вважають'),
    times: set('у в понеділок вівторок середу четвер пятницю суботу неділю сьогодні вчора'),
    between: set('також ще вже раніше потім тоді сьогодні вчора'),
    that: set('що'),
    according: phrases('за словами,за даними,за інформацією,за повідомленням,на думку,як повідомляє,як пише'),
    unreal: set('не'),
    notSubject: set(
      'у в на за з із зі до від по про для після перед під але і й та а також тому тоді сьогодні вчора як якщо коли раніше водночас який яка яке які котрий котра котрі хто',
    ),
    pronouns: set('він вона вони'),
    inverted: null,
    interrupts: false,
    dropsSubject: false,
  },
  ru: {
    verbs: set(
      `сказал сказала сказали заявил заявила заявили сообщил сообщила сообщили сообщило сообщает сообщают рассказал рассказала рассказали отметил отметила отметили
      подчеркнул подчеркнула добавил добавила добавили пояснил пояснила написал написала объявил объявила утверждает утверждают считает считают подтвердил подтвердила
      предупредил предупредила ответил ответила пишет пишут заявляет заявляют`,
    ),
    participle: /^$/,
    auxiliaries: set(''),
    hedging: set(''),
    beliefs: set('считает считают'),
    times: set('в во понедельник вторник среду четверг пятницу субботу воскресенье сегодня вчера'),
    between: set('также еще ещё уже ранее потом затем тогда сегодня вчера'),
    that: set('что'),
    according: phrases('по словам,по данным,по информации,по сообщению,по мнению,как сообщает,как пишет'),
    unreal: set('не'),
    notSubject: set(
      'в во на за с со из к от по о об для после перед под но и а также поэтому тогда сегодня вчера как если когда ранее при который которая которое которые кто',
    ),
    pronouns: set('он она они'),
    inverted: null,
    interrupts: false,
    dropsSubject: false,
  },
};
