/** JSON Feed 1.0 and 1.1. What does not fit is left out item by item; what is no JSON Feed at all is refused. */
import { badJson, notAFeed } from './faults';
import { absolute, makeItem, type RawText } from './item';
import type { Feed, FeedItem } from './model';
import { createNewest } from './newest';
import { textOfText } from './plain-text';

/** Lists in objects in lists: a JSON Feed with its extensions needs under ten. */
const DEEPEST = 32;

/** Where brackets outside of texts open deeper than {@link DEEPEST}; null where they never do. Looked at before parsing. */
function tooDeepAt(text: string): number | null {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (quoted) {
      if (char === 0x5c) i += 1;
      else if (char === 0x22) quoted = false;
    } else if (char === 0x22) quoted = true;
    else if (char === 0x5b || char === 0x7b) {
      depth += 1;
      if (depth > DEEPEST) return i;
    } else if (char === 0x5d || char === 0x7d) depth -= 1;
  }
  return null;
}

const field = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null && Object.hasOwn(of, name) ? (of as Record<string, unknown>)[name] : undefined;
const words = (of: unknown, name: string): string | undefined => {
  const value = field(of, name);
  return typeof value === 'string' && value.trim() ? value : undefined;
};

export function readJsonFeed(text: string, url: string): Feed {
  const deep = tooDeepAt(text);
  if (deep !== null) throw badJson(`it nests more than ${DEEPEST} levels deep (character ${deep + 1})`);
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch (error) {
    throw badJson(error instanceof Error ? error.message : String(error));
  }
  if (!/^https?:\/\/(?:www\.)?jsonfeed\.org\/version\/1/.test(words(root, 'version') ?? '')) throw notAFeed('JSON of another kind');
  const listed = field(root, 'items');
  if (!Array.isArray(listed)) throw badJson('its “items” are no list');
  const newest = createNewest();
  const lang = words(root, 'language');
  let dropped = 0;
  for (const raw of listed as readonly unknown[]) {
    const item = itemOf(raw, url, lang);
    if (item) newest.add(item);
    else dropped += 1;
  }
  const { items, over } = newest.take();
  return {
    format: 'json-feed',
    title: textOfText(words(root, 'title') ?? ''),
    home: absolute(words(root, 'home_page_url') ?? '', url),
    items,
    left: over + dropped,
  };
}

function itemOf(raw: unknown, base: string, lang: string | undefined): FeedItem | null {
  const id = field(raw, 'id');
  const text = (name: string, html: boolean): RawText | undefined => {
    const value = words(raw, name);
    return value === undefined ? undefined : { value, html };
  };
  return makeItem({
    // The format's first version let ids be numbers.
    guid: typeof id === 'number' ? String(id) : words(raw, 'id'),
    links: [words(raw, 'url'), words(raw, 'external_url')].filter((link) => link !== undefined),
    base,
    title: text('title', false),
    summaries: [text('summary', false), text('content_text', false), text('content_html', true)].filter((found) => found !== undefined),
    published: words(raw, 'date_published'),
    modified: words(raw, 'date_modified'),
    lang: words(raw, 'language') ?? lang,
  });
}
