/** The library's list in a real browser: a million rows, of which a window is drawn, reached by key, by wheel and by the bar. */
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, it } from 'vitest';
import listCss from '@/ui/library/lists.css?inline';
import { Windowed } from '@/ui/library/windowed';
import { eventually } from './eventually';

const TOTAL = 1_000_000;
const HEIGHT = 600;

afterEach(() => {
  render(null, document.body);
});

/** `start`: the row at which the reader was. */
async function show(start = 0) {
  const seen: [from: number, to: number][] = [];
  document.head.append(
    Object.assign(document.createElement('style'), { textContent: `${listCss} .window { block-size: ${HEIGHT}px !important }` }),
  );
  function List() {
    const [from] = useState(start);
    return (
      <Windowed
        label="Claims"
        total={TOTAL}
        tall
        from={from}
        back={null}
        onSeen={(first, end) => void seen.push([first, end])}
        row={(index, tab) => (
          <a class="line" href={`#row-${index}`} tabIndex={tab}>
            Row {index}
          </a>
        )}
      />
    );
  }
  render(<List />, document.body);
  await frame();
  const box = document.querySelector<HTMLElement>('.window');
  if (!box) throw new Error('no list');
  return { box, seen };
}

const frame = () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));

/** The rows that are whole within the window, by their numbers. */
function visible(box: HTMLElement): number[] {
  const { top, bottom } = box.getBoundingClientRect();
  return [...box.querySelectorAll<HTMLElement>('li')].flatMap((row) => {
    const rect = row.getBoundingClientRect();
    return rect.top >= top - 1 && rect.bottom <= bottom + 1 ? [Number(row.dataset.row)] : [];
  });
}

const press = async (key: string) => {
  (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  await frame();
};

it('draws a window, and says which rows are in it', async () => {
  const { box, seen } = await show();
  expect(visible(box)[0]).toBe(0);
  expect(box.querySelectorAll('li').length).toBeLessThan(40);
  expect(seen.at(-1)?.[0]).toBe(0);
  expect(box.querySelector('li')?.getAttribute('aria-setsize')).toBe(String(TOTAL));
});

it('is gone through by keys, the row in hand in view and focused', async () => {
  const { box } = await show();
  box.querySelector<HTMLElement>('a[tabindex="0"]')?.focus();
  await press('ArrowDown');
  expect(document.activeElement?.textContent).toBe('Row 1');
  await press('End');
  expect(document.activeElement?.textContent).toBe(`Row ${TOTAL - 1}`);
  expect(visible(box)).toContain(TOTAL - 1);
  await press('ArrowUp');
  expect(document.activeElement?.textContent).toBe(`Row ${TOTAL - 2}`);
  await press('PageUp');
  const here = Number(document.activeElement?.textContent?.slice('Row '.length));
  expect(here).toBeLessThan(TOTAL - 2);
  expect(visible(box)).toContain(here);
  await press('Home');
  expect(visible(box)[0]).toBe(0);
  expect(document.activeElement?.textContent).toBe('Row 0');
  // One row is come to by Tab, not a million.
  expect(box.querySelectorAll('a[tabindex="0"]').length).toBe(1);
});

it('scrolls by the wheel row by row in the middle, and to either end by the bar', async () => {
  const { box, seen } = await show(500_000);
  await eventually(() => expect(visible(box)[0]).toBe(500_000));
  const rowHeight = box.querySelector('li')?.offsetHeight ?? 0;
  for (let i = 1; i <= 5; i++) {
    box.scrollTop += rowHeight;
    await eventually(() => expect(visible(box)[0]).toBe(500_000 + i));
  }
  box.scrollTop = box.scrollHeight;
  await eventually(() => expect(visible(box)).toContain(TOTAL - 1));
  expect(seen.at(-1)?.[1]).toBe(TOTAL);
  box.scrollTop = 0;
  await eventually(() => expect(visible(box)[0]).toBe(0));
});
