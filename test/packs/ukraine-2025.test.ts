/**
 * The dossier pack, held field by field against a table written for this test: a clock, an outlet or a
 * speaker that changes by accident fails here.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CLOCKS, type Clock } from '@/core/model/claim';
import { type Pack, parsePackText } from '@/core/pack/parse';

const file = new URL('../../public/packs/ukraine-2025.json', import.meta.url);

function readPack(): Pack {
  const result = parsePackText('ukraine-2025.json', readFileSync(file, 'utf8'));
  if (!result.ok) throw new Error(JSON.stringify(result.faults, null, 2));
  return result.pack;
}
const pack = readPack();

interface Row {
  readonly id: string;
  readonly speaker: string | null;
  readonly outlet: string | null;
  readonly via?: readonly string[];
  readonly clocks?: Partial<Record<Clock, string>>;
  readonly actors: readonly string[];
  readonly event?: string;
  readonly quote?: string;
  readonly hedged?: boolean;
}

const MACRON = 'world:emmanuel-macron';
const RUTTE = 'world:mark-rutte';
const TRUMP = 'world:donald-trump';
const ZELENSKY = 'world:volodymyr-zelensky';
const WITKOFF = 'ukraine-2025:steve-witkoff';
const NYT = 'outlets:the-new-york-times';

const CLAIMS: readonly Row[] = [
  {
    id: 'macron-announces-rutte-call',
    speaker: MACRON,
    outlet: null,
    clocks: { said: '2025-12-24' },
    actors: [MACRON, RUTTE],
    event: 'macron-rutte-call',
  },
  {
    id: 'macron-solid-security-for-kyiv',
    speaker: MACRON,
    outlet: null,
    via: ['unnamed reports'],
    actors: [MACRON],
    event: 'macron-rutte-call',
    hedged: true,
  },
  {
    id: 'macron-optimism-on-negotiations',
    speaker: MACRON,
    outlet: 'outlets:cnn',
    clocks: { reported: '2025-12-08' },
    actors: [MACRON],
    quote: 'a lot of cards',
  },
  {
    id: 'nato-like-guarantee-agreed',
    speaker: null,
    outlet: NYT,
    clocks: { reported: '2025-12-15' },
    actors: ['world:united-states', 'world:ukraine', 'world:europe'],
  },
  {
    id: 'witkoff-progress-in-florida',
    speaker: WITKOFF,
    outlet: 'outlets:fox-news',
    clocks: { event: '2025-12-21/2025-12-31' },
    actors: [WITKOFF],
    event: 'florida-meetings',
    quote: 'concrete progress',
  },
  {
    id: 'macron-contradicts-trump-on-loans',
    speaker: MACRON,
    outlet: 'outlets:the-washington-post',
    clocks: { reported: '2025-12-15' },
    actors: [MACRON, TRUMP],
  },
  {
    id: 'european-scramble-paris-meeting',
    speaker: null,
    outlet: 'outlets:nbc-news',
    clocks: { event: '2025-02-17' },
    actors: [RUTTE],
    event: 'paris-meeting-february',
  },
  {
    id: 'rutte-broad-coalition-to-deter',
    speaker: RUTTE,
    outlet: 'outlets:abc-news',
    clocks: { event: '2025-08' },
    actors: [RUTTE, 'world:nato'],
    event: 'nato-defense-chiefs-talks',
  },
  {
    id: 'twenty-six-nations-pledge',
    speaker: null,
    outlet: 'outlets:pbs-news',
    via: ['Reuters = outlets:reuters'],
    clocks: { event: '2025-09-04' },
    actors: ['ukraine-2025:coalition-of-the-willing'],
    event: 'paris-summit-september',
  },
  {
    id: 'leak-fear-of-us-betrayal',
    speaker: null,
    outlet: 'outlets:der-spiegel',
    via: ['leaked calls'],
    actors: [MACRON, RUTTE, ZELENSKY],
    quote: 'betrayal',
  },
  { id: 'nyt-echoes-the-fears', speaker: null, outlet: NYT, actors: [TRUMP, 'world:white-house'] },
  {
    id: 'macron-hosts-trump',
    speaker: null,
    outlet: 'outlets:cnn',
    via: ['transcripts'],
    clocks: { reported: '2025-03' },
    actors: [MACRON, TRUMP],
    event: 'macron-trump-meeting',
  },
  { id: 'rutte-on-fox-programme', speaker: RUTTE, outlet: 'outlets:fox-news', actors: [RUTTE] },
  {
    id: 'bad-deal-worse-than-none',
    speaker: null,
    outlet: 'outlets:the-wall-street-journal',
    clocks: { reported: '2025-12-16' },
    actors: ['world:russia', 'world:ukraine'],
  },
  { id: 'western-troops-not-ruled-out', speaker: MACRON, outlet: 'outlets:nbc-news', actors: [MACRON] },
  {
    id: 'acled-maps-russian-gains',
    speaker: null,
    outlet: null,
    via: ['ACLED = ukraine-2025:acled'],
    clocks: { event: '2025' },
    actors: ['world:russia', 'ukraine-2025:acled'],
  },
  {
    id: 'zelensky-meets-rutte-at-eu',
    speaker: null,
    outlet: NYT,
    clocks: { reported: '2024-12-18' },
    actors: [ZELENSKY, RUTTE, 'world:european-union'],
    event: 'zelensky-eu-meetings-with-rutte',
  },
  { id: 'nothing-without-ukrainians', speaker: MACRON, outlet: null, actors: [MACRON, 'world:ukraine'] },
];

/** Event id → dates as `edtf` or `edtf qualifier`, place, participants. */
const EVENTS: Readonly<Record<string, { dates: readonly string[]; place?: string; participants: readonly string[] }>> = {
  'rutte-becomes-nato-chief': { dates: ['2024-10'], participants: [RUTTE, 'world:nato'] },
  'zelensky-eu-meetings-with-rutte': { dates: ['2024-12'], participants: [ZELENSKY, RUTTE, 'world:european-union'] },
  'coalition-formed': { dates: ['2025 early'], participants: ['ukraine-2025:coalition-of-the-willing', MACRON, 'world:keir-starmer'] },
  'paris-meeting-february': { dates: ['2025-02-17'], place: 'world:paris', participants: [RUTTE] },
  'macron-trump-meeting': { dates: ['2025-02-24', '2025-03'], participants: [MACRON, TRUMP] },
  'nato-defense-chiefs-talks': { dates: ['2025-08'], participants: ['world:nato', RUTTE] },
  'paris-summit-september': { dates: ['2025-09-04'], place: 'world:paris', participants: ['ukraine-2025:coalition-of-the-willing'] },
  'london-summit-october': {
    dates: ['2025-10-24'],
    place: 'world:london',
    participants: ['ukraine-2025:coalition-of-the-willing', RUTTE, ZELENSKY],
  },
  'florida-meetings': { dates: ['2025-12 late'], place: 'world:florida', participants: [WITKOFF, 'world:united-states', 'world:ukraine'] },
  'macron-rutte-call': { dates: ['2025-12-24'], participants: [MACRON, RUTTE] },
};

