/** The title and summary of an item, read as a story: whom it names, what it tells of, and what is claimed in it. */
import type { PlacedClaim, StoryText, TextStory } from '@/core/attribution/page-claims';
import type { Gazetteer } from '@/core/gazetteer/types';
import type { NewsEvent } from '@/core/model/event';
import type { QualifiedId } from '@/core/model/ids';
import type { Mention } from '@/core/model/mention';
import { detect } from '@/doors/linking';
import { claimsOf, readStory } from '@/doors/story';

export interface NamedText {
  readonly main: StoryText;
  readonly mentions: readonly Mention[];
}

/** Between title and summary: sentences end there. */
const BREAK = '\n\n';

export function nameText(gazetteer: Gazetteer, title: string, summary: string): NamedText {
  const blocks = summary ? [title, summary] : [title];
  const starts = blocks.map((_, i) => blocks.slice(0, i).reduce((sum, block) => sum + block.length + BREAK.length, 0));
  const mentions = detect(gazetteer, blocks).flatMap((links, i) =>
    links.mentions.map((mention) => ({ ...mention, start: mention.start + (starts[i] ?? 0), end: mention.end + (starts[i] ?? 0) })),
  );
  return { main: { text: blocks.join(BREAK), blocks, starts }, mentions };
}

export const namedIn = ({ mentions }: NamedText): QualifiedId[] => [...new Set(mentions.map(({ subject }) => subject))];

/** `events`: what a sentence could tell of. */
export function claimsIn(named: NamedText, lang: string | null, published: string | null, events: readonly NewsEvent[]): PlacedClaim[] {
  const actors = named.mentions.filter(({ kind }) => kind !== 'event');
  const story = readStory(named.main.text, { lang, published, mentions: actors, speaking: actors, events });
  const text: TextStory = { ...named, story };
  return claimsOf(text);
}
