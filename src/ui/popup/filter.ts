/**
 * The popup's filter: keeps what holds every word that was typed, in any place, whatever its case or accents. Pure.
 */
import type { ClaimView, CoverageGroup, CoverageItem, PageClaims, PageFacts, RelatedView } from '@/core/model/view';
import { formatEdtf } from '../primitives/format-edtf';
import { KIND_WORD } from '../primitives/words';

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const named = (names: readonly ({ readonly name: string } | null)[]): string => names.map((name) => name?.name ?? '').join(' ');

const dateOf = (leading: ClaimView['leading']): string => (leading ? formatEdtf(leading.value.edtf, leading.value.qualifier).text : '');

function claimText(claim: ClaimView): string {
  return [claim.text, claim.quote ?? '', named([claim.speaker, claim.outlet, ...claim.via, ...claim.events]), dateOf(claim.leading)].join(
    ' ',
  );
}

const itemText = (item: CoverageItem): string => [named([item.outlet, ...item.via]), item.text, dateOf(item.leading)].join(' ');

/** A group is kept whole where its event matches, else with the items that do. */
function filterGroup(group: CoverageGroup, holds: (text: string) => boolean): CoverageGroup | null {
  if (holds(named([group.event, group.place]))) return group;
  const items = group.items.filter((item) => holds(`${group.event.name} ${itemText(item)}`));
  // What is said of all its accounts would be wrong of some.
  const { origins: _origins, differs: _differs, ...rest } = group;
  return items.length > 0 ? { ...rest, items } : null;
}

/** Whether a text holds every word of `query`; null where that is blank. */
function matcher(query: string): ((text: string) => boolean) | null {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  return (text) => {
    const folded = fold(text);
    return words.every((word) => folded.includes(word));
  };
}

/** The page's own claims that hold every word of `query`; all of them where it is blank. */
export function filterPageClaims(claims: PageClaims, query: string): PageClaims {
  const holds = matcher(query);
  if (!holds || claims.status !== 'ready') return claims;
  return { ...claims, claims: claims.claims.filter((claim) => holds(claimText(claim))) };
}

/** The claims that hold every word of `query`; all of them where it is blank. */
export function filterClaims(claims: readonly ClaimView[], query: string): readonly ClaimView[] {
  const holds = matcher(query);
  return holds ? claims.filter((claim) => holds(claimText(claim))) : claims;
}

/** The facts that hold every word of `query`; all of them where it is blank. */
export function filterFacts(facts: PageFacts, query: string): PageFacts {
  const holds = matcher(query);
  if (!holds) return facts;
  return {
    ...facts,
    subjects: facts.subjects.filter((subject) => holds(`${subject.name} ${subject.office?.title ?? ''} ${KIND_WORD[subject.kind]}`)),
    coverage: facts.coverage.flatMap((group) => filterGroup(group, holds) ?? []),
    claims: facts.claims.filter((claim) => holds(claimText(claim))),
  };
}

/**
 * `shown` as {@link filterFacts} gives it, with the differences that hold every word themselves beside those of whole groups:
 * a number is looked for by what is counted, not by the event's name.
 */
export function filterDifferences(shown: PageFacts, all: PageFacts, query: string): PageFacts {
  const holds = matcher(query);
  if (!holds) return shown;
  const kept = new Map(shown.coverage.map((group) => [group.event.id, group]));
  const coverage = all.coverage.flatMap((group) => {
    const found = kept.get(group.event.id);
    if (found?.differs) return [found];
    const differs = (group.differs ?? []).filter(({ sides }) =>
      sides.some(({ says, outlet, speaker }) => holds([group.event.name, says, outlet ?? '', speaker ?? ''].join(' '))),
    );
    if (differs.length === 0) return found ? [found] : [];
    return [{ ...(found ?? { ...group, items: [] }), differs }];
  });
  return { ...shown, coverage };
}

/** What is like the page and holds every word of `query`; all of it where that is blank. What is said of a whole group goes with its whole. */
export function filterRelated(related: RelatedView, query: string): RelatedView {
  const holds = matcher(query);
  if (!holds) return related;
  const claims = related.claims.flatMap(({ text, items }) => {
    const found = items.filter((item) => holds(itemText(item)));
    return found.length > 0 ? [{ text, items: found }] : [];
  });
  return { claims, alike: related.alike.filter((item) => holds(itemText(item))) };
}
