/**
 * annotate: what Sidelight reads in articles, as JSON lines. The same code as in the browser, no network.
 * usage: annotate --batch [--actors FILE] < requests.jsonl
 * FILE is a JSON array of {"id", "kind", "name", "aliases"} tracked instead of the built-in packs, whose names then only tell what
 * else may be meant: of a name that is somebody else's as well, nothing is answered without a better reason.
 */
import { parseArgs } from 'node:util';
import { readMainText } from '@/article/main-text';
import { readArticle } from '@/article/metadata';
import { createOutletLookup, type KnownOutlet } from '@/article/publisher';
import { type WireCredit, wholeCredits, wireCredits } from '@/article/wire-credit';
import { readStory } from '@/core/attribution/story';
import type { Mention } from '@/core/model/mention';
import { optionalText, readLines, reason, writeLine } from './json-lines';
import { claimsAnswer, eventsAnswer, withOutlets } from './read-claims';
import { readPacks } from './read-packs';
import { builtInSubjects, readActors, trackedSubjects } from './tracked';

interface ArticleAnswer {
  readonly title: string | null;
  readonly publisher: { readonly name: string; readonly domain: string | null } | null;
  readonly published: string | null;
  readonly modified: string | null;
  readonly lang: string | null;
  readonly text: string;
}

interface Read {
  readonly article: ArticleAnswer;
  readonly blocks: readonly string[];
  readonly wire: readonly WireCredit[];
}

/** Blocks are joined by one line break; a text request's own line breaks part its blocks. */
const BREAK = '\n';

async function readRequest(request: Readonly<Record<string, unknown>>, outletOf: (host: string) => KnownOutlet | null): Promise<Read> {
  const html = optionalText(request, 'html');
  const text = optionalText(request, 'text');
  const published = optionalText(request, 'published');
  const lang = optionalText(request, 'lang');
  const url = optionalText(request, 'url') ?? '';
  if (html !== null) {
    // Loaded on the first page: a run over texts starts without an HTML parser.
    const { parsePage } = await import('./parse-page');
    const document = parsePage(html);
    const page = readArticle(document, url, { outletOf, now: Date.now() });
    const { blocks, wire, text: mainText } = readMainText(document, page);
    const publisher = page.publisher && { name: page.publisher.name, domain: page.publisher.domain };
    const dates = { published: page.published?.value ?? published, modified: page.modified?.value ?? null };
    return { article: { title: page.title, publisher, ...dates, lang: page.lang ?? lang, text: mainText }, blocks, wire };
  }
  if (text === null) throw new Error('a request needs "html" or "text"');
  const blocks = text.split(BREAK);
  return { article: { title: null, publisher: null, published, modified: null, lang, text }, blocks, wire: wireCredits(blocks, []) };
}

/** Mentions of each block, moved to their place in the joined text. */
function inWholeText(blocks: readonly string[], mentions: readonly (readonly Mention[])[]): Mention[] {
  let offset = 0;
  return blocks.flatMap((block, i) => {
    const start = offset;
    offset += block.length + BREAK.length;
    return (mentions[i] ?? []).map((m) => ({ ...m, start: m.start + start, end: m.end + start }));
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { batch: { type: 'boolean' }, actors: { type: 'string' } } });
  if (!values.batch) throw new Error('usage: annotate --batch [--actors FILE], with one JSON request a line on standard input');
  const packs = await readPacks();
  const outletOf = createOutletLookup(packs.flatMap((pack) => pack.outlets));
  const builtIn = builtInSubjects(packs);
  const tracked = values.actors === undefined ? trackedSubjects(builtIn) : trackedSubjects(await readActors(values.actors), builtIn);
  // Outlets stay known for claims, whoever is tracked instead of the built-in packs.
  const outlets = trackedSubjects(values.actors === undefined ? [] : builtIn.filter((s) => s.names.kind === 'outlet'));
  const nameOf = (id: string) => (tracked.nameOf(id) === id ? outlets.nameOf(id) : tracked.nameOf(id));
  const knownEvents = values.actors === undefined ? packs.flatMap((pack) => pack.events) : [];
  for await (const line of readLines(process.stdin)) {
    try {
      if ('fault' in line) throw new Error(line.fault);
      const { article, blocks, wire } = await readRequest(line.request, outletOf);
      const found = inWholeText(blocks, tracked.detect(blocks));
      const actors = found.filter((m) => m.kind !== 'event');
      const events = found.filter((m) => m.kind === 'event');
      const name = (m: Mention) => tracked.nameOf(m.subject);
      const speaking = withOutlets(actors, inWholeText(blocks, outlets.detect(blocks)));
      const story = readStory(article.text, { ...article, mentions: actors, speaking, events: knownEvents, wire: wholeCredits(wire) });
      await writeLine(process.stdout, {
        id: line.id,
        error: null,
        article,
        mentions: actors.map((m) => ({ start: m.start, end: m.end, actor: m.subject, name: name(m), surface: m.surface })),
        events: eventsAnswer(events, story.events, tracked.nameOf),
        dates: story.dates.map(({ start, end, text, edtf }) => ({ start, end, text, edtf })),
        claims: claimsAnswer(article.text, story.claims, nameOf),
      });
    } catch (error) {
      await writeLine(process.stdout, { id: line.id, error: reason(error) });
    }
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`annotate: ${reason(error)}\n`);
  process.exitCode = 1;
}
