/** The outlets pack: as the tables say, as the format asks, and careful enough to be installed everywhere. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Outlet } from '@/core/model/actor';
import { describeFault, parsePackText } from '@/core/pack/parse';
import { readTable, withFeeds, writePack } from '../../scripts/packs/outlets/read.ts';
import { NATIVE_WORDS, READ_AS_PAPERS, WORDS } from './outlets.words';

const TABLES = new URL('../../scripts/packs/outlets/', import.meta.url);
const json = readFileSync(new URL('../../public/packs/outlets.json', import.meta.url), 'utf8');
const result = parsePackText('outlets.json', json);
if (!result.ok) throw new Error(result.faults.map(describeFault).join('\n'));
const { info, outlets } = result.pack;

/** As the gazetteer compares: without case and diacritics. */
const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The names that are marked by themselves: the display name and the aliases, less the weak ones. */
function plainNames(outlet: Outlet): string[] {
  const weak = new Set(outlet.names.filter((form) => form.weak).map((form) => form.text));
  return [outlet.name, ...outlet.names.map((form) => form.text)].filter((text) => !weak.has(text));
}

/** Lines such as "x: a, b" for every key that more than one outlet has. */
function shared(keys: (outlet: Outlet) => readonly string[]): string[] {
  const owners = new Map<string, Set<string>>();
  for (const outlet of outlets) for (const key of keys(outlet)) owners.set(key, (owners.get(key) ?? new Set()).add(outlet.id));
  return [...owners].filter(([, ids]) => ids.size > 1).map(([key, ids]) => `${key}: ${[...ids].join(', ')}`);
}

describe('the outlets pack', () => {
  it('is what the tables give', () => {
    const tables = readdirSync(TABLES).filter((file) => file.endsWith('.tsv'));
    const records = tables.flatMap((file) => readTable(file, readFileSync(new URL(file, TABLES), 'utf8')));
    expect(json).toBe(writePack(withFeeds(records, readFileSync(new URL('feeds.txt', TABLES), 'utf8'))));
  });

  it('names feeds over https, each once, on addresses that may be fetched', () => {
    const feeds = outlets.flatMap((outlet) => outlet.feeds ?? []);
    expect(feeds.length).toBeGreaterThan(10);
    expect(new Set(feeds).size).toBe(feeds.length);
    expect(feeds.filter((url) => !/^https:\/\/[a-z0-9.-]+\/[\w./~-]*$/.test(url))).toEqual([]);
    expect(() => withFeeds([], '# note\nnobody\thttps://a.test/')).toThrow('feeds.txt:2: no outlet "nobody"');
  });

  it('is free to use and says where it comes from', () => {
    expect(info).toMatchObject({ id: 'outlets', licence: 'CC0-1.0' });
    expect(Object.keys(info.sources)).not.toHaveLength(0);
  });

  it('covers at least 1,200 outlets of 140 countries', () => {
    expect(outlets.length).toBeGreaterThanOrEqual(1200);
    expect(new Set(outlets.map((outlet) => outlet.country)).size).toBeGreaterThanOrEqual(140);
  });

  it('stays small enough to be installed in a moment', () => {
    // Parsing and storing grow with it, and every user has it: a bigger table should be a decision. Half of the world pack's size.
    expect(Buffer.byteLength(json)).toBeLessThan(230_000);
  });

  it('knows the outlets of the first dossier by the names that it uses', () => {
    const names = Object.fromEntries(outlets.map((outlet) => [outlet.id, outlet.name]));
    expect(names).toMatchObject({
      'outlets:cnn': 'CNN',
      'outlets:the-new-york-times': 'The New York Times',
      'outlets:fox-news': 'Fox News',
      'outlets:the-washington-post': 'The Washington Post',
      'outlets:nbc-news': 'NBC News',
      'outlets:abc-news': 'ABC News',
      'outlets:reuters': 'Reuters',
      'outlets:pbs-news': 'PBS News',
      'outlets:der-spiegel': 'Der Spiegel',
      'outlets:the-wall-street-journal': 'The Wall Street Journal',
      'outlets:usa-today': 'USA Today',
    });
  });

  it('uses plain slugs as ids', () => {
    expect(outlets.filter((outlet) => !/^outlets:[a-z0-9]+(?:-[a-z0-9]+)*$/.test(outlet.id))).toEqual([]);
  });

  it('names real countries and languages', () => {
    const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
    // Intl knows ZZ as "Unknown Region" and takes UK for GB: only a canonical code will do.
    const real = (code = 'ZZ') => code !== 'ZZ' && regions.of(code) !== undefined && new Intl.Locale(`und-${code}`).region === code;
    expect(outlets.filter((outlet) => !real(outlet.country)).map((outlet) => outlet.id)).toEqual([]);
    expect(outlets.flatMap((outlet) => outlet.languages).filter((code) => !languages.of(code))).toEqual([]);
  });
});

