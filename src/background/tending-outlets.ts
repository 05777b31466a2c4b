/** What is looked up before an outlet is changed: who publishes on a domain already, and which articles go with one. */
import type { Article } from '@/core/model/article';
import type { SubjectDraft } from '@/core/model/edit';
import type { QualifiedId } from '@/core/model/ids';
import { fail } from '@/core/result';
import { domainsOver } from '@/core/tending/subjects';
import type { Store } from '@/store/store';

/** Articles of an outlet that move with a domain that is taken from it, at most: what a desk's archive of one site holds. */
const MOST_MOVED = 5_000;
/** Articles asked for at once. */
const PAGE = 200;

export function createOutletLookups(store: Store) {
  /** Who else publishes on one of these domains, as a fault; null where nobody does. */
  const domainTaken = (draft: SubjectDraft, except: readonly QualifiedId[]) =>
    store.read(async (facts) => {
      const domains = draft.outlet?.domains ?? [];
      const other = (await facts.outlets.withDomains(domains)).find(({ id }) => !except.includes(id));
      const domain = other && domains.find((one) => other.domains.includes(one));
      if (!other) return null;
      return fail('domain-taken', `“${domain}” is where ${other.name} publishes. Take it from there first, or merge the two.`);
    });
  /** The articles of an outlet on these domains, and where it publishes itself, on none of its own that is longer. */
  const articlesOn = async (outlet: QualifiedId, taken: readonly string[], kept: readonly string[]): Promise<readonly Article[]> => {
    if (taken.length === 0) return [];
    const all = [...taken, ...kept];
    const isTaken = ({ url }: Article): boolean => {
      const host = url === null ? null : URL.parse(url)?.hostname;
      const domain = host && domainsOver(host).find((one) => all.includes(one));
      return Boolean(domain && taken.includes(domain));
    };
    return store.readLibrary(async (facts, library) => {
      const ids: QualifiedId[] = [];
      for (let offset = 0; offset < MOST_MOVED; offset += PAGE) {
        const { hits } = await library.find({ kind: 'article', text: '', outlet, sort: 'newest', offset, limit: PAGE });
        ids.push(...hits.flatMap((hit) => (hit.kind === 'article' && isTaken(hit.article) ? [hit.article.id] : [])));
        if (hits.length < PAGE) break;
      }
      return [...(await facts.untended.articles.get(ids)).values()];
    });
  };

  return { domainTaken, articlesOn };
}
