/**
 * What a page's JSON-LD says of its article. Reads what sites really write: arrays, @graph, references by @id,
 * trailing commas, raw line breaks, comments, HTML entities. Bounded: junk costs no more than its first megabytes.
 */
import { decodeReferences } from '@/core/text/references';
import { finish, type Steps } from '@/core/text/steps';

/** The article's node, as far as Sidelight reads it. Dates are as written. */
export interface LinkedArticle {
  readonly headline: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly modified: string | null;
  readonly lang: string | null;
  readonly url: string | null;
  readonly authors: readonly string[];
}

/** A newspaper's JSON-LD, with the article's text in it, stays under 500 kB; more is junk, and a repair of so much takes a turn. */
const MAX_SCRIPT = 1_000_000;
/** Scripts read; pages carry one to five. */
const MAX_SCRIPTS = 50;
/** Nodes visited, and how deep: lists of links and products run to thousands. */
const MAX_NODES = 5_000;
const MAX_DEPTH = 8;

type Node = { readonly [key: string]: unknown };

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);

/** schema.org's kinds of article; ClaimReview and the like are about someone else's. */
const ARTICLE = /(?:Article|BlogPosting|Report)$/;
const PAGE = /^(?:Web|Item|Collection)?Page$/;

/** Reads every JSON-LD script; null where none describes an article or page. */
export const readJsonLd = (document: Document, address: string): LinkedArticle | null => finish(jsonLdInSteps(document, address));

/** The same with a pause after each script, and before each repair of one. */
export function* jsonLdInSteps(document: Document, address: string): Steps<LinkedArticle | null> {
  const nodes: Node[] = [];
  const byId = new Map<string, Node>();
  let scripts = 0;
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
    if (++scripts > MAX_SCRIPTS) break;
    const text = script.textContent ?? '';
    if (text.length > MAX_SCRIPT) continue;
    collect(yield* parseLoosely(text), nodes, byId, 0);
    yield;
  }
  const node = choose(nodes, address);
  return node && describe(node, byId);
}

function* parseLoosely(text: string): Steps<unknown> {
  const stripped = text.replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|(?:\/\/\s*)?\]\]>)\s*$/g, '').trim();
  for (const repair of [(s: string) => s, mend, (s: string) => mend(s.replace(/&quot;/g, '"').replace(/&amp;/g, '&'))]) {
    try {
      return JSON.parse(repair(stripped));
    } catch {
      // The next repair, or nothing.
      yield;
    }
  }
  return null;
}

/** Outside strings: drops trailing commas, comments and a semicolon at the end. Inside: escapes raw line breaks. */
function mend(text: string): string {
  return text
    .replace(/"(?:[^"\\]|\\[\s\S])*"|\/\*[\s\S]*?\*\/|,(?=\s*[}\]])/g, (part) =>
      part[0] === '"' ? part.replace(/[\n\r\t]/g, (c) => (c === '\n' ? '\\n' : c === '\t' ? '\\t' : '')) : '',
    )
    .replace(/;\s*$/, '');
}

function collect(value: unknown, nodes: Node[], byId: Map<string, Node>, depth: number): void {
  if (depth > MAX_DEPTH || nodes.length >= MAX_NODES) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, nodes, byId, depth + 1);
    return;
  }
  if (!isNode(value)) return;
  if (value['@type'] !== undefined) {
    nodes.push(value);
    const id = value['@id'];
    if (typeof id === 'string' && !(byId.has(id) && Object.keys(value).length < 3)) byId.set(id, value);
  }
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'publisher', 'author', 'isPartOf', 'itemListElement', 'item', 'hasPart']) {
    if (value[key] !== undefined) collect(value[key], nodes, byId, depth + 1);
  }
}

const typesOf = (node: Node): readonly string[] =>
  list(node['@type']).flatMap((t) => (typeof t === 'string' ? [t.replace(/^.*[/:#]/, '')] : []));

/** The article that this page is: named by its address, else the first with a date, else the first; else the page's node. */
function choose(nodes: readonly Node[], address: string): Node | null {
  const articles = nodes.filter((n) => typesOf(n).some((t) => ARTICLE.test(t)));
  const path = URL.parse(address)?.pathname.replace(/\/$/, '');
  const isThis = (n: Node) => [n.url, n.mainEntityOfPage, n['@id']].some((v) => pathOf(v) === path && path);
  const dated = (n: Node) => n.datePublished !== undefined;
  const rank = (n: Node) => (isThis(n) ? 2 : 0) + (dated(n) ? 1 : 0);
  const best = (from: readonly Node[]) => from.reduce<Node | null>((a, b) => (a && rank(a) >= rank(b) ? a : b), null);
  return best(articles) ?? best(nodes.filter((n) => dated(n) && typesOf(n).some((t) => PAGE.test(t))));
}

function pathOf(value: unknown): string | null {
  const address = isNode(value) ? (value['@id'] ?? value.url) : value;
  return typeof address === 'string' ? (URL.parse(address)?.pathname.replace(/\/$/, '') ?? null) : null;
}

function describe(node: Node, byId: ReadonlyMap<string, Node>): LinkedArticle {
  const resolve = (value: unknown): unknown =>
    isNode(value) && value.name === undefined ? (byId.get(String(value['@id'])) ?? value) : value;
  const nameOf = (value: unknown): string | null => {
    const v = resolve(value);
    return text(isNode(v) ? list(v.name)[0] : v);
  };
  return {
    headline: text(list(node.headline)[0]) ?? text(list(node.name)[0]),
    publisher: list(node.publisher).map(nameOf).find(Boolean) ?? null,
    published: text(list(node.datePublished)[0]),
    modified: text(list(node.dateModified)[0]),
    lang: text(nameless(list(node.inLanguage)[0])),
    url: text(list(node.url)[0]),
    authors: list(node.author).flatMap((a) => nameOf(a) ?? []),
  };
}

const nameless = (value: unknown): unknown => (isNode(value) ? (value.alternateName ?? value.name) : value);

function text(value: unknown): string | null {
  const s = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
  // Sites leave references inside JSON strings.
  return s ? decodeReferences(s).replaceAll('\u00a0', ' ') : null;
}
