/** What the library page lists and shows in full: records found by the store, with every name resolved. */
import { FEED_PACK, isWritten, OWN_PACK, packOf, type QualifiedId } from '@/core/model/ids';
import type {
  ArticleRow,
  ClaimRow,
  LibraryDetail,
  LibraryPage,
  LibraryQuery,
  LibraryRow,
  SourceRef,
  SubjectRow,
} from '@/core/model/library';
import type { PackRef, SubjectRef } from '@/core/model/view';
import { fail, ok, type Result } from '@/core/result';
import type { ArticleHit, ClaimHit, Hit, Library, Reader, Store, Subject } from '@/store/store';
import { view } from './card';
import { editedArticle, untendedArticles } from './edited';
import { originsOf } from './page-coverage';
import { claimViews, namesOf, newestOffices, refOf } from './resolve';
import { linkTo } from './text-fragment';

export const searchLibrary = (store: Store, query: LibraryQuery): Promise<LibraryPage> =>
  store.readLibrary(async (facts, library) => {
    const { hits, ...page } = await library.find(query);
    return { ...page, rows: await rowsOf(facts, hits) };
  });

/** Rows in the order of what was found: hits of one question are of one kind. */
async function rowsOf(facts: Reader, hits: readonly Hit[]): Promise<readonly LibraryRow[]> {
  const claims = hits.flatMap((hit) => (hit.kind === 'claim' ? [hit] : []));
  if (claims.length > 0) return rowsOfClaims(facts, claims);
  const articles = hits.flatMap((hit) => (hit.kind === 'article' ? [hit] : []));
  if (articles.length > 0) return rowsOfArticles(facts, articles);
  return Promise.all(hits.flatMap((hit) => (hit.kind === 'subject' ? [rowOfSubject(facts, hit.subject)] : [])));
}

async function rowsOfArticles(facts: Reader, hits: readonly ArticleHit[]): Promise<ArticleRow[]> {
  const untended = await untendedArticles(
    facts,
    hits.map(({ article }) => article.id),
  );
  const names = await namesOf(
    facts,
    [
      ...hits.map(({ article }) => article.outlet),
      ...[...untended.values()].flatMap((one) => [one.outlet, ...one.actors, ...one.events]),
    ].flatMap((id) => id ?? []),
  );
  return hits.map(({ article, from }): ArticleRow => {
    const pack = untended.get(article.id);
    const edited = pack ? editedArticle(pack, article, facts, (id) => names.name(id)?.name ?? '') : [];
    return {
      ...{ kind: 'article', id: article.id, title: article.title, outlet: names.name(article.outlet) },
      ...{ published: article.published, url: linkTo(article.url), from: isWritten(article.id) ? 'written' : from },
      pack: packRef(facts, article.id),
      ...(edited.length > 0 ? { edited } : {}),
    };
  });
}

async function rowsOfClaims(facts: Reader, hits: readonly ClaimHit[]): Promise<ClaimRow[]> {
  const views = await claimViews(
    facts,
    hits.map(({ claim }) => claim),
  );
  return hits.flatMap(({ superseded, verdict, claim }, i) => {
    const seen = views[i];
    return seen ? [{ ...seen, kind: 'claim' as const, superseded, verdict, pack: packRef(facts, claim.id) }] : [];
  });
}

async function rowOfSubject(facts: Reader, subject: Subject): Promise<SubjectRow> {
  const { record } = subject;
  const office = subject.kind === 'event' ? undefined : newestOffices(subject.record.offices)[0];
  const about = office?.title ?? record.description ?? (subject.kind === 'outlet' ? subject.record.domains[0] : undefined);
  const { claims } = await facts.claims.tally(record.id);
  return { ...refOf(subject), ...(about === undefined ? {} : { about }), claims, pack: packRef(facts, record.id) };
}

function packRef(facts: Reader, id: QualifiedId): PackRef | null {
  const info = facts.packs[packOf(id)]?.info;
  return info ? { id: info.id, title: info.title, revision: info.revision } : null;
}

