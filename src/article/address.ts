/**
 * Addresses of articles: the canonical one, clean of what tracks or identifies the reader, and the date in a path.
 * Takes strings only. The session tokens of a shared link must not end up in the store.
 */
import { calendarDay, type DateRead } from './date-text';

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

/** The host without www and the like; enough to tell whether two addresses are one site. */
export function siteOf(host: string): string {
  const labels = host.toLowerCase().split('.');
  const keep = labels.length > 2 && (labels.at(-1)?.length ?? 0) === 2 && (labels.at(-2)?.length ?? 0) <= 3 ? 3 : 2;
  return labels.slice(-keep).join('.');
}

/** The day that an address carries: /2025/12/24/, /2025-12-24-, 20251224. Only one that stands alone between marks. */
export function dateInAddress(address: string): DateRead | null {
  const path = URL.parse(address)?.pathname ?? '';
  const m =
    /(?:^|[/_-])((?:19|20)\d\d)[/_-](\d{1,2})[/_-](\d{1,2})(?=[/_.-]|$)/.exec(path) ??
    /(?:^|[/_-])((?:19|20)\d\d)(\d\d)(\d\d)(?=[/_.-]|$)/.exec(path);
  const day = m ? calendarDay(m[1] ?? '', m[2] ?? '', m[3] ?? '') : null;
  if (day) return { value: day, precision: 'day' };
  const named = /\/((?:19|20)\d\d)\/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\/(\d{1,2})(?=\/|$)/i.exec(path);
  const month = named
    ? ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].indexOf((named[2] ?? '').toLowerCase()) + 1
    : 0;
  const namedDay = named ? calendarDay(named[1] ?? '', month, named[3] ?? '') : null;
  return namedDay ? { value: namedDay, precision: 'day' } : null;
}
