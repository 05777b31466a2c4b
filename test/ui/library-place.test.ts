/** The library's addresses: a link to a place leads to it, whatever its id is made of; what is no place leads to the start. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hashOf, placeOf, SECTIONS } from '@/ui/library/place';

it('reads every address that it writes', () => {
  const sections = SECTIONS.map(([section]) => section);
  fc.assert(
    fc.property(
      fc.constantFrom(...sections),
      fc.string({ unit: 'binary' }).filter((id) => id.isWellFormed()),
      (section, id) => {
        expect(placeOf(hashOf(section, id), 'packs')).toEqual({ section, id: id || null });
      },
    ),
  );
});

it.each(['', '#', '#nowhere', '#nowhere/x', '#constructor'])('leads from “%s” to the start', (hash) => {
  expect(placeOf(hash, 'storage')).toEqual({ section: 'storage', id: null });
});
