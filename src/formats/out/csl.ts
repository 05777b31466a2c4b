/** Claims as CSL-JSON, for Zotero and others: each a news article to be cited, with what was claimed as its note. */
import { parseEdtf } from '@/core/model/edtf';
import type { Form } from './forms';

/** `[[2025, 12, 8]]`, as precise as it is known; null where CSL can't write it. */
function dateParts(edtf: string | undefined | null): readonly (readonly number[])[] | null {
  const range = edtf ? parseEdtf(edtf) : null;
  if (!range || !['day', 'month', 'year'].includes(range.precision)) return null;
  const parts = range.first.split('-').map(Number);
  return [parts.slice(0, range.precision === 'day' ? 3 : range.precision === 'month' ? 2 : 1)];
}

export const csl: Form = {
  extension: 'csl.json',
  type: 'application/vnd.citationstyles.csl+json',
  head: '[\n',
  between: ',\n',
  end: '\n]\n',
  claim({ claim, speaker, outlet, url, article }) {
    const issued = dateParts(article?.published ?? claim.clocks.published?.edtf ?? claim.clocks.reported?.edtf ?? claim.clocks.said?.edtf);
    return JSON.stringify({
      id: claim.id,
      type: 'article-newspaper',
      title: article?.title || claim.text,
      ...(speaker ? { author: [{ literal: speaker }] } : {}),
      ...(outlet ? { 'container-title': outlet } : {}),
      ...(issued ? { issued: { 'date-parts': issued } } : {}),
      ...(url ? { URL: url } : {}),
      note: claim.quote ?? claim.text,
    });
  },
};
