/**
 * What a page claims, from the page's script to records and back: names resolved, judgements found, articles remembered where
 * the reader wants that. Extraction is not fact: everything is unconfirmed until the reader keeps it.
 */
import type { Article } from '@/core/model/article';
import type { Claim } from '@/core/model/claim';
import type { Edtf } from '@/core/model/edtf';
import type { NewsEvent } from '@/core/model/event';
import type { QualifiedId } from '@/core/model/ids';
import type { ReadArticle, Verdict } from '@/core/model/page-claim';
import type { PageClaimView } from '@/core/model/view';
import { fail, ok, type Result } from '@/core/result';
import type { BackgroundAnswers, BackgroundInput } from '@/messaging/protocol';
import { hostOf } from '@/platform/hosts';
import type { Store } from '@/store/store';
import { articleRecord, claimRecord, dayOf } from './claim-record';
import { articleId, claimId } from './own-ids';
import { eventsOf } from './page-events';
import { claimViews } from './resolve';

/** The page that a reading came from, as the browser says. */
export interface ReadFrom {
  readonly url: string;
  readonly isPrivate: boolean;
}

/** A page's reading as records of the reader's own; `claims` in the order given. */
interface Records {
  readonly article: Article;
  readonly claims: readonly Claim[];
}

/** Events sent to one page: more than a page with so many subjects tells of is not looked for in it. */
const MOST_EVENTS = 300;

/** The events in which any of these take part. */
export async function eventsFor(store: Store, subjects: readonly QualifiedId[]): Promise<readonly NewsEvent[]> {
  return store.read(async (facts) => (await facts.events.withParticipants(subjects)).slice(0, MOST_EVENTS));
}

/** `remember`: does the reader remember what is read? Never done for a private window. */
export async function readPage(
  store: Store,
  { article, claims, subjects }: BackgroundInput<'article/read'>,
  from: ReadFrom,
  remember: boolean,
  today: Edtf,
): Promise<BackgroundAnswers['article/read']> {
  const records = await recordsOf(store, { article, claims, subjects }, from, today);
  if (remember && !from.isPrivate && records.claims.length > 0) await store.ownClaims.remember(records.article, records.claims);
  const verdicts = await store.ownClaims.verdicts(records.claims.map(({ id }) => id));
  return { claims: await viewsOf(store, records, verdicts), canKeep: !from.isPrivate };
}

export async function judgeClaim(
  store: Store,
  { article, claim, subjects, verdict }: BackgroundInput<'claim/judge'>,
  from: ReadFrom,
  today: Edtf,
): Promise<Result<PageClaimView>> {
  if (from.isPrivate) return fail('private', 'This is a private window: nothing that is read here is kept.');
  const records = await recordsOf(store, { article, claims: [claim], subjects }, from, today);
  const [record] = records.claims;
  if (!record) return fail('no-claim', 'This claim is no longer on the page.');
  await store.ownClaims.judge(record, records.article, verdict);
  const [view] = await viewsOf(store, records, new Map(verdict ? [[record.id, verdict]] : []));
  return view ? ok(view) : fail('no-claim', 'This claim is no longer on the page.');
}

async function viewsOf(store: Store, { article, claims }: Records, verdicts: ReadonlyMap<QualifiedId, Verdict>): Promise<PageClaimView[]> {
  const views = await store.read((facts) =>
    claimViews(
      facts,
      claims.map((claim) => {
        const { published: _published, captured: _captured, ...clocks } = claim.clocks;
        const verdict = verdicts.get(claim.id) ?? null;
        // On the page itself, its own date is not worth a line under every claim; nor is the page what the claim was read in.
        const { readIn: _readIn, ...shown } = { ...claim, clocks, status: verdict === 'kept' ? ('confirmed' as const) : claim.status };
        return shown;
      }),
    ),
  );
  return views.map((view, i) => ({
    ...view,
    verdict: verdicts.get(view.id) ?? null,
    own: (claims[i]?.outlet ?? null) === article.outlet,
  }));
}

/** The page's own address where it claims another site's as its own. */
function addressOf(article: ReadArticle, from: ReadFrom): string {
  const [claimed, real] = [hostOf(article.url), hostOf(from.url)];
  if (claimed !== null && real !== null && (claimed === real || claimed.endsWith(`.${real}`) || real.endsWith(`.${claimed}`))) {
    return article.url;
  }
  return URL.canParse(from.url) ? new URL(new URL(from.url).pathname, from.url).href : from.url;
}

/** Digests are made before the store is asked: a transaction does not wait for anything else. */
async function recordsOf(
  store: Store,
  { article, claims, subjects }: BackgroundInput<'article/read'>,
  from: ReadFrom,
  today: Edtf,
): Promise<Records> {
  const url = addressOf(article, from);
  const [readIn, ids] = await Promise.all([articleId(url), Promise.all(claims.map((claim) => claimId(url, claim)))]);
  const published = dayOf(article.published);
  const host = hostOf(from.url);
  const record = await store.read(async (facts) => {
    const [outlet, found] = await Promise.all([host ? facts.outlets.byHost(host) : null, facts.subjects.get(subjects)]);
    const events = await eventsOf(facts, found, published ?? undefined);
    const { title, lang } = article;
    return articleRecord(
      { id: readIn, outlet: outlet?.id ?? null, title: title ?? new URL(url).hostname, url, published, lang },
      found,
      events,
    );
  });
  const where = { article: record, published, captured: today };
  return { article: record, claims: claims.map((claim, i) => claimRecord(claim, ids[i] ?? '', { ...where, evidence: claim.evidence })) };
}
