/** Reads a feed out of text or bytes in one go, for tests. */
import { FaultError } from '@/core/result';
import { finish } from '@/core/text/steps';
import type { Feed } from '@/feeds/model';
import { readFeed } from '@/feeds/read-feed';

export const FEED_URL = 'https://www.meridian-post.test/feeds/world.xml';

export function read(body: string | Uint8Array, contentType: string | null = null): Feed {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return finish(readFeed({ bytes, contentType, url: FEED_URL }));
}

/** The fault with which a feed is refused; fails where it is taken. */
export function refusal(body: string | Uint8Array, contentType: string | null = null): { readonly code: string; readonly message: string } {
  try {
    read(body, contentType);
  } catch (error) {
    if (error instanceof FaultError) return error.fault;
    throw error;
  }
  throw new Error('the feed was taken');
}

/** An RSS 2.0 document around items. */
export const rss = (items: string, head = ''): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>Meridian Post</title><link>https://www.meridian-post.test/</link><language>en-gb</language>${head}${items}</channel></rss>`;
