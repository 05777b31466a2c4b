import { expect, it, vi } from 'vitest';
import { claimPage } from '@/page/single';

it('gives the page to one living reader, and to the next when that one is orphaned', () => {
  const world = {};
  let alive = true;
  const first = { alive: () => alive, end: vi.fn() };
  const second = { alive: () => true, end: vi.fn() };
  expect(claimPage(world, first)).toBe(true);
  expect(claimPage(world, second)).toBe(false);
  expect(first.end).not.toHaveBeenCalled();
  alive = false;
  expect(claimPage(world, second)).toBe(true);
  expect(first.end).toHaveBeenCalledOnce();
});
