/**
 * Views for the gallery and the tests of the UI: the ordinary, the long, the right-to-left, the empty, the hostile.
 * Made up, or restating the starter dossier in our own words.
 */
import { makeTimeline } from '@/core/coverage/timeline';
import type { Claim } from '@/core/model/claim';
import { leadingClock } from '@/core/model/claim';
import { newestFirst } from '@/core/model/edtf';
import type { LedgerView } from '@/core/model/feed-view';
import type {
  ArticleRef,
  ClaimView,
  CoverageGroup,
  Health,
  NameRef,
  PageArticle,
  PageClaimView,
  PageFacts,
  RelatedView,
  SideView,
  SubjectRef,
  SubjectView,
  TimelineView,
} from '@/core/model/view';

const tracked = (id: string, name: string): NameRef => ({ id, name });
const untracked = (name: string): NameRef => ({ id: null, name });

export const OVERVIEW: ArticleRef = { title: 'An unsigned overview of the Macron–Rutte call', outlet: null, published: null, url: null };

let serial = 0;
/** A claim with the dull parts filled in; the leading clock follows from the clocks by the model's own rule. */
export function claim(part: Partial<ClaimView> & Pick<ClaimView, 'text'>): ClaimView {
  serial += 1;
  const clocks: Claim['clocks'] = part.clocks ?? {};
  const leading = leadingClock({ clocks } as Claim);
  return {
    id: `test:${serial}`,
    speaker: null,
    outlet: null,
    via: [],
    clocks,
    leading,
    status: 'second-hand',
    hedged: false,
    events: [],
    readIn: OVERVIEW,
    link: null,
    ...part,
  };
}

const macron = tracked('world:emmanuel-macron', 'Emmanuel Macron');
const rutte = tracked('world:mark-rutte', 'Mark Rutte');
const event = (id: string, name: string): SubjectRef => ({ id: `ukraine-2025:${id}`, name, kind: 'event' });

export const CLAIMS: readonly ClaimView[] = [
  claim({
    text: 'Macron made public that he and Rutte had talked about Ukraine and about what the Coalition of the Willing is doing.',
    speaker: macron,
    clocks: { said: { edtf: '2025-12-24', basis: 'text' } },
    events: [event('macron-rutte-call', 'Call of Macron and Rutte')],
  }),
  claim({
    text: 'Witkoff saw progress in the meetings held in Florida.',
    quote: 'concrete progress',
    speaker: tracked('ukraine-2025:steve-witkoff', 'Steve Witkoff'),
    outlet: tracked('outlets:fox-news', 'Fox News'),
    clocks: { event: { edtf: '2025-12-21/2025-12-31', basis: 'text' } },
    events: [event('florida-meetings', 'Meetings in Florida')],
  }),
  claim({
    text: 'Twenty-six countries promised guarantees for Ukraine for the time after the war.',
    outlet: tracked('outlets:pbs-news', 'PBS News'),
    via: [tracked('outlets:reuters', 'Reuters')],
    clocks: { reported: { edtf: '2025-09-05', basis: 'relative' }, event: { edtf: '2025-09-04', basis: 'text' } },
    events: [event('paris-summit', 'Paris summit of the coalition')],
  }),
  claim({
    text: 'Deterring Moscow takes a broad coalition, Rutte held, when the defence chiefs’ talks ended without a concrete plan.',
    speaker: rutte,
    outlet: tracked('outlets:abc-news', 'ABC News'),
    clocks: { event: { edtf: '2025-08', basis: 'text' } },
  }),
  claim({
    text: 'The coalition took shape.',
    outlet: tracked('outlets:cnn', 'CNN'),
    via: [untracked('transcripts')],
    clocks: { reported: { edtf: '2025', qualifier: 'early', basis: 'text' } },
  }),
  claim({
    text: 'Leaders worried in leaked calls that the United States might let Ukraine down over territory; Rutte agreed that Zelensky needs protecting.',
    quote: 'betrayal',
    outlet: tracked('outlets:der-spiegel', 'Der Spiegel'),
    via: [untracked('leaked calls')],
    hedged: true,
  }),
];

