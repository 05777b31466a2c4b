import { afterEach, expect, it, vi } from 'vitest';
import { page as screen } from 'vitest/browser';
import { follow } from '@/page/placement';

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const clean of cleanups.splice(0)) clean();
});

/** A card as high as its text, like the real one, and words wherever the test wants them. */
function scene(): { card: HTMLElement; lines: HTMLElement; words: HTMLElement } {
  document.body.innerHTML = '';
  const make = (style: string): HTMLElement => {
    const element = document.createElement('div');
    element.style.cssText = style;
    document.body.append(element);
    return element;
  };
  const card = make(
    'position:fixed;left:0;top:0;overflow:hidden;width:min(408px,var(--card-max-width));height:min(540px,var(--card-max-height,540px))',
  );
  return { card, lines: make('position:fixed;inset:0'), words: make('position:absolute;width:80px;height:20px') };
}

function start(card: HTMLElement, lines: HTMLElement, words: HTMLElement, onLost = () => {}): void {
  cleanups.push(follow(window, card, lines, { rects: () => [words.getBoundingClientRect()], context: words }, onLost));
}

const frames = async (n: number) => {
  for (let i = 0; i < n; i++) await new Promise(requestAnimationFrame);
};

it.each([
  [900, 700],
  [480, 360],
  [280, 600],
  [1280, 320],
])('keeps the card inside a window of %i × %i, beside the words where there is room', async (width, height) => {
  await screen.viewport(width, height);
  const { card, lines, words } = scene();
  for (const x of [0, 0.3, 0.6, 1]) {
    for (const y of [0, 0.25, 0.5, 0.75, 1]) {
      words.style.left = `${x * (window.innerWidth - 80)}px`;
      words.style.top = `${y * (window.innerHeight - 20)}px`;
      start(card, lines, words);
      await frames(3);
      const box = card.getBoundingClientRect();
      const name = `${x} ${y}: ${JSON.stringify(box)}`;
      expect(box.left, name).toBeGreaterThanOrEqual(0);
      expect(box.top, name).toBeGreaterThanOrEqual(0);
      expect(box.right, name).toBeLessThanOrEqual(window.innerWidth);
      expect(box.bottom, name).toBeLessThanOrEqual(window.innerHeight);
      expect(card.style.opacity).toBe('1');
      const at = words.getBoundingClientRect();
      const room = Math.max(at.top, window.innerHeight - at.bottom);
      if (room > 180) expect(box.top >= at.bottom || box.bottom <= at.top, name).toBe(true);
      cleanups.pop()?.();
    }
  }
});

it('follows words that move for whatever reason, and gives up once when they are gone', async () => {
  await screen.viewport(900, 700);
  const { card, lines, words } = scene();
  const lost = vi.fn();
  words.style.top = '100px';
  start(card, lines, words, lost);
  await frames(2);
  const before = card.getBoundingClientRect().top;
  words.style.top = '150px';
  await frames(3);
  expect(card.getBoundingClientRect().top).toBe(before + 50);
  expect((lines.firstElementChild as HTMLElement).style.top).toBe('149px');
  words.style.top = '-100px';
  await frames(3);
  expect(lost).toHaveBeenCalledOnce();
});

it('gives up when an inner scroller hides the words', async () => {
  await screen.viewport(900, 700);
  const { card, lines, words } = scene();
  const scroller = document.createElement('div');
  scroller.style.cssText = 'position:relative;height:100px;overflow:auto';
  const inside = document.createElement('div');
  inside.style.height = '1000px';
  document.body.append(scroller);
  scroller.append(inside);
  inside.append(words);
  const lost = vi.fn();
  start(card, lines, words, lost);
  await frames(2);
  expect(lost).not.toHaveBeenCalled();
  scroller.scrollTop = 400;
  await frames(3);
  expect(lost).toHaveBeenCalledOnce();
});

it('keeps the card at an absolute part that no clipping box around it holds, and in a box of no height that is `contents`', async () => {
  await screen.viewport(900, 700);
  const { card, lines, words } = scene();
  const clip = document.createElement('div');
  clip.style.cssText = 'overflow:hidden;height:1px';
  const contents = document.createElement('div');
  contents.style.cssText = 'display:contents;overflow:hidden';
  document.body.append(clip);
  clip.append(contents);
  contents.append(words);
  words.style.top = '100px';
  const lost = vi.fn();
  start(card, lines, words, lost);
  await frames(2);
  expect(lost).not.toHaveBeenCalled();
  clip.style.position = 'relative';
  words.style.left = '5px';
  await frames(3);
  expect(lost).toHaveBeenCalledOnce();
});

it('draws one box for each line, however many elements the words are split over', async () => {
  await screen.viewport(900, 700);
  const { card, lines } = scene();
  const text = document.createElement('p');
  text.style.cssText = 'width:300px;font:20px/30px monospace';
  text.innerHTML = 'M<b>ark Rut</b>te<br><i>and</i> on';
  document.body.append(text);
  const range = document.createRange();
  range.selectNodeContents(text);
  cleanups.push(follow(window, card, lines, { rects: () => [...range.getClientRects()], context: text }, () => {}));
  await frames(2);
  expect(lines.children).toHaveLength(2);
  expect(lines.children[0]?.getBoundingClientRect().width).toBeGreaterThan(100);
});
