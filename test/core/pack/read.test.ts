/** Reading packs: both forms alike, however the file is cut; the quick way with claims beside the schema's; no bad file a riddle. */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { createClaimLines, linksOf } from '@/core/pack/claim-line';
import { claimText } from '@/core/pack/claim-text';
import { createFindings } from '@/core/pack/fault';
import { plainClaim } from '@/core/pack/plain-claim';
import { type PackItem, type ReadResult, readPack, readWholeData } from '@/core/pack/read';
import { readRecord } from '@/core/pack/records';
import { type FileRecord, records } from '@/core/pack/schema';
import { asLines, brokenPack, generatedClaim, generatedPack } from './generated';

const NOW = Date.parse('2026-01-15T12:00:00Z');
/** Packs for each property; `npm run bad-packs` reads a million broken ones. */
const RUNS = Number(process.env.SIDELIGHT_BAD_PACKS ?? 1000);

async function read(bytes: Uint8Array, size = 65_536): Promise<{ result: ReadResult; items: PackItem[] }> {
  async function* pieces() {
    for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
  }
  const items: PackItem[] = [];
  const sink = { begin() {}, add: (more: readonly PackItem[]) => void items.push(...more) };
  return { result: await readPack({ name: 'made.json', bytes: pieces() }, sink, { now: NOW }), items };
}

const encode = (text: string) => new TextEncoder().encode(text);

describe('plainClaim', () => {
  it('takes only what the schema takes, and the same of it, with nothing to tell', () => {
    let taken = 0;
    const odd = fc.oneof(
      generatedClaim(),
      brokenPack.map((pack) => (Array.isArray((pack as { claims?: unknown }).claims) ? (pack as { claims: unknown[] }).claims[0] : pack)),
    );
    fc.assert(
      fc.property(odd, (given) => {
        const plain = plainClaim(given, '2026-01-17');
        if (!plain) return;
        taken++;
        const read = v.safeParse(records.claims, given);
        expect(read.success).toBe(true);
        expect(plain).toEqual(read.output);
        const findings = createFindings('x');
        // A field that the quick way does not know sends the claim by the slow one.
        expect(
          readRecord('claims', { ...(given as object), clocks: { ...(given as { clocks: object }).clocks } }, String, {
            findings,
            lastDay: '2026-01-17',
          }),
        ).not.toBeNull();
        expect([findings.faults, findings.warned]).toEqual([[], 0]);
      }),
      { numRuns: RUNS },
    );
    expect(taken).toBeGreaterThan(RUNS / 10);
  });
});

/** A claim as a line of ours, whatever is wrong with it. */
const lineOf = (claim: object) => claimText({ via: [], actors: [], events: [], ...claim } as unknown as FileRecord<'claims'>, 'claim');

/** Claims whose clocks are beyond doubt: others are read slowly. */
const sureClaim = generatedClaim().map(({ clocks: { modified: _unsure, ...clocks }, ...claim }) => ({ ...claim, clocks }));

/** A line with something else in one place. */
const brokenLine = fc
  .tuple(
    sureClaim,
    fc.nat(),
    fc.nat(3),
    fc.constantFrom('', '"', '\\\\', '\\n', '\\u00e9', '\n', ' ', ',', '}', ']', '0', 'é', '…', '","', ':{'),
  )
  .map(([claim, at, length, put]) => {
    const line = lineOf(claim);
    const from = at % line.length;
    return line.slice(0, from) + put + line.slice(from + length);
  });