/** As read off a page: whole sentences, of actors and of names that nobody tracks. */
const TOLD: readonly (Partial<ClaimView> & Pick<ClaimView, 'text'>)[] = [
  {
    text: 'Macron said on Wednesday that he and Rutte had gone through what each member of the coalition is ready to give.',
    speaker: macron,
    clocks: { said: { edtf: '2025-12-24', basis: 'relative' } },
  },
  {
    text: '“Nobody at this table will be found wanting,” Rutte told reporters in Brussels.',
    speaker: rutte,
    clocks: { said: { edtf: '2025-12-24', basis: 'relative' } },
  },
  {
    text: 'PBS News, citing Reuters, reported in September that 26 countries had put their names to the promise of September 4.',
    speaker: null,
    outlet: tracked('outlets:pbs-news', 'PBS News'),
    via: [tracked('outlets:reuters', 'Reuters')],
    clocks: { reported: { edtf: '2025-09', basis: 'text' }, event: { edtf: '2025-09-04', basis: 'relative' } },
  },
  {
    text: 'According to two diplomats who were in the room, the leaders reportedly left the question of money for the new year.',
    speaker: untracked('two diplomats'),
    hedged: true,
  },
  {
    text: 'The defence chiefs had said in August that a plan would be ready by late autumn.',
    speaker: untracked('The defence chiefs'),
    clocks: { said: { edtf: '2025-08', basis: 'text' }, event: { edtf: '2025-11', qualifier: 'late', basis: 'text' } },
  },
  { text: 'Zelensky said that a date without a signature was a wish.', speaker: untracked('Zelensky') },
  { text: 'Starmer said that the next meeting would be held in London.', speaker: tracked('world:keir-starmer', 'Keir Starmer') },
];

export const PAGE_CLAIMS: readonly PageClaimView[] = TOLD.map((given) => ({
  ...claim({ outlet: tracked('outlets:gazette', 'The Fixture Gazette'), status: 'unconfirmed', ...given }),
  verdict: null,
  own: given.outlet === undefined,
}));

export const JUDGED_CLAIMS: readonly PageClaimView[] = PAGE_CLAIMS.slice(0, 4).map((one, i) => {
  if (i === 0) return { ...one, status: 'confirmed', verdict: 'kept' };
  return i === 2 ? { ...one, verdict: 'dismissed' } : one;
});

/** Every status, link and clock side by side. */
export const VARIED: readonly ClaimView[] = [
  claim({
    text: 'A claim of the pack’s own editors, with a link to its sentence.',
    outlet: tracked('outlets:cnn', 'CNN'),
    speaker: macron,
    status: 'curated',
    readIn: null,
    link: 'https://example.org/a#:~:text=concrete%20progress',
    clocks: {
      said: { edtf: '2025-12-15', basis: 'text' },
      published: { edtf: '2025-12-16', basis: 'metadata' },
      modified: { edtf: '2025-12-18', basis: 'metadata' },
    },
  }),
  claim({
    text: 'Read off a page and not yet looked at by anyone.',
    outlet: untracked('The Fixture Gazette'),
    status: 'unconfirmed',
    hedged: true,
    readIn: {
      title: 'A sample article',
      outlet: untracked('The Fixture Gazette'),
      published: '2025-12-10',
      url: 'https://example.org/sample',
    },
    clocks: { published: { edtf: '2025-12-10', basis: 'url' } },
  }),
  claim({
    text: 'Taken back by the pack that had made it.',
    speaker: untracked('a spokesperson'),
    status: 'withdrawn',
    clocks: { reported: { edtf: '2025-11~', basis: 'text' } },
  }),
  claim({
    text: 'Accepted by the reader.',
    speaker: rutte,
    status: 'confirmed',
    readIn: null,
    clocks: { said: { edtf: '2024/..', basis: 'reader' } },
  }),
  claim({ text: 'A link that must not become one.', speaker: macron, link: 'javascript:alert(1)', readIn: null, status: 'curated' }),
];

const PACKS = [
  { id: 'world', title: 'World', revision: 3 },
  { id: 'ukraine-2025', title: 'Ukraine security guarantees, 2025', revision: 1 },
];

