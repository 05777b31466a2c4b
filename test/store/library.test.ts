/** The library's lists against a plain reading of everything that is kept, whatever was imported, taken back, kept or forgotten. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Article } from '@/core/model/article';
import type { Claim } from '@/core/model/claim';
import type { LibraryQuery } from '@/core/model/library';
import { createClaimIndex } from '@/core/pack/claim-index';
import { itemsOf } from '@/core/pack/parse';
import {
  articleDay,
  articlePasses,
  articleSubjects,
  claimDay,
  claimPasses,
  claimSubjects,
  claimTexts,
  filtersOf,
  hasStatus,
  subjectTexts,
} from '@/core/search/match';
import { typedWords, wordsOf } from '@/core/search/words';
import { followArticle, followClaim } from '@/core/tending/claims';
import { openDatabase } from '@/store/open';
import { indexNext } from '@/store/search-build';
import { createStore, type Store, type Write } from '@/store/store';
import { claim, outlet, person, samplePack } from './sample-pack';

const WORDS = [
  'ship',
  'ships',
  'harbour',
  'Ärger',
  'aerger',
  'o’neill',
  'ONEILL',
  'Łódź',
  'lodz',
  '東京',
  '京',
  'Берлин',
  'straße',
  'x1',
  'x12',
];
const ACTORS = ['ann', 'bob', 'cem'];
const DAYS = [null, '2024', '2024-02', '2024-02-03', '2025-01-01', '2025-01-01', '../2025-03-01'];
/** A few seconds; each finds one of the faults that it was tried with in far fewer. */
const RUNS = 40;

const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const claims = fc.array(
  fc.record({
    text,
    day: fc.constantFrom(...DAYS),
    speaker: fc.constantFrom(null, ...ACTORS, 'b:bob'),
    outlet: fc.constantFrom(null, 'daily', 'late'),
    via: fc.constantFrom(null, 'late'),
    actors: fc.uniqueArray(fc.constantFrom(...ACTORS), { maxLength: 2 }),
    event: fc.constantFrom(null, 'summit'),
    withdrawn: fc.boolean(),
    /** How many claims before it is the one that it takes the place of; 0 for none. */
    back: fc.nat({ max: 2 }),
  }),
  { maxLength: 9 },
);
const packs = fc.record({
  id: fc.constantFrom('a', 'b'),
  claims,
  names: fc.tuple(text, text, text),
  titles: fc.array(fc.record({ text, day: fc.constantFrom(...DAYS), actor: fc.constantFrom(...ACTORS) }), { maxLength: 3 }),
});
const acts = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('import' as const), pack: packs }) },
  fc.record({ do: fc.constantFrom('undo' as const, 'remove' as const), pack: fc.constantFrom('a', 'b') }),
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('remember' as const, 'kept' as const, 'dismissed' as const, 'forget' as const, 'feed' as const),
      text,
      n: fc.nat({ max: 3 }),
    }),
  },
  fc.record({ do: fc.constant('track' as const), text }),
  /** What the reader changes of facts of packs. */
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'rename' as const,
        'merge' as const,
        'delete' as const,
        'reword' as const,
        'drop' as const,
        'dropArticle' as const,
      ),
      text,
      n: fc.nat({ max: 2 }),
      m: fc.nat({ max: 2 }),
    }),
  },
  /** The worker is stopped after so many turns. */
  fc.record({ do: fc.constant('stop' as const), turns: fc.nat({ max: 4 }) }),
);
/** Seldom: of many conditions at once little is left. */
const maybe = <T>(values: fc.Arbitrary<T>) => fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: values });
const subjectIds = fc.constantFrom('a:ann', 'a:daily', 'b:bob', 'a:summit', 'b:late', 'mine:own');
const queries = fc.record({
  kind: fc.constantFrom('claim' as const, 'claim' as const, 'article' as const, 'actor' as const, 'outlet' as const, 'event' as const),
  text: fc.oneof(
    fc.constant(''),
    fc.array(fc.constantFrom(...WORDS, 's', 'h', 'daily', 'pers'), { maxLength: 2 }).map((words) => words.join(' ')),
  ),
  outlet: maybe(subjectIds),
  actor: maybe(subjectIds),
  event: maybe(fc.constantFrom('a:summit', 'b:summit')),
  subject: maybe(subjectIds),
  status: maybe(fc.constantFrom('shown' as const, 'withdrawn' as const, 'superseded' as const, 'kept' as const, 'dismissed' as const)),
  from: maybe(fc.constantFrom('2024-01-01', '2024-02-02', '2025-01-01')),
  to: maybe(fc.constantFrom('2024-02-01', '2025-01-01')),
  sort: fc.constantFrom('best' as const, 'newest' as const, 'oldest' as const),
  offset: fc.nat({ max: 3 }),
});

