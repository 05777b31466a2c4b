/** The compiler (compiler.ts) with a machine of this script's own. */
import { compileWith } from './compiler';
import { createMachine } from './machine';
import type { SubjectNames } from './types';

/** The packed form alone, see {@link compileWith}. */
export const compileGazetteer = (subjects: Iterable<SubjectNames>): Uint8Array => compileWith(createMachine, subjects).bytes;