/** A quote is a few words as they were said, never a sentence. */
const MAX_QUOTE_WORDS = 5;

describe('the dossier pack', () => {
  it('holds every claim with speaker, outlet, origin, clocks and actors', () => {
    const found = pack.claims.map((c): Row => {
      const clocks = Object.fromEntries(CLOCKS.flatMap((clock) => (c.clocks[clock] ? [[clock, c.clocks[clock].edtf]] : [])));
      return {
        id: c.id.replace('ukraine-2025:', ''),
        speaker: c.speaker,
        outlet: c.outlet,
        ...(c.via.length ? { via: c.via.map((x) => (x.id ? `${x.name} = ${x.id}` : x.name)) } : {}),
        ...(Object.keys(clocks).length ? { clocks } : {}),
        actors: c.actors,
        ...(c.events[0] ? { event: c.events.join().replace('ukraine-2025:', '') } : {}),
        ...(c.quote ? { quote: c.quote } : {}),
        ...(c.hedged ? { hedged: true } : {}),
      };
    });
    expect(found).toEqual(CLAIMS);
  });

  it('calls every claim second-hand, read in the one article, dated by its text', () => {
    for (const claim of pack.claims) {
      expect(claim).toMatchObject({ status: 'second-hand', readIn: 'ukraine-2025:unsigned-overview', sources: ['article-read'] });
      for (const clock of Object.values(claim.clocks)) expect(clock.basis).toBe('text');
    }
    expect(pack.articles).toMatchObject([{ id: 'ukraine-2025:unsigned-overview', outlet: null, url: null, published: null }]);
  });

  it('holds every event with its dates, place and participants', () => {
    const found = pack.events.map((e) => [
      e.id.replace('ukraine-2025:', ''),
      {
        dates: e.dates.map((d) => (d.qualifier ? `${d.edtf} ${d.qualifier}` : d.edtf)),
        ...(e.place ? { place: e.place } : {}),
        participants: e.participants,
      },
    ]);
    expect(Object.fromEntries(found)).toEqual(EVENTS);
  });

  it('says whose each of the two dates of the Macron–Trump meeting is', () => {
    const meeting = pack.events.find((e) => e.id.endsWith(':macron-trump-meeting'));
    expect(meeting?.dates.map((d) => d.sources)).toEqual([['public-record'], ['article-read']]);
    expect(meeting?.dates[0]?.according).toMatch(/public record.*White House/);
    expect(meeting?.dates[1]?.according).toMatch(/CNN transcripts/);
  });

  it('names events only by what no other event is called', () => {
    for (const event of pack.events) {
      for (const text of [event.name, ...event.names.map((n) => n.text)]) {
        expect(text, event.id).toMatch(
          /20\d\d|24 December|December 24|24\. Dezember|24 décembre|24 грудня|Christmas Eve|NATO Secretary General|EU meetings with Rutte|for Ukraine/,
        );
        expect(text.split(/\s+/).length, text).toBeGreaterThan(3);
      }
    }
  });

  it('quotes a few words at most and records nothing for a prediction', () => {
    for (const claim of pack.claims) {
      expect((claim.quote ?? '').split(/\s+/).length, claim.id).toBeLessThanOrEqual(MAX_QUOTE_WORDS);
      expect(claim.outlet, claim.id).not.toBe('outlets:usa-today');
      expect(claim.text, claim.id).not.toMatch(/department/);
    }
  });

  it('defines the three actors that no other pack has', () => {
    expect(pack.actors.map((a) => [a.id, a.kind])).toEqual([
      [WITKOFF, 'person'],
      ['ukraine-2025:acled', 'organisation'],
      ['ukraine-2025:coalition-of-the-willing', 'organisation'],
    ]);
    expect(pack.actors[0]?.surnames).toContain('Witkoff');
    expect(pack.actors[2]?.names).toContainEqual({ text: 'Koalition der Willigen', lang: 'de', case: 'any' });
  });
});
