/**
 * What the page in hand states itself: its sentences that hold a figure about something tracked and that nobody is named
 * for. They stand beside other outlets' claims where accounts differ ("over 26 countries" beside "26 nations").
 * Takes the text, its mentions and the sentences that are attributed already; reads no page.
 */
import { findSentences } from '../attribution/sentences';
import { mentionsIn } from '../attribution/speaker';
import { tokeniseInSteps } from '../attribution/tokens';
import type { Edtf } from '../model/edtf';
import type { Mention } from '../model/mention';
import { finish, type Steps } from '../text/steps';
import { quantitiesIn } from './quantities';
import type { Statement } from './statement';

export interface PageText {
  readonly text: string;
  /** Ordered by place. */
  readonly mentions: readonly Pick<Mention, 'start' | 'end' | 'subject' | 'kind'>[];
  /** Sentences, or parts of them, that are somebody's words. */
  readonly attributed: readonly { readonly start: number; readonly end: number }[];
  /** The page's outlet, for the reader, and its publisher family. */
  readonly outlet: string | null;
  readonly voice: string | null;
  readonly published: Edtf | null;
}

/** A sentence with a figure costs some hundredths of a millisecond, and most have none. */
const SENTENCES_A_STEP = 20;

/** In reading order; ids are `page:` and the sentence's place in the text. */
export const pageFigures = (page: PageText): Statement[] => finish(pageFiguresInSteps(page));

/** The same in small steps: a pause every few sentences. Linear in the text. */
export function* pageFiguresInSteps({ text, mentions, attributed, outlet, voice, published }: PageText): Steps<Statement[]> {
  const tokens = yield* tokeniseInSteps(text);
  const said = attributed.toSorted((a, b) => a.start - b.start);
  const figures: Statement[] = [];
  let [at, reach] = [0, 0];
  for (const [i, { from, to }] of findSentences(tokens).entries()) {
    if (i % SENTENCES_A_STEP === 0) yield;
    const start = tokens[from]?.start ?? 0;
    const end = tokens[to - 1]?.end ?? start;
    // How far what is attributed and begins before the sentence's end reaches.
    for (let words = said[at]; words && words.start < end; words = said[++at]) reach = Math.max(reach, words.end);
    if (reach > start) continue;
    const named = mentionsIn(mentions, { start, end }).filter(
      (mention) => mention.start >= start && mention.end <= end && mention.kind !== 'outlet',
    );
    const sentence = text.slice(start, end).trim();
    if (named.length === 0 || quantitiesIn(sentence).length === 0) continue;
    const events = [...new Set(named.flatMap(({ subject, kind }) => (kind === 'event' ? [subject] : [])))];
    const subjects = [...new Set(named.flatMap(({ subject, kind }) => (kind === 'event' ? [] : [subject])))];
    figures.push({ id: `page:${start}`, text: sentence, speaker: null, outlet, voice, subjects, events, dated: published, happened: null });
  }
  return figures;
}
