/** A few kills in each browser, on every run; `npm run faults` makes hundreds. */
import { expect, it } from 'vitest';
import { killImports } from '../faults/kill';
import { BROWSERS } from './session';

it.each(BROWSERS)('a browser killed in the middle of imports shows the old pack or the new, whole: %s', async (browser) => {
  const { kills, lost, mixed, duplicated, orphaned } = await killImports(browser, 3);
  expect({ kills, lost, mixed, duplicated, orphaned }).toEqual({ kills: 3, lost: 0, mixed: 0, duplicated: 0, orphaned: 0 });
});
