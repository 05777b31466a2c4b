/** The shape of what a rule finds, and what a verb group says of it: its kind, its distance, whether it is real. */
import type { AttributionKind } from '../model';
import type { CueForm } from './cue-verbs';
import type { Range } from './reading';
import type { VerbGroup } from './verb-group';

/** What a rule found, in tokens. */
export interface Found {
  readonly source: Range | null;
  readonly cue: Range;
  readonly content: readonly Range[];
  readonly kind: AttributionKind;
  readonly hedged: boolean;
  readonly unreal: boolean;
}

export const qualities = (cue: CueForm, group: VerbGroup) => ({
  kind: kindOf(cue, group),
  hedged: group.hedged,
  unreal: group.unreal,
});

function kindOf(cue: CueForm, group: VerbGroup): AttributionKind {
  if (group.refused && cue.verb.kind === 'statement') return 'no-comment';
  if (group.unreal && cue.verb.kind === 'statement') return 'intention';
  return cue.verb.kind;
}