const packOf = ({ id, claims: list, names, titles }: typeof packs extends fc.Arbitrary<infer T> ? T : never, revision: number) =>
  samplePack({
    id,
    revision,
    actors: ACTORS.map((actor, i) => person(actor, { name: `Person ${names[i]}` })),
    outlets: [outlet('daily', [`daily.${id}.test`], { name: 'The Daily' }), outlet('late', [`late.${id}.test`])],
    events: [{ id: 'summit', name: 'Harbour summit', kind: 'summit' }],
    articles: titles.map((title, i) => ({
      id: `t${i}`,
      outlet: 'daily',
      title: title.text,
      url: null,
      published: title.day,
      actors: [title.actor],
    })),
    claims: list.map((one, i) =>
      claim(`c${i}`, one.day, {
        text: one.text,
        speaker: one.speaker,
        outlet: one.outlet,
        via: one.via ? [{ name: `By ${one.text}`, id: one.via }] : [],
        actors: one.actors,
        events: one.event ? [one.event] : [],
        ...(one.withdrawn ? { status: 'withdrawn' } : {}),
        ...(one.back > 0 && i >= one.back ? { supersedes: `c${i - one.back}` } : {}),
      }),
    ),
  });

const article = (n: number): Article => ({
  id: `mine:read${n}`,
  outlet: 'a:daily',
  title: `Read ${WORDS[n]}`,
  url: null,
  published: '2025-01-01',
  actors: ['a:ann'],
  events: [],
  sources: [],
});
const ownClaim = (n: number, words: string): Claim => ({
  id: `mine:c${n}`,
  text: words,
  speaker: 'a:ann',
  outlet: null,
  via: [],
  clocks: { said: { edtf: '2024-02-03', basis: 'text' } },
  actors: ['mine:own'],
  events: [],
  status: 'unconfirmed',
  readIn: `mine:read${n}`,
  sources: [],
});

/** One change of a fact, as the library makes it. */
async function tend(
  store: Store,
  step: { readonly do: string; readonly text: string; readonly n: number; readonly m: number },
): Promise<void> {
  const made = '2026-01-01T00:00:00.000Z';
  const [id, other] = [`a:${ACTORS[step.n]}`, `${step.m === 2 ? 'b' : 'a'}:${ACTORS[step.m]}`];
  const subject = (more: object): Write => ({ table: 'subjectEdits', id, row: { id, made, ...more } });
  const record = (of: 'claim' | 'article', more: object): Write => {
    const local = of === 'claim' ? `a:c${step.n}` : `a:t${step.n}`;
    return { table: 'recordEdits', id: local, row: { id: local, of, subjects: [], made, ...more } };
  };
  const writes: Record<string, () => Write> = {
    rename: () => subject({ set: { name: step.text } }),
    merge: () => subject({ into: other }),
    delete: () => subject({ hidden: { name: 'Gone' } }),
    reword: () => record('claim', { set: { text: step.text, speaker: { id: other, name: null } } }),
    drop: () => record('claim', { hidden: true }),
    dropArticle: () => record('article', { hidden: true }),
  };
  const write = writes[step.do];
  if (!write) throw new Error(step.do);
  await store.deeds.do({ did: 'edited', kind: 'actor', id, name: '' }, async () => [write()]);
}

