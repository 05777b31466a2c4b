/**
 * Who says what in a text: the entry to the rules of each language. A language without rules yields nothing.
 * Knows no actors: claims.ts joins them.
 */
import { readEnglish } from './english/read';
import { readGerman } from './german/read';
import type { Attribution, AttributionContext, Name } from './model';
import { createReader } from './others/read';

const READERS: Readonly<Record<string, (text: string, names: readonly Name[]) => Attribution[]>> = {
  en: readEnglish,
  de: readGerman,
  fr: createReader('fr'),
  es: createReader('es'),
  uk: createReader('uk'),
  ru: createReader('ru'),
};

/** Attributions in the order of their cues. Never throws; linear in the text. */
export function readAttributions(text: string, { lang, names }: AttributionContext): Attribution[] {
  const code = (lang ?? '').toLowerCase().split(/[-_]/)[0] ?? '';
  return Object.hasOwn(READERS, code) ? (READERS[code]?.(text, names) ?? []) : [];
}
