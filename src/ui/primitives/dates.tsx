/** A date as text and as a glyph. The glyph repeats what the text says, so it is hidden from screen readers. */
import type { Edtf } from '@/core/model/edtf';
import { formatEdtf, glyphOf } from './format-edtf';

interface DateProps {
  readonly edtf: Edtf | null | undefined;
  readonly qualifier?: 'early' | 'mid' | 'late';
}

/** The date in words; a `<time>` where it is one plain day, month or year. */
export function DateText({ edtf, qualifier }: DateProps) {
  const { text, datetime } = formatEdtf(edtf, qualifier);
  return datetime ? (
    <time class="date" dateTime={datetime}>
      {text}
    </time>
  ) : (
    <span class="date">{text}</span>
  );
}

/** The date's precision as a shape on the rail; a qualified one (early, late) is a stretch without sharp ends. */
export function DateGlyph({ edtf, qualifier }: DateProps) {
  const { shape, fade } = glyphOf(edtf);
  return <span class={`glyph glyph-${shape} fade-${qualifier && fade === 'none' && shape !== 'dot' ? 'both' : fade}`} aria-hidden="true" />;
}
