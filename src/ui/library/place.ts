/** Where on the library page one is, as its address says behind the hash: a section, and in it one record. Pure. */
import type { LibraryKind } from '@/core/model/library';

/** The sections in the order of the menu, with the words for them. */
export const SECTIONS = [
  ['claims', 'Claims'],
  ['actors', 'Actors'],
  ['events', 'Events'],
  ['outlets', 'Outlets'],
  ['articles', 'Articles'],
  ['packs', 'Packs'],
  ['corrections', 'Corrections'],
  ['storage', 'Storage'],
] as const;

export type Section = (typeof SECTIONS)[number][0];

/** What each section that is a list of records lists. */
export const LISTS: Readonly<Partial<Record<Section, LibraryKind>>> = {
  claims: 'claim',
  actors: 'actor',
  events: 'event',
  outlets: 'outlet',
  articles: 'article',
};

export interface Place {
  readonly section: Section;
  /** The record that is looked at; null for the section's list. */
  readonly id: string | null;
}

const isSection = (word: string): word is Section => SECTIONS.some(([section]) => section === word);

/** Reads `#packs` or `#claims/pack:id`; whatever else is there leads to `start`. */
export function placeOf(hash: string, start: Section): Place {
  const [, section = '', id = ''] = /^#?([^/]*)\/?(.*)$/s.exec(hash) ?? [];
  if (!isSection(section)) return { section: start, id: null };
  try {
    return { section, id: decodeURIComponent(id) || null };
  } catch {
    // A per cent sign that escapes nothing: no id of ours.
    return { section, id: null };
  }
}

/** The address of a place, to be linked to. */
export const hashOf = (section: Section, id?: string): string => `#${section}${id ? `/${encodeURIComponent(id)}` : ''}`;

/** The section in which a record of this kind is found, subjects by what they are. */
export function sectionOf(kind: string): Section {
  if (kind === 'claim' || kind === 'article' || kind === 'event' || kind === 'outlet') return `${kind}s`;
  return 'actors';
}
