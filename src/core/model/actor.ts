/**
 * An actor: a person, organisation, place or outlet that the reader tracks.
 * Only shapes; how names become a gazetteer is core/gazetteer, how a pack writes them is core/pack.
 */
import type { Edtf } from './edtf';
import type { QualifiedId } from './ids';

export type ActorKind = 'person' | 'organisation' | 'place' | 'outlet';

/** What a mark on the page can stand for. The order is the number that the packed gazetteer stores. */
export const SUBJECT_KINDS = ['person', 'organisation', 'place', 'outlet', 'event'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/**
 * One way of writing a name.
 * `case`: `auto` (default) asks for capitals as written here, or all capitals, and takes a short all-capital
 * name (EU, US, WHO) exactly; `exact` takes only this spelling; `any` takes any.
 * `weak`: a name that is also a word or someone else's (The Times, Time): never enough by itself.
 */
export interface NameForm {
  readonly text: string;
  readonly lang?: string;
  readonly case?: 'auto' | 'exact' | 'any';
  readonly weak?: boolean;
}

/** An office held. `from` and `to` are EDTF; `asOf` is the last day for which the pack vouches. */
export interface Office {
  readonly title: string;
  readonly of?: QualifiedId;
  readonly from?: Edtf;
  readonly to?: Edtf;
  readonly asOf: Edtf;
  readonly sources: readonly string[];
}

export interface Actor {
  readonly id: QualifiedId;
  readonly kind: ActorKind;
  /** How the card writes it. Counts as a name in text unless `names` holds the same text as weak. */
  readonly name: string;
  /** Names that count alone. */
  readonly names: readonly NameForm[];
  /** A person's family names, in each script: they count once the person is named in full or by title and surname. */
  readonly surnames: readonly string[];
  readonly description?: string;
  readonly offices: readonly Office[];
  /** ISO 3166-1 alpha-2 of the country it belongs to or is. */
  readonly country?: string;
  readonly sources: readonly string[];
}

/** A domain as packs and readers write it: lower case, without scheme or path. */
export const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;
/** A BCP 47 language tag, in its usual short forms. */
export const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;
/** ISO 3166-1 alpha-2. */
export const COUNTRY_CODE = /^[A-Z]{2}$/;

/** An actor that publishes. */
export interface Outlet extends Actor {
  readonly kind: 'outlet';
  readonly domains: readonly string[];
  readonly languages: readonly string[];
  /** The publisher family: outlets of one family are one voice. */
  readonly family?: string;
  readonly agency: boolean;
  /** Addresses of its news feeds, where the pack's author is sure of them. */
  readonly feeds?: readonly string[];
}

export const isOutlet = (actor: Actor): actor is Outlet => actor.kind === 'outlet';
