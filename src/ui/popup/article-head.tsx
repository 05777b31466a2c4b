/** What the article in the tab is: outlet, title, published, each as the page gives it, and where the page contradicts itself. */
import type { DateDisagreement, PageArticle, SubjectRef } from '@/core/model/view';
import { basisWords, formatPublished, formatPublishedDay, placeWords } from '../primitives/format-published';
import { Dotted, Foreign, isolated } from '../primitives/text';

function Dated(props: { readonly word: string; readonly date: NonNullable<PageArticle['published']> }) {
  return (
    <p class="dated">
      {props.word}{' '}
      <span class="date">
        <Foreign>{formatPublished(props.date.value)}</Foreign>
      </span>
      , <Foreign>{basisWords(props.date.basis)}</Foreign>
    </p>
  );
}

/** What to think of the dates above it. Only two dates of publication need naming: one of them stands nowhere else. */
function AtOdds({ disagreement: { about, values } }: { readonly disagreement: DateDisagreement }) {
  if (about === 'order') return <p class="dated">By these dates it was modified before it was published</p>;
  if (about === 'future') return <p class="dated">By its own date it is still to be published</p>;
  return (
    <p class="dated">
      The page gives two dates:{' '}
      <Dotted>
        {values.map(({ value, basis }) => (
          <Foreign key={`${value} ${basis}`}>{`${formatPublishedDay(value)} (${placeWords(basis)})`}</Foreign>
        ))}
      </Dotted>
    </p>
  );
}

export function ArticleHead({ article, outlet }: { readonly article: PageArticle; readonly outlet: SubjectRef | null }) {
  const publisher = outlet?.name ?? article.publisherName;
  const { published, modified } = article;
  return (
    <div class="article">
      <p class="publisher kind-outlet">{publisher ? <Foreign>{publisher}</Foreign> : 'Outlet not known'}</p>
      <h1 title={article.title ? isolated(article.title) : undefined}>
        {article.title ? <Foreign>{article.title}</Foreign> : 'A page without a title'}
      </h1>
      {article.titles?.map(({ value, basis }) => (
        <p key={value} class="dated">
          The page gives another title: <Foreign>{`“${value}” (${placeWords(basis)})`}</Foreign>
        </p>
      ))}
      {published ? <Dated word="Published" date={published} /> : <p class="dated">No date on the page</p>}
      {modified && modified.value !== published?.value && <Dated word="Modified" date={modified} />}
      {article.disagreements?.map((disagreement) => (
        <AtOdds key={disagreement.about} disagreement={disagreement} />
      ))}
    </div>
  );
}
