/** Character references, against the whole table of HTML as another library has it. */
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { expect, it } from 'vitest';
import { decodeReferences } from '@/core/text/references';

/** What a parser with all of HTML's names makes of a text without tags. */
function reference(text: string): string {
  let read = '';
  new Parser({
    ontext(data) {
      read += data;
    },
  }).end(text);
  return read;
}

const NAMED =
  'amp lt gt quot apos nbsp shy copy reg deg middot laquo raquo frac12 sup2 ndash mdash lsquo rsquo sbquo ldquo rdquo bdquo hellip bull euro trade numero minus Alpha Omega sigma sigmaf omega pi szlig AElig oelig Oslash oslash Lstrok lstrok Dstrok thorn inodot zwj thinsp times divide'.split(
    ' ',
  );

it('knows the names of letters and punctuation', () => {
  expect(NAMED.filter((name) => decodeReferences(`&${name};`) !== reference(`&${name};`))).toEqual([]);
});

it('takes a name for a letter with an accent only where HTML does', () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const accents = 'acute breve caron cedil circ dblac grave macr ogon ring tilde uml'.split(' ');
  const names = letters.flatMap((letter) => accents.map((accent) => `&${letter}${accent};`));
  const known = names.filter((name) => /^\p{L}$/u.test(reference(name)));
  expect(known.length).toBeGreaterThan(140);
  expect(known.filter((name) => decodeReferences(name) !== reference(name))).toEqual([]);
});

it('reads numbers as browsers do', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0x120000 }), (code) => {
      expect(decodeReferences(`a&#${code};b`)).toBe(reference(`a&#${code};b`));
      expect(decodeReferences(`&#x${code.toString(16)};`)).toBe(reference(`&#x${code.toString(16)};`));
    }),
  );
  for (let code = 0x7e; code < 0xa2; code++) expect(decodeReferences(`&#${code};`)).toBe(reference(`&#${code};`));
});

it('leaves alone what is no reference, and does nothing twice', () => {
  for (const text of ['AT&T', 'a & b;', '&unknown;', '&l9;', '&;', '&#;', '&#x;', '&constructor;', '&__proto__;'])
    expect(decodeReferences(text)).toBe(text);
  expect(decodeReferences('&amp;amp; &amp;#8217;')).toBe('&amp; &#8217;');
});
