/**
 * Who publishes the page: the outlet known by its domain, else the name that the page gives itself.
 * Takes what was read; knows outlets only as handed in.
 */
import { siteOf } from '@/core/model/address';
import type { LinkedArticle } from './json-ld';
import { firstOf, type MetaTags } from './meta';
import type { MicrodataArticle } from './microdata';
import { compact, tidy } from './title';

/** An outlet as far as its pages' publisher is concerned. */
export interface KnownOutlet {
  readonly name: string;
  readonly domains: readonly string[];
}

export interface Publisher {
  readonly name: string;
  readonly domain: string | null;
  readonly basis: 'outlet' | SiteName['basis'] | 'title' | 'address';
}

/** Finds the outlet of a host: a domain counts for its subdomains, the longest first. */
export function createOutletLookup(outlets: Iterable<KnownOutlet>): (host: string) => KnownOutlet | null {
  const byDomain = new Map<string, KnownOutlet>();
  for (const outlet of outlets) for (const domain of outlet.domains) byDomain.set(domain, outlet);
  return (host) => {
    const labels = host.toLowerCase().split('.');
    for (let i = 0; i + 1 < labels.length; i++) {
      const outlet = byDomain.get(labels.slice(i).join('.'));
      if (outlet) return outlet;
    }
    return null;
  };
}

/** Longest name of a publication; a longer one is a slogan. */
const MAX_NAME = 80;

/** A name that the page gives its site, and where. */
export interface SiteName {
  readonly name: string;
  readonly basis: 'json-ld' | 'meta' | 'microdata';
}

/** Every name that the page gives its site, most trusted first. */
export function siteNames(linked: LinkedArticle | null, meta: MetaTags, micro: MicrodataArticle): SiteName[] {
  const names: [string | null | undefined, SiteName['basis']][] = [
    [linked?.publisher, 'json-ld'],
    [firstOf(meta, ['og:site_name']), 'meta'],
    [
      firstOf(meta, [
        'publisher',
        'dc.publisher',
        'article:publisher',
        'application-name',
        'apple-mobile-web-app-title',
        'author.publisher',
      ]),
      'meta',
    ],
    [micro.publisher, 'microdata'],
  ];
  return names.flatMap(([name, basis]) =>
    name && !/^https?:/i.test(name) && name.length <= MAX_NAME ? [{ name: tidy(name), basis }] : [],
  );
}

/** `names` as {@link siteNames} gives them; `titleTail` is what the document's title adds to the article's. */
export function readPublisher(
  host: string,
  outlet: KnownOutlet | null,
  names: readonly SiteName[],
  titleTail: string | null,
): Publisher | null {
  const domain = host ? siteOf(host) : null;
  if (outlet && !namesSubdomain(names, host, domain)) return { name: outlet.name, domain, basis: 'outlet' };
  // A company often stands as the publisher of all its papers; the name that the domain repeats is the paper's.
  const label = compact(domain?.split('.')[0] ?? '');
  const own = names.find(({ name }) => label.length > 1 && matchesDomain(name, label));
  if (own) return { ...own, domain };
  if (titleTail && titleTail.length <= MAX_NAME && matchesDomain(titleTail, label)) return { name: titleTail, domain, basis: 'title' };
  if (names[0]) return { ...names[0], domain };
  return domain && !isAddress(domain) ? { name: domain, domain, basis: 'address' } : null;
}

/** A publication of its own under another's domain: its name is the subdomain's (The Japan News on japannews.…). */
function namesSubdomain(names: readonly SiteName[], host: string, domain: string | null): boolean {
  const own = domain && host.endsWith(`.${domain}`) ? compact(host.slice(0, -domain.length)) : '';
  return own.length > 4 && names.some(({ name }) => compact(name.replace(/^the\s+/i, '')) === own);
}

/** `label` is a domain's first label, folded: the name written together, or the initials of its words. */
function matchesDomain(name: string, label: string): boolean {
  const folded = compact(name.replace(/^the\s+/i, ''));
  if (!folded || !label) return false;
  const initials = compact(
    name
      .split(/[\s-]+/)
      .map((w) => w[0] ?? '')
      .join(''),
  );
  return folded.includes(label) || (folded.length > 3 && label.includes(folded)) || (initials.length > 1 && initials === label);
}

const isAddress = (domain: string): boolean => /^[\d.]+$/.test(domain) || !domain.includes('.');
