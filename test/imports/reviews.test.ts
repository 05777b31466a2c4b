/** The reader's own reviews, out: what was kept and noted, by whom it was said, and nothing of anybody else's. */
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { readClaimReviews } from '@/formats/claim-review';
import { writeReviews } from '@/imports/reviews';
import { createStore } from '@/store/store';
import { locksHere } from '../store/locks-here';
import { claim, person, samplePack } from '../store/sample-pack';

it('holds what the reader kept or noted, as other programs read it', async () => {
  const store = createStore({ name: 'reviews-test', locks: locksHere() });
  await store.install(
    samplePack({
      id: 'harbour',
      actors: [person('ann', { name: 'Ann Ace' })],
      claims: [
        claim('a', '2025-03-03', { text: 'The quay is sound.', speaker: 'ann', evidence: { url: 'https://daily.example/1' } }),
        claim('b', null, { text: 'Nobody reviewed this.' }),
        claim('c', '2025-23', { text: 'Tolls rise.' }),
      ],
    }),
    { builtIn: true },
  );
  const own = {
    ...{
      id: 'mine:c-1',
      text: 'Dredging starts in May.',
      speaker: null,
      speakerName: 'Bo Lind',
      outlet: null,
      via: [],
      actors: [],
      events: [],
    },
    clocks: { said: { edtf: '2025-04', basis: 'reader' as const } },
    ...{ status: 'unconfirmed' as const, readIn: 'mine:a-1', sources: [] },
  };
  const article = {
    id: 'mine:a-1',
    outlet: null,
    title: 'T',
    url: 'https://daily.example/2',
    published: null,
    actors: [],
    events: [],
    sources: [],
  };
  await store.ownClaims.judge(own, article, 'kept');
  await store.ownClaims.judge({ ...own, id: 'mine:c-2', text: 'Dismissed.' }, article, 'dismissed');
  const note = (id: string, note: string, more: object = {}) => ({
    id,
    of: 'claim' as const,
    note,
    subjects: [],
    made: '2026-01-02T10:00:00.000Z',
    ...more,
  });
  await store.deeds.do({ did: 'noted', kind: 'claim', id: 'harbour:a', name: '' }, async () => [
    { table: 'recordEdits', id: 'harbour:a', row: note('harbour:a', 'The minutes say “sound for now”.') },
    { table: 'recordEdits', id: 'harbour:c', row: note('harbour:c', 'Gone.', { hidden: true }) },
    { table: 'recordEdits', id: 'gone:x', row: note('gone:x', 'Of a pack that is no longer there.') },
  ]);
  const feed = JSON.parse(await (await writeReviews(store)).text());
  expect(feed).toMatchObject({ '@context': 'https://schema.org', '@type': 'DataFeed' });
  const [first, second, ...rest] = feed.dataFeedElement.map(({ item }: { item: object[] }) => item[0]);
  expect(rest).toEqual([]);
  expect(first).toMatchObject({
    '@type': 'ClaimReview',
    claimReviewed: 'The quay is sound.',
    reviewBody: 'The minutes say “sound for now”.',
    datePublished: '2026-01-02',
    reviewRating: { alternateName: 'Noted by the reader' },
    itemReviewed: { author: { name: 'Ann Ace' }, datePublished: '2025-03-03', appearance: { url: 'https://daily.example/1' } },
  });
  expect(second).toMatchObject({
    claimReviewed: 'Dredging starts in May.',
    reviewRating: { alternateName: 'Kept by the reader' },
    itemReviewed: { author: { name: 'Bo Lind' }, datePublished: '2025-04', appearance: { url: 'https://daily.example/2' } },
  });
  // No number that would be taken for a verdict.
  expect(JSON.stringify(feed)).not.toContain('ratingValue');
  // And it is what the library reads again.
  const read = readClaimReviews('feed.json', feed, 'feed');
  expect(read.ok && read.drafts.records.filter(({ list }) => list === 'claims')).toHaveLength(4);
});

it('is a feed without elements where nothing was reviewed', async () => {
  const store = createStore({ name: 'reviews-none', locks: locksHere() });
  expect(JSON.parse(await (await writeReviews(store)).text())).toMatchObject({ '@type': 'DataFeed', dataFeedElement: [] });
});
