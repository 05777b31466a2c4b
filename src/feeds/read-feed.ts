/** The body of an answer → the feed in it, in small steps. The one door to the formats. */
import type { Steps } from '@/core/text/steps';
import { decodeFeed } from './charset';
import { emptyFeed } from './faults';
import { readJsonFeed } from './json-feed';
import type { Feed } from './model';
import { readXmlFeed } from './xml-feed';

export interface FeedBody {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  /** Where it was fetched from. */
  readonly url: string;
}

/**
 * The format is taken from the content, since servers label feeds as they please. Throws a FaultError, and then nothing of
 * the body is to be used.
 */
export function* readFeed({ bytes, contentType, url }: FeedBody): Steps<Feed> {
  const text = decodeFeed(bytes, contentType);
  yield;
  const first = /\S/.exec(text)?.[0];
  if (first === undefined) throw emptyFeed();
  return first === '{' || first === '[' ? readJsonFeed(text, url) : yield* readXmlFeed(text, url);
}
