/**
 * The shape of a pack file, version 1, as valibot schemas. docs/pack-format.md says the same in words.
 * Checks shapes only: ids, references, terms and names are check.ts.
 */
import * as v from 'valibot';
import { COUNTRY_CODE, DOMAIN, LANGUAGE_TAG } from '../model/actor';
import { isEdtf } from '../model/edtf';
import { LOCAL_ID, REFERENCE } from '../model/ids';
import { isPublicAddress, isWebAddress } from './web-address';

const FORMAT = 'sidelight-pack';
const FORMAT_VERSION = 1;

/** Longest text of one field, in UTF-16 units: a long paragraph; a whole article does not belong in a pack. */
const MAX_TEXT = 4000;
/** Longest name: the longest official names of organisations stay under 200. */
const MAX_NAME = 200;
/** Longest lists: the best-known actors have some three hundred names over all languages, and no claim concerns a thousand. */
const MAX_LIST = 1000;

const localId = v.pipe(v.string(), v.maxLength(100), v.regex(LOCAL_ID, 'an id: lower-case letters and digits, joined by - . or _'));
const reference = v.pipe(v.string(), v.maxLength(200), v.regex(REFERENCE, 'a reference: local-id or pack-id:local-id'));
const edtf = v.pipe(v.string(), v.check(isEdtf, 'an EDTF date such as 2025-12-08, 2025-12, 2025 or 2025-12-21/2025-12-31'));
/** Half a character, left by a program that cut a text: replaced, since no file or link can carry it on. */
const wellFormed = v.pipe(
  v.string(),
  v.transform((s) => s.replace(/\p{Surrogate}/gu, '\uFFFD')),
);
const text = v.pipe(wellFormed, v.trim(), v.minLength(1, 'some text'), v.maxLength(MAX_TEXT, `at most ${MAX_TEXT} characters`));
const nameText = v.pipe(wellFormed, v.trim(), v.minLength(1, 'a name'), v.maxLength(MAX_NAME, `at most ${MAX_NAME} characters`));
const list = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.maxLength(MAX_LIST, `at most ${MAX_LIST} entries`));
/** Text around a quotation. */
const around = v.pipe(wellFormed, v.maxLength(MAX_TEXT, `at most ${MAX_TEXT} characters`));
const httpUrl = v.pipe(
  v.string(),
  v.check(isWebAddress, 'an http(s) address'),
  // Said only of what is an address at all.
  v.check((s) => !isWebAddress(s) || isPublicAddress(s), 'an address of a public host, without user name or password'),
);
const sourceKeys = v.pipe(list(v.string()), v.minLength(1, 'at least one key of "sources": every fact has a provenance'));
const lang = v.pipe(v.string(), v.regex(LANGUAGE_TAG, 'a BCP 47 language tag'));
const country = v.pipe(v.string(), v.regex(COUNTRY_CODE, 'an ISO 3166-1 alpha-2 country code'));

const nameForm = v.union([
  nameText,
  v.object({
    text: nameText,
    lang: v.optional(lang),
    case: v.optional(v.picklist(['auto', 'exact', 'any'])),
    weak: v.optional(v.boolean()),
  }),
]);

const office = v.object({
  title: nameText,
  of: v.optional(reference),
  from: v.optional(edtf),
  to: v.optional(edtf),
  asOf: edtf,
  sources: sourceKeys,
});

const named = {
  id: localId,
  name: nameText,
  names: v.optional(list(nameForm), []),
  description: v.optional(text),
  sources: sourceKeys,
};

const actor = v.object({
  ...named,
  kind: v.picklist(['person', 'organisation', 'place']),
  surnames: v.optional(list(nameText), []),
  offices: v.optional(list(office), []),
  country: v.optional(country),
});

const outlet = v.object({
  ...named,
  domains: v.pipe(
    list(v.pipe(v.string(), v.regex(DOMAIN, 'a domain in lower case, without scheme or path'))),
    v.minLength(1, 'at least one domain'),
  ),
  country,
  languages: v.pipe(list(lang), v.minLength(1, 'at least one language')),
  family: v.optional(nameText),
  agency: v.optional(v.boolean(), false),
  feeds: v.optional(list(httpUrl)),
});

