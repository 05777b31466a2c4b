/**
 * Addresses of articles: the canonical one, clean of what tracks or identifies the reader, and the site that it belongs to.
 * Takes strings only. The session tokens of a shared link must not end up in the store.
 */

/** Parameters that name the way to the article, not the article. */
const TRACKING =
  /^(?:utm_.*|itm_.*|at_(?:medium|campaign|custom.*|link.*|format|ptr.*|bbc.*)|mc_[ce]id|_?ga|_gl|_hs.*|hs(?:ctatracking|_.*)|wt[_.].*|xtor|ns_.*|cmp(?:id)?|camp(?:aign)?|ref(?:errer|_?src|_?url)?|source|src|smid|smtyp|partner|ito|ocid|cvid|ei|taid|tpcc|spm|sh(?:are)?|shareToken|share_.*|fb(?:clid|_.*)|gclid|gbraid|wbraid|dclid|msclkid|twclid|igshid|igsh|yclid|li_fat_id|vero_.*|mkt_tok|oly_.*|s_cid|cid|rss|feed|via|amp|outputtype|output)$/i;
/** Parameters that let whoever holds the link in as the reader. */
const TOKEN =
  /(?:token|session|sess?id|^sid$|auth|signature|^sig$|^key$|api_?key|password|passwd|^pwd$|email|^e?mail$|^uid$|user_?id|jwt|access|secret|^code$|^hash$|^st$|unlocked)/i;

/** A clean http(s) address, or null: no user name, no fragment, no tracking, no tokens, no AMP or mobile form. */
export function cleanAddress(address: string, base?: string): string | null {
  const url = outOfCache(URL.parse(address.trim(), base));
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  url.username = '';
  url.password = '';
  url.hash = '';
  const unwanted: string[] = [];
  // forEach and not an iterator: Firefox gives a content script's URLs no working iterators.
  url.searchParams.forEach((_value, key) => {
    if (TRACKING.test(key) || TOKEN.test(key)) unwanted.push(key);
  });
  for (const key of unwanted) url.searchParams.delete(key);
  foldMobile(url);
  return url.href.replace(/\?$/, '');
}

/** AMP caches keep an article under its publisher's address: https://….cdn.ampproject.org/c/s/HOST/PATH, https://www.google.com/amp/s/HOST/PATH. */
function outOfCache(url: URL | null): URL | null {
  const cached =
    url &&
    (url.hostname.endsWith('.cdn.ampproject.org') || /^(?:www\.)?google\.[a-z.]{2,6}$/.test(url.hostname)) &&
    /^\/(?:[cvi]|amp)\/(s\/)?([^/]+\.[^/]+\/.*)$/.exec(url.pathname);
  return cached ? URL.parse(`${cached[1] ? 'https' : 'http'}://${cached[2]}${url.search}`) : url;
}

/** An article's AMP and mobile addresses are the article's own. */
function foldMobile(url: URL): void {
  const labels = url.hostname.split('.');
  if (labels.length > 2 && /^(?:m|mobile|amp|mobil)$/.test(labels[0] ?? '')) url.hostname = `www.${labels.slice(1).join('.')}`;
  url.pathname =
    url.pathname
      .replace(/^\/amp\//, '/')
      .replace(/(?:\/amp\/?|\.amp)$/, '')
      .replace(/\.amp\.html$/, '.html') || '/';
}

/**
 * The article's own address: the page's canonical link where it stays on the same site and names a page below the
 * front page (a link to the front page is a common fault), else the address it was loaded from.
 */
export function canonicalAddress(claimed: readonly (string | null | undefined)[], loaded: string): string {
  const fallback = cleanAddress(loaded) ?? loaded;
  const own = URL.parse(fallback);
  for (const address of claimed) {
    const clean = address ? cleanAddress(address, loaded) : null;
    const url = clean ? URL.parse(clean) : null;
    if (!clean || !url || !own) continue;
    if (siteOf(url.hostname) !== siteOf(own.hostname)) continue;
    if (url.pathname === '/' && !url.search && own.pathname !== '/') continue;
    return clean;
  }
  return fallback;
}

/** Hosts under which each name is somebody else's site. */
const SHARED = /(?:^|\.)(?:github\.io|gitlab\.io|substack\.com|blogspot\.com|wordpress\.com|tumblr\.com|medium\.com|livejournal\.com)$/;

/**
 * The host without www and the like: its last two labels, or three below a country's second level (co.uk) or a host that many sites
 * share. Enough to tell whether two addresses are one site; no list of all public suffixes.
 */
export function siteOf(host: string): string {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (/^[\d.]+$|^\[/.test(name)) return name;
  const labels = name.split('.');
  const second = labels.length > 2 && (labels.at(-1)?.length ?? 0) === 2 && (labels.at(-2)?.length ?? 0) <= 3;
  return labels.slice(second || SHARED.test(name) ? -3 : -2).join('.');
}
