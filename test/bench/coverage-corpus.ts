/**
 * Synthetic news for the coverage bench: events that several outlets report with words of their own and words in common,
 * over two months. Made up from syllables, repeatable; as skewed as news is (a few words everywhere, most words rare).
 */
import type { CoverageArticle } from '@/core/coverage/related';
import { random as createRandom } from './corpus';

const SYLLABLES = 'ba ko ri ta mel son dar vi nu lor pes ani gra tol hem rus ela qui fen zo mar sti'.split(' ');
const OUTLETS = 120;
const DAYS = 60;
/** Outlets that report one event: two to eight. */
const LEAST = 2;
const MOST = 8;
const COMMON_WORDS = 40_000;
/** Words of a title and of a lead, and how many of them are the event's own. */
const TITLE = { words: 9, own: 5 };
const LEAD = { words: 48, own: 14 };
/** The people, places and things of an event; each outlet uses most of them. */
const EVENT_WORDS = 16;

function word(number: number): string {
  let text = '';
  for (let rest = number + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    text += SYLLABLES[rest % SYLLABLES.length];
  return text;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `count` articles in the order in which they were published, and the event of each by id. */
export function makeArticles(count: number): { readonly articles: CoverageArticle[]; readonly eventOf: ReadonlyMap<string, number> } {
  const random = createRandom(7);
  // Zipf's law, roughly: the n-th word comes up as often as one over n.
  const common = () => word(Math.floor(COMMON_WORDS ** random()) - 1);
  // Names are skewed too: some people are in the news every day.
  const name = () => capital(word(COMMON_WORDS + Math.floor(60_000 * random() ** 2)));
  const rows: { readonly article: CoverageArticle; readonly event: number }[] = [];
  for (let event = 0; rows.length < count; event++) {
    const own = Array.from({ length: EVENT_WORDS }, (_, i) => (i < 8 ? name() : word(Math.floor(COMMON_WORDS * random()))));
    const day = Math.floor(random() * DAYS);
    const outlets = LEAST + Math.floor(random() * (MOST - LEAST + 1));
    const write = ({ words, own: ofEvent }: { readonly words: number; readonly own: number }) =>
      Array.from({ length: words }, (_, i) =>
        i % Math.round(words / ofEvent) === 0 ? own[Math.floor(random() * EVENT_WORDS)] : common(),
      ).join(' ');
    for (let i = 0; i < outlets && rows.length < count; i++) {
      const published = new Date(Date.UTC(2025, 0, 1 + day + Math.floor(2 * random()))).toISOString().slice(0, 10);
      const publisher = `Outlet ${Math.floor(random() * OUTLETS)}`;
      rows.push({
        event,
        article: { id: `a${rows.length}`, publisher, title: capital(write(TITLE)), text: `${capital(write(LEAD))}.`, published },
      });
    }
  }
  rows.sort((a, b) => ((a.article.published ?? '') < (b.article.published ?? '') ? -1 : 1));
  return { articles: rows.map(({ article }) => article), eventOf: new Map(rows.map(({ article, event }) => [article.id, event])) };
}
