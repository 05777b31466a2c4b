/**
 * What the page in hand states itself: its sentences that hold a figure about something tracked and that nobody is named
 * for. They stand beside other outlets' claims where accounts differ ("over 26 countries" beside "26 nations").
 * Takes the text, its mentions and the sentences that are attributed already; reads no page.
 */
import { findSentences } from '../attribution/sentences';
import { tokenise } from '../attribution/tokens';
import type { Edtf } from '../model/edtf';
import type { Mention } from '../model/mention';
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

/** In reading order; ids are `page:` and the sentence's place in the text. */
export function pageFigures({ text, mentions, attributed, outlet, voice, published }: PageText): Statement[] {
  const tokens = tokenise(text);
  return findSentences(tokens).flatMap(({ from, to }): Statement[] => {
    const start = tokens[from]?.start ?? 0;
    const end = tokens[to - 1]?.end ?? start;
    if (attributed.some((words) => words.start < end && words.end > start)) return [];
    const named = mentions.filter((mention) => mention.start >= start && mention.end <= end && mention.kind !== 'outlet');
    const sentence = text.slice(start, end).trim();
    if (named.length === 0 || quantitiesIn(sentence).length === 0) return [];
    const events = [...new Set(named.flatMap(({ subject, kind }) => (kind === 'event' ? [subject] : [])))];
    const subjects = [...new Set(named.flatMap(({ subject, kind }) => (kind === 'event' ? [] : [subject])))];
    return [{ id: `page:${start}`, text: sentence, speaker: null, outlet, voice, subjects, events, dated: published, happened: null }];
  });
}
