/** HTML text → a Document in Node. The browser brings its own. */
import { parseHTML } from 'linkedom';

/** What stands before the first tag, and a missing <html> or <body>, would leave the parser without a body. */
export function parsePage(html: string): Document {
  const trimmed = html.trimStart();
  const whole = /<body[\s>]/i.test(trimmed) ? trimmed : `<!doctype html><html><head></head><body>${trimmed}</body></html>`;
  return parseHTML(/<html[\s>]/i.test(whole) ? whole : `<!doctype html><html>${whole}</html>`).document;
}
