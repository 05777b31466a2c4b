/**
 * References across packs: a dossier names actors of the world pack and outlets of the outlets pack by id. Nothing stops an
 * import where one is missing (the reader may not have that pack), so an id that was renamed would go unnoticed but for this.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeFault, type Pack, parsePackText } from '@/core/pack/parse';

const read = (path: string): Pack => {
  const result = parsePackText(path, readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
  if (!result.ok) throw new Error(result.faults.map(describeFault).join('\n'));
  return result.pack;
};

const BUILT_IN = ['public/packs/outlets.json', 'public/packs/world.json', 'public/packs/ukraine-2025.json'].map(read);
const STAND = read('scripts/stand/pack.json');

/** The kinds of record that a reference may mean. */
const ACTOR = ['actor', 'outlet'];
const OUTLET = ['outlet'];
const EVENT = ['event'];
const ARTICLE = ['article'];

interface Reference {
  readonly from: string;
  readonly to: string;
  readonly kinds: readonly string[];
}

/** Every reference of a pack, its own records included: a list that lacks some could not fail for them. */
function references(pack: Pack): Reference[] {
  const of = (from: string, kinds: readonly string[], ...to: (string | null | undefined)[]): Reference[] =>
    to.flatMap((id) => (id ? [{ from, to: id, kinds }] : []));
  return [
    ...[...pack.actors, ...pack.outlets].flatMap((a) => of(a.id, ACTOR, ...a.offices.map((office) => office.of))),
    ...pack.events.flatMap((e) => of(e.id, ACTOR, e.place, ...e.participants)),
    ...pack.articles.flatMap((a) => [...of(a.id, OUTLET, a.outlet), ...of(a.id, ACTOR, ...a.actors), ...of(a.id, EVENT, ...a.events)]),
    ...pack.claims.flatMap((c) => [
      ...of(c.id, OUTLET, c.outlet),
      ...of(c.id, ACTOR, c.speaker, ...c.via.map((via) => via.id), ...c.actors),
      ...of(c.id, EVENT, ...c.events),
      ...of(c.id, ARTICLE, c.readIn),
    ]),
  ];
}

/** What each id is, over all the packs given. */
function kindsOf(packs: readonly Pack[]): Map<string, string> {
  return new Map(
    packs.flatMap(({ actors, outlets, events, articles }) => [
      ...actors.map(({ id }) => [id, 'actor'] as const),
      ...outlets.map(({ id }) => [id, 'outlet'] as const),
      ...events.map(({ id }) => [id, 'event'] as const),
      ...articles.map(({ id }) => [id, 'article'] as const),
    ]),
  );
}

function unresolved(pack: Pack, packs: readonly Pack[]): string[] {
  const kinds = kindsOf(packs);
  return references(pack)
    .filter((reference) => !reference.kinds.includes(kinds.get(reference.to) ?? ''))
    .map(({ from, to }) => `${from} → ${to}`);
}

describe('references across packs', () => {
  it.each(BUILT_IN.map((pack) => [pack.info.id, pack] as const))('of the built-in pack %s resolve within the built-in packs', (_, pack) => {
    expect(unresolved(pack, BUILT_IN)).toEqual([]);
  });

  it('of the news stand resolve within it and the built-in packs', () => {
    expect(unresolved(STAND, [...BUILT_IN, STAND])).toEqual([]);
  });

  it('are there to be resolved: the dossier and the stand name records of both other packs', () => {
    for (const pack of [...BUILT_IN.slice(2), STAND]) {
      const packs = new Set(references(pack).map(({ to }) => to.slice(0, to.indexOf(':'))));
      expect([...packs], pack.info.id).toEqual(expect.arrayContaining(['outlets', 'world', 'ukraine-2025']));
    }
  });

  it('are reported by both ends where the other pack is missing', () => {
    const faults = unresolved(STAND, [STAND]);
    expect(faults).toContain('stand:northline-witkoff-progress → outlets:fox-news');
    expect(faults.every((line) => /→ (?:outlets|world|ukraine-2025):/.test(line))).toBe(true);
  });
});
