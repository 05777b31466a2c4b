/** Packs made up by fast-check: right ones, and ones with something wrong in them somewhere. */
import fc from 'fast-check';

const word = fc.stringMatching(/^[a-z]{2,9}$/);
export const localId = fc.stringMatching(/^[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,4})?$/);
const sentence = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const date = fc.constantFrom('2025', '2025-03', '2025-03-03', '199X', '2025~', '2025-12-21/2025-12-31', '../2025', '2025-22', '2024-02-29');
const basis = fc.constantFrom('text', 'relative', 'metadata', 'url', 'record');
const clock = fc.record({ edtf: date, basis, qualifier: fc.constantFrom('early', 'mid', 'late') }, { requiredKeys: ['edtf', 'basis'] });
const sources = fc.constant(['desk']);

export const generatedClaim = (actors: readonly string[] = ['ann', 'bob']) =>
  fc.record(
    {
      id: localId,
      text: sentence,
      quote: sentence,
      speaker: fc.constantFrom(null, ...actors),
      speakerName: sentence,
      outlet: fc.constantFrom(null, 'daily', 'outlets:reuters'),
      via: fc.array(fc.record({ name: sentence, id: fc.constantFrom(...actors, 'outlets:ap') }, { requiredKeys: ['name'] }), {
        maxLength: 2,
      }),
      clocks: fc.record(
        { said: clock, reported: clock, published: clock, event: clock, modified: clock, captured: clock },
        { requiredKeys: [] },
      ),
      actors: fc.subarray([...actors]),
      events: fc.subarray(['summit', 'other:event']),
      status: fc.constantFrom('curated', 'second-hand', 'unconfirmed', 'withdrawn'),
      hedged: fc.boolean(),
      readIn: fc.constantFrom('a1', 'other:a1'),
      evidence: fc.record(
        { exact: sentence, prefix: fc.string({ maxLength: 9 }), suffix: sentence, url: fc.webUrl({ validSchemes: ['https'] }) },
        { requiredKeys: [] },
      ),
      sources,
    },
    { requiredKeys: ['id', 'text', 'speaker', 'outlet', 'clocks', 'status', 'sources'] },
  );

export interface GeneratedPack {
  readonly id: string;
  readonly revision: number;
  readonly claims: readonly object[];
  readonly [list: string]: unknown;
}

/** A pack with nothing wrong in it. */
export const generatedPack: fc.Arbitrary<GeneratedPack> = fc
  .record({
    format: fc.constant('sidelight-pack'),
    version: fc.constant(1),
    id: fc.constantFrom('sample', 'dossier'),
    revision: fc.integer({ min: 1, max: 1000 }),
    title: sentence,
    licence: fc.constant('CC0-1.0'),
    sources: fc.constant({ desk: { title: 'Made up for a test' } }),
    actors: fc.constant(['ann', 'bob'].map((id) => ({ id, kind: 'person', name: `Person ${id}`, sources: ['desk'] }))),
    outlets: fc.constant([
      { id: 'daily', name: 'The Daily', domains: ['daily.example'], country: 'NL', languages: ['nl'], sources: ['desk'] },
    ]),
    events: fc.constant([{ id: 'summit', name: 'The Summit', kind: 'summit', participants: ['ann'], sources: ['desk'] }]),
    articles: fc.constant([{ id: 'a1', outlet: 'daily', title: 'Summit', url: null, published: '2025-03', sources: ['desk'] }]),
    claims: fc.uniqueArray(generatedClaim(), {
      maxLength: 5,
      selector: ({ id }) => (['ann', 'bob', 'daily', 'summit', 'a1'].includes(id) ? 'taken' : id),
    }),
  })
  .map((pack) => ({ ...pack, claims: pack.claims.filter(({ id }) => !['ann', 'bob', 'daily', 'summit', 'a1'].includes(id)) }));

/** The same as JSONL. */
export function asLines(pack: GeneratedPack): string {
  const { actors, outlets, events, articles, claims, ...head } = pack;
  const lists = { actor: actors, outlet: outlets, event: events, article: articles, claim: claims };
  const records = Object.entries(lists).flatMap(([type, list]) => (list as object[]).map((record) => ({ type, ...record })));
  return [head, ...records].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Anything that JSON can hold, and some that only programs make. */
const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    '2025-02-30',
    'javascript:alert(1)',
    'http://127.0.0.1/',
    'x'.repeat(5000),
    'A:B',
    '\ud800',
    'the',
    '',
    '__proto__',
    1e21,
    -0,
  ),
);

/** A pack in which one value somewhere is something else, or is gone, or stands under another name. */
export const brokenPack: fc.Arbitrary<unknown> = fc
  .tuple(generatedPack, fc.array(fc.nat(30), { minLength: 1, maxLength: 5 }), junk, fc.constantFrom('set', 'delete', 'rename', 'double'))
  .map(([pack, path, value, how]) => {
    const copy = structuredClone(pack) as unknown;
    let at = copy;
    for (const [depth, step] of path.entries()) {
      if (typeof at !== 'object' || at === null) break;
      const keys = Object.keys(at);
      const key = keys[step % Math.max(1, keys.length)];
      if (key === undefined) break;
      const inside: Record<string, unknown> = at as Record<string, unknown>;
      const next = inside[key];
      if (depth < path.length - 1 && typeof next === 'object' && next !== null) {
        at = next;
        continue;
      }
      if (how === 'set') inside[key] = value;
      else if (how === 'rename') inside[`${key}2`] = next;
      else if (how === 'double' && Array.isArray(at)) at.push(next);
      else delete inside[key];
      break;
    }
    // As a file holds it: without gaps in lists.
    return JSON.parse(JSON.stringify(copy)) as unknown;
  });
