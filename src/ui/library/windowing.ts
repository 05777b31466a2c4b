/**
 * Which rows of a long list are in its window, and where they are drawn. Pure; lengths in CSS pixels.
 *
 * A million rows are taller than browsers lay out, so the scrolled element is cut at a height that all of them do. Within it, small
 * scrolls (a wheel, a key, a finger) move the list by as much as the element, and large ones (the bar's thumb) in proportion; near an
 * end that the list has not come to, the element is set back to where the list is.
 */

/** Firefox lays out no more than about 17.8 million px, Chromium 33.5; half of the former leaves room for zoom. */
const TALLEST = 8_000_000;

/** Rows drawn beyond either edge of the window, so that a quick scroll shows no gap before the next frame. */
const BEYOND = 6;

export interface Frame {
  readonly rows: number;
  readonly rowHeight: number;
  /** Of the window. */
  readonly height: number;
}

export interface Scroll {
  /** How far the list is scrolled, over all its rows. */
  readonly top: number;
  /** How far the element is: its scrollTop. */
  readonly at: number;
}

const clamp = (value: number, most: number): number => Math.max(0, Math.min(value, Math.max(0, most)));
const fullHeight = ({ rows, rowHeight }: Frame): number => rows * rowHeight;

/** The height of the scrolled element. */
export const heightOf = (frame: Frame): number => Math.min(fullHeight(frame), TALLEST);

/** How far the list and the element can be scrolled. */
const ends = (frame: Frame) => ({
  top: Math.max(0, fullHeight(frame) - frame.height),
  at: Math.max(0, heightOf(frame) - frame.height),
});

/** With the list scrolled to `top`, where it can be. */
export function scrollTo(top: number, frame: Frame): Scroll {
  const end = ends(frame);
  const to = clamp(top, end.top);
  return { top: to, at: end.top === 0 ? 0 : (to / end.top) * end.at };
}

/** After the element was scrolled to `at`. Where the answer's `at` is another, the element is to be set there. */
export function scrolled(before: Scroll, at: number, frame: Frame): Scroll {
  const end = ends(frame);
  if (end.top === end.at) return { top: clamp(at, end.top), at };
  const by = at - before.at;
  if (Math.abs(by) > frame.height * 2) return { top: end.at === 0 ? 0 : (clamp(at, end.at) / end.at) * end.top, at };
  const moved = scrollTo(before.top + by, frame);
  // What is left of the list is less than the element can be scrolled by: it is at its end.
  if (at <= 0 && moved.at < 1) return { top: 0, at: 0 };
  if (at >= end.at && end.at - moved.at < 1) return { top: end.top, at: end.at };
  const nearEnd = at < frame.height || at > end.at - frame.height;
  return nearEnd ? moved : { top: moved.top, at };
}

/** The rows to draw: from `first` up to and without `end`. */
export function rowsIn({ top }: Scroll, { rows, rowHeight, height }: Frame): { readonly first: number; readonly end: number } {
  const first = Math.floor(top / rowHeight);
  return { first: clamp(first - BEYOND, rows), end: clamp(first + Math.ceil(height / rowHeight) + 1 + BEYOND, rows) };
}

/** Where a row stands in the scrolled element. */
export const rowAt = (index: number, { top, at }: Scroll, { rowHeight }: Frame): number => at + index * rowHeight - top;

/** The scroll that brings a row into the window, moving no more than needed. */
export function reveal(index: number, scroll: Scroll, frame: Frame): Scroll {
  const from = index * frame.rowHeight;
  if (from < scroll.top) return scrollTo(from, frame);
  const to = from + frame.rowHeight - frame.height;
  return to > scroll.top ? scrollTo(to, frame) : scroll;
}