export const RUTTE: SubjectView = {
  id: 'world:mark-rutte',
  kind: 'person',
  name: 'Mark Rutte',
  description: 'Dutch politician; prime minister of the Netherlands until July 2024.',
  offices: [
    {
      title: 'Secretary General of NATO',
      of: { id: 'world:nato', name: 'NATO', kind: 'organisation' },
      from: '2024-10-01',
      asOf: '2025-06',
    },
  ],
  dates: [],
  place: null,
  participants: [],
  claims: CLAIMS,
  totals: { claims: 14, outlets: 5 },
  packs: PACKS,
};

export const MEETING: SubjectView = {
  id: 'ukraine-2025:macron-trump-meeting',
  kind: 'event',
  name: 'Macron–Trump meeting of early 2025',
  offices: [],
  description: 'Two accounts, kept side by side: they differ in month and host.',
  dates: [
    { edtf: '2025-02-24', according: 'the public record: the two met at the White House', sources: ['a'] },
    { edtf: '2025-03', according: 'CNN transcripts, as the article read dates them', sources: ['b'] },
  ],
  place: { id: 'world:white-house', name: 'White House', kind: 'place' },
  participants: [
    { id: 'world:emmanuel-macron', name: 'Emmanuel Macron', kind: 'person' },
    { id: 'world:donald-trump', name: 'Donald Trump', kind: 'person' },
  ],
  claims: [
    claim({
      text: 'Macron hosted Trump when the war had lasted three years, and the two spoke about coalitions.',
      outlet: tracked('outlets:cnn', 'CNN'),
      via: [untracked('transcripts')],
      clocks: { reported: { edtf: '2025-03', basis: 'text' } },
    }),
  ],
  totals: { claims: 1, outlets: 1 },
  packs: PACKS.slice(1),
};

export const SPIEGEL: SubjectView = {
  ...RUTTE,
  id: 'outlets:der-spiegel',
  kind: 'outlet',
  name: 'Der Spiegel',
  description: 'Weekly news magazine from Hamburg.',
  offices: [],
  outlet: { country: 'DE', languages: ['de', 'en'], family: 'SPIEGEL-Verlag', agency: false },
  claims: CLAIMS.slice(5),
  totals: { claims: 1, outlets: 1 },
  packs: [{ id: 'outlets', title: 'News outlets', revision: 2 }],
};

export const EMPTY_PLACE: SubjectView = {
  ...RUTTE,
  id: 'world:paris',
  kind: 'place',
  name: 'Paris',
  description: 'Capital of France.',
  offices: [],
  claims: [],
  totals: { claims: 0, outlets: 0 },
  packs: PACKS.slice(0, 1),
};

export const ORGANISATION: SubjectView = {
  ...EMPTY_PLACE,
  id: 'test:long',
  kind: 'organisation',
  name: 'Organisation for the Prohibition of Extraordinarily Long Names and Donaudampfschifffahrtsgesellschaftskapitänswitwen',
  description: 'Its name fits no line, and it says so at every opportunity that its statutes allow for.',
  claims: Array.from({ length: 30 }, (_, i) =>
    claim({
      text: `Claim ${i + 1} of a long list, which scrolls inside the card while head and foot keep their place.`,
      outlet: untracked(i % 3 ? 'The Fixture Gazette' : 'Le Quotidien de l’Exemple extraordinairement long'),
      clocks: { reported: { edtf: `2025-${String(12 - Math.floor(i / 3)).padStart(2, '0')}`, basis: 'text' } },
    }),
  ),
  totals: { claims: 230, outlets: 41 },
};

export const RIGHT_TO_LEFT: SubjectView = {
  ...RUTTE,
  id: 'test:rtl',
  name: 'محمود عباس',
  description: 'رئيس السلطة الفلسطينية (منذ 2005)',
  offices: [{ title: 'رئيس', of: null, from: '2005-01-15', asOf: '2025-06' }],
  claims: [
    claim({
      text: 'قال إن الاتفاق (المرحلة 1) قريب!',
      quote: 'قريب جدا',
      speaker: tracked('test:rtl', 'محمود عباس'),
      outlet: tracked('outlets:x', 'الجزيرة'),
      via: [tracked('outlets:afp', 'AFP')],
      clocks: { said: { edtf: '2025-10-03', basis: 'text' } },
    }),
    claim({ text: 'A sentence with \u202eoverride and <b>markup</b> & entities.', speaker: untracked('ההסתדרות (1920)') }),
  ],
  totals: { claims: 2, outlets: 1 },
};

