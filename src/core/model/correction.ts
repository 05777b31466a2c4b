/**
 * What the reader says against the linker: this word does not name that actor, it names another, or it names nobody.
 * Only shapes; corrections.ts in core/linking applies them.
 */
import type { SubjectKind } from './actor';
import type { QualifiedId } from './ids';

/** How far a correction reaches. `address` is a canonical address, `host` a site's registrable host. */
export type Scope =
  | { readonly in: 'page'; readonly address: string }
  | { readonly in: 'site'; readonly host: string }
  | { readonly in: 'everywhere' };

/** `not`: the word is not this subject; `other`: it is this one, whoever else bears it; `never`: it is no name at all. */
export type Judgement =
  | { readonly is: 'not'; readonly subject: QualifiedId }
  | { readonly is: 'other'; readonly subject: QualifiedId }
  | { readonly is: 'never' };

/** One rule of the reader's. */
export interface Correction {
  /** Random, so that a rule keeps its identity through export, import and undo. */
  readonly id: string;
  /** The word as the page wrote it; corrections.ts says when two are the same. */
  readonly word: string;
  readonly says: Judgement;
  readonly where: Scope;
  /** When it was made, ISO 8601 in UTC. */
  readonly made: string;
}

/** A correction as a page gets it: without what a page has no use for, and with the kind of the one who is
 * meant instead and whether it may be painted openly. */
export interface PageCorrection {
  readonly word: string;
  readonly says:
    | Exclude<Judgement, { readonly is: 'other' }>
    | { readonly is: 'other'; readonly subject: QualifiedId; readonly kind: SubjectKind; readonly open: boolean };
  /** Null for a rule of the whole site or of all sites: the background hands over only those that reach this site. */
  readonly address: string | null;
}
