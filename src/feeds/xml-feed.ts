/**
 * RSS 2.0 (and 0.9x), RSS 1.0, Atom and news sitemaps, told apart by their outermost element. Only what a news item needs is
 * read: fields stand directly in the item, or at one of a few known places below.
 */
import type { Steps } from '@/core/text/steps';
import { notAFeed, sitemapIndex } from './faults';
import { absolute, languageOf, makeItem, type RawText } from './item';
import type { Feed, FeedFormat } from './model';
import { createNewest } from './newest';
import { LONGEST_HTML, textOfHtml, textOfText } from './plain-text';
import { type Attributes, readXml, type XmlEvents } from './xml';

const FORMATS: Readonly<Record<string, FeedFormat>> = {
  rss: 'rss',
  'rdf:RDF': 'rss-1.0',
  'atom:feed': 'atom',
  urlset: 'news-sitemap',
};
const ITEMS: ReadonlySet<string> = new Set(['item', 'atom:entry', 'url']);

/** Where in an item texts are read: the path of element names below it. */
const FIELDS: ReadonlySet<string> = new Set([
  'title',
  'link',
  'guid',
  'description',
  'content:encoded',
  'pubDate',
  'dc:date',
  'dc:title',
  'dcterms:modified',
  'source',
  'feedburner:origLink',
  'atom:id',
  'atom:title',
  'atom:summary',
  'atom:content',
  'atom:published',
  'atom:issued',
  'atom:updated',
  'atom:modified',
  'atom:source/atom:title',
  'atom:source/atom:id',
  'loc',
  'lastmod',
  'news:news/news:title',
  'news:news/news:publication_date',
  'news:news/news:publication/news:language',
]);
/** The same for the feed itself, by the path from the outermost element. */
const HEAD_FIELDS: ReadonlySet<string> = new Set([
  'channel/title',
  'channel/link',
  'channel/language',
  'channel/dc:language',
  'atom:title',
]);

interface Field {
  readonly value: string;
  readonly attributes: Attributes;
}

interface Place {
  readonly name: string;
  readonly base: string;
  readonly lang: string | undefined;
}

/** `url`: where the feed was fetched from; relative addresses count from it where the feed sets no other base. */
export function* readXmlFeed(text: string, url: string): Steps<Feed> {
  const newest = createNewest();
  const head = new Map<string, Field>();
  let format: FeedFormat | null = null;
  let home: string | null = null;
  let dropped = 0;

  const places: Place[] = [];
  let item: {
    readonly depth: number;
    readonly fields: Map<string, Field>;
    readonly links: Link[];
    sourceLink?: string | undefined;
  } | null = null;
  /** The field that is being read: where it began, and what it says so far. */
  let field: { readonly path: string; readonly depth: number; readonly attributes: Attributes; text: string } | null = null;

  const pathFrom = (depth: number, name: string) => [...places.slice(depth).map((place) => place.name), name].join('/');

  const events: XmlEvents = {
    open(name, attributes, depth) {
      const outer = places.at(-1);
      if (depth === 0) {
        if (name === 'sitemapindex') throw sitemapIndex();
        format = FORMATS[name] ?? null;
        if (!format) throw notAFeed(name);
      }
      if (!item && ITEMS.has(name)) {
        item = { depth, fields: new Map(), links: [] };
      } else if (name === 'atom:link') {
        const href = attributes.href ?? '';
        const base = outer?.base ?? url;
        if (!item) {
          if (isAlternate(attributes) && depth === 1) home ??= absolute(href, base);
        } else if (depth === item.depth + 1) item.links.push({ href, attributes });
        else if (outer?.name === 'atom:source' && isAlternate(attributes)) item.sourceLink ??= href;
      } else if (!field) {
        const path = item ? pathFrom(item.depth + 1, name) : pathFrom(1, name);
        if ((item ? FIELDS : HEAD_FIELDS).has(path)) field = { path, depth, attributes, text: '' };
      } else field.text += ' ';
      places.push({
        name,
        base: attributes['xml:base'] ? (absolute(attributes['xml:base'], outer?.base ?? url) ?? outer?.base ?? url) : (outer?.base ?? url),
        lang: attributes['xml:lang'] ?? outer?.lang,
      });
    },
    text(data) {
      if (field && field.text.length < LONGEST_HTML) field.text += data;
    },
    close(_name, depth) {
      const place = places.pop();
      if (field) {
        if (depth > field.depth) field.text += ' ';
        if (depth === field.depth) {
          const into = item?.fields ?? head;
          // The first counts: further ones are of other kinds (media titles, a second id).
          if (!into.has(field.path) && field.text.trim()) into.set(field.path, { value: field.text, attributes: field.attributes });
          field = null;
        }
      }
      if (item && depth === item.depth) {
        const made = itemOf(item.fields, item.links, item.sourceLink, place?.base ?? url, place?.lang ?? headLanguage(head), format);
        if (made) newest.add(made);
        else dropped += 1;
        item = null;
      }
    },
  };
  yield* readXml(text, events);

  const { items, over } = newest.take();
  const title = head.get('channel/title') ?? head.get('atom:title');
  const link = head.get('channel/link');
  return {
    format: format ?? 'rss',
    title: title ? plainOf(title) : '',
    home: home ?? (link ? absolute(link.value, url) : null),
    items,
    left: over + dropped,
  };
}

