/**
 * Knows at a glance the claims that nothing is wrong with, nearly all of a large pack; the schema takes ten times as long.
 * What it does not know it leaves to the schema, which alone refuses, repairs and warns. A test holds the two together.
 */
import { CLOCKS } from '../model/claim';
import { LOCAL_ID, REFERENCE } from '../model/ids';
import { dateOf } from './dates';
import type { FileRecord } from './schema';
import { isPublicAddress } from './web-address';

const FIELDS = new Set<string>([
  'type',
  'id',
  'text',
  'quote',
  'speaker',
  'speakerName',
  'outlet',
  'via',
  'clocks',
  'actors',
  'events',
  'status',
  'hedged',
  'supersedes',
  'readIn',
  'evidence',
  'sources',
]);
const CLOCK_NAMES = new Set<string>(CLOCKS);
const EVIDENCE = new Set(['exact', 'prefix', 'suffix', 'url']);
const BASES = new Set<unknown>(['text', 'relative', 'metadata', 'url', 'record']);
const STATUSES = new Set<unknown>(['curated', 'second-hand', 'unconfirmed', 'withdrawn']);
const QUALIFIERS = new Set<unknown>([undefined, 'early', 'mid', 'late']);

/** A text that the schema would leave as it is. The limits are well within the schema's. */
export const isText = (value: unknown, max: number): boolean =>
  typeof value === 'string' && value.length > 0 && value.length <= max && value.trim().length === value.length && value.isWellFormed();
const isReference = (value: unknown): boolean => typeof value === 'string' && value.length <= 100 && REFERENCE.test(value);
const isReferenceOrNull = (value: unknown): boolean => value === null || isReference(value);
const isListOf = (value: unknown, fits: (item: unknown) => boolean): boolean =>
  value === undefined || (Array.isArray(value) && value.length <= 100 && value.every(fits));
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const hasOnly = (value: object, names: ReadonlySet<string>): boolean => {
  for (const name of Object.keys(value)) if (!names.has(name)) return false;
  return true;
};

export function isVia(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { name, id } = value;
  return isText(name, 200) && (id === undefined || isReference(id)) && Object.keys(value).length === (id === undefined ? 1 : 2);
}

/** `lastDay`: the last that is not in the future; later ones the schema's reader flags. */
export function isClocks(value: unknown, lastDay: string): boolean {
  if (!isObject(value) || !hasOnly(value, CLOCK_NAMES)) return false;
  // Whether an article was modified before it was published is for the schema's reader to say.
  if (value.modified !== undefined) return false;
  for (const clock of Object.values(value)) {
    if (!isObject(clock)) return false;
    const { edtf, basis, qualifier } = clock;
    if (typeof edtf !== 'string' || !BASES.has(basis) || !QUALIFIERS.has(qualifier)) return false;
    if (Object.keys(clock).length !== (qualifier === undefined ? 2 : 3)) return false;
    const range = dateOf(edtf);
    if (!range || range.first > lastDay) return false;
  }
  return true;
}

function isEvidence(value: unknown): boolean {
  if (value === undefined) return true;
  if (!isObject(value) || !hasOnly(value, EVIDENCE)) return false;
  const { exact, prefix, suffix, url } = value;
  const isAround = (words: unknown) => words === undefined || (typeof words === 'string' && words.length <= 1000 && words.isWellFormed());
  return (exact === undefined || isText(exact, 4000)) && isAround(prefix) && isAround(suffix) && (url === undefined || isKnownPublic(url));
}

/** Origins of addresses that were judged in full: the claims of a pack come from few outlets. */
const publicOrigins = new Set<string>();
/** Origins remembered: more than there are outlets in any pack. */
const REMEMBERED = 10_000;

export function isKnownPublic(url: unknown): boolean {
  if (typeof url !== 'string') return false;
  const origin = /^https?:\/\/[a-z0-9.-]+\//.exec(url)?.[0];
  if (origin && publicOrigins.has(origin) && !/\s/.test(url)) return true;
  if (!isPublicAddress(url)) return false;
  if (publicOrigins.size >= REMEMBERED) publicOrigins.clear();
  if (origin) publicOrigins.add(origin);
  return true;
}

/** The claim with its defaults filled in, or null where the schema must look. Writes nothing into `value`. */
export function plainClaim(value: unknown, lastDay: string): FileRecord<'claims'> | null {
  if (!isObject(value) || !hasOnly(value, FIELDS)) return null;
  const {
    id,
    text,
    quote,
    speaker,
    speakerName,
    outlet,
    via,
    clocks,
    actors,
    events,
    status,
    hedged,
    supersedes,
    readIn,
    evidence,
    sources,
  } = value;
  const plain =
    typeof id === 'string' &&
    id.length <= 100 &&
    LOCAL_ID.test(id) &&
    isText(text, 4000) &&
    isReferenceOrNull(speaker) &&
    isReferenceOrNull(outlet) &&
    isClocks(clocks, lastDay) &&
    isListOf(actors, isReference) &&
    isListOf(events, isReference) &&
    STATUSES.has(status) &&
    isEvidence(evidence) &&
    (quote === undefined || isText(quote, 4000)) &&
    (speakerName === undefined || isText(speakerName, 200)) &&
    (hedged === undefined || typeof hedged === 'boolean') &&
    (supersedes === undefined || isReference(supersedes)) &&
    (readIn === undefined || isReference(readIn)) &&
    isListOf(via, isVia) &&
    Array.isArray(sources) &&
    sources.length > 0 &&
    sources.length <= 100 &&
    sources.every((key) => typeof key === 'string');
  if (!plain) return null;
  const { type: _type, ...record } = value;
  return { ...record, via: via ?? [], actors: actors ?? [], events: events ?? [] } as unknown as FileRecord<'claims'>;
}
