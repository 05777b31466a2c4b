/**
 * Door to `linking.js`: finding names and deciding who is meant. The reader marks pages with it; the background reads what feeds
 * name, and scans for pages where the names are too many to send. See scripts/build/doors.ts. Functions only.
 */
export { canScan, createMachine } from '@/core/gazetteer/machine';
export { openGazetteer } from '@/core/gazetteer/open';
export { correctionsFor, createCorrectedLinker } from '@/core/linking/corrections';
export { detect } from '@/core/linking/detect';
export { createLinker } from '@/core/linking/link';
