/** OPML: the list of feeds that every feed reader exports and imports. Reads any nesting of folders; write-opml.ts writes one. */
import { FaultError } from '@/core/result';
import type { Steps } from '@/core/text/steps';
import { readXml } from './xml';

export interface OpmlFeed {
  /** '' where the list gives none. */
  readonly title: string;
  /** As written: not yet known to be an address that may be fetched. */
  readonly url: string;
  readonly home: string | null;
}

export interface OpmlList {
  readonly feeds: readonly OpmlFeed[];
  /** Entries beyond {@link MOST_FEEDS}. */
  readonly left: number;
}

/** More than a day's budget of requests would reach is no list that a person reads. */
export const MOST_FEEDS = 500;

/** Throws a FaultError where it is no OPML. Each address once, in the order of the list. */
export function* readOpml(text: string): Steps<OpmlList> {
  const feeds = new Map<string, OpmlFeed>();
  let left = 0;
  yield* readXml(text, {
    open(name, attributes, depth) {
      if (depth === 0 && name !== 'opml')
        throw new FaultError({ code: 'opml-unknown', message: `This is no OPML list: its outermost element is “${name.slice(0, 60)}”.` });
      const url = attributes.xmlUrl?.trim();
      if (name !== 'outline' || !url || feeds.has(url)) return;
      if (feeds.size >= MOST_FEEDS) left += 1;
      else feeds.set(url, { title: (attributes.title ?? attributes.text ?? '').trim(), url, home: attributes.htmlUrl?.trim() || null });
    },
    text() {},
    close() {},
  });
  return { feeds: [...feeds.values()], left };
}
