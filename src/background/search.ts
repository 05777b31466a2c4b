/** Tracked actors and events by a part of a name, for whoever says "it is this other one". */
import type { FoundSubject } from '@/core/model/view';
import type { Reader, Store, Subject } from '@/store/store';
import { newestOffices } from './resolve';

/** As many as fit a card without scrolling. */
const MOST = 7;

interface Line {
  readonly found: FoundSubject;
  readonly names: readonly string[];
}

export interface SubjectSearch {
  /** The best first: a name that begins so, then a word in a name that does, then any part. */
  find(text: string): Promise<readonly FoundSubject[]>;
}

/** Keeps the names while packs and own actors stay as they are: the next letter typed is answered from memory. */
export function createSubjectSearch(store: Store): SubjectSearch {
  let kept: { readonly revision: string; readonly lines: readonly Line[] } | null = null;

  const lines = (): Promise<readonly Line[]> =>
    store.read(async (facts) => {
      const revision = revisionOf(facts);
      if (kept?.revision !== revision) kept = { revision, lines: (await facts.subjects.all()).map(({ subject }) => lineOf(subject)) };
      return kept.lines;
    });

  return {
    async find(text) {
      const wanted = fold(text).trim();
      if (!wanted) return [];
      const ranked = (await lines()).flatMap(({ found, names }) => {
        const rank = Math.min(...names.map((name) => rankOf(name, wanted)));
        return rank < NO_PART ? [{ found, rank }] : [];
      });
      ranked.sort((a, b) => a.rank - b.rank || a.found.name.length - b.found.name.length || a.found.name.localeCompare(b.found.name));
      return ranked.slice(0, MOST).map(({ found }) => found);
    },
  };
}

const revisionOf = ({ packs, ownNames }: Reader): string =>
  `${Object.values(packs)
    .map(({ generation }) => generation)
    .join('.')}-${ownNames}`;

function lineOf(subject: Subject): Line {
  const { record, kind } = subject;
  const office = subject.kind === 'event' ? undefined : newestOffices(subject.record.offices)[0];
  const about = office?.title ?? record.description;
  const names = [record.name, ...record.names.map(({ text }) => text)].map(fold);
  return { found: { id: record.id, name: record.name, kind, ...(about === undefined ? {} : { about }) }, names };
}

const NO_PART = 3;

function rankOf(name: string, wanted: string): number {
  if (name.startsWith(wanted)) return 0;
  const at = name.indexOf(wanted);
  if (at < 0) return NO_PART;
  return /[\s\-'’(]/.test(name.charAt(at - 1)) ? 1 : 2;
}

/** Without capitals and marks: a reader types "selenskyj" and "Gül" as "gul". */
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
