/** The published JSON Schema is the one that the code's schemas give, and takes what they take. */
import { readdirSync, readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCHEMA_FILE, schemaText } from '../../../scripts/pack-schema';
import { asLines, generatedPack } from './generated';

const published = readFileSync(SCHEMA_FILE, 'utf8');
const ajv = new Ajv({ strict: false });
const schema = JSON.parse(published) as object;
ajv.addSchema(schema, 'pack');
const fits = (at: string) => ajv.compile({ $ref: `pack#${at}` });
const [takes, takesHead, takesLine] = [fits(''), fits('/$defs/head'), fits('/$defs/line')];

describe('docs/pack.schema.json', () => {
  it('is up to date (npm run pack-schema)', () => {
    expect(published).toBe(schemaText());
  });

  it('takes the packs that come with the extension', () => {
    const folder = new URL('../../../public/packs/', import.meta.url);
    for (const file of readdirSync(folder))
      expect([file, takes(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))]).toEqual([file, true]);
  });

  it('takes generated packs, whole and line by line', () => {
    fc.assert(
      fc.property(generatedPack, (pack) => {
        expect(takes(pack)).toBe(true);
        const [head, ...lines] = asLines(pack).trimEnd().split('\n');
        expect(takesHead(JSON.parse(head ?? ''))).toBe(true);
        for (const line of lines) expect(takesLine(JSON.parse(line))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it.each(['another-format', 'newer-version', 'no-provenance', 'upper-case-id', 'readers-status', 'file-link', 'actors-is-an-object'])(
    'refuses %s',
    (sample) => {
      const file = new URL(`../../packs/invalid/${sample}.json`, import.meta.url);
      expect(takes(JSON.parse(readFileSync(file, 'utf8')))).toBe(false);
    },
  );
});
