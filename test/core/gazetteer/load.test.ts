import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileGazetteer } from '@/core/gazetteer/compile';
import { loadGazetteer } from '@/core/gazetteer/load';
import { createMachine } from '@/core/gazetteer/machine';
import { openGazetteer } from '@/core/gazetteer/open';

const tools = { createMachine, openGazetteer };
const names = ['Ann Lee', 'Bo Li', 'Quay Harbour Board'];
const packed = compileGazetteer(
  names.map((text, i) => ({ id: `t:${i}`, kind: 'organisation' as const, names: [{ text }], surnames: [], open: false })),
);
const TEXT = 'Bo Li and Ann Lee met the Quay Harbour Board.';

/** Cut at these places; each piece stands in the room of the one before, as the store gives them. */
async function* piecesOf(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  const room = new Uint8Array(bytes.length);
  let at = 0;
  for (const cut of [...cuts.toSorted((a, b) => a - b), bytes.length]) {
    room.fill(0xff);
    room.set(bytes.subarray(at, cut));
    yield room.subarray(0, cut - at);
    at = cut;
  }
}

it('finds and names the same as the bytes in one piece, wherever they are cut', async () => {
  const whole = openGazetteer(packed);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(packed.length)), async (cuts) => {
      const loaded = await loadGazetteer(tools, packed.length, piecesOf(packed, cuts));
      expect(loaded.scan(TEXT)).toEqual(whole.scan(TEXT));
      expect([0, 1, 2].map(loaded.subject)).toEqual([0, 1, 2].map(whole.subject));
    }),
    { numRuns: 20 },
  );
});

it('refuses too little, too much and what is damaged', async () => {
  const load = (bytes: Uint8Array) => loadGazetteer(tools, packed.length, piecesOf(bytes, [40]));
  await expect(load(packed.subarray(0, packed.length - 4))).rejects.toThrow(/damaged/);
  await expect(load(new Uint8Array([...packed, 0]))).rejects.toThrow(RangeError);
  await expect(load(packed.with(20, 0xff))).rejects.toThrow(/damaged/);
});
