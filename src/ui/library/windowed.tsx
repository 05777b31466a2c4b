/** A list of any length, of which only what is in its window is drawn. Keys move from row to row; each row holds one link, or one box to tick. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Frame, heightOf, reveal, rowAt, rowsIn, type Scroll, scrolled, scrollTo } from './windowing';

interface WindowedProps {
  readonly label: string;
  readonly total: number;
  /** Its rows hold two lines of words. */
  readonly tall: boolean;
  /** The row to begin with: where the reader was. */
  readonly from: number;
  /** The row that the reader comes back to from its own page; null where he does not. */
  readonly back: number | null;
  /** The rows in the window have changed: `from` up to and without `to`. */
  onSeen(from: number, to: number): void;
  /** A row's one link or box; `tab` is 0 for the row that Tab comes to, -1 for the others. */
  row(index: number, tab: 0 | -1): ComponentChildren;
}

/** Until a row is drawn and measured. In px, as the style has it at the usual size of text. */
const ROW = 64;

export function Windowed({ label, total, tall, from, back, onSeen, row }: WindowedProps) {
  const box = useRef<HTMLDivElement>(null);
  const wanted = useRef<number | null>(back);
  const [frame, setFrame] = useState<Frame>({ rows: total, rowHeight: ROW, height: 600 });
  const [scroll, setScroll] = useState<Scroll>({ top: 0, at: 0 });
  const [active, setActive] = useState(back ?? from);
  const now = { ...frame, rows: total };
  const { first, end } = rowsIn(scroll, now);

  const goTo = (next: Scroll): void => {
    setScroll(next);
    if (box.current && Math.abs(box.current.scrollTop - next.at) >= 1) box.current.scrollTop = next.at;
  };

  // Rows are as high as the style and the reader's size of text make them.
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => {
      const drawn = element.querySelector<HTMLElement>('li');
      const measured = { rows: total, rowHeight: drawn?.offsetHeight || ROW, height: element.clientHeight || 600 };
      setFrame(measured);
      return measured;
    };
    const measured = measure();
    const start = scrollTo(from * measured.rowHeight, measured);
    goTo(back === null ? start : reveal(back, start, measured));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  // Another list begins at its top.
  useLayoutEffect(() => {
    if (active >= total) setActive(0);
    if (scroll.top > Math.max(0, total * frame.rowHeight - frame.height)) goTo(scrollTo(0, now));
  }, [total]);

  useLayoutEffect(() => onSeen(first, end), [first, end, total]);

  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const link = box.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"] :is(a, input)`);
    if (!link) return;
    wanted.current = null;
    link.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor(frame.height / frame.rowHeight) - 1);
    const step: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -total, End: total };
    const by = step[event.key];
    if (by === undefined || total === 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(total - 1, active + by));
    setActive(next);
    wanted.current = next;
    goTo(reveal(next, scroll, now));
  };

  // Tab must find a row that is drawn.
  const tabbed = active >= first && active < end ? active : Math.min(total - 1, Math.ceil(scroll.top / frame.rowHeight));
  return (
    <div
      ref={box}
      class={tall ? 'window' : 'window short'}
      onScroll={(event) => {
        const { scrollTop } = event.currentTarget;
        if (Math.abs(scrollTop - scroll.at) >= 1) goTo(scrolled(scroll, scrollTop, now));
      }}
    >
      <ul
        aria-label={label}
        style={{ blockSize: `${heightOf(now)}px` }}
        onKeyDown={onKeyDown}
        onFocusIn={(event) => {
          const index = Number((event.target as HTMLElement).closest<HTMLElement>('[data-row]')?.dataset.row);
          if (Number.isInteger(index)) setActive(index);
        }}
      >
        {Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i).map((index) => (
          <li
            key={index}
            data-row={index}
            aria-setsize={total}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${rowAt(index, scroll, now)}px)` }}
          >
            {row(index, index === tabbed ? 0 : -1)}
          </li>
        ))}
      </ul>
    </div>
  );
}
