/**
 * How many independent origins stand behind a group of accounts, and which account leans on which, on what ground.
 *
 * Accounts and what they lean on are a directed graph: an outlet's voice (its publisher family), an agency, a document.
 * An origin is a node that leans on nothing further and of which something shows that it has the story itself: others
 * name it as their source, it is an agency, or its account says how it knows. It fails closed: an account that shows
 * nothing, or that gives unnamed reports, is unclear and never counted, and whoever names another outlet leans on it.
 * Takes accounts with names resolved; judges nobody's truth.
 */
import { type Edtf, newestFirst } from '../model/edtf';
import { foldedName } from './families';
import { documentsIn, ownReporting, unnamedReports } from './origin-cues';
import { type CutText, createNameFinder, cutText, type NameFinder } from './outlet-names';
import { isCopy, shingles } from './same-text';

export interface OriginOutlet {
  readonly name: string;
  /** Every spelling under which texts and credits name it, `name` among them or not. */
  readonly names: readonly string[];
  /** Equal voices are one publisher ({@link createFamilies}). */
  readonly voice: string;
  readonly agency: boolean;
}

export interface Account {
  readonly id: string;
  /** Who carried it; null where no outlet is known. */
  readonly outlet: OriginOutlet | null;
  /** The claim's wording or the article's title and lead: what tells where the outlet has it from. */
  readonly text: string;
  /** What a pack or the reading of the text says that it leans on. */
  readonly via: readonly string[];
  /** Agencies credited on the page. */
  readonly credits: readonly string[];
  /** The feed's `<source>`: the publisher from which an item was taken over. */
  readonly source: string | null;
  /** When this outlet carried it. */
  readonly carried: Edtf | null;
}

/** Why an account leans on something. */
export type GroundKind =
  | 'wire-credit' // an agency is credited
  | 'feed-source' // the feed names the publisher that it was taken from
  | 'via' // the claim's record names it
  | 'named-in-text' // its text names another outlet
  | 'document' // a leak, a release, transcripts that others may have read too
  | 'same-text' // its text is another's
  | 'same-publisher' // one publisher family
  | 'unnamed-reports'; // reports that nobody signs

export interface Ground {
  readonly kind: GroundKind;
  /** What it leans on, for the reader: an outlet, an agency, a document; for unnamed reports the words that say so. */
  readonly on: string;
  /** The words of the text that earned it. */
  readonly words?: string;
}

export type Standing = 'origin' | 'leans' | 'unclear';

export interface AccountOrigin {
  readonly account: string;
  readonly outlet: string | null;
  readonly standing: Standing;
  /** For an origin: the words that show its own reporting, where its text has them. */
  readonly own?: string;
  readonly grounds: readonly Ground[];
  /** Indices in {@link OriginReport.origins}; empty where unclear. */
  readonly origins: readonly number[];
}

export interface Origin {
  readonly name: string;
  /** `source`: a name that is no known outlet's. */
  readonly kind: 'outlet' | 'agency' | 'document' | 'source';
  /** Ids of the accounts that are it or lean on it. */
  readonly accounts: readonly string[];
}

export interface OriginReport {
  /** Voices that carried it, unknown outlets not counted. */
  readonly outlets: number;
  readonly origins: readonly Origin[];
  /** Accounts of which nothing shows whence they have it. */
  readonly unclear: number;
  /** In the order given. */
  readonly accounts: readonly AccountOrigin[];
  /** The earliest dated account; of one that leans on an origin, that origin is named. Null where nothing is dated. */
  readonly first: { readonly name: string; readonly date: Edtf; readonly through: string | null } | null;
}

/** A node of the graph: one voice, or one document. */
interface Node {
  readonly key: string;
  readonly name: string;
  readonly kind: Origin['kind'];
  readonly leansOn: Set<string>;
  known: boolean;
}

