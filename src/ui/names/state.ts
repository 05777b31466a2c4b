/** What the names page shows and what it can ask for. Shapes only. */
import type { Actor } from '@/core/model/actor';
import type { QualifiedId } from '@/core/model/ids';
import type { DiscreetLines, Paint, Painting } from '@/core/model/painting';
import type { CorrectionView, NameBearer, PackPaint } from '@/core/model/view';
import type { Doubt, OwnKind, ProposalWhy } from '@/core/naming/propose';

/** One name in the form: proposed or written by the reader. */
export interface FormName {
  readonly text: string;
  readonly why: ProposalWhy;
  readonly taken: boolean;
  readonly doubts: readonly Doubt[];
  /** Others who bear it already; null until it is known. */
  readonly bearers: readonly NameBearer[] | null;
}

export interface TrackForm {
  /** Null for a name that is tracked for the first time. */
  readonly id: QualifiedId | null;
  readonly name: string;
  readonly kind: OwnKind;
  readonly description: string;
  readonly names: readonly FormName[];
  /** What stands in the way of saving, as a sentence; null where nothing does. */
  readonly problem: string | null;
}

/** What was just done and can be undone. */
export interface Done {
  readonly what: string;
  /** Null where it cannot be taken back. */
  readonly undo: (() => void) | null;
}

export interface NamesState {
  readonly form: TrackForm | null;
  readonly actors: readonly Actor[] | null;
  readonly corrections: readonly CorrectionView[] | null;
  readonly painting: Painting | null;
  readonly packs: readonly PackPaint[];
  readonly done: Done | null;
  /** A fault of the last thing asked, as a sentence. */
  readonly fault: string | null;
}

export interface NamesCallbacks {
  onNew(): void;
  onEdit(actor: Actor): void;
  onRemove(actor: Actor): void;
  onName(name: string): void;
  onKind(kind: OwnKind): void;
  onDescription(text: string): void;
  onTake(text: string, taken: boolean): void;
  onAdd(text: string): void;
  onSave(): void;
  onCancel(): void;
  onForget(correction: CorrectionView): void;
  onPaint(of: 'pack' | 'subject', id: string, paint: Paint | null): void;
  onLines(lines: DiscreetLines): void;
  onExport(): void;
  onImport(file: { readonly name: string; text(): Promise<string> }): void;
}