async function importPack(store: Store, pack: ReturnType<typeof samplePack>): Promise<void> {
  const work = await store.beginImport();
  const { info } = pack;
  await work.sink.begin({ format: 'sidelight-pack', version: 1, ...info } as never);
  const items = itemsOf(pack);
  await work.sink.add(items);
  const index = createClaimIndex();
  for (const { kind, record, text: line } of items) if (kind === 'claims') index.add(record.id, line, 0, record.supersedes);
  await work.stage(index.close());
  await work.apply();
}

/** Everything that is kept, read without the index. */
async function everything(store: Store) {
  const subjects = await store.read((facts) => facts.subjects.all());
  const roots = new Map<string, string>();
  await store.read(async ({ edits }) => {
    for (const id of ['a', 'b'].flatMap((pack) => [...ACTORS, 'daily', 'late', 'summit'].map((local) => `${pack}:${local}`))) {
      roots.set(id, edits.membersOf(id)[0] ?? id);
    }
  });
  const rootOf = (id: string) => roots.get(id) ?? id;
  // Where the pack of the one that stands for all is gone, another of them does.
  const names = new Map(subjects.map(({ id, subject }) => [rootOf(id), subjectTexts(subject.record)]));
  const claimsOfPacks: Claim[] = [];
  const articles: Article[] = [];
  for (const id of await store.read(async (facts) => Object.keys(facts.packs))) {
    for await (const lines of (await store.exportPack(id)) ?? []) {
      for (const line of lines.trimEnd().split('\n')) {
        const record = JSON.parse(line) as { type?: string; id: string };
        if (record.type === 'claim')
          claimsOfPacks.push(...(await store.read((facts) => facts.claims.get([`${id}:${record.id}`]))).values());
        if (record.type === 'article') articles.push(...(await store.read((facts) => facts.articles.get([`${id}:${record.id}`]))).values());
      }
    }
  }
  return { subjects, names, rootOf, claimsOfPacks, articles };
}

/** What else is kept, as the acts have left it. */
interface Live {
  claims: Map<string, { claim: Claim; verdict: 'kept' | 'dismissed' | null }>;
  articles: Map<string, Article>;
}

function expected(query: LibraryQuery, all: Awaited<ReturnType<typeof everything>>, live: Live): { id: string; day: string }[] {
  const typed = typedWords(query.text);
  const filters = filtersOf(query, (id) => [all.rootOf(id)]);
  const fits = (texts: readonly string[], ids: readonly string[]) => {
    const words = [...texts, ...ids.flatMap((id) => all.names.get(id) ?? [])].flatMap(wordsOf);
    return typed.every((word) => words.some((one) => one.startsWith(word)));
  };
  if (query.kind === 'claim') {
    const superseded = new Set(all.claimsOfPacks.map(({ supersedes }) => supersedes));
    return [
      ...all.claimsOfPacks.map((one) => ({ claim: one, verdict: null })),
      ...[...live.claims.values()].map((one) => ({ ...one, claim: followClaim(one.claim, all.rootOf) })),
    ]
      .filter(
        ({ claim: one, verdict }) =>
          hasStatus({ withdrawn: one.status === 'withdrawn', superseded: superseded.has(one.id), verdict }, query.status) &&
          claimPasses(one, filters) &&
          fits(claimTexts(one), claimSubjects(one)),
      )
      .map(({ claim: one }) => ({ id: one.id, day: claimDay(one) }));
  }
  if (query.kind === 'article') {
    return [...all.articles, ...[...live.articles.values()].map((one) => followArticle(one, all.rootOf))]
      .filter((one) => articlePasses(one, filters) && fits([one.title], articleSubjects(one)))
      .map((one) => ({ id: one.id, day: articleDay(one) }));
  }
  return all.subjects
    .filter(
      ({ subject }) =>
        (query.kind === 'actor' ? subject.kind !== 'outlet' && subject.kind !== 'event' : subject.kind === query.kind) &&
        fits(subjectTexts(subject.record), []),
    )
    .map(({ id }) => ({ id, day: '' }));
}

