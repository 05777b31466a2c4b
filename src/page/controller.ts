/**
 * The reader of one page: asks whether it may read, reads or stops, answers what popup and background ask of the page,
 * and goes without a trace when the extension goes. The entrypoint gives it everything that it talks to.
 */
import type { Gazetteer } from '@/core/gazetteer/types';
import type { PageState } from '@/core/model/view';
import { createCardHost } from './card-host';
import type { Ask, Link, MountCard, ServePage } from './contract';
import { openScanner, PROBE } from './scanner';
import { type Session, startSession } from './session';
import { claimPage } from './single';

export interface ReaderOptions {
  readonly window: Window & typeof globalThis;
  readonly ask: Ask;
  readonly servePage: ServePage;
  readonly openGazetteer: (bytes: Uint8Array) => Gazetteer;
  readonly link: Link;
  readonly mountCard: MountCard;
  /** The card's style, for its shadow root. */
  readonly cardCss: string;
  /** False once the extension was reloaded, updated or removed under this script. Asked often; must be cheap. */
  readonly alive: () => boolean;
  /** Ends everything, marks and host included. */
  readonly signal: AbortSignal;
}

/**
 * Starts reading the page. Does nothing where a living reader is there already; takes the place of one whose extension is gone.
 * Nothing is thrown later: faults become the page's state, which the popup shows.
 */
export function startReader(options: ReaderOptions): void {
  const { window, ask, alive } = options;
  const ended = new AbortController();
  const signal = AbortSignal.any([options.signal, ended.signal]);
  const end = (): void => ended.abort();
  if (!claimPage(globalThis, { alive: () => alive() && !signal.aborted, end })) return;

  let status: PageState['status'] = 'reading';
  let problem: string | undefined;
  let session: { readonly revision: string; readonly reader: Session; readonly stop: () => void } | null = null;
  /** Goes up with every question for orders: an answer to an older one is dropped. */
  let asked = 0;

  const card = createCardHost(window, options.cardCss, options.mountCard, signal);

  function stopSession(): void {
    session?.stop();
    session = null;
  }
  function failWith(message: string): void {
    stopSession();
    status = 'failed';
    problem = message;
  }

  async function refresh(): Promise<void> {
    const question = ++asked;
    const isOld = (): boolean => question !== asked || signal.aborted;
    const orders = await ask('page/hello', { probe: PROBE });
    if (isOld()) return;
    if (!orders.ok) return alive() ? failWith(orders.fault.message) : end();
    const { state, gazetteer } = orders.value;
    if (state !== 'on') {
      stopSession();
      status = state;
      return;
    }
    if (session?.revision === gazetteer.revision) return;
    status = 'reading';
    const scanner = await openScanner(gazetteer, ask, options.openGazetteer);
    if (isOld()) return;
    if (!scanner.ok) return alive() ? failWith(scanner.fault.message) : end();
    stopSession();
    const own = new AbortController();
    session = {
      revision: scanner.value.revision,
      stop: () => own.abort(),
      reader: startSession({
        window,
        scanner: scanner.value,
        link: options.link,
        ask,
        card,
        alive,
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
      'page/state': () => ({
        status,
        ...(status === 'failed' && problem ? { problem } : {}),
        url: window.location.href,
        subjects: session?.reader.subjects() ?? [],
      }),
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
  // Back from the browser's page cache: names and settings may have changed meanwhile.
  window.addEventListener('pageshow', (event) => event.persisted && void refresh(), { signal });
  void refresh();
}
