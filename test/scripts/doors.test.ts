/** Doors as they are built: what a module exports there is called through the handle, and its code runs when first called. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import vm from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as article from '@/doors/article';
import * as linking from '@/doors/linking';
import * as story from '@/doors/story';
import { asDoor, throughDoors } from '../../scripts/build/doors';

it.each(Object.entries({ article, linking, story }))('%s holds functions only: nothing else goes through a handle', (_name, door) => {
  expect(Object.values(door).filter((given) => typeof given !== 'function')).toEqual([]);
});

describe('a door', () => {
  let dir = '';
  beforeAll(() => {
    dir = join(mkdtempSync(join(tmpdir(), 'doors-')), 'src', 'doors');
    mkdirSync(dir, { recursive: true });
  });
  afterAll(() => rmSync(join(dir, '..', '..'), { recursive: true, force: true }));

  /** What importers get in place of a door with this code. */
  const standIn = (code: string, imports: boolean): string => {
    const file = join(dir, 'sums.ts');
    writeFileSync(file, code);
    const { load } = throughDoors({ imports });
    return (load as (id: string) => string)(file);
  };
  const shared = (code: string): string => {
    const chunk = { type: 'chunk', code };
    const hook = asDoor('sums').generateBundle as { readonly handler: unknown };
    (hook.handler as (options: unknown, bundle: unknown) => void)({}, { 'sums.js': chunk });
    return chunk.code;
  };

  it('is called through the handle; what is behind it runs once, at the first call', () => {
    const world = vm.createContext({ runs: 0 }) as vm.Context & { runs: number };
    vm.runInContext(shared('(function(){runs++;return{twice:n=>2*n,thrice:n=>3*n}})();'), world);
    const caller = standIn(`/** Sums. */\nexport { twice } from '../sums';\nexport {\n  thrice,\n} from '../more';\n`, false);
    expect(caller).not.toContain('import');
    expect(world.runs).toBe(0);
    expect(vm.runInContext(`${caller.replaceAll('export ', '')}; [twice(2), thrice(2), twice(4)]`, world)).toEqual([4, 6, 8]);
    expect(world.runs).toBe(1);
  });

  it('is imported by a module before it is called', () => {
    expect(standIn(`export { twice } from '../sums';`, true)).toMatch(/^import '\/sums\.js';$/m);
  });

  it('is refused where it holds code of its own', () => {
    for (const code of [`export const own = 1;`, `export * from '../sums';`, `export { twice } from '../sums';\nwork();`])
      expect(() => standIn(code, false)).toThrow(/sums\.ts holds more than exports by name/);
  });
});
