/**
 * What goes into a gazetteer and what a scan gives back. Shapes only.
 * compile.ts makes the packed form, packed.ts describes it, scan.ts reads it.
 */
import type { NameForm, SubjectKind } from '../model/actor';
import type { QualifiedId } from '../model/ids';

/** The names of one tracked actor or event, as the store hands them to the compiler. */
export interface SubjectNames {
  readonly id: QualifiedId;
  readonly kind: SubjectKind;
  /** The display name and the names that count alone; weak ones among them are kept as weak. */
  readonly names: readonly NameForm[];
  /** Family names that count after the full name; compile derives one from a person's name where the list is empty. */
  readonly surnames: readonly string[];
  /** The kinds of office that the person holds or held, bits of linking/titles.ts; absent where nothing is known of them. */
  readonly offices?: number;
  /** ISO 3166-1 alpha-2 code of the country that the subject is, lies in or belongs to; absent where nothing is known. */
  readonly country?: string;
  /** May be painted where the page can see it (packs painted openly); everything else only in the closed root. */
  readonly open: boolean;
}

/** One subject that a matched stretch of text could name. `subject` is the index in the gazetteer's subject table. */
export interface Candidate {
  readonly subject: number;
  /** `full`: a name that counts alone; `surname`: counts once the person is named in full; `weak`: never alone. */
  readonly form: 'full' | 'surname' | 'weak';
}

/**
 * A stretch of text that equals a tracked name. Offsets are UTF-16 units, end exclusive. The candidates are all
 * events or all actors; two matches overlap only where one is of events and the other of actors.
 */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly candidates: readonly Candidate[];
}

/** What a subject index stands for. */
export interface SubjectEntry {
  readonly id: QualifiedId;
  readonly kind: SubjectKind;
  readonly open: boolean;
  /** As in {@link SubjectNames}. */
  readonly offices?: number;
  readonly country?: string;
}

/** A gazetteer ready to scan with: a wrapped packed form, or the naive reference of the tests. */
export interface Gazetteer {
  /** Number of names compiled in, as the subjects give them; the spellings of each are not counted. */
  readonly size: number;
  /**
   * Whole words, leftmost first, then longest, for actors and for events each: an event's name does not hide the
   * actors in it. Sorted by start, the shorter first, an actor before an event. Linear in the text's length.
   */
  scan(text: string): Match[];
  subject(index: number): SubjectEntry;
}
