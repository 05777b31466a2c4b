/** Articles of feeds → the index of related coverage, by title, summary, day and whom they name. */
import { indexedArticle } from '@/core/coverage/related';
import type { FeedArticleRow } from '@/store/feeds';
import type { Store } from '@/store/store';

export async function indexArticles({ coverage }: Pick<Store, 'coverage'>, rows: readonly FeedArticleRow[]): Promise<void> {
  await coverage.add(
    rows.map(({ id, record, summary, future }) =>
      indexedArticle({
        id,
        publisher: record.outlet,
        title: record.title,
        text: summary,
        published: future ? null : record.published,
        subjects: [...record.actors, ...record.events],
      }),
    ),
  );
  // Full segments are packed one at a time; a poll fills one at most now and then.
  while (await coverage.seal());
}
