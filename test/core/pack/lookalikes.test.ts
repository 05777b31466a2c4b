/** Names as odd packs write them, scanned for: hidden characters and composed letters make no other name, another script does. */
import { expect, it } from 'vitest';
import { compileGazetteer } from '@/core/gazetteer/compile';
import { openGazetteer } from '@/core/gazetteer/open';
import { parsePack } from '@/core/pack/parse';
import { subjectNames } from '@/core/pack/subject-names';

/** How the scanner takes each match of the pack's one actor in a text, and the name that is shown for it. */
function scan(name: string, text: string) {
  const result = parsePack('a.json', {
    format: 'sidelight-pack',
    version: 1,
    id: 'harbour',
    revision: 1,
    title: 'Harbour',
    licence: 'CC0-1.0',
    sources: { minutes: { title: 'Minutes' } },
    actors: [{ id: 'ada', kind: 'person', name, sources: ['minutes'] }],
  });
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  const [actor] = result.pack.actors;
  if (!actor) throw new Error('no actor');
  const matches = openGazetteer(compileGazetteer([subjectNames(actor, false)])).scan(text);
  return { shown: actor.name, forms: matches.flatMap(({ candidates }) => candidates.map(({ form }) => form)) };
}

it.each([
  ['a zero-width space in the name', 'Ada\u200b Holm', 'Then Ada Holm spoke.'],
  ['a zero-width space in the text', 'Ada Holm', 'Then Ada\u200b Holm spoke.'],
  ['accents apart in the name', 'Jose\u0301 Marti\u0301n', 'Then José Martín spoke.'],
  ['accents apart in the text', 'José Martín', 'Then Jose\u0301 Marti\u0301n spoke.'],
  ['a soft hyphen in the text', 'Ada Holmberg', 'Then Ada Holm\u00adberg spoke.'],
])('%s is the same name, shown as the pack writes it', (_, name, text) => {
  expect(scan(name, text)).toEqual({ shown: name, forms: ['full'] });
});

it('a letter of another script makes another name', () => {
  const cyrillic = 'Ad\u0430 Holm';
  expect(scan(cyrillic, `Then ${cyrillic} spoke.`).forms).toEqual(['full']);
  expect(scan(cyrillic, 'Then Ada Holm spoke.').forms).not.toContain('full');
});
