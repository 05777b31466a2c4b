/**
 * Paints mentions with the CSS Custom Highlight API: one name per kind, static ranges, no change of the document.
 * The page can read this registry, so only subjects whose names are painted openly come here (docs/architecture.md);
 * nothing that depends on what the reader did does.
 */

import type { SubjectKind } from '@/core/model/actor';
import type { QualifiedId } from '@/core/model/ids';
import type { Mention } from '@/core/model/mention';
import { nameOf } from './leftovers';
import { endsOf, stillSpells, type TextBlock } from './text-map';

export interface Marks {
  /** Makes the marks those of the blocks' mentions; blocks that did not change keep theirs. */
  sync(blocks: readonly TextBlock[]): void;
  /**
   * Takes away at once the marks around these elements that no longer cover their words, and puts back what the page took out
   * of the registry. Cheap enough for a mutation callback.
   */
  recheck(elements: Iterable<Element>): void;
  clear(): void;
}

interface Painted {
  /** The block's when it was painted; {@link UNSURE} after a recheck took something away. */
  version: number;
  /** Those painted, as they were. */
  readonly mentions: readonly Mention[];
  ranges: { readonly mention: Mention; readonly range: StaticRange }[];
}

/** No block's version: the next sync paints anew. */
const UNSURE = -1;

/**
 * Up to here every mark of the page is registered; beyond, only those near the viewport. Chromium validates all registered
 * ranges anew after each change of the document: about 1 ms a frame at 500, 9 ms at 5,000.
 */
const PAINT_ALL = 500;
/** One screen above and below: a flick of the wheel does not outrun it, and few marks are painted for nothing. */
const NEAR = '100% 0px';

/** A kind's highlight, and what belongs into it. */
interface Layer {
  readonly highlight: Highlight;
  readonly ranges: Set<StaticRange>;
}

const sameMentions = (a: readonly Mention[], b: readonly Mention[]): boolean =>
  a.length === b.length &&
  a.every((mention, i) => {
    const other = b[i];
    return other !== undefined && mention.start === other.start && mention.end === other.end && mention.kind === other.kind;
  });

/** `isOpen` tells whether a subject may be painted where the page can see it. */
export function createMarks(window: Window & typeof globalThis, isOpen: (subject: QualifiedId) => boolean): Marks {
  const registry = window.CSS.highlights;
  const layers = new Map<SubjectKind, Layer>();
  const painted = new Map<TextBlock, Painted>();
  /** The blocks with open mentions by container, for the observer and for rechecks. */
  const byContainer = new Map<Element, TextBlock[]>();
  let near: IntersectionObserver | null = null;
  let nearby = new WeakSet<Element>();

  function add(kind: SubjectKind, range: StaticRange): void {
    let layer = layers.get(kind);
    if (!layer) {
      layer = { highlight: new window.Highlight(), ranges: new Set() };
      layers.set(kind, layer);
      registry.set(nameOf(kind), layer.highlight);
    }
    layer.highlight.add(range);
    layer.ranges.add(range);
  }

  function remove(kind: SubjectKind, range: StaticRange): void {
    layers.get(kind)?.highlight.delete(range);
    layers.get(kind)?.ranges.delete(range);
  }

  /** Scripts of the page that use highlights themselves clear the whole registry, or each highlight in it. */
  function restore(): void {
    for (const [kind, { highlight, ranges }] of layers) {
      if (registry.get(nameOf(kind)) !== highlight) registry.set(nameOf(kind), highlight);
      if (highlight.size < ranges.size) for (const range of ranges) highlight.add(range);
    }
  }

  function erase(block: TextBlock): void {
    for (const { mention, range } of painted.get(block)?.ranges ?? []) remove(mention.kind, range);
    painted.delete(block);
  }

  function paint(block: TextBlock): void {
    const before = painted.get(block);
    const open = block.mentions.filter(({ subject }) => isOpen(subject));
    if (before && before.version === block.version && sameMentions(before.mentions, open)) return;
    erase(block);
    const ranges: Painted['ranges'] = [];
    for (const mention of open) {
      const ends = endsOf(block, mention);
      if (!ends || !stillSpells(block, mention)) continue;
      const range = new window.StaticRange({
        startContainer: ends.start.node,
        startOffset: ends.start.offset,
        endContainer: ends.end.node,
        endOffset: ends.end.offset,
      });
      add(mention.kind, range);
      ranges.push({ mention, range });
    }
    painted.set(block, { version: block.version, mentions: open, ranges });
  }

  function trim(block: TextBlock): void {
    const state = painted.get(block);
    if (!state) return;
    state.ranges = state.ranges.filter(({ mention, range }) => {
      if (stillSpells(block, mention)) return true;
      remove(mention.kind, range);
      state.version = UNSURE;
      return false;
    });
  }

  function watch(): IntersectionObserver {
    // scrollMargin does for inner scrollers what rootMargin does for the page; browsers without it paint there on arrival.
    const options: IntersectionObserverInit & { scrollMargin: string } = { rootMargin: NEAR, scrollMargin: NEAR };
    return new window.IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) nearby.add(target);
        else nearby.delete(target);
        for (const block of byContainer.get(target) ?? []) {
          if (isIntersecting) paint(block);
          else erase(block);
        }
      }
    }, options);
  }

  function forget(): void {
    near?.disconnect();
    near = null;
    nearby = new WeakSet();
    byContainer.clear();
  }

  return {
    sync(blocks) {
      restore();
      if (painted.size > 0) {
        const live = new Set(blocks);
        for (const block of painted.keys()) if (!live.has(block)) erase(block);
      }
      const before = new Set(byContainer.keys());
      byContainer.clear();
      let count = 0;
      for (const block of blocks) {
        let open = 0;
        for (const { subject } of block.mentions) if (isOpen(subject)) open++;
        if (open === 0) {
          if (painted.size > 0) erase(block);
          continue;
        }
        count += open;
        const siblings = byContainer.get(block.container);
        if (siblings) siblings.push(block);
        else byContainer.set(block.container, [block]);
      }
      if (count <= PAINT_ALL) {
        near?.disconnect();
        near = null;
        for (const siblings of byContainer.values()) siblings.forEach(paint);
        return;
      }
      if (!near) {
        nearby = new WeakSet();
        near = watch();
        before.clear();
      }
      for (const container of before) if (!byContainer.has(container)) near.unobserve(container);
      for (const [container, siblings] of byContainer) {
        if (!before.has(container)) near.observe(container);
        else if (nearby.has(container)) siblings.forEach(paint);
      }
    },
    recheck(elements) {
      restore();
      const containers = new Set<Element>();
      for (const element of elements) {
        // Without asking for styles, which the page may be changing just now.
        let at: Element | null = element;
        while (at && !byContainer.has(at)) at = at.parentElement;
        if (at) containers.add(at);
      }
      for (const container of containers) byContainer.get(container)?.forEach(trim);
    },
    clear() {
      forget();
      painted.clear();
      for (const [kind, { highlight }] of layers) {
        highlight.clear();
        // A reader started after us may have put its own there.
        if (registry.get(nameOf(kind)) === highlight) registry.delete(nameOf(kind));
      }
      layers.clear();
    },
  };
}
