/**
 * What the benchmark puts into the popup's document, before any script of its own: a stopwatch that the popup cannot feel. It notes how
 * long each question takes, and has the browser tell when content was painted (element timing), to be read out afterwards.
 * `watchPaints` is sent as source: it sees nothing of this module.
 */

/** Ms since the document's navigation began, except where it says otherwise. */
export interface Paints {
  /** When the navigation began, ms since 1970. */
  readonly origin: number;
  /** The document's first script ran, which is this one. */
  readonly began: number;
  /** A script of the popup put its first question. */
  readonly started: number;
  /** The page and what it names are loaded: browsers show a popup then, and not before. */
  readonly loaded: number;
  /** When something was painted for the first time: of the popup its own name. */
  readonly first: number;
  /** The article's title was painted; of the bare page its one line. 0 where it never was. */
  readonly head: number;
  /** Whom the page names was painted under it. */
  readonly names: number;
  /** Who else reports was. */
  readonly coverage: number;
  /** What was asked anew stood in the place of what was known from before; 0 where nothing was. */
  readonly fresh: number;
  /** Each question: to whom and what, when it was asked, when it was answered. */
  readonly asked: readonly (readonly [what: string, from: number, to: number])[];
  /** How much the content moved until now (cumulative layout shift). */
  readonly shift: number;
}

/** Leaves a function `paints` at the global object, which gives {@link Paints} as they are then. */
export function watchPaints(): void {
  const asked: [string, number, number][] = [];
  const painted: Record<string, number> = {};
  const began = performance.now();
  let started = 0;
  let shift = 0;
  let busy = false;
  let fresh = 0;
  const watch = (type: string, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch('element', (entry) => {
    const { identifier, renderTime } = entry as PerformanceEntry & { readonly identifier: string; readonly renderTime: number };
    painted[identifier] ??= renderTime;
  });
  watch('layout-shift', (entry) => {
    shift += (entry as PerformanceEntry & { readonly value: number }).value;
  });

  /** What is painted is told of elements that bear a mark; they get it as they come, before a frame can show them. */
  const MARKED = {
    bare: 'p.bare',
    head: '.article h1',
    names: '.glance [data-tab=page] span',
    coverage: '.glance [data-tab=coverage] span',
  };
  new MutationObserver(() => {
    for (const [name, selector] of Object.entries(MARKED)) document.querySelector(selector)?.setAttribute('elementtiming', name);
    const now = document.querySelector('main[aria-busy=true]') !== null;
    // The task after the frame that shows it.
    if (busy && !now) requestAnimationFrame(() => setTimeout(() => (fresh ||= performance.now())));
    busy = now;
  }).observe(document, { childList: true, subtree: true, characterData: true, attributeFilter: ['aria-busy'] });

  type Ask = (...input: unknown[]) => Promise<unknown>;
  const timed = (of: Record<string, Ask> | undefined, method: string, name: (...input: unknown[]) => string) => {
    const before = of?.[method]?.bind(of);
    if (!of || !before) return;
    of[method] = async (...input) => {
      const from = performance.now();
      started ||= from;
      try {
        return await before(...input);
      } finally {
        asked.push([name(...input), from, performance.now()]);
      }
    };
  };
  const call = (message: unknown) => (message as { readonly call?: string }).call ?? '';
  const { runtime, tabs, scripting } = (globalThis as unknown as { browser: Record<string, Record<string, Ask>> }).browser;
  timed(runtime, 'sendMessage', (message) => `background: ${call(message)}`);
  timed(tabs, 'sendMessage', (_, message) => `tab: ${call(message)}`);
  timed(tabs, 'query', () => 'browser: which tab');
  timed(scripting, 'executeScript', () => 'tab: what the article says of itself');

  (globalThis as unknown as { paints: () => Paints }).paints = () => ({
    ...{ origin: performance.timeOrigin, began, started, asked, shift },
    loaded: performance.timing.loadEventStart - performance.timing.navigationStart,
    first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    head: painted.head ?? painted.bare ?? 0,
    names: painted.names ?? 0,
    coverage: painted.coverage ?? 0,
    fresh,
  });
}