const UNNAMED = '?';
/** What attribution and packs write for reports that nobody signs. */
const UNNAMED_VIA = /^unnamed\b/i;
/** "(AP)", "(Harn/dpa)", "reporting by Reuters" are credits wherever they stand; the name alone is a citation. Both lean. */
const PARENTHESISED = /\([^()]{0,30}$/;

/** `known`: the outlets and agencies that texts may name, those of the accounts among them or not. */
export function traceOrigins(accounts: readonly Account[], known: readonly OriginOutlet[] = []): OriginReport {
  const outlets = new Map<string, OriginOutlet[]>();
  for (const outlet of [...accounts.flatMap(({ outlet }) => outlet ?? []), ...known]) {
    const list = outlets.get(outlet.voice);
    if (list) list.push(outlet);
    else outlets.set(outlet.voice, [outlet]);
  }
  const finders = new Map(
    [...outlets].map(([voice, list]) => [voice, createNameFinder(list.flatMap(({ name, names }) => [name, ...names]))]),
  );
  const nodes = new Map<string, Node>();
  const nodeOf = (key: string, name: string, kind: Origin['kind']): Node => {
    const found = nodes.get(key);
    if (found) return found;
    const fresh: Node = { key, name, kind, leansOn: new Set(), known: false };
    nodes.set(key, fresh);
    return fresh;
  };
  const outletNode = (voice: string): Node => {
    const [outlet] = outlets.get(voice) ?? [];
    return nodeOf(voice, outlet?.name ?? voice, outlet?.agency ? 'agency' : 'outlet');
  };
  /** Another outlet by one of its names, or any name as it stands. */
  const named = (name: string): Node => {
    const folded = foldedName(name);
    for (const [voice, list] of outlets)
      if (list.some((o) => [o.name, ...o.names].some((n) => foldedName(n) === folded))) return outletNode(voice);
    const cut = cutText(name);
    for (const [voice, finder] of finders) if (finder.find(cut) === name) return outletNode(voice);
    const [paper] = documentsIn(name);
    if (paper) return nodeOf(`document:${paper.name}`, paper.name, 'document');
    return nodeOf(`name:${folded}`, name, 'source');
  };

  const texts = accounts.map(({ text }) => shingles(text));
  const read = accounts.map((account, i) => {
    // An account of no known outlet is a node by itself, and never known.
    const node = account.outlet ? outletNode(account.outlet.voice) : nodeOf(`account:${account.id}`, account.id, 'outlet');
    const cut = cutText(account.text);
    const grounds: Ground[] = [];
    const lean = (kind: GroundKind, on: Node, words?: string): void => {
      if (on === node) return;
      grounds.push(words === undefined ? { kind, on: on.name } : { kind, on: on.name, words });
      node.leansOn.add(on.key);
      on.known = true;
    };
    for (const credit of account.credits) lean('wire-credit', named(credit));
    if (account.source) lean('feed-source', named(account.source));
    for (const via of account.via) {
      if (UNNAMED_VIA.test(via)) grounds.push({ kind: 'unnamed-reports', on: via });
      else lean('via', named(via));
    }
    for (const [voice, finder] of finders) {
      if (voice === node.key) continue;
      const words = finder.find(cut);
      if (!words || ownShort(account.outlet, words)) continue;
      const before = account.text.slice(0, account.text.indexOf(words));
      lean(PARENTHESISED.test(before) ? 'wire-credit' : 'named-in-text', outletNode(voice), words);
    }
    for (const paper of documentsIn(account.text)) lean('document', nodeOf(`document:${paper.name}`, paper.name, 'document'), paper.words);
    const unnamed = unnamedReports(account.text);
    if (unnamed && !grounds.some(({ kind }) => kind === 'unnamed-reports'))
      grounds.push({ kind: 'unnamed-reports', on: unnamed, words: unnamed });
    if (grounds.some(({ kind }) => kind === 'unnamed-reports')) node.leansOn.add(UNNAMED);
    const own = account.outlet ? ownWords(cut, account.outlet, finders.get(account.outlet.voice)) : null;
    if (grounds.length === 0 && (own || account.outlet?.agency)) node.known = true;
    return { account, node, grounds, own, text: texts[i] ?? new Set<string>() };
  });

  // Copies of one text are one origin whichever came first; the later leans on the earlier.
  const order = read.map((_, i) => i).sort((a, b) => oldestFirst(read[a]?.account.carried, read[b]?.account.carried) || a - b);
  order.forEach((i, place) => {
    const later = read[i];
    if (!later) return;
    for (const j of order.slice(0, place)) {
      const earlier = read[j];
      if (!earlier || earlier.node === later.node || !isCopy(later.text, earlier.text)) continue;
      later.grounds.push({ kind: 'same-text', on: earlier.node.name });
      later.node.leansOn.add(earlier.node.key);
      break;
    }
  });

  const roots = rootsOf(nodes);
  // Where everything hangs together, nobody else can be behind it: then the one root is the origin though nothing shows it.
  const allRoots = new Set(read.flatMap(({ node }) => [...(roots.get(node.key) ?? [])]));
  const [only] = allRoots;
  const single = allRoots.size === 1 && only !== undefined && only !== UNNAMED && read.every(({ account }) => account.outlet !== null);
  const counted = supported(
    read.map(({ node }) => [...(roots.get(node.key) ?? [])].filter((key) => key !== UNNAMED && (single || nodes.get(key)?.known))),
  );
  const place = new Map(counted.map((key, i) => [key, i]));

  const firstOfVoice = new Set<string>();
  const traced = read.map(({ account, node, grounds, own }): AccountOrigin => {
    const origins = [...(roots.get(node.key) ?? [])].flatMap((key) => place.get(key) ?? []).sort((a, b) => a - b);
    // What one account of a voice leans on, all of them do: it may have told the whole house.
    const housed = firstOfVoice.has(node.key) || (grounds.length === 0 && node.leansOn.size > 0);
    const family = housed ? [{ kind: 'same-publisher' as const, on: node.name }] : [];
    firstOfVoice.add(node.key);
    const all = [...grounds, ...family];
    const standing = origins.length === 0 ? 'unclear' : all.length === 0 ? 'origin' : 'leans';
    const base = { account: account.id, outlet: account.outlet?.name ?? null, standing, grounds: all, origins } as const;
    return own && standing === 'origin' ? { ...base, own } : base;
  });
  const origins = counted.map((key, i): Origin => {
    const node = nodes.get(key);
    const own = traced.filter((t) => t.origins.includes(i)).map((t) => t.account);
    return { name: node?.name ?? key, kind: node?.kind ?? 'outlet', accounts: own };
  });
  return {
    outlets: new Set(accounts.flatMap(({ outlet }) => outlet?.voice ?? [])).size,
    origins,
    unclear: traced.filter(({ standing }) => standing === 'unclear').length,
    accounts: traced,
    first: firstOf(order, read, traced, origins),
  };
}

/** Says the text in the outlet's own voice, or by its own name ("told the Observer"), how it knows? */
function ownWords(cut: CutText, outlet: OriginOutlet, finder: NameFinder | undefined): string | null {
  const own = ownReporting(cut.text);
  if (own) return own;
  const name = finder?.find(cut) ?? shortName(outlet)?.find(cut);
  return name ? withWordsBefore(cut.text, name) : null;
}

/** "told the Post" says more than "Post". */
function withWordsBefore(text: string, words: string): string {
  const at = text.indexOf(words);
  return `${/(?:\p{L}+\s){0,2}$/u.exec(text.slice(0, at))?.[0] ?? ''}${words}`;
}

/** Papers call themselves by the last word of their name: the Observer, the Gazette. */
function shortName(outlet: OriginOutlet | null): NameFinder | null {
  const last = outlet?.name.split(/\s+/).at(-1);
  return last && last.length > 3 && outlet?.name !== last ? createNameFinder([last]) : null;
}

/** "The Post" in the Inland Post is itself, though another outlet of that name is known. */
const ownShort = (outlet: OriginOutlet | null, words: string): boolean =>
  !words.includes(' ') && shortName(outlet)?.find(cutText(words)) === words;

/** For each node the keys of those that it leans on in the end; those that lean on each other in a circle are one, by the first of them. */
function rootsOf(nodes: ReadonlyMap<string, Node>): Map<string, ReadonlySet<string>> {
  const reach = new Map<string, Set<string>>();
  for (const key of nodes.keys()) {
    const seen = new Set<string>([key]);
    for (const at of seen) for (const next of nodes.get(at)?.leansOn ?? []) seen.add(next);
    reach.set(key, seen);
  }
  const roots = new Map<string, ReadonlySet<string>>();
  for (const [key, seen] of reach) {
    const found = new Set<string>();
    for (const candidate of seen) {
      const beyond = reach.get(candidate);
      // Final: whatever it reaches reaches it back.
      if (!beyond || ![...beyond].every((next) => reach.get(next)?.has(candidate))) {
        if (candidate === UNNAMED) found.add(UNNAMED);
        continue;
      }
      found.add([...beyond].sort()[0] ?? candidate);
    }
    roots.set(key, found);
  }
  return roots;
}

/**
 * The roots that count, from those of each account. Of several that one account names together ("AFP, dpa") nothing says
 * that each has the story; one counts where it is all that some account leans on, else the first stands for them.
 */
function supported(perAccount: readonly (readonly string[])[]): string[] {
  const sure = new Set(perAccount.flatMap((roots) => (roots.length === 1 ? roots : [])));
  for (const [first, ...more] of perAccount) if (first !== undefined && ![first, ...more].some((key) => sure.has(key))) sure.add(first);
  return [...sure];
}

interface Read {
  readonly account: Account;
}

function firstOf(
  order: readonly number[],
  read: readonly Read[],
  traced: readonly AccountOrigin[],
  origins: readonly Origin[],
): OriginReport['first'] {
  for (const i of order) {
    const account = read[i]?.account;
    const trace = traced[i];
    if (!account?.carried || !trace || !account.outlet) continue;
    const [only, ...more] = trace.origins;
    // That its house leans on an agency elsewhere does not date the agency's report.
    const leans = trace.grounds.some(({ kind }) => kind !== 'same-publisher');
    const origin = leans && only !== undefined && more.length === 0 ? origins[only]?.name : undefined;
    return origin && origin !== account.outlet.name
      ? { name: origin, date: account.carried, through: account.outlet.name }
      : { name: account.outlet.name, date: account.carried, through: null };
  }
  return null;
}

/** Unknown dates come last here too. */
function oldestFirst(a: Edtf | null | undefined, b: Edtf | null | undefined): number {
  if (!a || !b) return Number(!a) - Number(!b);
  return newestFirst(b, a);
}
