/** Packs made up for the tests of the store and the background, read by the real parser. */
import { type Pack, parsePack } from '@/core/pack/parse';

interface Records {
  readonly id?: string;
  readonly revision?: number;
  readonly actors?: readonly object[];
  readonly outlets?: readonly object[];
  readonly events?: readonly object[];
  readonly articles?: readonly object[];
  readonly claims?: readonly object[];
}

const sources = ['desk'];

/** A pack as its file would hold it; every record gets a source. */
export function packData({ id = 'sample', revision = 1, ...lists }: Records): object {
  const sourced = Object.entries(lists).map(([kind, records]) => [kind, records.map((record) => ({ sources, ...record }))]);
  return {
    format: 'sidelight-pack',
    version: 1,
    id,
    revision,
    title: `Pack ${id}`,
    licence: 'CC0-1.0',
    sources: { desk: { title: 'Made up for a test' } },
    ...Object.fromEntries(sourced),
  };
}

export function samplePack(records: Records): Pack {
  const result = parsePack('sample.json', packData(records));
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.pack;
}

export const person = (id: string, more: object = {}) => ({ id, kind: 'person', name: `Person ${id}`, ...more });
export const outlet = (id: string, domains: readonly string[], more: object = {}) => ({
  id,
  name: `Outlet ${id}`,
  domains,
  country: 'NL',
  languages: ['nl'],
  ...more,
});
/** A claim said on `said`; unknown where null. */
export const claim = (id: string, said: string | null, more: object = {}) => ({
  id,
  text: `Claim ${id}`,
  speaker: null,
  outlet: null,
  clocks: said ? { said: { edtf: said, basis: 'text' } } : {},
  status: 'curated',
  ...more,
});
