/**
 * How the reader wants names drawn: where the page's own scripts can see it, in the closed root only, or not at all.
 * Only shapes, and the one rule by which choices are weighed.
 */
import { packOf, type QualifiedId } from './ids';

/** `open`: as a CSS highlight, which a page can list; `discreet`: as a line that no page can see; `off`: not marked. */
export type Paint = 'open' | 'discreet' | 'off';

/**
 * What pages are told: a choice, or `unmarked`, which is not drawn though its card opens and the popup lists it (where only names with
 * something new are marked).
 */
export type Drawn = Paint | 'unmarked';

/** When discreet lines are drawn. `pointed`: only under the name that the pointer rests on. */
export type DiscreetLines = 'always' | 'pointed';

export interface Painting<P extends Drawn = Paint> {
  readonly lines: DiscreetLines;
  /** By pack id. */
  readonly packs: Readonly<Record<string, P>>;
  /** By the id of the actor or event. */
  readonly subjects: Readonly<Record<QualifiedId, P>>;
}

export const NO_CHOICES: Painting = { lines: 'always', packs: {}, subjects: {} };

/** The reader's choice for a subject; without one, `open` says whether its pack is painted where the page can see it. */
export function paintOf({ packs, subjects }: Painting<Drawn>, subject: { readonly id: QualifiedId; readonly open: boolean }): Drawn {
  const chosen = Object.hasOwn(subjects, subject.id) ? subjects[subject.id] : undefined;
  const pack = packOf(subject.id);
  return chosen ?? (Object.hasOwn(packs, pack) ? packs[pack] : undefined) ?? (subject.open ? 'open' : 'discreet');
}