let count = 0;

it('finds exactly what a plain reading finds, in its order, after any imports, undoings and decisions', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(acts, { minLength: 1, maxLength: 7 }),
      fc.array(queries, { minLength: 4, maxLength: 8 }),
      async (steps, asked) => {
        const store = createStore({ name: `library-${count++}` });
        const live: Live = { claims: new Map(), articles: new Map() };
        let revision = 0;
        await importPack(store, packOf({ id: 'b', claims: [], names: ['Ann', 'Bob Ärger', 'Cem'], titles: [] }, ++revision));
        await store.feeds.add([
          {
            url: 'https://f.test/',
            host: 'f.test',
            local: false,
            title: '',
            outlet: null,
            home: null,
            addedAt: 0,
            schedule: { nextAt: 0, triedAt: null, failures: 0, interval: 0, budget: { from: 0, used: 0 } },
            etag: null,
            lastModified: null,
            okAt: null,
            fault: null,
            articles: 0,
          },
        ]);
        for (const step of steps) {
          if (step.do === 'import') await importPack(store, packOf(step.pack, ++revision));
          if (step.do === 'undo') await store.undo(step.pack);
          if (step.do === 'remove') await store.remove(step.pack);
          if (step.do === 'track')
            await store.overlay.actors.put([
              { id: 'mine:own', kind: 'person', name: step.text, names: [], surnames: [], offices: [], sources: [] },
            ]);
          if (['rename', 'merge', 'delete', 'reword', 'drop', 'dropArticle'].includes(step.do) && 'm' in step) await tend(store, step);
          if (step.do === 'stop') {
            let left = step.turns;
            await store
              .index(async () => {
                if (left-- === 0) throw new Error('stopped');
              })
              .catch(() => undefined);
          }
          if (step.do === 'remember') {
            const one = ownClaim(step.n, step.text);
            await store.ownClaims.remember(article(step.n), [one]);
            if (!live.claims.get(one.id)?.verdict) live.claims.set(one.id, { claim: one, verdict: null });
            live.articles.set(article(step.n).id, article(step.n));
          }
          if (step.do === 'kept' || step.do === 'dismissed') {
            const one = ownClaim(step.n, step.text);
            await store.ownClaims.judge(one, article(step.n), step.do);
            live.claims.set(one.id, { claim: one, verdict: step.do });
            const there = await store.read((facts) => facts.articles.get([article(step.n).id]));
            if (there.size > 0) live.articles.set(article(step.n).id, article(step.n));
            else live.articles.delete(article(step.n).id);
          }
          if (step.do === 'forget') {
            await store.ownClaims.forget();
            for (const [id, { verdict }] of live.claims) if (verdict !== 'kept' && id.startsWith('mine:')) live.claims.delete(id);
            const kept = new Set([...live.claims.values()].map(({ claim: one }) => one.readIn));
            for (const id of live.articles.keys()) if (!kept.has(id) && id.startsWith('mine:')) live.articles.delete(id);
          }
          if (step.do === 'feed') {
            const record = { ...article(step.n), id: `feeds:read${step.n}`, title: step.text };
            const one = { ...ownClaim(step.n, step.text), id: `feeds:c${step.n}`, readIn: record.id };
            await store.feeds.take(
              'https://f.test/',
              {
                articles: [
                  {
                    id: record.id,
                    feed: 'https://f.test/',
                    guid: '',
                    record,
                    summary: '',
                    published: null,
                    modified: null,
                    future: false,
                    origin: null,
                    seenAt: 1,
                    earlier: [],
                  },
                ],
                claims: [{ id: one.id, subjects: [], article: record.id, claim: one }],
              },
              {},
            );
            live.claims.set(one.id, { claim: one, verdict: null });
            live.articles.set(record.id, record);
          }
          // What is kept in memory between questions must not outlive a change.
          await store.readLibrary((_, library) => library.find({ kind: 'claim', text: 's', sort: 'best', offset: 0, limit: 5 }));
        }
        expect(await store.index(async () => undefined)).toBe(true);
        const all = await everything(store);
        for (const query of asked) {
          const answer = await store.readLibrary((_, library) => library.find({ ...query, limit: 5 }));
          const wanted = expected({ ...query, limit: 5 }, all, live);
          expect({ total: answer.total, exact: answer.exact, indexing: answer.indexing }).toEqual({
            total: wanted.length,
            exact: true,
            indexing: null,
          });
          // All pages together hold each once.
          const pages = await store.readLibrary((_, library) => library.find({ ...query, offset: 0, limit: 200 }));
          const found = pages.hits.map((hit) =>
            hit.kind === 'claim' ? hit.claim.id : hit.kind === 'article' ? hit.article.id : hit.subject.record.id,
          );
          expect(found.toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
          expect(answer.hits).toEqual(pages.hits.slice(query.offset, query.offset + 5));
          if (query.sort === 'best' || (query.kind !== 'claim' && query.kind !== 'article')) continue;
          const days = found.map((id) => wanted.find((one) => one.id === id)?.day ?? '');
          const dated = days.filter(Boolean);
          expect(days.slice(dated.length).every((day) => day === '')).toBe(true);
          expect(dated).toEqual(query.sort === 'oldest' ? dated.toSorted() : dated.toSorted().reverse());
        }
        store.close();
      },
    ),
    { numRuns: RUNS },
  );
});

