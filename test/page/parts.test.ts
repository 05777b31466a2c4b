import { expect, it, vi } from 'vitest';
import { fail, ok } from '@/core/result';
import type { Ask } from '@/page/contract';
import { createNeedPart, offerPart, type Parts } from '@/page/parts';

const part: Parts['claims'] = () => {
  throw new Error('started by nobody here');
};

/** A background that puts the part in when asked, as its script would offer it. */
function world(answers: (world: object) => unknown = (place) => offerPart(place, 'claims', part)) {
  const place = {};
  const ask = vi.fn(async () => {
    const fault = answers(place);
    return fault ?? ok(true as const);
  });
  return { place, ask, need: createNeedPart(place, ask as unknown as Ask) };
}

it('asks for a part once, and has it from then on', async () => {
  const { ask, need } = world();
  const [first, second] = await Promise.all([need('claims'), need('claims')]);
  expect(first).toEqual(ok(part));
  expect(second).toEqual(first);
  expect(await need('claims')).toEqual(first);
  expect(ask).toHaveBeenCalledTimes(1);
  expect(ask).toHaveBeenCalledWith('page/part', { part: 'claims' });
});

it('finds a part that an earlier reader of the page had put in', async () => {
  const { place, ask, need } = world();
  offerPart(place, 'claims', part);
  expect(await need('claims')).toEqual(ok(part));
  expect(ask).not.toHaveBeenCalled();
});

it('hands on why a part is not there, and asks again the next time', async () => {
  let refused = true;
  const { ask, need } = world((place) => (refused ? fail('not-let-in', 'No.') : offerPart(place, 'claims', part)));
  expect(await need('claims')).toMatchObject({ fault: { code: 'not-let-in' } });
  refused = false;
  expect(await need('claims')).toEqual(ok(part));
  expect(ask).toHaveBeenCalledTimes(2);
});

it('says so where the part ran and did not start', async () => {
  const { need } = world(() => undefined);
  expect(await need('claims')).toMatchObject({ fault: { code: 'part-missing' } });
});
