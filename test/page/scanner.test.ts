import { expect, it, vi } from 'vitest';
import type { Gazetteer, Match } from '@/core/gazetteer/types';
import { fail, ok } from '@/core/result';
import type { Ask } from '@/page/contract';
import { openScanner } from '@/page/scanner';

const MATCH: Match = { start: 0, end: 5, candidates: [{ subject: 7, form: 'full' }] };
const ENTRY = { id: 'p:x', kind: 'person', open: true } as const;
const gazetteer: Gazetteer = { size: 1, scan: () => [MATCH], subject: () => ENTRY };
const asking = (answer: unknown) => vi.fn(async () => answer) as unknown as Ask;
/** In a page that lets machine code run. */
const tools = (openGazetteer: () => Gazetteer = () => gazetteer) => ({ openGazetteer, canScan: () => true });
const page = { revision: 'r1', names: 10, where: 'page' } as const;
const worker = { ...page, where: 'worker' } as const;

it('opens the same bytes whether they came as bytes or as base64', async () => {
  for (const bytes of [new Uint8Array([1, 2, 255]), 'AQL/']) {
    const open = vi.fn(() => gazetteer);
    const scanner = await openScanner(page, asking(ok({ revision: 'r1', bytes })), tools(open));
    expect(open).toHaveBeenCalledWith(new Uint8Array([1, 2, 255]));
    expect(scanner.ok && (await scanner.value.scan(['x']))).toEqual(ok([[MATCH]]));
  }
});

it('turns bytes that are no gazetteer into a fault', async () => {
  const scanner = await openScanner(
    page,
    asking(ok({ revision: 'r1', bytes: '' })),
    tools(() => {
      throw new Error('wrong magic');
    }),
  );
  expect(scanner).toMatchObject({ ok: false, fault: { code: 'gazetteer-unreadable' } });
});

it('scans in the worker, and says when the names there are others', async () => {
  const there = await openScanner(
    worker,
    asking(ok({ revision: 'r1', found: JSON.stringify({ matches: [[MATCH]], subjects: [[7, ENTRY]] }) })),
    tools(),
  );
  if (!there.ok) throw new Error('no scanner');
  expect(await there.value.scan(['Rutte'])).toEqual(ok([[MATCH]]));
  expect(there.value.subject(7)).toEqual(ENTRY);
  expect(() => there.value.subject(8)).toThrow(RangeError);

  const moved = await openScanner(worker, asking(ok({ revision: 'r2', found: '{}' })), tools());
  expect(moved.ok && (await moved.value.scan(['x']))).toMatchObject({ ok: false, fault: { code: 'revision-changed' } });
});

it('scans in the worker what no machine code may read in the page', async () => {
  const ask = asking(ok({ revision: 'r1', found: JSON.stringify({ matches: [[MATCH]], subjects: [[7, ENTRY]] }) }));
  const scanner = await openScanner(page, ask, { ...tools(), canScan: () => false });
  expect(scanner.ok && (await scanner.value.scan(['Rutte']))).toEqual(ok([[MATCH]]));
  expect(ask).toHaveBeenCalledExactlyOnceWith('gazetteer/scan', { texts: ['Rutte'] });
});

it('passes the background’s fault on', async () => {
  expect(await openScanner(page, asking(fail('gone', 'Reload the page.')), tools())).toEqual(fail('gone', 'Reload the page.'));
});