/** The sources that the pack of a record names for it. */
function sourcesOf(facts: Reader, id: QualifiedId, keys: readonly string[]): SourceRef[] {
  const sources = facts.packs[packOf(id)]?.info.sources ?? {};
  return keys.flatMap((key) => {
    const source = sources[key];
    return source ? [{ id: key, title: source.title, ...(source.url === undefined ? {} : { url: source.url }) }] : [];
  });
}

const GONE = 'This is not kept any more: its pack was removed or changed.';

export const libraryDetail = (store: Store, kind: LibraryDetail['kind'], id: QualifiedId): Promise<Result<LibraryDetail>> =>
  store.readLibrary(async (facts, library): Promise<Result<LibraryDetail>> => {
    if (kind === 'claim') return claimDetail(facts, library, id);
    if (kind === 'article') return articleDetail(facts, id);
    const subject = (await facts.subjects.get([id])).get(id);
    const seen = await view(facts, id, originsOf);
    if (!subject || !seen) return fail('gone', GONE);
    const { record } = subject;
    return ok({
      kind: 'subject',
      view: seen,
      names: [...new Set([record.name, ...record.names.map(({ text }) => text)])],
      surnames: 'surnames' in record ? record.surnames : [],
      domains: subject.kind === 'outlet' ? subject.record.domains : [],
      sources: sourcesOf(facts, record.id, record.sources),
      pack: packRef(facts, record.id),
      ownDate:
        facts.edits.subject(record.id)?.set?.date ??
        (packOf(record.id) === OWN_PACK && 'dates' in record ? (record.dates[0]?.edtf ?? '') : ''),
      merged: await mergedInto(facts, record.id),
      note: facts.edits.subject(record.id)?.note ?? '',
    });
  });

/** Those that the reader merged into this one, as their packs name them. */
async function mergedInto(facts: Reader, id: QualifiedId): Promise<SubjectRef[]> {
  const others = facts.edits.membersOf(id).filter((member) => member !== id);
  return [...(await facts.untended.subjects.get(others)).values()].map(refOf);
}

const noteOn = async (facts: Reader, id: QualifiedId): Promise<string> => (await facts.edits.records([id])).get(id)?.note ?? '';

async function claimDetail(facts: Reader, library: Library, id: QualifiedId): Promise<Result<LibraryDetail>> {
  const chain = await library.chainOf(id);
  const hit = chain.find(({ claim }) => claim.id === id);
  if (!hit) return fail('gone', GONE);
  const { claim } = hit;
  const [rows, names] = await Promise.all([rowsOfClaims(facts, chain), namesOf(facts, claim.actors)]);
  const row = rows.find((one) => one.id === id);
  if (!row) return fail('gone', GONE);
  return ok({
    kind: 'claim',
    row,
    actors: names.subjects(claim.actors.filter((actor) => actor !== claim.speaker)),
    evidence: claim.evidence ?? null,
    sources: sourcesOf(facts, id, claim.sources),
    chain: rows,
    note: await noteOn(facts, id),
  });
}

const whence = (id: QualifiedId): ArticleHit['from'] => (packOf(id) === OWN_PACK ? 'read' : packOf(id) === FEED_PACK ? 'feed' : 'pack');

async function articleDetail(facts: Reader, id: QualifiedId): Promise<Result<LibraryDetail>> {
  const article = (await facts.articles.get([id])).get(id);
  if (!article) return fail('gone', GONE);
  const [[row], names] = await Promise.all([
    rowsOfArticles(facts, [{ kind: 'article', article, from: whence(id) }]),
    namesOf(facts, [...article.actors, ...article.events]),
  ]);
  if (!row) return fail('gone', GONE);
  return ok({
    kind: 'article',
    row,
    lang: article.lang ?? null,
    actors: names.subjects(article.actors),
    events: names.subjects(article.events),
    sources: sourcesOf(facts, id, article.sources),
    note: await noteOn(facts, id),
  });
}
