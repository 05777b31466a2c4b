/** What of the reader's own decisions a page is told: the corrections that reach its site, and how names are to be drawn. */

import type { SubjectKind } from '@/core/model/actor';
import { siteOf } from '@/core/model/address';
import type { Correction, PageCorrection, Scope } from '@/core/model/correction';
import { packOf, type QualifiedId } from '@/core/model/ids';
import type { Painting } from '@/core/model/painting';
import type { PageOverlay } from '@/messaging/protocol';
import type { FactStore } from '@/store/store';

/** What a page must know of one who is meant instead. */
interface Entry {
  readonly kind: SubjectKind;
  readonly open: boolean;
}

/** The narrower a correction reaches, the more it weighs. */
const AUTHORITY: Readonly<Record<Scope['in'], number>> = { everywhere: 0, site: 1, page: 2 };

/** Those to be overruled first: the wider before the narrower, then the older before the newer. */
export const byAuthority = (a: Correction, b: Correction): number =>
  AUTHORITY[a.where.in] - AUTHORITY[b.where.in] || (a.made < b.made ? -1 : a.made > b.made ? 1 : 0);

/** How names are drawn, made of what the reader chose. */
export type Repaint = (chosen: Painting) => Promise<PageOverlay['painting']>;

/** `host` is the page's; `repaint`: where only names with something new are to be marked. */
export async function pageOverlay(store: FactStore, host: string, repaint: Repaint | null = null): Promise<PageOverlay> {
  const [all, chosen] = await Promise.all([store.overlay.corrections.all(), store.overlay.painting.get()]);
  const painting = repaint ? await repaint(chosen) : chosen;
  const site = siteOf(host);
  const here = all.filter(({ where }) => reaches(where, site)).sort(byAuthority);
  const meant = here.flatMap(({ says }) => (says.is === 'other' ? [says.subject] : []));
  if (meant.length === 0) return { corrections: here.flatMap((correction) => forPage(correction, () => null) ?? []), painting };
  return store.read(async (facts) => {
    const known = await facts.subjects.get(meant);
    const entry = (id: QualifiedId): Entry | null => {
      const subject = known.get(id);
      const builtIn = facts.packs[packOf(id)]?.builtIn ?? false;
      return subject ? { kind: subject.kind, open: builtIn && !facts.edits.renamed(id) } : null;
    };
    return { corrections: here.flatMap((correction) => forPage(correction, entry) ?? []), painting };
  });
}

function reaches(where: Scope, site: string): boolean {
  if (where.in === 'page') return URL.canParse(where.address) && siteOf(new URL(where.address).hostname) === site;
  return where.in === 'everywhere' || where.host === site;
}

/** Null where the one who is meant is tracked no longer: the rule waits until it is again. */
function forPage({ word, says, where }: Correction, entryOf: (id: QualifiedId) => Entry | null): PageCorrection | null {
  const address = where.in === 'page' ? where.address : null;
  if (says.is !== 'other') return { word, says, address };
  const entry = entryOf(says.subject);
  return entry ? { word, says: { ...says, ...entry }, address } : null;
}
