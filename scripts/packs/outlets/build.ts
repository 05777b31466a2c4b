/**
 * Writes public/packs/outlets.json from the tables beside this file: `node scripts/packs/outlets/build.ts`.
 * The same tables always give the same bytes. Checks only the tables' form; test/packs/outlets.test.ts checks what they say.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { readTable, withFeeds, writePack } from './read.ts';

const here = new URL('./', import.meta.url);
const target = new URL('../../../public/packs/outlets.json', here);

const tables = readdirSync(here).filter((file) => file.endsWith('.tsv'));
const outlets = tables.flatMap((file) => readTable(file, readFileSync(new URL(file, here), 'utf8')));
const records = withFeeds(outlets, readFileSync(new URL('feeds.txt', here), 'utf8'));
const json = writePack(records);
writeFileSync(target, json);

const countries = new Set(records.map((record) => record.country)).size;
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
console.log(
  `outlets.json: ${records.length} outlets of ${countries} countries, ${kB(Buffer.byteLength(json))}, ${kB(gzipSync(json).length)} gzip`,
);