interface Link {
  readonly href: string;
  readonly attributes: Attributes;
}

const isAlternate = ({ rel }: Attributes): boolean => rel === undefined || rel === 'alternate';
const headLanguage = (head: ReadonlyMap<string, Field>): string | undefined =>
  (head.get('channel/language') ?? head.get('channel/dc:language'))?.value;

function itemOf(
  fields: ReadonlyMap<string, Field>,
  links: readonly Link[],
  sourceLink: string | undefined,
  base: string,
  lang: string | undefined,
  format: FeedFormat | null,
) {
  const value = (...paths: readonly string[]) => paths.map((path) => fields.get(path)?.value).find((found) => found !== undefined);
  const guid = fields.get('guid');
  const alternates = links.filter(({ attributes }) => isAlternate(attributes));
  const page = alternates.find(({ attributes }) => !attributes.type || /html/.test(attributes.type)) ?? alternates[0];
  // Most ids of RSS are addresses, and say so by not denying it.
  const permalink = guid && guid.attributes.isPermaLink !== 'false' && /^https?:/i.test(guid.value.trim()) ? guid.value : undefined;
  const rssSource = fields.get('source');
  const atomSource = fields.get('atom:source/atom:title');
  return makeItem({
    guid: guid?.value ?? value('atom:id'),
    links: [value('feedburner:origLink'), value('link'), page?.href, permalink, value('loc')].filter((found) => found !== undefined),
    base,
    title: textIn(fields.get('title') ?? fields.get('atom:title') ?? fields.get('dc:title') ?? fields.get('news:news/news:title'), false),
    summaries: [
      textIn(fields.get('description'), true),
      textIn(fields.get('atom:summary'), false),
      textIn(fields.get('content:encoded'), true),
      textIn(fields.get('atom:content'), false),
    ].filter((text) => text !== undefined),
    published: value('pubDate', 'atom:published', 'atom:issued', 'news:news/news:publication_date', 'dc:date'),
    // A sitemap's `lastmod` is when its line was written, on many sites for every page at once.
    modified: format === 'news-sitemap' ? undefined : value('atom:updated', 'atom:modified', 'dcterms:modified'),
    lang: languageOf(value('news:news/news:publication/news:language')) ?? lang,
    origin: rssSource
      ? { name: rssSource.value, url: rssSource.attributes.url }
      : atomSource && { name: plainOf(atomSource), url: sourceLink ?? value('atom:source/atom:id') },
  });
}

/** Atom says how a text is meant; in RSS a title is text and a description HTML, by custom (`html`). */
function textIn(field: Field | undefined, html: boolean): RawText | undefined {
  if (!field) return undefined;
  const { type } = field.attributes;
  // The tags of XHTML are elements here and gone already.
  return { value: field.value, html: type === undefined ? html : /^(?:html|text\/html)$/.test(type) };
}

function plainOf(field: Field): string {
  const text = textIn(field, false);
  return text?.html ? textOfHtml(text.value) : textOfText(field.value);
}