export const ARTICLE: PageArticle = {
  title: 'Macron and Rutte speak about guarantees for Ukraine',
  url: 'https://www.fixture-gazette.test/2025/12/24/call',
  host: 'www.fixture-gazette.test',
  publisherName: 'The Fixture Gazette',
  published: { value: '2025-12-24T20:00:00+01:00', basis: 'json-ld' },
  modified: { value: '2025-12-24T21:30:00+01:00', basis: 'json-ld' },
  lang: 'en',
};

/** A page whose data, head and address do not agree on when it was published. */
export const AT_ODDS: PageArticle = {
  ...ARTICLE,
  modified: { value: '2025-12-20', basis: 'meta' },
  disagreements: [
    {
      about: 'published',
      values: [
        { value: '2025-12-24T20:00:00+01:00', basis: 'json-ld' },
        { value: '2025-12-27', basis: 'meta' },
      ],
    },
    {
      about: 'order',
      values: [
        { value: '2025-12-24T20:00:00+01:00', basis: 'json-ld' },
        { value: '2025-12-20', basis: 'meta' },
      ],
    },
  ],
};

export const UNDATED: PageArticle = { ...ARTICLE, title: null, publisherName: null, published: null, modified: null };

const COVERAGE: readonly CoverageGroup[] = [
  {
    event: event('guarantee', 'Security guarantee agreed in outline'),
    dates: [{ edtf: '2025-12', according: 'the article read', sources: ['a'] }],
    place: null,
    items: [
      {
        outlet: tracked('outlets:fox-news', 'Fox News'),
        via: [],
        text: 'Witkoff saw progress in the meetings held in Florida.',
        leading: { clock: 'event', value: { edtf: '2025-12-21/2025-12-31', basis: 'text' } },
        status: 'second-hand',
        hedged: true,
        readIn: OVERVIEW,
        link: null,
      },
      {
        outlet: tracked('outlets:wsj', 'The Wall Street Journal'),
        via: [],
        text: 'A force of about fifteen thousand was discussed.',
        leading: { clock: 'reported', value: { edtf: '2025-12-16', basis: 'text' } },
        status: 'curated',
        hedged: false,
        readIn: null,
        link: 'https://example.org/wsj',
      },
      {
        outlet: tracked('outlets:nyt', 'The New York Times'),
        via: [],
        text: 'Washington, Kyiv and the Europeans are agreed on a guarantee modelled on NATO’s; its details are still open.',
        leading: { clock: 'reported', value: { edtf: '2025-12-15', basis: 'text' } },
        status: 'second-hand',
        hedged: false,
        readIn: OVERVIEW,
        link: null,
      },
      {
        outlet: tracked('outlets:cnn', 'CNN'),
        via: [],
        text: 'Macron was hopeful about the peace negotiations.',
        leading: { clock: 'reported', value: { edtf: '2025-12-08', basis: 'text' } },
        status: 'second-hand',
        hedged: false,
        readIn: OVERVIEW,
        link: null,
      },
    ],
  },
  {
    event: event('paris-summit', 'Paris summit of the coalition'),
    dates: [{ edtf: '2025-09-04', according: 'the article read', sources: ['a'] }],
    place: { id: 'world:paris', name: 'Paris', kind: 'place' },
    items: [
      {
        outlet: tracked('outlets:pbs-news', 'PBS News'),
        via: [tracked('outlets:reuters', 'Reuters')],
        text: 'Twenty-six countries promised guarantees for Ukraine for the time after the war.',
        leading: null,
        status: 'second-hand',
        hedged: false,
        readIn: OVERVIEW,
        link: null,
      },
    ],
  },
];

export const FACTS: PageFacts = {
  outlet: null,
  subjects: [
    { ...event('paris-summit', 'Paris summit of the coalition'), count: 2 },
    {
      id: 'world:emmanuel-macron',
      name: 'Emmanuel Macron',
      kind: 'person',
      count: 11,
      office: { title: 'President of France', asOf: '2025-12' },
    },
    {
      id: 'world:mark-rutte',
      name: 'Mark Rutte',
      kind: 'person',
      count: 4,
      office: { title: 'Secretary General of NATO', asOf: '2025-06' },
    },
    {
      id: 'world:volodymyr-zelensky',
      name: 'Volodymyr Zelensky',
      kind: 'person',
      count: 1,
      office: { title: 'President of Ukraine', asOf: '2025-12' },
    },
    { id: 'world:nato', name: 'NATO', kind: 'organisation', count: 6 },
    { id: 'ukraine-2025:coalition', name: 'Coalition of the Willing', kind: 'organisation', count: 3 },
    { id: 'world:ukraine', name: 'Ukraine', kind: 'place', count: 9 },
    { id: 'outlets:cnn', name: 'CNN', kind: 'outlet', count: 2 },
  ],
  coverage: COVERAGE,
  claims: CLAIMS,
  claimsTotal: CLAIMS.length,
};

