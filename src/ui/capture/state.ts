/** What the capture form can show and what it can ask for. Shapes only. */
import type { Capture, CaptureDraft } from '@/core/model/page-claim';

export type CaptureState =
  | { readonly kind: 'loading' }
  /** `message`: a sentence for the reader. */
  | { readonly kind: 'failed'; readonly message: string }
  | {
      readonly kind: 'form';
      readonly draft: CaptureDraft;
      /** What keeps it from being saved, and where in the form. */
      readonly problem: { readonly of: 'text' | 'date' | 'all'; readonly message: string } | null;
      readonly saving?: boolean;
    }
  | { readonly kind: 'saved'; readonly draft: CaptureDraft };

export interface CaptureCallbacks {
  readonly onSave: (capture: Capture) => void;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}
