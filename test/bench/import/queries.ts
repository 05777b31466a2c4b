/** What is typed into the library, letter by letter, over the made-up pack; and what is listed without typing. */
import type { LibraryQuery } from '@/core/model/library';
import { actorId, actorName } from './made-pack';

const ALL: LibraryQuery = { kind: 'claim', text: '', sort: 'best', offset: 0, limit: 50 };

/** As a hand types it: each letter is a question. */
const typed = (text: string, more: Partial<LibraryQuery> = {}): LibraryQuery[] =>
  Array.from(text, (_, i) => ({ ...ALL, ...more, text: text.slice(0, i + 1) }));

export const QUERIES: Readonly<Record<string, readonly LibraryQuery[]>> = {
  'a name': [3, 77, 1234, 15_000].flatMap((n) => typed(actorName(n))),
  'common words': [...typed('talks'), ...typed('minister said'), ...typed('government election')],
  'a common word and a name': [12, 900, 9000].flatMap((n) => typed(`talks ${actorName(n)}`)),
  'words, of an actor': [0, 40, 2000].flatMap((n) => typed('treaty', { actor: `bench:${actorId(n)}` })),
  'words, of an outlet and a year': typed('border energy', { outlet: 'bench:outlet-7', from: '2019-01-01', to: '2019-12-31' }),
  'no words': [
    { ...ALL, sort: 'newest' },
    { ...ALL, sort: 'oldest' },
    { ...ALL, sort: 'newest', offset: 100_000 },
    { ...ALL, sort: 'newest', actor: `bench:${actorId(0)}` },
    { ...ALL, sort: 'newest', subject: `bench:${actorId(0)}`, offset: 8 },
    { ...ALL, sort: 'newest', status: 'withdrawn' },
  ],
  actors: [
    ...typed(actorName(5), { kind: 'actor' }),
    ...typed(actorName(12_000), { kind: 'actor' }),
    { ...ALL, kind: 'actor', sort: 'name' },
  ],
};