const side = (part: Partial<SideView> & Pick<SideView, 'says'>): SideView => ({
  statement: null,
  text: null,
  outlet: null,
  speaker: null,
  dated: null,
  onPage: false,
  link: null,
  ...part,
});

/** The same, where accounts differ: a number, a date, whose words they are. */
export const DIFFERING: PageFacts = {
  ...FACTS,
  coverage: [
    ...COVERAGE.map(
      (group): CoverageGroup =>
        group.event.name !== 'Paris summit of the coalition'
          ? group
          : {
              ...group,
              differs: [
                {
                  about: 'number',
                  of: 'country',
                  sides: [
                    side({
                      statement: 'a',
                      says: '26 nations',
                      outlet: 'PBS News',
                      dated: '2025-09-05',
                      link: 'https://example.org/26',
                      text: 'After the meeting 26 nations had promised guarantees for the time after the war.',
                    }),
                    side({
                      statement: 'page:1',
                      says: 'over 26 countries',
                      outlet: 'The Fixture Gazette',
                      onPage: true,
                      dated: '2025-12-24',
                      text: 'The coalition, by now over 26 countries, wants to secure a peace.',
                    }),
                  ],
                },
                {
                  about: 'attribution',
                  of: null,
                  sides: [
                    side({
                      statement: 'c',
                      says: 'Emmanuel Macron',
                      speaker: 'Emmanuel Macron',
                      text: 'A date without a signature is a wish.',
                    }),
                    side({
                      statement: 'd',
                      says: 'Volodymyr Zelensky',
                      speaker: 'Volodymyr Zelensky',
                      outlet: 'Der Spiegel',
                      text: 'A date without a signature was a wish, he said.',
                    }),
                  ],
                },
              ],
            },
    ),
    {
      event: event('two-dates', 'A meeting with two dates'),
      dates: [
        { edtf: '2025-02-24', according: 'the public record', sources: [] },
        { edtf: '2025-03', according: 'transcripts', sources: [] },
      ],
      place: null,
      items: [],
      differs: [
        {
          about: 'date',
          of: 'ukraine-2025:two-dates',
          sides: [side({ says: '2025-02-24', outlet: 'the public record' }), side({ says: '2025-03', outlet: 'transcripts' })],
        },
      ],
    },
  ],
};

/** What no event ties to the page. */
export const RELATED: RelatedView = {
  claims: [
    {
      text: 'Leaders feared in leaked calls that the United States might let Ukraine down over territory.',
      items: [
        {
          outlet: tracked('outlets:der-spiegel', 'Der Spiegel'),
          via: [untracked('leaked calls')],
          text: 'Leaders feared in leaked calls that the United States might let Ukraine down over territory.',
          leading: { clock: 'reported', value: { edtf: '2025-12-04', basis: 'text' } },
          ...{ status: 'second-hand', hedged: true, readIn: null, link: 'https://example.org/leak' },
        },
        {
          outlet: tracked('outlets:the-new-york-times', 'The New York Times'),
          via: [],
          text: 'The fears voiced in the leaked calls were echoed.',
          leading: null,
          ...{ status: 'second-hand', hedged: false, readIn: null, link: null },
        },
      ],
      origins: {
        outlets: 2,
        origins: [{ name: 'leaked calls', kind: 'document', accounts: ['a', 'b'] }],
        unclear: 0,
        accounts: [
          { account: 'a', outlet: 'Der Spiegel', standing: 'leans', grounds: [{ kind: 'via', on: 'leaked calls' }], origins: [0] },
          {
            account: 'b',
            outlet: 'The New York Times',
            standing: 'leans',
            grounds: [{ kind: 'document', on: 'leaked calls' }],
            origins: [0],
          },
        ],
        first: { name: 'leaked calls', date: '2025-12-04', through: 'Der Spiegel' },
      },
    },
  ],
  alike: ['Allies near a deal on guarantees, officials say', 'Garantien für die Ukraine: worüber noch gestritten wird'].map((text, i) => ({
    outlet: tracked(`outlets:${i}`, i === 0 ? 'BBC News' : 'Tagesschau'),
    via: [],
    text,
    leading: { clock: 'published', value: { edtf: `2025-12-2${3 + i}`, basis: 'record' } },
    ...{ status: 'unconfirmed', hedged: false, readIn: null, link: `https://example.org/${i}` },
  })),
};

