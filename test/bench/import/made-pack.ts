/** A pack of any number of claims, made up: names and words as often as in news, a few in most claims and most in few. */
const WORDS =
  'government minister said the talks would continue after election report budget treaty harbour council vote plan deal agency official spokesman week border energy price court ruling strike union security summit'.split(
    ' ',
  );

const ACTORS = 20_000;
const OUTLETS = 300;
const EVENTS = 5_000;

/** Different words: as many as a newspaper prints in a year without names. */
const VOCABULARY = 30_000;
const SYLLABLES = 'ba ke lo mi nu ra se to vi du fa ge ho ji pa'.split(' ');

/** The word of a rank: the commonest are English, the others nobody's. */
function wordOf(rank: number): string {
  const common = WORDS[rank];
  if (common !== undefined) return common;
  let word = '';
  for (let rest = rank; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) word += SYLLABLES[rest % SYLLABLES.length];
  return word;
}

const FIRST_NAMES = 400;
/** A first name that many bear and a last name that hardly anybody else does. */
export const actorName = (n: number): string => {
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  return `${capital(wordOf(1000 + (n % FIRST_NAMES)))} ${capital(wordOf(VOCABULARY + n))}`;
};

/** The same numbers in every run (Park and Miller). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

export const actorId = (n: number): string => `actor-${n}`;

/** Lines of JSONL, a few thousand at a time. */
export function* madePack(claims: number, revision = 1): Generator<string> {
  const random = numbers(20_251_208 + revision);
  const below = (n: number) => Math.floor(random() * n);
  const often = () => Math.floor(ACTORS * random() ** 2.5);
  // Zipf's law: the word of rank n stands for one in n.
  const words = (n: number) => Array.from({ length: n }, () => wordOf(Math.floor(VOCABULARY ** random()) - 1)).join(' ');
  const day = () => `20${10 + below(16)}-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`;
  const sources = ['made'];
  const line = (value: object) => `${JSON.stringify(value)}\n`;
  yield line({
    format: 'sidelight-pack',
    version: 1,
    id: 'bench',
    revision,
    title: 'Made for a benchmark',
    licence: 'CC0-1.0',
    sources: { made: { title: 'Made up' } },
  });
  for (let i = 0; i < ACTORS; i++) yield line({ type: 'actor', id: actorId(i), kind: 'person', name: actorName(i), sources });
  for (let i = 0; i < OUTLETS; i++)
    yield line({
      type: 'outlet',
      id: `outlet-${i}`,
      name: `Outlet Number${i}`,
      domains: [`outlet${i}.example`],
      country: 'NL',
      languages: ['nl'],
      sources,
    });
  for (let i = 0; i < EVENTS; i++) yield line({ type: 'event', id: `event-${i}`, name: `Event Number${i}`, kind: 'meeting', sources });
  let some = '';
  for (let i = 0; i < claims; i++) {
    const speaker = actorId(often());
    const said = day();
    const outlet = below(OUTLETS);
    some += line({
      type: 'claim',
      id: `claim-${i}`,
      text: words(14),
      speaker,
      outlet: `outlet-${outlet}`,
      clocks: { said: { edtf: said, basis: 'text' }, published: { edtf: said, basis: 'metadata' } },
      actors: [...new Set([speaker, actorId(often())])],
      ...(random() < 0.3 ? { events: [`event-${below(EVENTS)}`] } : {}),
      status: 'curated',
      evidence: { exact: words(12), url: `https://www.outlet${outlet}.example/${said.slice(0, 4)}/${i}` },
      sources,
    });
    if (some.length > 1_000_000) {
      yield some;
      some = '';
    }
  }
  yield some;
}
