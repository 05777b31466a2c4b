/**
 * The records of one pack beside each other, one after the other: ids used once, references that lead to a record of the
 * right kind, sources that exist. What is in other packs, the store knows.
 */
import { packOf, qualify } from '../model/ids';
import { type ClosedClaimIndex, createClaimIndex } from './claim-index';
import type { ClaimLinks } from './claim-line';
import type { Findings } from './fault';
import { hash53 } from './hash';
import type { FieldPlace } from './records';
import type { FileRecord, PackHead, RecordKind } from './schema';

const WHAT: Readonly<Record<RecordKind, string>> = {
  actors: 'an actor',
  outlets: 'an outlet',
  events: 'an event',
  articles: 'an article',
  claims: 'a claim',
};
/** An outlet is an actor too: it speaks, and takes part. */
const AN_ACTOR: readonly RecordKind[] = ['actors', 'outlets'];
const THE_ACTORS: readonly RecordKind[] = ['actors'];
const THE_OUTLETS: readonly RecordKind[] = ['outlets'];
const THE_EVENTS: readonly RecordKind[] = ['events'];
const THE_ARTICLES: readonly RecordKind[] = ['articles'];

/** How places in a file are named: by list and number, or by line. */
export interface Places {
  /** The place of the `n`-th record of a kind, or of the record on the `n`-th line. */
  of(kind: RecordKind, n: number): FieldPlace;
}

/** A record as far as others have to do with it. */
export type Linked<K extends RecordKind = RecordKind> = K extends 'claims' ? ClaimLinks : FileRecord<K>;

export interface References {
  /**
   * Takes a record in the order of the file; true where it is one to keep, false where it is refused or stands there already.
   * `text` is the record as it would be written: what makes two records the same.
   */
  take<K extends RecordKind>(kind: K, record: Linked<K>, text: string, n: number): boolean;
  /** What can only be told at the end. */
  close(): ClosedClaimIndex;
}

interface Seen {
  readonly kind: RecordKind;
  readonly n: number;
  readonly body: number;
}

export function createReferences(head: PackHead, findings: Findings, places: Places): References {
  const seen = new Map<string, Seen>();
  const claims = createClaimIndex();
  /** References to records that may still come: those of actors, outlets and events, until the first article or claim. */
  let waiting: (() => void)[] = [];
  const settleWaiting = () => {
    for (const check of waiting) check();
    waiting = [];
  };

  /** `i`: of a list. The words for the place are put together for a fault only: a large pack has millions of references. */
  const refer = (
    at: FieldPlace,
    field: string,
    i: number | null,
    reference: string | null | undefined,
    kinds: readonly RecordKind[],
  ): void => {
    if (!reference) return;
    // Most references are local and right, and making them whole only to cut them again would cost more than all else here.
    const known = seen.get(reference);
    if (known && kinds.includes(known.kind)) return;
    const place = () => at(i === null ? field : `${field}[${i}]`);
    const id = reference.includes(':') ? qualify(head.id, reference) : null;
    if (id !== null && packOf(id) !== head.id) return;
    const there = id === null ? known : seen.get(id.slice(head.id.length + 1));
    if (!there) findings.fault(place(), 'the id of a record in this pack', reference);
    else if (!kinds.includes(there.kind))
      findings.fault(place(), `the id of ${kinds.map((kind) => WHAT[kind]).join(' or ')}`, reference, WHAT[there.kind]);
  };
  const cite = (at: FieldPlace, path: string, keys: readonly string[]): void => {
    for (const [i, key] of keys.entries()) {
      if (!Object.hasOwn(head.sources, key)) findings.fault(at(`${path}sources[${i}]`), 'a key of "sources"', key);
    }
  };

  const check = {
    actors({ offices }: FileRecord<'actors'>, at: FieldPlace) {
      for (const [i, office] of offices.entries()) {
        cite(at, `offices[${i}].`, office.sources);
        if (office.of) waiting.push(() => refer(at, `offices[${i}].of`, null, office.of, AN_ACTOR));
      }
    },
    outlets() {},
    events({ place, participants, dates }: FileRecord<'events'>, at: FieldPlace) {
      for (const [i, date] of dates.entries()) cite(at, `dates[${i}].`, date.sources);
      waiting.push(() => {
        refer(at, 'place', null, place, THE_ACTORS);
        for (const [i, id] of participants.entries()) refer(at, 'participants', i, id, AN_ACTOR);
      });
    },
    articles({ outlet, actors, events }: FileRecord<'articles'>, at: FieldPlace) {
      concern(outlet, actors, events, at);
    },
    claims({ speaker, outlet, actors, events, readIn, via }: ClaimLinks, at: FieldPlace) {
      concern(outlet, actors, events, at);
      refer(at, 'speaker', null, speaker, AN_ACTOR);
      refer(at, 'readIn', null, readIn, THE_ARTICLES);
      for (const [i, { id }] of via.entries()) refer(at, `via[${i}].id`, null, id, AN_ACTOR);
    },
  };
  const concern = (outlet: string | null, actors: readonly string[], events: readonly string[], at: FieldPlace) => {
    refer(at, 'outlet', null, outlet, THE_OUTLETS);
    for (const [i, id] of actors.entries()) refer(at, 'actors', i, id, AN_ACTOR);
    for (const [i, id] of events.entries()) refer(at, 'events', i, id, THE_EVENTS);
  };

  return {
    take(kind, record, text, n) {
      const at = places.of(kind, n);
      const faultsBefore = findings.faults.length;
      cite(at, '', record.sources);
      if (kind === 'claims') {
        if (waiting.length > 0) settleWaiting();
        const claim = record as ClaimLinks;
        check.claims(claim, at);
        const other = seen.get(claim.id);
        if (other) findings.fault(at('id'), 'an id of its own', claim.id, `also at ${places.of(other.kind, other.n)('')}`);
        const [pack, local] = split(claim.supersedes);
        claims.add(claim.id, text, n, pack === undefined || pack === head.id ? local : undefined);
        return findings.faults.length === faultsBefore;
      }
      const body = hash53(text);
      const before = seen.get(record.id);
      if (before) {
        if (before.kind === kind && before.body === body) return false;
        findings.fault(at('id'), 'an id of its own', record.id, `also at ${places.of(before.kind, before.n)('')}`);
        return false;
      }
      seen.set(record.id, { kind, n, body });
      if (kind === 'articles' && waiting.length > 0) settleWaiting();
      (check[kind] as (record: Linked, at: FieldPlace) => void)(record, at);
      return findings.faults.length === faultsBefore;
    },
    close() {
      settleWaiting();
      const closed = claims.close();
      const at = (n: number, path: string) => places.of('claims', n)(path);
      for (const [n, other] of closed.conflicts)
        findings.faultIn(at(n, 'id'), 'an id of its own', `that of another claim, at ${at(other, '')}`);
      for (const n of closed.dangling) findings.faultIn(at(n, 'supersedes'), 'the id of a claim in this pack', 'one that is not there');
      for (const n of closed.circular) findings.faultIn(at(n, 'supersedes'), 'an earlier claim', 'one that in the end supersedes this one');
      return closed;
    },
  };
}

function split(reference: string | undefined): readonly [pack: string | undefined, local: string | undefined] {
  if (reference === undefined) return [undefined, undefined];
  const colon = reference.indexOf(':');
  return colon < 0 ? [undefined, reference] : [reference.slice(0, colon), reference.slice(colon + 1)];
}
