/** OPML files of other readers → feeds to choose from. Reads only; following is a choice of its own. */
import { finish } from '@/core/text/steps';
import { readFeedAddress, shownHost } from '@/feeds/address';
import { readOpml } from '@/feeds/opml';
import type { FeedChoice } from './feeds';

/** Longest title that a list may give a feed. */
const LONGEST_TITLE = 300;

/**
 * Addresses over http are taken as https, which nearly all servers speak by now. A list is written by others: addresses of the
 * reader's own network are refused, since none of them is there by the reader's own hand. Throws a FaultError where it is no OPML.
 */
export function choicesIn(text: string): { readonly feeds: readonly FeedChoice[]; readonly refused: readonly string[] } {
  const feeds = new Map<string, FeedChoice>();
  const refused: string[] = [];
  const list = finish(readOpml(text));
  for (const { title, url, home } of list.feeds) {
    const read = readFeedAddress(url.replace(/^http:/i, 'https:'));
    if (!read.ok) refused.push(`${title || url.slice(0, 200)}: ${read.fault.message}`);
    else if (read.value.local) refused.push(`${shownHost(read.value.host)}: a list may not name a place of your own network.`);
    else {
      const choice = { url: read.value.url, title: title.slice(0, LONGEST_TITLE), outlet: null, home: home?.slice(0, 2000) ?? null };
      if (!feeds.has(choice.url)) feeds.set(choice.url, choice);
    }
  }
  if (list.left > 0) refused.push(`${list.left} more: a list of so many feeds is taken in parts.`);
  return { feeds: [...feeds.values()], refused };
}
