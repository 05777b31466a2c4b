/**
 * Which addresses a feed may be fetched from: https, without user name, of a public host. A host of the reader's own machine or
 * network only where the reader names it; how a host is shown, so that look-alikes are seen. Pure; asks no name server.
 */
import punycode from 'punycode/punycode.es6.js';
import { isPublicAddress } from '@/core/pack/web-address';
import { fail, ok, type Result } from '@/core/result';

/** Browsers and servers take no longer addresses. */
const LONGEST = 2000;

/** `local`: of this machine or network, so that only a permission naming its host lets it be fetched. */
export interface FeedAddress {
  readonly url: string;
  readonly host: string;
  readonly local: boolean;
}

/** Reads an address as the reader, a page or a list gives it. `things`: what is to be fetched from there, for the reader. */
export function readFeedAddress(text: string, things = 'Feeds'): Result<FeedAddress> {
  const written = text.trim().replace(/^feed:(?:\/\/)?(?=https?:)/i, '');
  // What a person types: a host and a path. Anything with a scheme says which.
  const complete = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(written) ? written : `https://${written}`;
  const url = written && complete.length <= LONGEST ? URL.parse(complete) : null;
  if (!url) return fail('feed-address', 'This is no web address.');
  if (url.protocol === 'http:')
    return fail('feed-http', `${things} are fetched over https only, because anyone on the way can change what comes over http.`);
  if (url.protocol !== 'https:')
    return fail('feed-scheme', `${things} are fetched over https only; “${url.protocol}” is another kind of address.`);
  if (url.username || url.password)
    return fail('feed-user', 'This address holds a user name or password, which hides where it leads. Leave it out.');
  url.hash = '';
  const host = url.hostname.replace(/\.$/, '');
  if (!complete.toLowerCase().includes(host) && /^[\d.]+$/.test(host))
    return fail('feed-number', `This address hides the machine ${host} behind a number. Write it as it is, if you mean it.`);
  return ok({ url: url.href, host, local: !isPublicAddress(url.href) });
}

/** The match pattern whose permission lets this feed be fetched: its own host and nothing else. */
export const patternOf = ({ host }: Pick<FeedAddress, 'host'>): string => `https://${host}/*`;

/** A host in letters and, where that is not what goes over the wire, as it does: `bücher.example (xn--bcher-kva.example)`. */
export function shownHost(host: string): string {
  if (!/(?:^|\.)xn--/i.test(host)) return host;
  try {
    return `${punycode.toUnicode(host)} (${host})`;
  } catch {
    // Not what it says it is: shown as it is.
    return host;
  }
}
