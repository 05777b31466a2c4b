/**
 * `npm run bench:article`: what reading one article of 1,000 words costs in Node, warm: main text, mentions of the built-in
 * packs, dates, claims. Milliseconds are of the machine that ran it; the shares hold better. Prints, judges nothing.
 */
import { parseHTML } from 'linkedom';
import { readPacks } from '../../scripts/read-packs';
import { builtInSubjects, trackedSubjects } from '../../scripts/tracked';
import { readMainText } from '../../src/article/main-text';
import { readArticle } from '../../src/article/metadata';
import { attributionsInSteps } from '../../src/core/attribution/attributions';
import { readStory } from '../../src/core/attribution/story';
import { findDates } from '../../src/core/dates/find';
import type { Steps } from '../../src/core/text/steps';
import { median, table } from './print';

const WORDS = 1_000;
/** Enough for the engine to have compiled what runs often. */
const WARM_UP = 60;
const ROUNDS = 60;

/** Sentences of the kinds that news is made of; no article's. */
const SENTENCES = [
  'Emmanuel Macron said on Monday that the talks in Paris would go on until the end of the week, whatever the weather.',
  '“We have waited two years for this bridge,” the harbour master told reporters, “and we can wait for another winter.”',
  'According to the ministry, the third quarter of 2024 was the wettest since records began in 1881.',
  'The council, which meets again on 14 March, has not decided whether the dam is to be rebuilt or given up.',
  'Reuters reported last week that the company had declined to comment on the plan, citing two people with knowledge of it.',
  'Engineers warned of cracks in early 2023; nobody listened, Mark Rutte argued in a speech in The Hague in December.',
  'In Kyiv, officials said the line had been repaired two days earlier, while trains went on running by another way.',
  'The price of timber rose by a fifth between May and July, and the mills along the river took on eighty people.',
];

function article(): string {
  const paragraphs: string[] = [];
  for (let words = 0, i = 0; words < WORDS; i++) {
    const pair = [SENTENCES[i % SENTENCES.length] ?? '', SENTENCES[(i * 3 + 1) % SENTENCES.length] ?? ''].join(' ');
    paragraphs.push(pair);
    words += pair.split(' ').length;
  }
  return `<!doctype html><html lang="en"><head><title>Bridge stays closed</title><meta property="article:published_time" content="2025-03-05T10:04:00+01:00"></head>
<body><nav>${'<a href="/x">Section</a> '.repeat(60)}</nav><article><h1>Bridge stays closed for another winter</h1>${paragraphs.map((p) => `<p>${p}</p>`).join('')}</article></body></html>`;
}

const tracked = trackedSubjects(builtInSubjects(await readPacks()));
const html = article();
const { document } = parseHTML(html);

const parts = ['metadata and main text', 'mentions', 'dates', 'claims and events', 'whole'] as const;
const times = new Map<string, number[]>(parts.map((part) => [part, []]));

function round(keep: boolean): number {
  const marks = [performance.now()];
  const mark = () => marks.push(performance.now());
  const page = readArticle(document, 'https://quaycourier.test/2025/03/05/bridge');
  const main = readMainText(document, page);
  mark();
  const found = tracked.detect(main.blocks);
  const mentions = found.flatMap((list, i) =>
    list.map((m) => ({ ...m, start: m.start + (main.starts[i] ?? 0), end: m.end + (main.starts[i] ?? 0) })),
  );
  mark();
  const context = { lang: page.lang, published: page.published?.value ?? null };
  findDates(main.text, context);
  mark();
  // A story finds its dates again: what it takes beyond them is the claims and events.
  const { claims } = readStory(main.text, { ...context, mentions, speaking: mentions, events: [] });
  mark();
  const [start = 0, text = 0, named = 0, dated = 0, end = 0] = marks;
  const dates = dated - named;
  const values = [text - start, named - text, dates, end - dated - dates, end - start - dates];
  if (keep) for (const [i, part] of parts.entries()) times.get(part)?.push(values[i] ?? 0);
  return claims.length;
}

/** The longest stretch between two pauses of a driver, and how many pauses there are. */
function steps(all: Steps<unknown>): { readonly longest: number; readonly pauses: number } {
  let longest = 0;
  let pauses = 0;
  for (let began = performance.now(); ; began = performance.now()) {
    const { done } = all.next();
    longest = Math.max(longest, performance.now() - began);
    if (done) return { longest, pauses };
    pauses++;
  }
}

let claims = 0;
for (let i = 0; i < WARM_UP; i++) claims = round(false);
for (let i = 0; i < ROUNDS; i++) round(true);
const { text } = readMainText(document, { title: null });
const { longest, pauses } = steps(attributionsInSteps(text, { lang: 'en', names: [] }));

console.log(`An article of ${text.split(/\s+/).length} words, ${claims} claims, read warm in Node ${process.version}`);
console.log(
  table(
    ['part', 'median ms'],
    parts.map((part) => [part, median(times.get(part) ?? []).toFixed(2)]),
  ),
);
console.log(`attribution: ${pauses} pauses, the longest step ${longest.toFixed(2)} ms`);
