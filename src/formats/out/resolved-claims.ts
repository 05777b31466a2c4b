/** The lines of a pack → its claims with every name resolved, one by one, for programs that know no ids. Pure. */
import { type Claim, leadingClock } from '@/core/model/claim';
import { claimOf } from '@/core/pack/claim-text';

export interface ResolvedClaim {
  readonly claim: Claim;
  readonly speaker: string | null;
  readonly outlet: string | null;
  /** Names of those it concerns. */
  readonly actors: readonly string[];
  readonly events: readonly string[];
  readonly via: readonly string[];
  /** The date that dates it, and what it is the date of; null where it is unknown. */
  readonly date: { readonly edtf: string; readonly clock: string } | null;
  /** Where the words stand, or the article in which they were read; null where neither has an address. */
  readonly url: string | null;
  readonly article: { readonly title: string; readonly published: string | null } | null;
}

interface Line {
  readonly type?: string;
  readonly id: string;
  readonly name?: string;
  readonly title?: string;
  readonly url?: string | null;
  readonly published?: string | null;
}

/** `text`: whole lines of a pack, as store/export.ts yields them. Holds names and articles, no claims. */
export function createResolver(): (text: string) => ResolvedClaim[] {
  let pack = '';
  const names = new Map<string, string>();
  const articles = new Map<string, Line>();
  const local = (id: string) => (id.startsWith(`${pack}:`) ? id.slice(pack.length + 1) : id);
  const nameOf = (id: string) => names.get(local(id)) ?? id;

  const resolve = (line: string): ResolvedClaim => {
    const claim = claimOf(pack, line);
    const leading = leadingClock(claim);
    const article = claim.readIn ? articles.get(local(claim.readIn)) : undefined;
    return {
      claim,
      speaker: claim.speaker ? nameOf(claim.speaker) : (claim.speakerName ?? null),
      outlet: claim.outlet ? nameOf(claim.outlet) : null,
      actors: claim.actors.map(nameOf),
      events: claim.events.map(nameOf),
      via: claim.via.map(({ name }) => name),
      date: leading && { edtf: leading.value.edtf, clock: leading.clock },
      url: claim.evidence?.url ?? article?.url ?? null,
      article: article ? { title: article.title ?? '', published: article.published ?? null } : null,
    };
  };

  return (text) =>
    text
      .split('\n')
      .filter(Boolean)
      .flatMap((line) => {
        if (line.startsWith('{"type":"claim",')) return [resolve(line)];
        const record = JSON.parse(line) as Line;
        if (record.type === undefined) pack = record.id;
        else if (record.type === 'article') articles.set(record.id, record);
        else names.set(record.id, record.name ?? record.id);
        return [];
      });
}
