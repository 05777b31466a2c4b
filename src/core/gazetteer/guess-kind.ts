/**
 * What kind of thing a bare name most likely is, for names that come without one. A guess that is wrong about a
 * person costs recall; one that takes an organisation for a person would let its last word count alone, so only
 * what looks like nothing but a person's name is one.
 */
import type { SubjectKind } from '../model/actor';

/** Two to four words of letters, each with a capital, or initials before the last; particles and initials between them. */
const PERSON_LIKE =
  /^(?!U\.\s?[KNS]\.|E\.\s?U\.)(?:\p{Lu}[\p{L}\p{M}'’-]+|(?:\p{Lu}\.\s*){1,3}(?<=\.))(?:\s+(?:\p{Lu}\.?|(?:von|van|der|den|de|la|le|del|della|di|da|dos|do|du|bin|ibn|al|el|ter|zu)|\p{Lu}[\p{L}\p{M}'’-]+)){0,4}\s+(?:al-|[dO]['’])?\p{Lu}[\p{L}\p{M}'’-]+,?(?:\s+(?:Jr|Sr)\.?|\s+I{1,3})?$/u;
const MOST_WORDS = 5;

/** Words of organisations, places, events and works; a name with one of them is no person's. Whole words, any case. */
const OTHER_WORDS = new RegExp(
  `(?<!\\p{L})(?:${(
    'the of and for in on at und für im am et des y e i w na z ' +
    'party association organi[sz]ation union league council committee commission agency authority bureau office department ministry ministerium board court bank fund trust group company corporation corp inc ltd llc plc gmbh ag se kg co holdings partners airlines airways air motors energy oil gas petroleum records music pictures studios entertainment media news times post herald tribune journal gazette mail sun star guardian telegraph magazine radio television tv network press review university college school academy institute institut society foundation stiftung federation confederation alliance coalition forum club team united city town county state states republic kingdom province district region island islands islamic river lake mount mountain mountains bay beach gulf sea ocean coast valley park square street road avenue bridge tower airport station stadium arena hall house palace castle church cathedral museum library theatre theater gallery hospital clinic center centre army navy force forces guard police corps command cup open masters championship championships games olympics series prix award awards prize festival conference summit war revolution election elections act treaty agreement plan project program programme day week year night street wall north south east west northern southern eastern western new old saint st san santa los las el fort port cape great american british european african asian international national federal royal world global united general air force security health justice league congress senate parliament house ' +
    'partei verband verein bund ministerium amt gericht rat kommission regierung republik vereinigte bundesliga universität hochschule schule zeitung nachrichtenagentur gesellschaft gruppe werke bahn see fluss insel golf meer berg platz straße turm dom kirche klinik küste küstenwache haus stadt land staaten deutsche deutscher deutsches europäische europäischer internationale internationaler internationales'
  )
    .split(' ')
    .join('|')})(?!\\p{L})`,
  'iu',
);
/** German compounds end in what they are. */
const COMPOUND =
  /(?:partei|verband|verein|bund|ministerium|amt|gericht|kommission|regierung|bank|universität|gesellschaft|agentur|zeitung|meisterschaft|pokal|spiele)(?:\s|$)/iu;

/** One letter with or without a dot amid a name. */
const INITIAL = /(?<=\s)\p{Lu}\.?(?=\s)/gu;

/** `person` for a name that looks like one and like nothing else; `organisation`, which lends no surname, for the rest. */
export function guessKind(name: string): SubjectKind {
  // An initial is no small word: the W of "George W. Bush" is not Polish.
  const spelled = name.trim().replace(INITIAL, '');
  const words = name.trim().split(/\s+/);
  const looksPersonal = words.length >= 2 && words.length <= MOST_WORDS && PERSON_LIKE.test(name.trim());
  const capitalsOnly = words.some((word) => /^\p{Lu}{2,}$/u.test(word));
  return looksPersonal && !capitalsOnly && !OTHER_WORDS.test(spelled) && !COMPOUND.test(name) ? 'person' : 'organisation';
}
