/** What each tab lists of a page, and how much of it. Pure. */
import type { PageClaims, PageFacts, RelatedView } from '../model/view';

export const countOf = (claims: PageClaims): number => (claims.status === 'ready' ? claims.claims.length : 0);

/** A group may be there only for its differences. */
export const covering = ({ coverage }: PageFacts) => coverage.filter(({ items }) => items.length > 0);
export const differingIn = ({ coverage }: PageFacts) => coverage.filter(({ differs = [] }) => differs.length > 0);
/** Groups: articles that are only like the page are one. */
export const countRelated = ({ claims, alike }: RelatedView): number => claims.length + Number(alike.length > 0);
export const differences = (facts: PageFacts): number => differingIn(facts).reduce((sum, { differs = [] }) => sum + differs.length, 0);
