/** Why a feed was refused, as a sentence for the reader that names the place. Nothing of a refused feed is taken. */
import { FaultError } from '@/core/result';

const refused = (code: string, message: string) => new FaultError({ code, message });

export const emptyFeed = () => refused('feed-empty', 'The feed is empty.');
export const feedIsPage = () => refused('feed-is-page', 'This address answers with a web page, not a feed.');
export const notAFeed = (root: string) =>
  refused('feed-unknown', `This is no RSS, Atom or JSON feed and no news sitemap: its outermost element is “${root.slice(0, 60)}”.`);
export const sitemapIndex = () =>
  refused('feed-index', 'This is a list of sitemaps, not a news sitemap. Choose the address of one that lists articles.');
export const hasDoctype = (line: number) =>
  refused(
    'feed-doctype',
    `The feed was refused: it declares a document type (line ${line}), which no feed needs and with which a reader can be overloaded.`,
  );
export const tooDeep = (line: number, most: number) =>
  refused('feed-deep', `The feed was refused: it nests more than ${most} levels deep (line ${line}).`);
export const tooManyAttributes = (line: number, most: number) =>
  refused('feed-attributes', `The feed was refused: an element has more than ${most} attributes (line ${line}).`);
export const truncated = (line: number) =>
  refused('feed-truncated', `The feed breaks off in the middle (line ${line}), so nothing of it was taken.`);
export const badJson = (where: string) => refused('feed-json', `The feed is no valid JSON Feed: ${where}.`);
export const badCharset = (charset: string, line: number) =>
  refused('feed-charset', `The feed is not written in the ${charset} that it declares (line ${line}), so nothing of it was taken.`);
export const unknownCharset = (charset: string) =>
  refused('feed-charset-unknown', `The feed is written in “${charset.slice(0, 40)}”, which this browser does not know.`);
