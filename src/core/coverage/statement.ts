/**
 * A statement to be set beside others: a claim, or a sentence of the page read that nobody is named for (the page's own).
 * Only the shape, and the words by which two are compared.
 */
import type { SubjectKind } from '../model/actor';
import type { Edtf } from '../model/edtf';

export interface Statement {
  readonly id: string;
  readonly text: string;
  readonly quote?: string;
  /** Whose words they are; null where the outlet states it itself or nobody is named. */
  readonly speaker: { readonly id: string | null; readonly name: string; readonly kind?: SubjectKind } | null;
  /** Who carries it, for the reader; the publisher family is `voice`. */
  readonly outlet: string | null;
  readonly voice: string | null;
  /** Actors and events that it concerns. */
  readonly subjects: readonly string[];
  readonly events: readonly string[];
  /** When it was carried or said: what an update is told by. */
  readonly dated: Edtf | null;
  /** When what it tells of happened. */
  readonly happened: Edtf | null;
  /** It stands on the page in hand. */
  readonly onPage?: boolean;
}

const WORD = /[\p{L}\p{N}]+/gu;
/** Shorter words are mostly grammar, in each of the languages read. */
const LEAST = 4;
/** Inflected forms meet in their first letters. */
const STEM = 5;
/** Words that report or connect, and so are shared by statements about anything. English, because a stop list is a last resort: the others are long and mixed enough. */
const EMPTY = new Set(
  'about after again against also been before being between both could does during each from have having into more most much only other over said same says should since some such than that their them then there these they this those through under until very were what when where which while will with would told according reported report reports'
    .split(' ')
    .map((word) => word.slice(0, STEM)),
);

/** The content words of a text, by their beginnings. */
export function contentStems(text: string): ReadonlySet<string> {
  const words = text.normalize('NFKC').toLowerCase().match(WORD) ?? [];
  return new Set(
    words
      .filter((word) => word.length >= LEAST && !/^\d+$/.test(word))
      .map((word) => word.slice(0, STEM))
      .filter((stem) => !EMPTY.has(stem)),
  );
}

export function sharedCount(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const one of a) if (b.has(one)) shared++;
  return shared;
}
