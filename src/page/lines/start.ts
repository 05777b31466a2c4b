/**
 * Draws discreet marks: lines in the closed root, over words whose names the page must not be told. They lie in the document's own
 * coordinates, so that scrolling moves them with their words and without us; whatever else moves (inner scrollers, sticky heads,
 * late images, live text) is looked at in the next frame. A line goes where something covers its words.
 * Only mentions near the view are looked at, and an element is written to only where its line has moved.
 */
import type { Mention } from '@/core/model/mention';
import { rectsOf, type Target } from '../hit-test';
import { placesOf, type TextBlock } from '../text-map';
import type { LinesOrder, StartLines } from './contract';
import { createCover } from './cover';
import { createUnderline } from './underline';

/** One screen above and below: a flick of the wheel does not outrun it. */
const NEAR = '100% 0px';
/** Frames looked at after a cause: sticky heads, images and fonts settle within these. */
const SETTLE_FRAMES = 12;
/** A look now and then (ms) for what no event tells of, such as an animation that moves words: a second is seen by few. */
const REST_MS = 1_000;

interface Drawn {
  readonly element: HTMLElement;
  /** What it shows: a line whose place and looks are the same is not written to. */
  state: string;
}

export const startLines: StartLines = ({ window, ground, signal }) => {
  const { document } = window;
  let order: LinesOrder = { blocks: [], isDiscreet: () => false, pointedOnly: false };
  let pointed: Target | null = null;
  const byContainer = new Map<Element, TextBlock[]>();
  const near = new Set<Element>();
  const pool: Drawn[] = [];
  let frame = 0;
  let left = 0;
  let rest = 0;

  const watch = new window.IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) near.add(target);
        else near.delete(target);
      }
      wake();
    },
    { rootMargin: NEAR },
  );

  /** The discreet mentions that may be drawn now. */
  function wanted(): { readonly block: TextBlock; readonly mention: Mention }[] {
    if (order.pointedOnly) {
      const mention = pointed?.mention;
      return pointed && mention && 'subject' in mention && order.isDiscreet(mention.subject) ? [{ block: pointed.block, mention }] : [];
    }
    return [...near].flatMap((container) =>
      (byContainer.get(container) ?? []).flatMap((block) =>
        block.mentions.filter(({ subject }) => order.isDiscreet(subject)).map((mention) => ({ block, mention })),
      ),
    );
  }

  /** Reads first, writes then: no layout is asked for twice in a frame. */
  function draw(): void {
    const origin = ground.getBoundingClientRect();
    const isCovered = createCover(window);
    const underline = createUnderline(window);
    const lines = wanted().flatMap(({ block, mention }) => {
      const holders = holdersOf(block, mention);
      const [first = block.container] = holders;
      return rectsOf({ block, mention })
        .filter((rect) => !isCovered(rect, holders, block.container))
        .map((rect) => ({ kind: mention.kind, ...underline(rect, first) }));
    });
    lines.forEach(({ kind, left: x, baseline, width, color }, i) => {
      const drawn = pool[i] ?? grow();
      const [at, down] = [Math.round((x - origin.left) * 4) / 4, Math.round((baseline - origin.top) * 4) / 4];
      const state = `${kind} ${at} ${down} ${width} ${color}`;
      if (drawn.state === state) return;
      drawn.state = state;
      drawn.element.className = `line line-${kind}`;
      drawn.element.style.cssText = `left:${at}px;top:${down}px;width:${width}px;color:${color}`;
    });
    for (const spare of pool.slice(lines.length)) {
      if (spare.state === '') continue;
      spare.state = '';
      spare.element.className = 'line';
    }
  }

  function grow(): Drawn {
    const drawn = { element: document.createElement('div'), state: '' };
    drawn.element.className = 'line';
    ground.append(drawn.element);
    pool.push(drawn);
    return drawn;
  }

  /** The elements right around the words, the first of which gives the line its colour and font. */
  function holdersOf(block: TextBlock, { start, end }: Mention): Element[] {
    const { nodes, starts } = placesOf(block);
    const first = starts.findLastIndex((at) => at <= start);
    return nodes.flatMap((node, i) => (i >= first && (starts[i] ?? end) < end && node.parentElement ? [node.parentElement] : []));
  }

  function look(): void {
    frame = 0;
    if (signal.aborted) return;
    draw();
    if (--left > 0) frame = window.requestAnimationFrame(look);
  }

  /** Looks in this frame and the next few. Cheap: called by scroll and mutation handlers. */
  function wake(frames = SETTLE_FRAMES): void {
    left = Math.max(left, frames);
    frame ||= window.requestAnimationFrame(look);
  }

  function sleepAndLook(): void {
    rest = window.setTimeout(() => {
      if (!document.hidden && (near.size > 0 || pointed)) wake(1);
      sleepAndLook();
    }, REST_MS);
  }

  const options = { capture: true, passive: true, signal } as const;
  for (const type of ['scroll', 'transitionend', 'transitionrun', 'animationend', 'load', 'toggle', 'focusin', 'focusout'])
    document.addEventListener(type, () => wake(), options);
  for (const type of ['resize', 'pageshow', 'load']) window.addEventListener(type, () => wake(), { passive: true, signal });
  document.fonts.addEventListener('loadingdone', () => wake(), { signal });
  const sizes = new window.ResizeObserver(() => wake());
  for (const element of [document.documentElement, document.body]) if (element) sizes.observe(element);
  sleepAndLook();
  signal.addEventListener('abort', () => {
    watch.disconnect();
    sizes.disconnect();
    window.cancelAnimationFrame(frame);
    window.clearTimeout(rest);
    ground.remove();
  });

  return {
    sync(next) {
      order = next;
      const before = new Set(byContainer.keys());
      byContainer.clear();
      for (const block of next.blocks) {
        if (!block.mentions.some(({ subject }) => next.isDiscreet(subject))) continue;
        const siblings = byContainer.get(block.container);
        if (siblings) siblings.push(block);
        else byContainer.set(block.container, [block]);
      }
      for (const container of before) {
        if (byContainer.has(container)) continue;
        watch.unobserve(container);
        near.delete(container);
      }
      for (const container of byContainer.keys()) if (!before.has(container)) watch.observe(container);
      wake();
    },
    recheck: () => wake(),
    point(target) {
      if (target === pointed || (target && pointed && target.block === pointed.block && target.mention === pointed.mention)) return;
      pointed = target;
      if (order.pointedOnly) wake(2);
    },
  };
};
