/**
 * The longest tasks on a page's main thread while something runs, from the browser's own trace: scripts, styles, layout and
 * painting alike. Those in which the reader has its turns are told from the page's own.
 */
import type { Page } from 'puppeteer-core';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly args?: { readonly name?: string };
}

/** One task of the event loop, as Chromium's scheduler names it in a trace. */
const TASK = 'ThreadControllerImpl::RunTask';
/** What a reader's turn on the main thread begins with (page/slices.ts); the pages of the benchmarks use neither. */
const TURNS = new Set(['RunPostTaskCallback', 'FireIdleCallback']);

/** In ms; `turns` is 0 where the reader had none. */
export interface LongestTasks {
  readonly turns: number;
  readonly any: number;
}

/** Runs `run` and gives its value, and the tasks and turns of any page's main thread meanwhile. */
async function traced<T>(page: Page, run: () => Promise<T>) {
  await page.tracing.start({ categories: ['toplevel', 'devtools.timeline'] });
  const value = await run();
  const bytes = await page.tracing.stop();
  if (!bytes) throw new Error('the browser gave no trace');
  const { traceEvents } = JSON.parse(new TextDecoder().decode(bytes)) as { traceEvents: readonly TraceEvent[] };
  const main = new Set(traceEvents.filter((event) => event.name === 'thread_name' && event.args?.name === 'CrRendererMain').map(threadOf));
  const tasks = traceEvents.filter((event) => event.name === TASK && main.has(threadOf(event)));
  if (tasks.length === 0) throw new Error('the trace holds no tasks: this browser names them differently');
  const turns = traceEvents.filter((event) => TURNS.has(event.name) && main.has(threadOf(event)));
  return { value, tasks, turns };
}

const threadOf = (event: TraceEvent) => `${event.pid}.${event.tid}`;

/** Runs `run` and gives its value and the longest tasks of any page's main thread meanwhile. */
export async function longestTasks<T>(page: Page, run: () => Promise<T>): Promise<LongestTasks & { readonly value: T }> {
  const { value, tasks, turns } = await traced(page, run);
  const holdsTurn = (task: TraceEvent) =>
    turns.some((turn) => threadOf(turn) === threadOf(task) && turn.ts >= task.ts && turn.ts <= task.ts + (task.dur ?? 0));
  const longest = (some: readonly TraceEvent[]) => Math.max(0, ...some.map((task) => (task.dur ?? 0) / 1_000));
  return { value, turns: longest(tasks.filter(holdsTurn)), any: longest(tasks) };
}

/** Runs `run` and gives its value and how long all of the reader's turns took meanwhile, ms. */
export async function timeInTurns<T>(page: Page, run: () => Promise<T>): Promise<{ readonly value: T; readonly ms: number }> {
  const { value, turns } = await traced(page, run);
  return { value, ms: turns.reduce((sum, { dur = 0 }) => sum + dur / 1_000, 0) };
}
