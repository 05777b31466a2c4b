/**
 * What the page side is given by those who start it: the ways to the background, the linker, the card.
 * Types only, so that the reader runs in tests without any of them.
 */
import type { SubjectEntry } from '@/core/gazetteer/types';
import type { Linker } from '@/core/linking/link';

export type { Ask } from '@/messaging/client';
export type { PageHandlers, ServePage } from '@/messaging/page-server';
export type { CardState } from '@/ui/card/card-state';

/** Makes what decides which matches are mentions, and of whom: one for a page, because it remembers what did not change. */
export type CreateLinker = (subject: (index: number) => SubjectEntry) => Linker;
