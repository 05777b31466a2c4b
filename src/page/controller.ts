/**
 * The reader of one page: asks whether it may read, reads or stops, answers what popup and background ask of the page,
 * and goes without a trace when the extension goes. The entrypoint gives it everything that it talks to.
 */
import type { Gazetteer } from '@/core/gazetteer/types';
import type { PageState } from '@/core/model/view';
import { type Fault, ok } from '@/core/result';
import { type CardHost, createCardHost } from './card-host';
import type { Ask, CreateLinker, ServePage } from './contract';
import { removeLeftovers } from './leftovers';
import { createNeedPart } from './parts';
import { openScanner, PROBE } from './scanner';
import { type Session, startSession } from './session';
import { claimPage } from './single';

export interface ReaderOptions {
  readonly window: Window & typeof globalThis;
  readonly ask: Ask;
  readonly servePage: ServePage;
  readonly openGazetteer: (bytes: Uint8Array) => Gazetteer;
  /** May the scanner's machine code run in this page? */
  readonly canScan: () => boolean;
  readonly createLinker: CreateLinker;
  /** False once the extension was reloaded, updated or removed under this script. Asked often; must be cheap. */
  readonly alive: () => boolean;
  /** Ends everything, marks and host included. */
  readonly signal: AbortSignal;
}

/** A background that gave no answer is asked once more after this (ms): by then a busy machine has started it. */
export const RETRY_AFTER = 10_000;
/** A page that puts a new document in place this often does nothing else; it is not read any more. */
const MAX_DOCUMENTS = 8;

/**
 * Starts reading the page. Does nothing where a living reader is there already; takes the place of one whose extension is gone.
 * Nothing is thrown later: faults become the page's state, which the popup shows.
 */
export function startReader(options: ReaderOptions): void {
  const { window, ask, alive } = options;
  const ended = new AbortController();
  const signal = AbortSignal.any([options.signal, ended.signal]);
  const end = (): void => ended.abort();
  const need = createNeedPart(globalThis, ask);
  if (!claimPage(globalThis, { alive: () => alive() && !signal.aborted, end })) return;
  removeLeftovers(window);

  let status: PageState['status'] = 'reading';
  let problem: string | undefined;
  let session: { readonly revision: string; readonly reader: Session; readonly stop: () => void } | null = null;
  /** Goes up with every question for orders: an answer to an older one is dropped. */
  let asked = 0;
  /** What is bound to the document's present element. */
  let here = inhabit();

  function inhabit(): { readonly card: CardHost; readonly leave: () => void } {
    const own = new AbortController();
    const until = AbortSignal.any([signal, own.signal]);
    // Back from the browser's page cache: names and settings may have changed meanwhile.
    window.addEventListener('pageshow', (event) => event.persisted && void refresh(), { signal: until });
    const part = async () => {
      const start = await need('card');
      return start.ok
        ? ok(
            start.value({
              window,
              ask,
              hasMoved: () => session?.reader.hasMoved() ?? false,
              claims: () => session?.reader.claims() ?? null,
            }),
          )
        : start;
    };
    return { card: createCardHost({ window, part, alive, onOrphaned: end, signal: until }), leave: () => own.abort() };
  }

  function stopSession(): void {
    session?.stop();
    session = null;
  }
  function failWith(message: string): void {
    stopSession();
    status = 'failed';
    problem = message;
  }

  /** No orders came. A page that is being read stays so where the background was only late. */
  function goWithout(fault: Fault, isRetry: boolean): void {
    if (!alive()) {
      end();
      return;
    }
    const late = fault.code === 'no-answer';
    if (!late || !session) failWith(fault.message);
    if (!late || isRetry) return;
    const question = asked;
    window.setTimeout(() => {
      if (question === asked && !signal.aborted) void refresh(true);
    }, RETRY_AFTER);
  }

  async function refresh(isRetry = false): Promise<void> {
    const question = ++asked;
    const isOld = (): boolean => question !== asked || signal.aborted;
    const orders = await ask('page/hello', { probe: PROBE });
    if (isOld()) return;
    if (!orders.ok) return goWithout(orders.fault, isRetry);
    const { state, gazetteer, overlay } = orders.value;
    if (state !== 'on') {
      stopSession();
      status = state;
      return;
    }
    if (session?.revision === gazetteer.revision) return session.reader.follow(overlay);
    if (!session) status = 'reading';
    const scanner = await openScanner(gazetteer, ask, options);
    if (isOld()) return;
    if (!scanner.ok) return goWithout(scanner.fault, isRetry);
    stopSession();
    status = 'reading';
    const own = new AbortController();
    session = {
      revision: scanner.value.revision,
      stop: () => own.abort(),
      reader: startSession({
        window,
        scanner: scanner.value,
        createLinker: options.createLinker,
        ask,
        need,
        overlay,
        card: here.card,
        alive,
        onReading() {
          status = 'reading';
        },
        onRead() {
          status = 'ready';
        },
        onFault(fault) {
          if (fault.code === 'revision-changed') {
            stopSession();
            void refresh();
          } else if (alive()) failWith(fault.message);
          else end();
        },
        onOrphaned: end,
        signal: AbortSignal.any([signal, own.signal]),
      }),
    };
  }

  options.servePage(
    {
      'page/state'() {
        // First: it may find that the page is another article by now.
        const subjects = session?.reader.subjects() ?? [];
        return { status, ...(status === 'failed' && problem ? { problem } : {}), url: window.location.href, subjects };
      },
      'page/refresh': async (): Promise<true> => {
        await refresh();
        return true;
      },
      'page/step': ({ by }) => session?.reader.step(by) ?? false,
      'page/open': () => session?.reader.open() ?? false,
      'page/reveal': ({ id, nth }) => session?.reader.reveal(id, nth) ?? 0,
    },
    signal,
  );

  let root = window.document.documentElement;
  let documents = 0;
  // `document.open()` takes away the element that everything hangs from, and every listener, ours too.
  const roots = new MutationObserver(() => {
    const { documentElement } = window.document;
    if (!documentElement || documentElement === root) return;
    root = documentElement;
    if (documents++ === MAX_DOCUMENTS || !alive()) return end();
    here.leave();
    stopSession();
    status = 'reading';
    here = inhabit();
    void refresh();
  });
  roots.observe(window.document, { childList: true });
  signal.addEventListener('abort', () => roots.disconnect());
  void refresh();
}
