/**
 * HTML as feeds carry it → plain text, and character references in what is text already. The result is only ever shown as
 * text; nothing of it is made into elements.
 */
import { Parser } from 'htmlparser2';
import { decodeReferences } from '@/core/text/references';

/** Their content is no text of the article: code, drawings, and what stands under pictures. */
const SILENT: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript', 'svg', 'math', 'iframe', 'figcaption', 'object']);
const INLINE: ReadonlySet<string> = new Set('a abbr b bdi bdo cite code em font i mark q s small span strong sub sup u wbr'.split(' '));

/** Longest HTML read of one field: what is behind does not fit a summary, even if most of it is tags. */
export const LONGEST_HTML = 64_000;

/** What blogging software puts under each summary: a link back, which would name the outlet in every item. */
const FOOTER = /\s*The post .{1,300} (?:appeared first on|first appeared on) .{1,120}$/s;

/** The text of an HTML fragment, blanks folded; blocks are set apart by a blank. */
export function textOfHtml(html: string): string {
  let text = '';
  let silent = 0;
  const events = {
    onopentagname(name: string) {
      if (SILENT.has(name)) silent += 1;
      if (!INLINE.has(name)) text += ' ';
    },
    onclosetag(name: string) {
      if (SILENT.has(name)) silent -= 1;
      if (!INLINE.has(name)) text += ' ';
    },
    ontext(data: string) {
      if (silent === 0) text += decodeReferences(data);
    },
  };
  // Its table of names is four times the rest of it, so the build leaves it out (scripts/build/without-name-table.ts).
  const parser = new Parser(events, { decodeEntities: false });
  parser.end(html.slice(0, LONGEST_HTML));
  return foldBlanks(text);
}

/** Text in which references such as `&#8217;` were escaped once too often; tags in it stay as they are written. */
export const textOfText = (text: string): string => foldBlanks(decodeReferences(text));

/** At most `most` characters, cut between words. */
export function summaryOf(text: string, most: number): string {
  const whole = text.replace(FOOTER, '');
  if (whole.length <= most) return whole;
  const cut = whole.slice(0, most);
  const blank = cut.lastIndexOf(' ');
  return `${blank > 0 ? cut.slice(0, blank) : cut}…`;
}

const foldBlanks = (text: string): string =>
  text
    // Half a character, left by a program that cut a text: no file or link can carry it on.
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
