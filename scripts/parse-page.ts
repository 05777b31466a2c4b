/** HTML text → a Document in Node. The browser brings its own. */
import { parseHTML } from 'linkedom';

/** Elements lie no deeper in each other than this in Chromium, whose parser lets deeper ones go; ours takes a second for every ten thousand. */
const MAX_DEPTH = 512;

/** Elements that need no end tag: they hold nothing, or the next of their kind ends them. Their start says nothing about depth. */
const WITHOUT_END = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option optgroup rb rt rp colgroup html head body'.split(
    ' ',
  ),
);
/** What stands in these is no markup. */
const RAW = /^(?:script|style|textarea|title)$/;
const TAG_NAME = /[a-zA-Z][^\s/>]{0,80}/y;

/** The page without the tags that lie deeper than {@link MAX_DEPTH}; their text stays. Linear: the text is passed over once. */
function levelled(html: string): string {
  const kept: string[] = [];
  let from = 0;
  let depth = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    const ends = html.charAt(at + 1) === '/';
    TAG_NAME.lastIndex = ends ? at + 2 : at + 1;
    const name = TAG_NAME.exec(html)?.[0].toLowerCase();
    if (!name) {
      const comment = html.startsWith('<!--', at) ? html.indexOf('-->', at + 4) : at + 1;
      if (comment < 0) break;
      at = comment;
      continue;
    }
    const close = html.indexOf('>', at);
    if (close < 0) break;
    const next = close + 1;
    if (!WITHOUT_END.has(name) && html.charAt(close - 1) !== '/') {
      if (!ends) depth++;
      if (depth > MAX_DEPTH) {
        kept.push(html.slice(from, at));
        from = next;
      }
      if (ends && depth > 0) depth--;
    }
    at = next;
    if (!ends && RAW.test(name)) {
      const end = html.slice(next).search(new RegExp(`</${name}`, 'i'));
      if (end < 0) break;
      at = next + end;
    }
  }
  return kept.length === 0 ? html : `${kept.join('')}${html.slice(from)}`;
}

/** What stands before the first tag, and a missing <html> or <body>, would leave the parser without a body. */
export function parsePage(html: string): Document {
  const trimmed = levelled(html).trimStart();
  const whole = /<body[\s>]/i.test(trimmed) ? trimmed : `<!doctype html><html><head></head><body>${trimmed}</body></html>`;
  return parseHTML(/<html[\s>]/i.test(whole) ? whole : `<!doctype html><html>${whole}</html>`).document;
}
