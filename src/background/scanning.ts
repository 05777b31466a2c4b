/** How the background opens packed names: by the scanner that pages have (doors/linking.ts). */
import { loadGazetteer } from '@/core/gazetteer/load';
import { createMachine, openGazetteer } from '@/doors/linking';
import type { Scanning } from './gazetteer';

export const scanning: Scanning = {
  open: openGazetteer,
  load: (size, pieces) => loadGazetteer({ createMachine, openGazetteer }, size, pieces),
};
