/**
 * Who says what in a text: the entry to the rules of each language. A language without rules yields nothing.
 * Knows no actors: claims.ts joins them.
 */
import { finish, type Steps } from '../text/steps';
import { readEnglish } from './english/read';
import { readGerman } from './german/read';
import type { Attribution, AttributionContext, Name } from './model';
import { createReader } from './others/read';

const READERS: Readonly<Record<string, (text: string, names: readonly Name[]) => Steps<Attribution[]>>> = {
  en: readEnglish,
  de: readGerman,
  fr: createReader('fr'),
  es: createReader('es'),
  uk: createReader('uk'),
  ru: createReader('ru'),
};

/** Attributions in the order of their cues, read at once. Never throws; linear in the text. */
export function readAttributions(text: string, context: AttributionContext): Attribution[] {
  return finish(attributionsInSteps(text, context));
}

/** The same in small steps: a pause after every sentence. */
export function* attributionsInSteps(text: string, { lang, names }: AttributionContext): Steps<Attribution[]> {
  const code = (lang ?? '').toLowerCase().split(/[-_]/)[0] ?? '';
  const reader = Object.hasOwn(READERS, code) ? READERS[code] : undefined;
  return reader ? yield* reader(text, names) : [];
}
