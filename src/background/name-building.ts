/** How the background packs names. Loaded when names are others than those that are kept, which is seldom. */
import { compileWith, recompileWith } from '@/core/gazetteer/compiler';
import { subjectNames } from '@/core/pack/subject-names';
import { createMachine } from '@/doors/linking';
import type { NameBuilding } from './gazetteer';

export const building: NameBuilding = {
  compile: (subjects) => compileWith(createMachine, subjects),
  recompile: (before, gone, come) => recompileWith(createMachine, before, gone, come),
  namesOf: subjectNames,
};
