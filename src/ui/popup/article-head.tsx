/** What the article in the tab is: outlet, title, published, each as the page gives it. */
import type { PageArticle, SubjectRef } from '@/core/model/view';
import { basisWords, formatPublished } from '../primitives/format-published';
import { Foreign } from '../primitives/text';

function Dated(props: { readonly word: string; readonly date: NonNullable<PageArticle['published']> }) {
  return (
    <p class="dated">
      {props.word} <span class="date">{formatPublished(props.date.value)}</span>, {basisWords(props.date.basis)}
    </p>
  );
}

export function ArticleHead({ article, outlet }: { readonly article: PageArticle; readonly outlet: SubjectRef | null }) {
  const publisher = outlet?.name ?? article.publisherName;
  const { published, modified } = article;
  return (
    <div class="article">
      <p class="publisher">{publisher ? <Foreign>{publisher}</Foreign> : 'Outlet not known'}</p>
      <h1 title={article.title ?? undefined}>{article.title ? <Foreign>{article.title}</Foreign> : 'A page without a title'}</h1>
      {published ? <Dated word="Published" date={published} /> : <p class="dated">No date on the page</p>}
      {modified && modified.value !== published?.value && <Dated word="Modified" date={modified} />}
    </div>
  );
}
