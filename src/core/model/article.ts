/** An article: one published report. Only shapes; src/article reads one off a page. */
import type { Edtf } from './edtf';
import type { QualifiedId } from './ids';

export interface Article {
  readonly id: QualifiedId;
  readonly outlet: QualifiedId | null;
  readonly title: string;
  /** Canonical http(s) address, or null where there is none. */
  readonly url: string | null;
  readonly published: Edtf | null;
  readonly lang?: string;
  readonly actors: readonly QualifiedId[];
  readonly events: readonly QualifiedId[];
  readonly sources: readonly string[];
}
