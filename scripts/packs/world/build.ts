/**
 * Writes public/packs/world.json from the tables beside this file. Run with the project's own Node, whose CLDR
 * names the states: node_modules/.bin/node scripts/packs/world/build.ts
 * The same tables and the same CLDR give the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { composePack, serialise } from './compose.ts';
import { readTables, territoryName } from './sources.ts';

const target = new URL('../../../public/packs/world.json', import.meta.url);
// The version without which nobody could tell why another Node writes another name.
const cldr = process.versions.cldr ?? 'of unknown version';
const pack = composePack(readTables(), territoryName, cldr);
const json = serialise(pack);
writeFileSync(target, json);
console.log(`${fileURLToPath(target)}: ${pack.actors.length} actors, ${Buffer.byteLength(json)} bytes, CLDR ${cldr}`);
