/**
 * Which publishers are one voice: outlets of one family by their pack, and spellings of one name.
 * Pure; outlets are handed in.
 */
import type { Outlet } from '../model/actor';

/**
 * A function from a publisher's name, outlet id or domain to a key; equal keys are one voice.
 * A name that no outlet has is its own voice, whatever its capitals, spaces and leading article.
 */
export function createFamilies(outlets: Iterable<Outlet>): (publisher: string) => string {
  const keys = new Map<string, string>();
  for (const outlet of outlets) {
    const key = `family:${outlet.family ? foldedName(outlet.family) : outlet.id}`;
    keys.set(outlet.id, key);
    const names = [outlet.name, ...outlet.names.filter((n) => !n.weak).map((n) => n.text), ...outlet.domains];
    for (const name of names) {
      const folded = foldedName(name);
      if (folded && !keys.has(folded)) keys.set(folded, key);
    }
  }
  return (publisher) => keys.get(publisher) ?? keys.get(foldedName(publisher)) ?? foldedName(publisher);
}

/** "The New York Times" and "New York Times " are one publisher even where no outlet list says so. */
export function foldedName(publisher: string): string {
  return publisher
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^(?:https?:\/\/)?www\.|^the\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
