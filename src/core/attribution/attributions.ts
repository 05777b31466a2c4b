/**
 * Who says what in a text: the entry to the rules of each language. A language without rules yields nothing.
 * Knows no actors: claims.ts joins them.
 */
import { finish, type Steps } from '../text/steps';
import { readEnglish } from './english/read';
import { readGermanTokens } from './german/read';
import type { Attribution, AttributionContext, Name } from './model';
import { createReader } from './others/read';
import { type Token, tokeniseInSteps } from './tokens';

const READERS: Readonly<Record<string, (tokens: readonly Token[], text: string, names: readonly Name[]) => Steps<Attribution[]>>> = {
  en: readEnglish,
  de: readGermanTokens,
  fr: createReader('fr'),
  es: createReader('es'),
  uk: createReader('uk'),
  ru: createReader('ru'),
};

function readerFor(lang: string | null) {
  const code = (lang ?? '').toLowerCase().split(/[-_]/)[0] ?? '';
  return Object.hasOwn(READERS, code) ? READERS[code] : undefined;
}

/** Are there rules for this language (BCP 47)? */
export const hasRules = (lang: string | null): boolean => readerFor(lang) !== undefined;

/** Attributions in the order of their cues, read at once. Never throws; linear in the text. */
export function readAttributions(text: string, context: AttributionContext): Attribution[] {
  return finish(attributionsInSteps(text, context));
}

/** The same in small steps: a pause after every sentence. */
export function* attributionsInSteps(text: string, { lang, names, tokens }: AttributionContext): Steps<Attribution[]> {
  const reader = readerFor(lang);
  return reader ? yield* reader(tokens ?? (yield* tokeniseInSteps(text)), text, names) : [];
}
