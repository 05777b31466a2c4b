/**
 * XML of a stranger, read as events and never as a tree, in small steps. Refuses what can overload a reader before it costs
 * anything: document types (and with them every entity that could be declared), deep nesting, floods of attributes.
 * Forgiving about the rest, as feeds are written by hand. Knows namespaces, not what the elements mean.
 */
import { Parser } from 'htmlparser2';
import type { Steps } from '@/core/text/steps';
import { emptyFeed, feedIsPage, hasDoctype, tooDeep, tooManyAttributes, truncated } from './faults';

export type Attributes = Readonly<Record<string, string>>;

/** Names come as `prefix:local` with the prefixes of {@link PREFIXES}, whatever the document calls them. */
export interface XmlEvents {
  /** `depth`: 0 for the outermost element. */
  open(name: string, attributes: Attributes, depth: number): void;
  text(data: string): void;
  close(name: string, depth: number): void;
}

/** XHTML inside an Atom entry nests 20 to 40 levels; a reader's stack holds thousands. */
const DEEPEST = 100;
/** An element of a feed has under ten; an XHTML one a few dozen. */
const MOST_ATTRIBUTES = 200;
/** Characters read in one step: a millisecond or two. */
const STEP = 64_000;

/** Namespaces by address. '' is for those whose names stand alone in most feeds. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://www.w3.org/2005/Atom': 'atom',
  'http://purl.org/atom/ns#': 'atom',
  'http://purl.org/rss/1.0/': '',
  'http://backend.userland.com/rss2': '',
  'http://my.netscape.com/rdf/simple/0.9/': '',
  'http://www.sitemaps.org/schemas/sitemap/0.9': '',
  'http://www.google.com/schemas/sitemap/0.84': '',
  'http://www.google.com/schemas/sitemap-news/0.9': 'news',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://purl.org/rss/1.0/modules/content/': 'content',
  'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'http://www.w3.org/1999/xhtml': 'xhtml',
  'http://search.yahoo.com/mrss/': 'media',
};
const KNOWN: ReadonlySet<string> = new Set(Object.values(PREFIXES));

type Namespaces = Readonly<Record<string, string>>;

/** Reads all of `text`. Throws a FaultError where it is refused, breaks off, or has no element. */
export function* readXml(text: string, events: XmlEvents): Steps<void> {
  refuseProlog(text);
  const lineAt = (index: number) => lineOf(text, index);
  const open: { readonly raw: string; readonly name: string; readonly spaces: Namespaces }[] = [];
  let attributes = 0;
  let cut = false;
  let any = false;
  const parser: Parser = new Parser(
    {
      onopentagname() {
        attributes = 0;
        if (open.length >= DEEPEST) throw tooDeep(lineAt(parser.startIndex), DEEPEST);
      },
      onattribute() {
        attributes += 1;
        if (attributes > MOST_ATTRIBUTES) throw tooManyAttributes(lineAt(parser.startIndex), MOST_ATTRIBUTES);
      },
      onopentag(raw, found) {
        const spaces = withDeclared(open.at(-1)?.spaces ?? {}, found);
        const name = nameIn(spaces, raw);
        any = true;
        events.open(name, found, open.length);
        open.push({ raw, name, spaces });
      },
      ontext(data) {
        if (open.length > 0) events.text(data);
      },
      onclosetag(_raw, implied) {
        const closed = open.pop();
        if (!closed) return;
        // Inner elements may be left open by careless hands; the outermost one is the end of the file.
        if (implied && open.length === 0) cut = true;
        events.close(closed.name, open.length);
      },
      onprocessinginstruction(name) {
        if (name.toLowerCase() === '!doctype') throw hasDoctype(lineAt(parser.startIndex));
      },
    },
    { xmlMode: true },
  );
  for (let i = 0; i < text.length; i += STEP) {
    parser.write(text.slice(i, i + STEP));
    yield;
  }
  parser.end();
  if (!any) throw emptyFeed();
  if (cut) throw truncated(lineAt(text.length));
}

/** Looks at what stands before the first element, before anything is parsed. */
function refuseProlog(text: string): void {
  let at = 0;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at += 1;
    const end = text.startsWith('<?', at) ? text.indexOf('?>', at) + 2 : text.startsWith('<!--', at) ? text.indexOf('-->', at) + 3 : -1;
    // An unended one is for the parser to find cut off.
    if (end <= at) break;
    at = end;
  }
  const next = text.slice(at, at + 30);
  if (/^<!doctype\s+html|^<html[\s>]/i.test(next)) throw feedIsPage();
  if (/^<!doctype/i.test(next)) throw hasDoctype(lineOf(text, at));
}

const lineOf = (text: string, index: number): number => text.slice(0, Math.max(index, 0)).split('\n').length;

function withDeclared(outer: Namespaces, attributes: Attributes): Namespaces {
  const declared = Object.entries(attributes).filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'));
  if (declared.length === 0) return outer;
  return { ...outer, ...Object.fromEntries(declared.map(([key, address]) => [key.slice('xmlns:'.length), address.trim()])) };
}

/** A name whose namespace nobody here knows keeps a prefix that no known name has. */
function nameIn(spaces: Namespaces, raw: string): string {
  const colon = raw.indexOf(':');
  const [prefix, local] = colon < 0 ? ['', raw] : [raw.slice(0, colon), raw.slice(colon + 1)];
  const address = Object.hasOwn(spaces, prefix) ? spaces[prefix] : undefined;
  // A prefix that was never declared is taken for what it is usually for.
  if (address === undefined) return prefix && !KNOWN.has(prefix) ? `?:${local}` : raw;
  const known = Object.hasOwn(PREFIXES, address) ? PREFIXES[address] : undefined;
  if (known !== undefined) return known ? `${known}:${local}` : local;
  return prefix ? `?:${local}` : local;
}
