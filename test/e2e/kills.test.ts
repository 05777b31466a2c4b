/** A few of the faults in each browser, on every run; `npm run faults` makes hundreds. */
import { expect, it, vi } from 'vitest';
import { damageDatabase, killImports } from '../faults/kill';
import { runOutOfSpace } from '../faults/space';
import { stopBackgrounds } from '../faults/stops';
import { workTogether } from '../faults/together';
import { BROWSERS } from './session';

/** A kill, a start over the same profile and a look take fifteen seconds in Firefox, on a busy machine several times that (ms). */
vi.setConfig({ testTimeout: 300_000 });

it.each(BROWSERS)('a browser killed in the middle of imports shows the old pack or the new, whole: %s', async (browser) => {
  const { kills, lost, mixed, duplicated, orphaned } = await killImports(browser, 3);
  expect({ kills, lost, mixed, duplicated, orphaned }).toEqual({ kills: 3, lost: 0, mixed: 0, duplicated: 0, orphaned: 0 });
});

it('a database that the browser deletes because it is damaged is brought back, to the last claim: chromium', async () => {
  const { before, after } = await damageDatabase();
  expect(before).toMatchObject({ revision: 1, missing: 0, emptied: false });
  expect(after).toEqual({ ...before, emptied: true });
});

it.each(BROWSERS)('a background stopped while a pack is imported and made searchable goes on with both: %s', async (browser) => {
  const { stuck, mixed, unfound } = await stopBackgrounds(browser, 6);
  expect({ stuck, mixed, unfound }).toEqual({ stuck: 0, mixed: 0, unfound: 0 });
});

it.each(BROWSERS)('two pages upgrade one database, and import one pack, without harm: %s', async (browser) => {
  const { upgrades, hung, imports, torn, differed } = await workTogether(browser, 1);
  expect({ upgrades, hung, imports, torn, differed }).toEqual({ upgrades: 1, hung: 0, imports: 1, torn: 0, differed: 0 });
});

it.each(BROWSERS)('an import into too little space says so, leaves what was, and goes through once there is space: %s', async (browser) => {
  const { tries, untold, changed, stuck } = await runOutOfSpace(browser, 'quota');
  expect({ tries, untold, changed, stuck }).toEqual({ tries: 1, untold: 0, changed: 0, stuck: 0 });
});
