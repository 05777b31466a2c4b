/**
 * `npm run pack-schema`: writes docs/pack.schema.json, the JSON Schema of a pack, from the schemas that judge packs. What a
 * JSON Schema can't say (references, dates that exist, public hosts) stands in docs/pack-format.md.
 */
import { writeFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { isEdtf } from '@/core/model/edtf';
import { LINE_TYPES } from '@/core/pack/record-text';
import { packHead, RECORD_KINDS, records } from '@/core/pack/schema';
import { isWebAddress } from '@/core/pack/web-address';

export const SCHEMA_FILE = new URL('../docs/pack.schema.json', import.meta.url);

const convert = (schema: v.GenericSchema) => {
  const { $schema: _dialect, ...json } = toJsonSchema(schema, {
    typeMode: 'input',
    errorMode: 'ignore',
    overrideAction({ valibotAction, jsonSchema }) {
      const requirement = 'requirement' in valibotAction ? valibotAction.requirement : null;
      if (requirement === isEdtf) return { ...jsonSchema, pattern: '^[0-9X~?%./-]+$', description: 'EDTF (ISO 8601-2), to the day' };
      if (requirement === isWebAddress) return { ...jsonSchema, pattern: '^[Hh][Tt][Tt][Pp][Ss]?://\\S+$' };
      return undefined;
    },
  });
  return json;
};

/** The whole JSON Schema: a JSON file by itself, and in `$defs` the lines of JSONL. */
export function packJsonSchema(): object {
  const head = convert(packHead) as { properties: object; required: readonly string[] };
  const kinds = RECORD_KINDS.map((kind) => [kind, convert(records[kind])] as const);
  const lists = kinds.map(([kind]) => [kind, { type: 'array', items: { $ref: `#/$defs/${LINE_TYPES[kind]}` } }]);
  const lines = kinds.map(([kind]) => ({
    allOf: [{ $ref: `#/$defs/${LINE_TYPES[kind]}` }],
    type: 'object',
    properties: { type: { const: LINE_TYPES[kind] } },
    required: ['type'],
  }));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Sidelight pack, version 1',
    description: 'A pack as one JSON value. As JSONL its first line is #/$defs/head and every further one #/$defs/line.',
    type: 'object',
    properties: { ...head.properties, ...Object.fromEntries(lists) },
    required: head.required,
    $defs: { head, ...Object.fromEntries(kinds.map(([kind, json]) => [LINE_TYPES[kind], json])), line: { oneOf: lines } },
  };
}

export const schemaText = (): string => `${JSON.stringify(packJsonSchema(), null, 2)}\n`;

if (process.argv[1]?.endsWith('pack-schema.ts')) writeFileSync(SCHEMA_FILE, schemaText());
