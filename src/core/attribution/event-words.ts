/**
 * Words that name a kind of event, by language, in small letters. Data only.
 * Only kinds that a sentence can tell by one word; an appointment or a formation is found by its names.
 */
import type { EventKind } from '../model/event';

type KindWords = Readonly<Partial<Record<EventKind, string>>>;

/** A word stands for itself; with `*` for every word that ends so. */
const WORDS: Readonly<Record<string, KindWords>> = {
  en: {
    summit: 'summit summits',
    meeting: 'meeting meetings met meets hosting hosted hosts visit visited talks',
    call: 'call calls phoned discussion conversation spoke',
    talks: 'talks meeting meetings negotiations',
    election: 'election elections runoff',
    attack: 'attack attacks strike strikes bombing shooting',
    agreement: 'agreement deal accord treaty pact',
  },
  de: {
    summit: '*gipfel gipfels gipfeltreffen',
    meeting: 'treffen traf trafen empfing gespräch gespräche besuch',
    call: 'telefonat telefonats telefonierte telefonierten gespräch gesprächs',
    talks: 'gespräche gesprächen verhandlungen treffen',
    election: 'wahl wahlen stichwahl',
    attack: 'angriff angriffe anschlag',
    agreement: 'abkommen vereinbarung vertrag',
  },
  fr: {
    summit: 'sommet',
    meeting: 'rencontre réunion rencontré reçu visite entretien',
    call: 'appel entretien téléphoné conversation',
    talks: 'pourparlers négociations réunion réunions discussions',
    election: 'élection élections scrutin',
    attack: 'attaque attentat frappe',
    agreement: 'accord traité',
  },
  es: {
    summit: 'cumbre',
    meeting: 'reunión encuentro reunió recibió visita',
    call: 'llamada conversación',
    talks: 'conversaciones negociaciones reuniones',
    election: 'elección elecciones',
    attack: 'ataque atentado',
    agreement: 'acuerdo tratado',
  },
  uk: {
    summit: 'саміт саміту саміті саміти',
    meeting: 'зустріч зустрічі зустрівся переговори',
    call: 'розмова розмову розмови дзвінок',
    talks: 'переговори переговорів переговорах зустріч зустрічі',
    election: 'вибори виборів',
    attack: 'атака атаки удар напад',
    agreement: 'угода угоду угоди',
  },
  ru: {
    summit: 'саммит саммита саммите саммиты',
    meeting: 'встреча встречи встрече встретился переговоры',
    call: 'разговор разговора звонок',
    talks: 'переговоры переговоров переговорах встреча встречи',
    election: 'выборы выборов',
    attack: 'атака атаки удар нападение',
    agreement: 'соглашение соглашения',
  },
};

export interface KindWordLookup {
  /** The kinds that a word, in small letters, can stand for. */
  kindsOf(word: string): readonly EventKind[];
}

const NO_KINDS: readonly EventKind[] = [];

function lookup(table: KindWords): KindWordLookup {
  const exact = new Map<string, EventKind[]>();
  const endings: [string, EventKind][] = [];
  for (const [kind, words] of Object.entries(table) as [EventKind, string][]) {
    for (const word of words.split(' ')) {
      // A German compound ends in its kind: Sondergipfel.
      if (word.startsWith('*')) endings.push([word.slice(1), kind]);
      exact.set(word.replace('*', ''), [...(exact.get(word.replace('*', '')) ?? []), kind]);
    }
  }
  return {
    kindsOf: (word) =>
      exact.get(word) ??
      (endings.some(([ending]) => word.endsWith(ending))
        ? endings.filter(([ending]) => word.endsWith(ending)).map(([, kind]) => kind)
        : NO_KINDS),
  };
}

const LOOKUPS = new Map(Object.entries(WORDS).map(([lang, table]) => [lang, lookup(table)]));

/** The words of a language; null for a language without them. */
export function kindWords(lang: string | null): KindWordLookup | null {
  return LOOKUPS.get((lang ?? '').toLowerCase().split(/[-_]/)[0] ?? '') ?? null;
}
