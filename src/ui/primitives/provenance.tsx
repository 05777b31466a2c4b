/** What stands behind an account beyond its outlet: its status and the article in which it was read. Draws only that. */
import type { ArticleRef, ClaimView } from '@/core/model/view';
import { DateText } from './dates';
import { Dotted, Foreign, httpHref, OutLink } from './text';
import { STATUS_WORD } from './words';

/** An account of anything: a claim, or an item of coverage. */
type Account = Pick<ClaimView, 'status' | 'hedged' | 'readIn' | 'link'>;

const sameOrigin = (a: Account, b: Account): boolean =>
  a.status === b.status && a.readIn?.title === b.readIn?.title && a.readIn?.url === b.readIn?.url;

/**
 * The one that speaks for all where they share their origin and there is something to say of it; else null. Said once above
 * a list, because eight equal lines are noise; a withdrawn account says so itself.
 */
export function sharedOrigin(accounts: readonly Account[]): Account | null {
  const [first, ...rest] = accounts;
  if (!first || rest.length === 0 || (!first.readIn && !STATUS_WORD[first.status])) return null;
  return first.status !== 'withdrawn' && rest.every((account) => sameOrigin(first, account)) ? first : null;
}

export function ReadIn({ article }: { readonly article: ArticleRef }) {
  return (
    <>
      read in{' '}
      <OutLink href={article.url}>
        “<Foreign>{article.title}</Foreign>”
      </OutLink>
      {article.outlet && (
        <>
          , <Foreign>{article.outlet.name}</Foreign>
        </>
      )}
      , {article.published ? <DateText edtf={article.published} /> : 'undated'}
    </>
  );
}

/** Said once above a list whose accounts share it. */
export function SharedOrigin({ of: { status, readIn } }: { readonly of: Account }) {
  return (
    <p class="shared">
      All <Dotted>{[STATUS_WORD[status], readIn && <ReadIn article={readIn} />]}</Dotted>
    </p>
  );
}

/** Said below one account, `note` with it. `withOrigin` is false where the list has said it above; an account with its own link is its own origin. */
export function OriginLine(props: { readonly of: Account; readonly withOrigin: boolean; readonly note?: string | null }) {
  const { of: account, withOrigin, note } = props;
  const pieces = [
    withOrigin && STATUS_WORD[account.status],
    account.hedged && 'hedged by its source',
    note,
    withOrigin && account.readIn && !httpHref(account.link) && <ReadIn article={account.readIn} />,
  ];
  return pieces.some(Boolean) ? (
    <p class="fine">
      <Dotted>{pieces}</Dotted>
    </p>
  ) : null;
}
