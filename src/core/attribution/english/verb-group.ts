/**
 * A cue verb with what belongs to it on its left: auxiliaries, adverbs, "went on to", "declined to". Says whether the group
 * is passive, denied, or not yet true. Knows nothing of subjects.
 */
import { CUE_FORMS } from './cue-verbs';
import { lowerAt, quoted, type Reading, tagAt } from './reading';
import { BE, MODALS, NEGATIVES } from './words';

export interface VerbGroup {
  readonly from: number;
  readonly to: number;
  readonly passive: boolean;
  /** Denied, refused, or only expected. */
  readonly unreal: boolean;
  /** Refused, or failed: "declined to comment". */
  readonly refused: boolean;
  /** It stands after "to" with no verb before that carries it: "used the speech to attack". */
  readonly bareInfinitive: boolean;
  readonly hedged: boolean;
}

/** Verbs that carry an infinitive of speech, by what they do to it. */
const CARRIERS: ReadonlyMap<string, 'real' | 'refused' | 'unreal' | 'hedged'> = new Map(
  Object.entries({
    on: 'real', // went on to
    continued: 'real',
    continues: 'real',
    continue: 'real',
    continuing: 'real',
    began: 'real',
    begun: 'real',
    seemed: 'real',
    seems: 'real',
    appeared: 'real',
    appears: 'real',
    seem: 'real',
    appear: 'real',
    dared: 'real',
    declined: 'refused',
    declines: 'refused',
    declining: 'refused',
    refused: 'refused',
    refuses: 'refused',
    refusing: 'refused',
    failed: 'refused',
    expected: 'unreal',
    likely: 'unreal',
    set: 'unreal',
    due: 'unreal',
    scheduled: 'unreal',
    going: 'unreal',
    planned: 'unreal',
    plans: 'unreal',
    plan: 'unreal',
    wants: 'unreal',
    wanted: 'unreal',
    said: 'hedged',
    reported: 'hedged',
    believed: 'hedged',
    understood: 'hedged',
  } as const),
);
const HEDGES = new Set(['reportedly', 'allegedly', 'apparently', 'purportedly', 'supposedly', 'ostensibly']);
/** How far a group reaches to the left; "would later repeatedly be reported to have said" has eight words. */
const MAX_GROUP = 9;

/** The group of the cue verb at `at`, not reaching left of `lo`. */
export function verbGroup(r: Reading, at: number, lo: number): VerbGroup {
  let from = at;
  let passive = false;
  let refused = false;
  let unreal = false;
  let hedged = HEDGES.has(lowerAt(r, at + 1));
  let bareInfinitive = false;
  const form = CUE_FORMS.get(lowerAt(r, at))?.form;
  const canBePassive = form === 'past' || form === 'participle';
  for (let steps = 0; steps < MAX_GROUP && from > lo; steps++) {
    const left = from - 1;
    if (quoted(r, left)) break;
    const lower = lowerAt(r, left);
    const tag = tagAt(r, left);
    if (NEGATIVES.has(lower)) unreal = refused = true;
    if (MODALS.has(lower)) unreal = true;
    if (HEDGES.has(lower)) hedged = true;
    if (tag === 'auxiliary' || tag === 'adverb') {
      if (BE.has(lower) && canBePassive && onlyAdverbsBetween(r, left + 1, at)) passive = true;
      from = left;
    } else if (tag === 'to' && from > lo + 1) {
      let carrier = left - 1;
      if (tagAt(r, carrier) === 'adverb' && !CARRIERS.has(lowerAt(r, carrier))) carrier--;
      const effect = CARRIERS.get(lowerAt(r, carrier));
      if (effect === undefined || carrier < lo) {
        bareInfinitive = true;
        from = left;
        break;
      }
      if (effect === 'refused') refused = unreal = true;
      if (effect === 'unreal') unreal = true;
      if (effect === 'hedged') hedged = true;
      from = lowerAt(r, carrier) === 'on' && carrier > lo ? carrier - 1 : carrier;
    } else break;
  }
  // A leading adverb after a comma belongs to the clause before.
  while (from < at && tagAt(r, from) === 'adverb' && lowerAt(r, from - 1) === ',') from++;
  return { from, to: at + 1, passive, unreal, refused, bareInfinitive, hedged };
}

function onlyAdverbsBetween(r: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (tagAt(r, i) !== 'adverb' && tagAt(r, i) !== 'auxiliary') return false;
  return true;
}