const event = v.object({
  ...named,
  kind: v.picklist(['summit', 'meeting', 'call', 'talks', 'appointment', 'formation', 'election', 'attack', 'agreement', 'other']),
  dates: v.optional(
    list(
      v.object({
        edtf,
        qualifier: v.optional(v.picklist(['early', 'mid', 'late'])),
        according: text,
        sources: sourceKeys,
      }),
    ),
    [],
  ),
  place: v.optional(reference),
  participants: v.optional(list(reference), []),
});

const article = v.object({
  id: localId,
  outlet: v.nullable(reference),
  title: text,
  url: v.nullable(httpUrl),
  published: v.nullable(edtf),
  lang: v.optional(lang),
  actors: v.optional(list(reference), []),
  events: v.optional(list(reference), []),
  sources: sourceKeys,
});

const clockValue = v.object({
  edtf,
  qualifier: v.optional(v.picklist(['early', 'mid', 'late'])),
  // `reader` is what the reader of this browser dated: no file can say that.
  basis: v.picklist(['text', 'relative', 'metadata', 'url', 'record'], '"text", "relative", "metadata", "url" or "record"'),
});

const claim = v.object({
  id: localId,
  text,
  quote: v.optional(text),
  speaker: v.nullable(reference),
  speakerName: v.optional(nameText),
  outlet: v.nullable(reference),
  via: v.optional(list(v.object({ name: nameText, id: v.optional(reference) })), []),
  clocks: v.object({
    said: v.optional(clockValue),
    reported: v.optional(clockValue),
    published: v.optional(clockValue),
    event: v.optional(clockValue),
    modified: v.optional(clockValue),
    captured: v.optional(clockValue),
  }),
  actors: v.optional(list(reference), []),
  events: v.optional(list(reference), []),
  // `confirmed` is what the reader of this browser confirmed.
  status: v.picklist(['curated', 'second-hand', 'unconfirmed', 'withdrawn'], '"curated", "second-hand", "unconfirmed" or "withdrawn"'),
  hedged: v.optional(v.boolean()),
  /** The claim whose place this one takes. */
  supersedes: v.optional(reference),
  readIn: v.optional(reference),
  evidence: v.optional(
    v.object({ exact: v.optional(text), prefix: v.optional(around), suffix: v.optional(around), url: v.optional(httpUrl) }),
  ),
  sources: sourceKeys,
});

const source = v.object({
  title: text,
  url: v.optional(httpUrl),
  licence: v.optional(text),
  note: v.optional(text),
});

const count = v.optional(v.pipe(v.number(), v.integer('a whole number'), v.minValue(0, 'a number from 0')));

/** Everything of a pack but its records: checked first, so that a file of another kind is named as such. */
export const packHead = v.object({
  format: v.literal(FORMAT, `"${FORMAT}"`),
  version: v.literal(FORMAT_VERSION, `format version ${FORMAT_VERSION}`),
  id: localId,
  revision: v.pipe(v.number(), v.integer('a whole number'), v.minValue(1, 'a number from 1'), v.maxValue(Number.MAX_SAFE_INTEGER)),
  title: text,
  description: v.optional(text),
  licence: text,
  attribution: v.optional(text),
  sources: v.record(v.pipe(v.string(), v.maxLength(100), v.regex(LOCAL_ID, 'a source key')), source),
  /** How many records of each kind the file holds: so that a JSONL file that was cut off at the end of a line is known. */
  counts: v.optional(v.object({ actors: count, outlets: count, events: count, articles: count, claims: count })),
});

/** The kinds of records, in the order in which a file holds them: nothing refers to what comes later, but within one kind. */
export const RECORD_KINDS = ['actors', 'outlets', 'events', 'articles', 'claims'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export const records = { actors: actor, outlets: outlet, events: event, articles: article, claims: claim } as const;

/** A record as a file holds it, by the name of its list; every default filled in. */
export type FileRecord<K extends RecordKind = RecordKind> = v.InferOutput<(typeof records)[K]>;
export type PackHead = v.InferOutput<typeof packHead>;
export type PackSource = v.InferOutput<typeof source>;
