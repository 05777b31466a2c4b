/** Host names and match patterns, as browsers write them. Pure; the popup and the background must agree on these. */

/** The host of an http(s) address, normalised; null for anything else (browser pages, files, extensions). */
export function hostOf(url: string): string | null {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  return parsed && /^https?:$/.test(parsed.protocol) ? normalHost(parsed.hostname) : null;
}

/** Hosts whose pages no extension may read, whatever it is granted. */
const CLOSED_HOSTS: ReadonlySet<string> = new Set(['chromewebstore.google.com', 'chrome.google.com', 'addons.mozilla.org']);

/** The host of a page that may be read, as it is addressed; null for the browser's own pages, files and stores. */
export function readableHost(url: string | null | undefined): string | null {
  if (!url || !URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  if ((protocol !== 'http:' && protocol !== 'https:') || CLOSED_HOSTS.has(hostname)) return null;
  return hostname;
}

/** Lower case, punycode, without a trailing dot, port or leading `www.`; null where it is no host. */
export function normalHost(host: string): string | null {
  const address = `http://${host.trim()}`;
  if (!host.trim() || /[/?#@*\\\s]/.test(host.trim()) || !URL.canParse(address)) return null;
  const name = new URL(address).hostname.replace(/\.$/, '').replace(/^www\.(?=[^.]+\.)/, '');
  return name || null;
}

/** The match pattern of a site: the host and what is below it; an IP address or a single word stands for itself only. */
export function originPattern(host: string): string {
  const single = !host.includes('.') || /^[\d.]+$|^\[/.test(host);
  return single ? `*://${host}/*` : `*://*.${host}/*`;
}

/** Does a match pattern with scheme `*`, http or https, or one of all sites, cover this host? Ports and paths do not matter here. */
export function coversHost(pattern: string, host: string): boolean {
  if (/^(?:<all_urls>|\*:\/\/\*\/\*)$/.test(pattern)) return true;
  const found = /^(?:\*|https?):\/\/(\*\.)?([^/*]+)\//.exec(pattern);
  if (!found) return false;
  const [, below, domain = ''] = found;
  return host === domain || (below !== undefined && host.endsWith(`.${domain}`));
}

/** The one site that a granted pattern stands for; null for a pattern of many sites. */
export function hostOfPattern(pattern: string): string | null {
  const found = /^(?:\*|https?):\/\/(?:\*\.)?([^/*]+)\/\*$/.exec(pattern);
  return found?.[1] ? normalHost(found[1]) : null;
}
