/**
 * What a file is, from its name and its first text: a pack, or one of the foreign formats. The name of a table decides; of
 * everything else the content, because names of downloads say little.
 */
import { readClaimReviews } from './claim-review';
import type { DraftResult } from './draft';
import { readFollowTheMoney } from './follow-the-money';
import { isObject } from './json';
import { readAnnotations } from './web-annotation';
import { readWikidata } from './wikidata';

export type Recognised = 'pack' | 'table' | 'json' | 'lines';

/** How much of a file {@link recognise} looks at, in characters. */
export const OPENING = 65_536;

/** `opening`: the first {@link OPENING} characters of the text, or '' for a gzipped file. */
export function recognise(name: string, opening: string): Recognised {
  if (/\.(?:csv|tsv|tab)$/i.test(name)) return 'table';
  if (opening === '' || /"format"\s*:\s*"sidelight-pack"/.test(opening)) return 'pack';
  const first = opening.trimStart().split('\n', 1)[0] ?? '';
  try {
    const line: unknown = JSON.parse(first);
    if (isObject(line) && typeof line.schema === 'string' && isObject(line.properties)) return 'lines';
  } catch {
    // Not one value a line: a JSON text, or nothing that is read here.
  }
  return /"(?:claimReviewed|ClaimReview|TextQuoteSelector|labels|target|annotations)"/.test(opening) ? 'json' : 'pack';
}

/** Reads a foreign file that is no table. `today`: `YYYY-MM-DD`; `languages`: the reader's, the first one first. */
export function readForeign(
  file: string,
  text: string,
  kind: 'json' | 'lines',
  options: { readonly today: string; readonly languages: readonly string[] },
): DraftResult {
  if (kind === 'lines') return readFollowTheMoney(file, text, file);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return { ok: false, faults: [{ file, at: '', expected: 'JSON', found }] };
  }
  if (text.includes('"claimReviewed"') || text.includes('"ClaimReview"')) return readClaimReviews(file, data, file);
  if (isObject(data) && ('entities' in data || 'labels' in data)) return readWikidata(file, data, options);
  return readAnnotations(file, data, file);
}