describe('createClaimLines', () => {
  const known = createClaimLines('2026-01-17');
  /** What the slow way makes of a line; null where it finds anything to tell of it. */
  const slowly = (line: string) => {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      return null;
    }
    const findings = createFindings('x');
    const record = readRecord('claims', value, String, { findings, lastDay: '2026-01-17' });
    return record && findings.faults.length + findings.warned === 0 ? { links: linksOf(record), text: claimText(record) } : null;
  };
  const strings = fc.oneof(fc.string({ unit: 'binary', minLength: 1 }), fc.stringMatching(/^[\\"\n\t a-z]{1,6}$/));

  it('takes of a line what reading it slowly gives, or nothing', () => {
    let taken = 0;
    const odd = fc
      .tuple(sureClaim, fc.record({ text: strings, quote: strings, speakerName: strings }, { requiredKeys: [] }))
      .map(([claim, more]) => lineOf({ ...claim, ...more }));
    fc.assert(
      fc.property(fc.oneof(brokenLine, odd), (line) => {
        const quick = known(line);
        if (!quick) return;
        taken++;
        expect(quick).toEqual(slowly(line));
      }),
      { numRuns: RUNS },
    );
    expect(taken).toBeGreaterThan(RUNS / 20);
  });

  it('knows nearly every line that was written by us and has nothing wrong in it', () => {
    let [right, taken] = [0, 0];
    fc.assert(
      fc.property(sureClaim, (claim) => {
        const plain = plainClaim(claim, '2026-01-17');
        if (!plain) return;
        right++;
        const quick = known(claimText(plain, 'claim'));
        if (!quick) return;
        taken++;
        expect(quick).toEqual({ links: linksOf(plain), text: claimText(plain) });
      }),
      { numRuns: RUNS },
    );
    expect(right).toBeGreaterThan(RUNS / 10);
    expect(taken / right).toBeGreaterThan(0.9);
  });
});

describe('readPack', () => {
  it('reads JSON and JSONL alike, gzipped or not, wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(generatedPack, fc.integer({ min: 1, max: 200 }), async (pack, size) => {
        const whole = await read(encode(JSON.stringify(pack)));
        if (!whole.result.ok) throw new Error(JSON.stringify(whole.result.faults));
        const forms = [
          [encode(JSON.stringify(pack, null, 2)), size],
          [encode(asLines(pack)), size],
          [gzipSync(asLines(pack)), size],
        ] as const;
        for (const [bytes, cut] of forms) {
          const { result, items } = await read(bytes, cut);
          expect(items).toEqual(whole.items);
          expect(result.ok && result.claims.index).toEqual(whole.result.claims.index);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('writes what it reads so that it reads the same again', async () => {
    await fc.assert(
      fc.asyncProperty(generatedPack, async (pack) => {
        const { items } = await read(encode(asLines(pack)));
        const { actors: _a, outlets: _o, events: _e, articles: _r, claims: _c, ...head } = pack;
        const types = { actors: 'actor', outlets: 'outlet', events: 'event', articles: 'article', claims: 'claim' } as const;
        const again = [JSON.stringify(head), ...items.map(({ kind, text }) => `{"type":"${types[kind]}",${text.slice(1)}`)].join('\n');
        expect((await read(encode(again))).items).toEqual(items);
      }),
      { numRuns: 150 },
    );
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const lines = asLines({ ...fc.sample(generatedPack, 1)[0], id: 'sample', revision: 1, claims: [] });
    async function* pieces() {
      yield encode(lines);
      stop.abort(new Error('enough'));
      yield encode(lines);
    }
    const sink = { begin() {}, add() {} };
    await expect(readPack({ name: 'x', bytes: pieces() }, sink, { signal: stop.signal })).rejects.toThrow('enough');
  });
});

describe('a broken pack', () => {
  it('is taken or refused with a place and a sentence, in both forms alike; never anything else', () => {
    let refused = 0;
    fc.assert(
      fc.property(brokenPack, (pack) => {
        const findings = createFindings('made.json');
        const whole = readWholeData(pack, findings, NOW);
        expect(whole === null).toBe(findings.faults.length > 0);
        if (whole) return;
        refused++;
        for (const { file, at, expected, found } of findings.faults) {
          expect(file).toBe('made.json');
          expect(expected).not.toBe('');
          expect(found).not.toBe('');
          expect(at).not.toMatch(/undefined|\[object/);
        }
      }),
      { numRuns: RUNS },
    );
    expect(refused).toBeGreaterThan(RUNS / 10);
  });
});
