/** Files as readers bring them: every bad sample with the error that it must give, every odd one with what is made of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { describeFault, describeWarning } from '@/core/pack/fault';
import { type PackItem, readPack } from '@/core/pack/read';

const INVALID = fileURLToPath(new URL('../../packs/invalid/', import.meta.url));
const ODD = fileURLToPath(new URL('../../packs/odd/', import.meta.url));
const NOW = Date.parse('2026-01-15T12:00:00Z');

/** Reads a file that comes in pieces of this many bytes; what the sink got of a refused one is of no account. */
async function read(name: string, bytes: Uint8Array | AsyncIterable<Uint8Array>, size = 4096) {
  async function* pieces() {
    if (!(bytes instanceof Uint8Array)) return yield* bytes;
    for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
  }
  const items: PackItem[] = [];
  const result = await readPack({ name, bytes: pieces() }, { begin() {}, add: (more) => void items.push(...more) }, { now: NOW });
  return { result, items };
}

/** Each bad sample, and the sentence that names what is wrong with it. */
const SENTENCES: Readonly<Record<string, RegExp>> = {
  'not-json.json': /^not-json\.json: expected JSON, found .*line 3/,
  'empty.json': /^empty\.json: expected JSON/,
  'another-format.json': /^another-format\.json, format: expected "sidelight-pack", found "other"/,
  'newer-version.json': /^newer-version\.json, version: expected format version 1, found 2/,
  'day-that-is-none.json': /^day-that-is-none\.json, claims\[0\]\.clocks\.said\.edtf: expected an EDTF date.*found "2025-02-30"/,
  'duplicate-id.json': /^duplicate-id\.json, actors\[1\]\.id: expected an id of its own, found "ada-holm", also at actors\[0\]/,
  'dangling-reference.json': /^dangling-reference\.json, claims\[0\]\.speaker: expected the id of a record in this pack, found "nobody"/,
  'no-provenance.json': /^no-provenance\.json, actors\[0\]\.sources: expected at least one key/,
  'unknown-source.json': /^unknown-source\.json, actors\[0\]\.sources\[0\]: expected a key of "sources", found "hearsay"/,
  'shared-domain.json': /^shared-domain\.json, outlets\[0\]\.domains\[0\]: expected a domain in lower case/,
  'private-link.json': /^private-link\.json, claims\[0\]\.evidence\.url: expected an address of a public host/,
  'local-article.json': /^local-article\.json, articles\[0\]\.url: expected an address of a public host.*found "http:\/\/2130706433\/"/,
  'link-with-user.json':
    /^link-with-user\.json, sources\.minutes\.url: expected an address of a public host, without user name or password/,
  'one-letter-name.json': /^one-letter-name\.json, actors\[0\]\.names\[0\]: expected a name of more than one character, found "A"/,
  'the-in-any-case.json': /^the-in-any-case\.json, actors\[0\]\.names\[0\]: expected a name of 4 letters or more.*, found "The"/,
  'readers-status.json': /^readers-status\.json, claims\[0\]\.status: expected "curated", .*, found "confirmed"/,
  'readers-date.json': /^readers-date\.json, claims\[0\]\.clocks\.said\.basis: expected "text", .*, found "reader"/,
  'speaker-is-an-event.json':
    /^speaker-is-an-event\.json, claims\[0\]\.speaker: expected the id of an actor or an outlet, found "hearing", an event$/,
  'outlet-is-a-person.json': /^outlet-is-a-person\.json, claims\[0\]\.outlet: expected the id of an outlet, found "ada-holm", an actor$/,
  'term-runs-backwards.json': /^term-runs-backwards\.json, actors\[0\]\.offices\[0\]\.to: expected no date before 2019-05, found "2018"/,
  'upper-case-id.json': /^upper-case-id\.json, actors\[0\]\.id: expected an id: lower-case/,
  'a-list.json': /^a-list\.json: expected a pack: an object, found \[1,2,3\]/,
  'actor-after-claims.jsonl': /^actor-after-claims\.jsonl, line 4, type: expected .*before claims, found actors after claims/,
  'actors-is-an-object.json': /^actors-is-an-object\.json, actors: expected a list of actors, found \{/,
  'ambiguous-date.json': /claims\[0\]\.clocks\.said\.edtf: expected an EDTF date.*found "01\/02\/2025"/,
  'another-packs-id.json': /actors\[0\]\.id: expected an id: lower-case.*found "world:mark-rutte"/,
  'blob-link.json': /claims\[0\]\.evidence\.url: expected an http\(s\) address, found "blob:/,
  'broken-line.jsonl': /^broken-line\.jsonl, line 3: expected JSON, found /,
  'circular-supersession.json': /claims\[\d\]\.supersedes: expected an earlier claim, found one that in the end supersedes this one/,
  'claim-has-an-actors-id.json': /claims\[0\]\.id: expected an id of its own, found "ada-holm", also at actors\[0\]/,
  'conflicting-claims.json': /claims\[1\]\.id: expected an id of its own, found that of another claim, at claims\[0\]/,
  'conflicting-claims.jsonl': /line 4, id: expected an id of its own, found that of another claim, at line 3/,
  'constructor-key.json': /actors\[0\]\.constructor: expected no field of this name/,
  'constructor-source.json': /sources\.constructor: expected no field of this name/,
  'cut-at-a-line.jsonl': /line 1, counts\.claims: expected 2 claims, as the head says, found 1/,
  'dangling-reference.jsonl': /line 3, actors\[1\]: expected the id of a record in this pack, found "nobody"/,
  'dot-local-link.json': /claims\[0\]\.evidence\.url: expected an address of a public host/,
  'feeds-own-id.json': /^feeds-own-id\.json, id: expected another id than that of what feeds bring, found "feeds"$/,
  'file-link.json': /claims\[0\]\.evidence\.url: expected an http\(s\) address, found "file:/,
  'interval-runs-backwards.json': /clocks\.event\.edtf: expected an EDTF date.*found "2025-05\/2025-03"/,
  'latin-1.json': /^latin-1\.json, line 1: expected text in UTF-8, found bytes that are none/,
  'latin-1.jsonl': /^latin-1\.jsonl, line 3: expected text in UTF-8, found bytes that are none/,
  'loopback-v6-link.json': /claims\[0\]\.evidence\.url: expected an address of a public host.*found "http:\/\/\[::1\]/,
  'not-a-number.json': /^not-a-number\.json: expected JSON, found .*/,
  'not-gzip.json.gz': /^not-gzip\.json\.gz: expected a whole gzip file/,
  'proto-key.json': /^proto-key\.json, sources\.__proto__: expected no field of this name/,
  'records-in-the-head.jsonl': /^records-in-the-head\.jsonl, line 1, actors: expected each record on a line of its own/,
  'supersedes-itself.jsonl': /line 3, supersedes: expected an earlier claim/,
  'supersedes-nothing.json': /claims\[0\]\.supersedes: expected the id of a claim in this pack/,
  'time-in-a-date.json': /clocks\.said\.edtf: expected an EDTF date.*found "2025-03-03T10:00:00"/,
  'too-large-a-number.json': /revision: expected a whole number, found /,
  'truncated.json': /^truncated\.json: expected JSON, found /,
  'truncated.jsonl': /^truncated\.jsonl, line 3: expected JSON, found /,
  'truncated.jsonl.gz': /^truncated\.jsonl\.gz: expected a whole gzip file/,
  'unknown-type.jsonl': /line 4, type: expected one of "actor", "outlet", "event", "article", "claim", found "rumour"/,
  'utf-16.json': /^utf-16\.json: expected text in UTF-8, found UTF-16: save the file as UTF-8/,
  'utf-16-without-mark.json': /^utf-16-without-mark\.json: expected text in UTF-8, found UTF-16/,
  'year-275760.json': /clocks\.said\.edtf: expected an EDTF date.*found "275760-09-13"/,
  'year-zero.json': /clocks\.said\.edtf: expected an EDTF date.*found "0000"/,
};

describe('bad samples', () => {
  it('each has its sentence', () => {
    expect(readdirSync(INVALID).sort()).toEqual(Object.keys(SENTENCES).sort());
  });

  it.each(Object.entries(SENTENCES))('%s', async (file, sentence) => {
    // In one piece, and a byte at a time: where a file is cut must not matter.
    for (const size of [100_000, 1]) {
      const { result } = await read(file, readFileSync(`${INVALID}${file}`), size);
      if (result.ok) throw new Error('was taken');
      expect(describeFault(result.faults[0] as (typeof result.faults)[number])).toMatch(sentence);
    }
  });
});

/** Each odd sample: how many records it gives, and what the reader is told. */
const TAKEN: Readonly<Record<string, readonly [records: number, warnings: readonly RegExp[]]>> = {
  'bidi-override.json': [2, [/actors\[0\]\.names\[0\]: characters that do not show, kept/]],
  'byte-order-mark.json': [2, []],
  'data-link-of-an-article.json': [3, [/articles\[0\]\.url: a link that is no address, dropped \("data:/]],
  'duplicate-same.json': [2, []],
  'duplicate-same.jsonl': [3, []],
  'future.json': [2, [/claims\[0\]\.clocks\.said\.edtf: a date in the future, kept \("2031-01-01"\)/]],
  'gzipped.jsonl.gz': [2, []],
  'half-character.json': [2, [/claims\[0\]\.text: half a character, replaced by/]],
  'homoglyph.json': [2, [/actors\[0\]\.names\[0\]: letters of more than one script in one word, kept as another name/]],
  'html-in-text.json': [2, []],
  'modified-before-published.json': [2, [/clocks\.modified\.edtf: modified before it was published, both kept/]],
  'script-link.json': [2, [/claims\[0\]\.evidence\.url: a link that is no address, dropped \("javascript:alert\(1\)"\)/]],
  'unknown-field.json': [2, [/claims\[0\]\.colour: an unknown field, ignored \("blue"\)/, /claims\[0\]\.evidence\.page: an unknown field/]],
  'unknown-field.jsonl': [2, [/line 3, colour: an unknown field, ignored \("blue"\)/]],
  'windows-lines.jsonl': [2, []],
  'zero-width-name.json': [2, [/actors\[0\]\.names\[0\]: characters that do not show, kept/]],
};

describe('odd samples', () => {
  it('each has its answer', () => {
    expect(readdirSync(ODD).sort()).toEqual(Object.keys(TAKEN).sort());
  });

  it.each(Object.entries(TAKEN))('%s', async (file, [records, warnings]) => {
    for (const size of [100_000, 1]) {
      const { result } = await read(file, readFileSync(`${ODD}${file}`), size);
      if (!result.ok) throw new Error(result.faults.map(describeFault).join('\n'));
      expect(result.records).toBe(records);
      expect(result.warnings.map(describeWarning)).toEqual(warnings.map((pattern) => expect.stringMatching(pattern)));
    }
  });

  it('keep what they say, word for word', async () => {
    const textOf = async (file: string, kind: string) =>
      (await read(file, readFileSync(`${ODD}${file}`))).items.find((item) => item.kind === kind)?.text;
    expect(await textOf('html-in-text.json', 'claims')).toContain('<img src=x onerror=alert(1)> <b>bold</b>');
    expect(await textOf('bidi-override.json', 'actors')).toContain('Ada \u202emloH');
    expect(await textOf('script-link.json', 'claims')).not.toContain('javascript:');
    expect(await textOf('data-link-of-an-article.json', 'articles')).toContain('"url":null');
    expect(await textOf('half-character.json', 'claims')).toContain('Cut \ufffd');
  });
});

const HEAD = {
  format: 'sidelight-pack',
  version: 1,
  id: 'harbour',
  revision: 1,
  title: 'Harbour',
  licence: 'CC0-1.0',
  sources: { minutes: { title: 'Minutes' } },
};
const actor = (more: object) => ({ id: 'ada', kind: 'person', name: 'Ada Holm', sources: ['minutes'], ...more });
const bytes = (text: string) => new TextEncoder().encode(text);
const first = async (name: string, given: Uint8Array | AsyncIterable<Uint8Array>) => {
  const { result } = await read(name, given, 65_536);
  if (result.ok) throw new Error('was taken');
  return describeFault(result.faults[0] as (typeof result.faults)[number]);
};

/** Bad files too large to lie in the repository. */
describe('a hostile file', () => {
  it('of a million lists within each other is refused by its depth', async () => {
    const nest = '['.repeat(1_000_000) + ']'.repeat(1_000_000);
    expect(await first('deep.json', bytes(nest))).toMatch(/^deep\.json: expected at most 32 lists or objects within each other/);
    const hidden = JSON.stringify({ ...HEAD, actors: [actor({ colour: 0 })] }).replace('"colour":0', `"colour":${nest}`);
    expect(await first('hidden.json', bytes(hidden))).toMatch(/expected at most 32 lists or objects within each other/);
    const line = `{"type":"actor","id":"ada","name":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    expect(await first('deep.jsonl', bytes(`${JSON.stringify(HEAD)}\n${line}\n`))).toMatch(
      /^deep\.jsonl, line 2: expected at most 32 lists or objects within each other/,
    );
  });

  it('without an end is read no further than the cap', async () => {
    let given = 0;
    async function* endless() {
      const piece = bytes(' '.repeat(1 << 20));
      for (; ; given++) yield piece;
    }
    expect(await first('endless.json', endless())).toMatch(/^endless\.json: expected at most 64 million characters of JSON/);
    expect(given).toBeLessThan(80);
    async function* longLine() {
      yield bytes(`${JSON.stringify(HEAD)}\n`);
      yield bytes('{"type":"actor","id":"ada"}\n');
      for (;;) yield bytes('x'.repeat(1 << 16));
    }
    expect(await first('line.jsonl', longLine())).toMatch(/^line\.jsonl, line [23]/);
  });

  it('that unpacks to a thousand times its size is stopped', async () => {
    const bomb = gzipSync(Buffer.alloc(64 << 20, ' '));
    expect(await first('bomb.json.gz', bomb)).toMatch(/^bomb\.json\.gz: expected a file that unpacks to at most 200 times its size/);
  });

  it('with a text of a megabyte is refused at that text', async () => {
    const long = JSON.stringify({ ...HEAD, actors: [actor({ description: 'x'.repeat(1 << 20) })] });
    expect(await first('long.json', bytes(long))).toMatch(/^long\.json, actors\[0\]\.description: expected at most 4000 characters/);
  });

  it('with 100,000 names for one actor is refused at that list', async () => {
    const names = Array.from({ length: 100_000 }, (_, i) => `Name Number ${i}`);
    const many = JSON.stringify({ ...HEAD, actors: [actor({ names })] });
    expect(await first('names.json', bytes(many))).toMatch(/^names\.json, actors\[0\]\.names: expected at most 1000 entries/);
  });
});
