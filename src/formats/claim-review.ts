/**
 * schema.org ClaimReview, alone, in a list, a graph, or a DataFeed as fact-checkers publish them → claims: what was claimed, by
 * whom and when, and in whose review it was read. The verdict is the reviewer's own claim, attributed to the reviewer.
 */
import { createFindings } from '@/core/pack/fault';
import { createIds, type Draft, type DraftResult } from './draft';
import { hasType, isObject, type Json, objectsIn, textOf } from './json';
import { readDate } from './read-date';

const SOURCE = 'reviews';
const sources = [SOURCE];
/** Graphs and feeds nest by two or three; anything deeper is no review. */
const MAX_NESTING = 6;

/** Every review in a document, with its place. */
function* reviewsIn(value: unknown, at: string, depth = 0): Generator<readonly [review: Json, at: string]> {
  if (depth > MAX_NESTING) return;
  if (Array.isArray(value)) {
    for (const [i, each] of value.entries()) yield* reviewsIn(each, `${at}[${i}]`, depth + 1);
  } else if (isObject(value)) {
    if (hasType(value, 'ClaimReview')) yield [value, at];
    else
      for (const field of ['@graph', 'dataFeedElement', 'item', 'itemListElement'])
        if (field in value) yield* reviewsIn(value[field], at ? `${at}.${field}` : field, depth + 1);
  }
}

/** Reads reviews from parsed JSON. `title` names the file as their source. */
export function readClaimReviews(file: string, data: unknown, title: string): DraftResult {
  const findings = createFindings(file);
  const records: Draft[] = [];
  const [claimIds, actorIds] = [createIds('claim'), createIds('actor')];
  const actors = new Map<string, string>();
  const actorOf = (author: Json | undefined, at: string): string | null => {
    const name = author && textOf(author.name);
    if (!name) return null;
    const known = actors.get(name);
    if (known) return known;
    const id = actorIds(name);
    actors.set(name, id);
    const kind = hasType(author, 'Organization') || hasType(author, 'NewsMediaOrganization') ? 'organisation' : 'person';
    records.push({ list: 'actors', record: { id, kind, name, sources }, at });
    return id;
  };
  const dateAt = (at: string, value: unknown): string | undefined => {
    const text = textOf(value);
    if (!text) return undefined;
    const date = readDate(text);
    if (!date) findings.warn(at, 'a date that is none for sure, left out', text);
    return date?.edtf;
  };

  let found = 0;
  for (const [review, at] of reviewsIn(data, '')) {
    found++;
    const text = textOf(review.claimReviewed);
    if (!text) {
      findings.fault(at ? `${at}.claimReviewed` : 'claimReviewed', 'the text of the claim', review.claimReviewed);
      continue;
    }
    const [claim] = objectsIn(review.itemReviewed);
    const speaker = actorOf(objectsIn(claim?.author)[0], at);
    const reviewer = actorOf(objectsIn(review.author)[0] ?? objectsIn(review.publisher)[0], at);
    const said = dateAt(`${at}.itemReviewed.datePublished`, claim?.datePublished);
    const published = dateAt(`${at}.datePublished`, review.datePublished);
    const url = textOf(review.url);
    const [appearance] = objectsIn(claim?.appearance);
    const evidence = textOf(appearance?.url) ?? textOf(claim?.appearance) ?? url;
    const id = claimIds(text.split(/\s+/).slice(0, 8).join(' '));
    records.push({
      list: 'claims',
      record: {
        id,
        text,
        speaker,
        outlet: null,
        clocks: said ? { said: { edtf: said, basis: 'metadata' } } : {},
        actors: speaker ? [speaker] : [],
        status: 'second-hand',
        ...(evidence ? { evidence: { url: evidence } } : {}),
        sources,
      },
      at,
    });
    const [rating] = objectsIn(review.reviewRating);
    const verdict = textOf(rating?.alternateName) ?? textOf(rating?.name);
    if (!verdict || !reviewer) continue;
    records.push({
      list: 'claims',
      record: {
        id: claimIds(`review ${id}`),
        text: `“${text}”: ${verdict}`.slice(0, 4000),
        quote: verdict,
        speaker: reviewer,
        outlet: null,
        clocks: published ? { published: { edtf: published, basis: 'metadata' } } : {},
        actors: [...new Set([reviewer, ...(speaker ? [speaker] : [])])],
        status: 'curated',
        ...(url ? { evidence: { url } } : {}),
        sources,
      },
      at,
    });
  }
  if (found === 0) findings.faultIn('', 'at least one ClaimReview', 'none');
  if (findings.faults.length > 0) return { ok: false, faults: findings.faults };
  return { ok: true, drafts: { records, sources: { [SOURCE]: { title } }, warnings: findings.warnings } };
}
