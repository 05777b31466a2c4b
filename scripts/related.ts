/**
 * related: other outlets' coverage of each article on standard input, as JSON lines. The same ranking as in the browser.
 * usage: related --batch < articles.jsonl    All requests are one store, so answers come once the last is read.
 */
import { createFamilies } from '@/core/coverage/families';
import { type CoverageArticle, createRelatedIndex } from '@/core/coverage/related';
import { optionalText, readLines, reason, writeLine } from './json-lines';
import { readPacks } from './read-packs';

const LIMIT = 10;

function articleOf(id: unknown, request: Readonly<Record<string, unknown>>): CoverageArticle {
  if (typeof id !== 'string' && typeof id !== 'number') throw new Error('"id" must be text or a number');
  return {
    id: String(id),
    publisher: optionalText(request, 'publisher'),
    title: optionalText(request, 'title') ?? '',
    text: optionalText(request, 'text') ?? '',
    published: optionalText(request, 'published'),
  };
}

type Row = { readonly id: unknown; readonly article: CoverageArticle } | { readonly id: unknown; readonly error: string };

const index = createRelatedIndex({ family: createFamilies((await readPacks()).flatMap((pack) => pack.outlets)) });
const rows: Row[] = [];
const ids = new Map<string, unknown>();
for await (const line of readLines(process.stdin)) {
  try {
    if ('fault' in line) throw new Error(line.fault);
    const article = articleOf(line.id, line.request);
    if (ids.has(article.id)) throw new Error(`a second article with the id ${article.id}`);
    ids.set(article.id, line.id);
    index.add(article);
    rows.push({ id: line.id, article });
  } catch (error) {
    rows.push({ id: line.id, error: reason(error) });
  }
}
for (const row of rows) {
  const answer = 'error' in row ? row : { id: row.id, related: index.related(row.article, LIMIT).map((r) => ids.get(r.id)) };
  await writeLine(process.stdout, answer);
}
