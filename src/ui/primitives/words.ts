/** The words of the interface for kinds, statuses, bases and counts: each said in one place. Pure, but for the locale and zone of moments. */
import type { SubjectKind } from '@/core/model/actor';
import type { Basis, ClaimStatus } from '@/core/model/claim';

export const KIND_WORD: Readonly<Record<SubjectKind, string>> = {
  person: 'Person',
  organisation: 'Organisation',
  place: 'Place',
  outlet: 'Outlet',
  event: 'Event',
};

export const KINDS_WORD: Readonly<Record<SubjectKind, string>> = {
  person: 'People',
  organisation: 'Organisations',
  place: 'Places',
  outlet: 'Outlets',
  event: 'Events',
};

/** '' where the status needs no word: a curated claim is the ordinary case. */
export const STATUS_WORD: Readonly<Record<ClaimStatus, string>> = {
  curated: '',
  'second-hand': 'second-hand',
  unconfirmed: 'unconfirmed',
  confirmed: 'confirmed by you',
  withdrawn: 'withdrawn',
};

/** Said only where the date is not simply written in the source. */
export const BASIS_WORD: Readonly<Partial<Record<Basis, string>>> = {
  relative: 'date worked out from the wording',
  metadata: 'date from the page’s data',
  url: 'date from the address',
  reader: 'date set by you',
};

/** "claim", "claims": the regular plural, for any number but one. */
export const plural = (n: number, word: string): string => (n === 1 ? word : `${word}s`);

/** "1 claim", "2 claims", with the digits of the reader's locale. */
export function count(n: number, word: string): string {
  return `${n.toLocaleString()} ${plural(n, word)}`;
}

/** A moment (ms since 1970) by the reader's own clock and habits. */
export const moment = (at: number): string => new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** The name of a country or language. In English like the words around it; what the browser does not know, or is no code, stays as it is. */
export function codeName(type: 'region' | 'language', code: string): string {
  try {
    return new Intl.DisplayNames('en', { type, fallback: 'code' }).of(code) ?? code;
  } catch {
    return code;
  }
}
