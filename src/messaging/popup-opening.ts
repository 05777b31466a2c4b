/**
 * What a popup's first script asks, and what is known then. Apart from protocol.ts, because the popup must not carry the schemas; apart
 * from the session, because the question goes out before that is loaded. Shapes, and the one question that two sides must ask alike.
 */
import type { PageArticle, PageState } from '@/core/model/view';
import type { Result } from '@/core/result';
import { MOST_SUBJECTS } from './limits';
import type { BackgroundInput, SiteState } from './protocol';

/** A tab that is read, as the background found it when the popup was opened over it. */
export interface PopupOpening {
  readonly tab: { readonly id: number; readonly url: string | null; readonly title: string | null; readonly isPrivate: boolean };
  readonly site: SiteState;
  readonly page: Result<PageState>;
  /** What the page says of itself; null where that could not be read. */
  readonly article: PageArticle | null;
}

/** What is asked of the store about a page that was read. */
export function factsQuestion(host: string, page: PageState, article: PageArticle): BackgroundInput<'page/facts'> {
  const subjects = page.subjects.slice(0, MOST_SUBJECTS).map(({ id, count }) => ({ id, count }));
  const published = article.published?.value;
  return { host, subjects, ...(published && { published }) };
}
