/**
 * Names of records. Every record lives in a pack, so its full name is `pack:local`
 * (`world:mark-rutte`), and no pack can take another's id.
 * Knows nothing of what the records hold.
 */

/** `pack:local`, the only form used outside a pack file. */
export type QualifiedId = string;

/** The "pack" of what feeds brought. No file may use it. */
export const FEED_PACK = 'feeds';

/** What a pack id or a local id may look like: lower-case ASCII words, safe in URLs and file names. */
export const LOCAL_ID = /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/;

/** A reference as a pack file may write it: local, or qualified with another pack's id. */
export const REFERENCE = /^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*:)?[a-z0-9]+(?:[._-][a-z0-9]+)*$/;

/** The pack of what the reader tracks by own decision. No pack file may take it. */
export const OWN_PACK = 'mine';

/** How the local ids of records begin that the reader wrote by hand; those read off pages have other beginnings. */
export const WRITTEN = 'n-';

/** Did the reader write this claim or article by hand? */
export const isWritten = (id: QualifiedId): boolean => id.startsWith(`${OWN_PACK}:${WRITTEN}`);

/** Makes a reference written inside `pack` absolute; a qualified one stays as it is. */
export function qualify(pack: string, reference: string): QualifiedId {
  return reference.includes(':') ? reference : `${pack}:${reference}`;
}

/** The pack that a qualified id belongs to; '' where the id carries none. */
export function packOf(id: QualifiedId): string {
  const colon = id.indexOf(':');
  return colon < 0 ? '' : id.slice(0, colon);
}
