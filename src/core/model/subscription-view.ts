/** What the library shows of the packs that the reader subscribed to. Shapes only. */

/** Times are milliseconds since 1970. */
export interface SubscriptionView {
  readonly url: string;
  /** Its host in letters and, where that differs, as it goes over the wire. */
  readonly host: string;
  /** '' until the first answer. */
  readonly title: string;
  /** The pack's id; null until the first answer. */
  readonly pack: string | null;
  /** The revision of that pack that is shown; null where none is. */
  readonly shown: number | null;
  /** A revision that is here whole and waits for the reader; `left`: it is not applied by itself, whatever the reader chose. */
  readonly waiting: { readonly revision: number; readonly size: number; readonly left: boolean } | null;
  /** A revision that is being fetched: how many of its parts are here. */
  readonly fetching: { readonly revision: number; readonly here: number; readonly parts: number } | null;
  readonly daily: boolean;
  readonly automatic: boolean;
  /** When it was last asked; null where it never was. */
  readonly triedAt: number | null;
  /** When it last answered with a pack; null where it never did. */
  readonly okAt: number | null;
  /** When it is asked again, where it is asked daily. */
  readonly nextAt: number;
  /** Why the last try failed, for the reader. */
  readonly fault: string | null;
  /** The match pattern whose permission it needs, and whether that is granted now. */
  readonly pattern: string;
  readonly allowed: boolean;
}