const MOVED: readonly ClaimView[] = [
  ...CLAIMS,
  claim({
    text: 'The talks would need until the end of January.',
    speaker: rutte,
    outlet: tracked('outlets:bbc-news', 'BBC News'),
    clocks: { said: { edtf: '2025-12-20', basis: 'text' } },
  }),
  claim({
    text: 'A force of ten thousand was discussed.',
    outlet: tracked('outlets:cnn', 'CNN'),
    clocks: { reported: { edtf: '2025-12-10', basis: 'text' } },
  }),
  claim({
    text: 'A force of fifteen thousand was discussed.',
    outlet: tracked('outlets:cnn', 'CNN'),
    clocks: { reported: { edtf: '2025-12-16', basis: 'text' } },
  }),
  claim({
    text: 'The London meeting was called off.',
    outlet: tracked('outlets:sky-news', 'Sky News'),
    status: 'withdrawn',
    clocks: { reported: { edtf: '2025-10-20', basis: 'text' } },
  }),
].sort((a, b) => newestFirst(a.leading?.value.edtf, b.leading?.value.edtf));

/** Dots, spans, what was overtaken and withdrawn, old claims. */
export const TIMELINE: TimelineView = {
  claims: MOVED,
  total: 41,
  timeline: makeTimeline(
    MOVED.map(({ id, leading, status, text }) => ({
      ...{ id, status, clock: leading?.clock ?? null, voice: null, speaker: null },
      date: leading ? `${leading.value.edtf}${leading.value.qualifier && /^\d+$/.test(leading.value.edtf) ? '~' : ''}` : null,
      ...(text.includes('fifteen') ? { supersedes: MOVED.find((other) => other.text.includes('ten thousand'))?.id ?? '' } : {}),
    })),
    '2025-12-24',
  ),
};

/** The same for a reader who was here before. */
export const NEWS_FACTS: PageFacts = {
  ...FACTS,
  subjects: FACTS.subjects.map((subject, i) => (i === 2 ? { ...subject, news: { count: 2, since: '2025-12-20' } } : subject)),
  coverage: FACTS.coverage.map((group, i) => (i === 0 ? { ...group, news: { count: 1, since: '2025-12-19' } } : group)),
};

export const NO_REQUESTS: LedgerView = { total: 0, requests: [] };
export const LEDGER: LedgerView = {
  total: 41,
  requests: [
    {
      at: Date.UTC(2026, 1, 28, 18, 30),
      host: 'feeds.fixture-gazette.test',
      path: '/world/rss.xml',
      why: 'Feed of The Fixture Gazette',
      bytes: 12_345,
      outcome: '200',
    },
    {
      at: Date.UTC(2026, 1, 28, 18, 20),
      host: 'www.a-rather-long-host-name.example',
      path: '/a/very/long/path/to/the/feed/of/the/world/section/rss.xml',
      why: 'Feed of A Rather Long Name of a Local Paper',
      bytes: null,
      outcome: null,
    },
  ],
};

export const NOTHING_NAMED: PageFacts = { outlet: null, subjects: [], coverage: [], claims: [], claimsTotal: 0 };

export const HEALTH: Health = {
  packs: [...PACKS, { id: 'outlets', title: 'News outlets', revision: 2 }].map((pack) => ({
    ...pack,
    counts: { actors: 400, events: 10, claims: 18 },
  })),
  faults: [],
  requests: 0,
};

export const FAULTY: Health = {
  ...HEALTH,
  faults: ['The pack “broken.json” was not installed: claims[3].clocks.said.edtf is “2025-02-30”, which is no date.'],
};
