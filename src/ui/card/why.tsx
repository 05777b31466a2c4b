/** The why-line: on what grounds the words were taken for this one, in one sentence. */
import type { LinkReason } from '@/core/model/mention';
import { Foreign } from '../primitives/text';
import type { CardBasis } from './card-state';

/** The rest of the sentence that begins “Matched ‘Rutte’”. */
const WHY: Readonly<Record<LinkReason, string>> = {
  'full-name': 'the name in full',
  'title-and-surname': 'title and surname',
  'named-in-full': 'named in full in this article',
  'only-bearer': 'a name that nobody else in your packs bears',
  'by-context': 'others bear this name, but the article speaks of this one',
  corrected: 'as you said',
};

const WHERE: Readonly<Record<CardBasis['where'], string>> = { above: 'above', below: 'further down', beside: 'right here' };

/** `of` the words that a reason rests on: for a surname the full name, for the context what speaks for it. */
export function Why({ reason, basis }: { readonly reason: LinkReason; readonly basis?: CardBasis | undefined }) {
  if (!basis || (reason !== 'named-in-full' && reason !== 'by-context')) return <>{WHY[reason]}</>;
  return (
    <>
      {reason === 'by-context' ? 'the article speaks of' : 'named in full as'} “<Foreign>{basis.surface}</Foreign>” {WHERE[basis.where]}
    </>
  );
}
