/** A flat OPML list of feeds, for other feed readers. Apart from the reading, whose parser no page needs that only writes. */
import type { OpmlFeed } from './opml';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;' };
const escaped = (text: string): string => text.replace(/[&<>"\n]/g, (char) => ESCAPES[char] ?? char);

/** The list as a file; the same list gives the same bytes. */
export function writeOpml(feeds: readonly OpmlFeed[]): string {
  const lines = feeds.map(({ title, url, home }) => {
    const name = escaped(title || url);
    return `    <outline type="rss" text="${name}" title="${name}" xmlUrl="${escaped(url)}"${home ? ` htmlUrl="${escaped(home)}"` : ''}/>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n  <head><title>Feeds in Sidelight</title></head>\n  <body>\n${lines.map((line) => `${line}\n`).join('')}  </body>\n</opml>\n`;
}
