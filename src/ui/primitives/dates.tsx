/** A date as text and as a glyph. The glyph repeats what the text says, so it is hidden from screen readers. */
import type { Edtf } from '@/core/model/edtf';
import { formatEdtf, glyphOf } from './format-edtf';
import { disarmed } from './text';

/** The fields of a clock's value or of an account of a date, spread: `<DateText {...value} />`; nothing for an unknown date. */
interface DateProps {
  readonly edtf?: Edtf;
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
    // What is no date is given back as it was written, and that is a foreign string.
    <span class="date">{disarmed(text)}</span>
  );
}

/** The date's precision as a shape on the rail; a qualified one (early, late) is a stretch without sharp ends. */
export function DateGlyph({ edtf, qualifier }: DateProps) {
  const { shape, fade } = glyphOf(edtf);
  return <span class={`glyph glyph-${shape} fade-${qualifier && fade === 'none' && shape !== 'dot' ? 'both' : fade}`} aria-hidden="true" />;
}