describe('the domains', () => {
  const domains = outlets.flatMap((outlet) => outlet.domains);

  it('belong to one outlet each', () => {
    expect(domains.filter((domain, i) => domains.indexOf(domain) !== i)).toEqual([]);
  });

  it('do not lie inside each other', () => {
    const all = new Set(domains);
    const inside = domains.filter((domain) => {
      const labels = domain.split('.');
      return labels.some((_, i) => i > 0 && all.has(labels.slice(i).join('.')));
    });
    expect(inside).toEqual([]);
  });

  it('are not hosts that others publish or keep mail on', () => {
    const hosts = [
      'medium.com',
      'substack.com',
      'blogspot.com',
      'wordpress.com',
      'github.io',
      'youtube.com',
      'facebook.com',
      'x.com',
      't.me',
    ];
    const portals = [
      'yahoo.com',
      'yahoo.co.jp',
      'msn.com',
      'google.com',
      'sapo.pt',
      'globo.com',
      'uol.com.br',
      'go.com',
      'wp.pl',
      'onet.pl',
    ];
    const mail = [
      't-online.de',
      'gmx.net',
      'web.de',
      'libero.it',
      'virgilio.it',
      'orange.fr',
      'seznam.cz',
      'mail.ru',
      'ya.ru',
      'ukr.net',
      'qq.com',
    ];
    expect(domains.filter((domain) => [...hosts, ...portals, ...mail].includes(domain))).toEqual([]);
  });

  it('carry no www', () => {
    expect(domains.filter((domain) => domain.startsWith('www.'))).toEqual([]);
  });
});

describe('the names', () => {
  it('are never marked where they are also an everyday word', () => {
    const words = new Set(WORDS.map(fold));
    const article = /^(?:the|der|die|das|le|la|les|el|los|il|o|de|het|to) |^l['’]/;
    const found = outlets.flatMap((outlet) =>
      plainNames(outlet).filter((name) => words.has(fold(name)) || words.has(fold(name).replace(article, ''))),
    );
    expect([...new Set(found)].sort()).toEqual([...READ_AS_PAPERS].sort());
  });

  it('are never marked where they are an everyday phrase of a script without capitals', () => {
    expect(outlets.flatMap(plainNames).filter((name) => NATIVE_WORDS.includes(name))).toEqual([]);
  });

  it('belong to one outlet each where they count alone', () => {
    expect(shared((outlet) => plainNames(outlet).map(fold))).toEqual([]);
  });

  it('are written once in a record, and not both weak and plain', () => {
    const twice = outlets.filter((outlet) => {
      const texts = outlet.names.map((form) => fold(form.text));
      return new Set(texts).size !== texts.length || outlet.names.some((form) => !form.weak && form.text === outlet.name);
    });
    expect(twice.map((outlet) => outlet.id)).toEqual([]);
  });

  it('mix no scripts inside a word', () => {
    // A Latin letter typed inside a Cyrillic or Arabic name would never be found on a page.
    const mixed =
      /\p{Script=Latin}\p{M}*\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{M}*\p{Script=Latin}|\p{Script=Hebrew}\p{Script=Arabic}|\p{Script=Cyrillic}\p{Script=Arabic}/u;
    expect(outlets.flatMap((outlet) => outlet.names.map((form) => form.text)).filter((text) => mixed.test(text))).toEqual([]);
  });
});

describe('a table', () => {
  it('is refused with file and line where a row does not fit', () => {
    expect(() => readTable('x.tsv', '# Nowhere\na\tA\tXX\n')).toThrow('x.tsv:2: expected 8 columns, found 3');
    expect(() => readTable('x.tsv', 'a\tA\tDE\tde\ta.de\tyes\t-\t-')).toThrow('x.tsv:1: expected "agency" or "-", found "yes"');
  });

  it('reads weak and exact names', () => {
    const [record] = readTable('x.tsv', 'a\tA\tDE\tde,en\ta.de,b.de\tagency\tF\tN; ~W; =e');
    expect(record).toMatchObject({
      domains: ['a.de', 'b.de'],
      languages: ['de', 'en'],
      agency: true,
      family: 'F',
      names: ['N', { text: 'W', weak: true }, { text: 'e', case: 'exact' }],
    });
  });
});
