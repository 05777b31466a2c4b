/** The scanner's machine code is what its source says, and its memory holds whatever it is given. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileGazetteer } from '@/core/gazetteer/compile';
import { createMachine } from '@/core/gazetteer/machine';
import { openGazetteer } from '@/core/gazetteer/open';
import { MOST_COMPOSED, MOST_EXPANSIONS, MOST_OUT } from '@/core/gazetteer/wasm/layout';
import { COMPOSED, EXPANSIONS } from '@/core/text/characters';
import { compileMachines } from '../../../scripts/build/scanner';

const subject = (id: string, text: string) => ({ id, kind: 'person' as const, names: [{ text }], surnames: [], open: true });
const open = (...names: string[]) => openGazetteer(compileGazetteer(names.map((text, i) => subject(`p:${i}`, text))));

describe('machine code', () => {
  it('is compiled from gazetteer/wasm as it is now', { timeout: 120_000 }, async () => {
    for (const [file, text] of await compileMachines()) expect(readFileSync(file, 'utf8'), 'to be made anew: npm run scanner').toBe(text);
  });

  it('has room for every letter that folds to several, and for every two that make one', () => {
    expect(EXPANSIONS.length).toBeLessThanOrEqual(MOST_EXPANSIONS);
    for (const units of EXPANSIONS) expect(units.length).toBeLessThan(4);
    expect(COMPOSED.length).toBeLessThanOrEqual(MOST_COMPOSED);
  });

  it('reads texts longer than its memory, and short ones after them', () => {
    const gazetteer = open('Ann Lee');
    const long = `${'Žluťoučký kůň. '.repeat(200_000)}Ann Lee`;
    expect(gazetteer.scan(long).map(({ start, end }) => long.slice(start, end))).toEqual(['Ann Lee']);
    expect(gazetteer.scan('Ann Lee').map(({ start }) => start)).toEqual([0]);
    expect(gazetteer.subject(0).id).toBe('p:0');
  });

  it('finds more names in a text than one call of it puts out', () => {
    const gazetteer = open('Ann Lee', 'Bo Ek');
    const text = 'Ann Lee met Bo Ek. '.repeat(MOST_OUT);
    expect(gazetteer.scan(text)).toHaveLength(2 * MOST_OUT);
    expect(gazetteer.scan(text).at(-1)?.end).toBe(text.length - 2);
  });

  it('has room for a name of as many words as it puts out, and spells none that is longer', () => {
    const words = (count: number) => Array.from({ length: count }, (_, i) => `W${i}`).join(' ');
    const machine = createMachine(new Uint8Array());
    const spelled = (text: string) => machine.code.spell(machine.textAt, machine.put(text));
    expect([spelled(words(MOST_OUT)), spelled(words(MOST_OUT + 1))]).toEqual([MOST_OUT, 0]);
  });

  it('is not told by what stood in memory before', () => {
    const gazetteer = open('Ann Lee');
    gazetteer.scan('Zoë Ann Lee Ann Lee');
    expect(gazetteer.scan('Ann')).toEqual([]);
    expect(gazetteer.scan('An')).toEqual([]);
  });
});