it('finds the same in a pack of many segments as in one', async () => {
  const many = Array.from({ length: 300 }, (_, i) =>
    claim(`c${i}`, DAYS[i % DAYS.length] ?? null, {
      text: `${WORDS[i % WORDS.length]} number${i}`,
      speaker: ACTORS[i % 3],
      ...(i >= 100 && i % 7 === 0 ? { supersedes: `c${i - 100}` } : {}),
      ...(i % 11 === 0 ? { status: 'withdrawn' } : {}),
    }),
  );
  const actors = Array.from({ length: 150 }, (_, i) => person(`p${i}`, { name: `Person ${WORDS[i % WORDS.length]} ${i}` }));
  const articles = Array.from({ length: 130 }, (_, i) => ({
    id: `t${i}`,
    outlet: null,
    title: `${WORDS[i % WORDS.length]}`,
    url: null,
    published: DAYS[i % 7],
  }));
  const pack = samplePack({ id: 'a', actors: [...actors, ...ACTORS.map((actor) => person(actor))], articles, claims: many });
  const stores = ['one', 'many'].map((name) => createStore({ name: `library-${name}` }));
  for (const store of stores) await importPack(store, pack);
  await stores[0]?.index(async () => undefined);
  const { db } = await openDatabase({ name: 'library-many', indexedDB });
  while (await indexNext(db, async () => undefined, 64));
  expect(await db.searchHeads.count()).toBe(3 + 3 + 5);
  db.close();
  for (const kind of ['claim', 'article', 'actor'] as const) {
    for (const status of [undefined, 'superseded' as const, 'shown' as const]) {
      for (const [text, sort, offset] of [
        ['', 'newest', 0],
        ['ship', 'newest', 5],
        ['s', 'oldest', 0],
        ['person num', 'newest', 100],
      ] as const) {
        const answers = await Promise.all(
          stores.map((store) =>
            store.readLibrary((_, library) => library.find({ kind, text, sort, offset, limit: 60, ...(status ? { status } : {}) })),
          ),
        );
        // Of one day the order in the file counts within a segment, so the sets are compared by day.
        const seen = answers.map(({ hits, total }) => ({
          total,
          days: hits.map((hit) =>
            hit.kind === 'claim' ? claimDay(hit.claim) : hit.kind === 'article' ? articleDay(hit.article) : hit.subject.record.id,
          ),
        }));
        expect(seen[1]).toEqual(seen[0]);
      }
    }
  }
  for (const store of stores) store.close();
});
