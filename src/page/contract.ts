/**
 * What the page side is given by those who start it: the ways to the background, the linker, the card.
 * Types only, so that the reader runs in tests without any of them.
 */
import type { Match, SubjectEntry } from '@/core/gazetteer/types';
import type { Mention } from '@/core/model/mention';
import type { CardCallbacks } from '@/ui/card/card-state';
import type { MountedCard } from '@/ui/card/mount';

export type { Ask } from '@/messaging/client';
export type { PageHandlers, ServePage } from '@/messaging/page-server';
export type { CardState } from '@/ui/card/card-state';
export type { MountedCard } from '@/ui/card/mount';

/** A stretch of text with the names found in it, as the linker takes it. */
export interface ScannedText {
  readonly text: string;
  readonly matches: readonly Match[];
}

/** Decides which matches are mentions, and of whom; one list per text, in the order of the text. */
export type Link = (subject: (index: number) => SubjectEntry, texts: readonly ScannedText[]) => readonly (readonly Mention[])[];

/** Puts a card into the container, which must be used for nothing else. */
export type MountCard = (container: HTMLElement, callbacks: CardCallbacks) => MountedCard;
