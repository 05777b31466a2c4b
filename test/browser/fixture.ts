/** A reader with a small gazetteer and a plain card, for the tests of the page side in a real browser. */
import type { Gazetteer, Match, SubjectEntry } from '@/core/gazetteer/types';
import type { Mention } from '@/core/model/mention';
import { NO_CHOICES } from '@/core/model/painting';
import type { SubjectView } from '@/core/model/view';
import { fail, ok } from '@/core/result';
import type { PageOverlay } from '@/messaging/protocol';
import type { Ask, CardState, CreateLinker, PageHandlers } from '@/page/contract';
import { startReader } from '@/page/controller';
import { startLines } from '@/page/lines/start';
import { offerPart } from '@/page/parts';
import { follow } from '@/page/placement';

const SUBJECTS: readonly (SubjectEntry & { readonly name: string })[] = [
  { id: 'w:macron', kind: 'person', open: true, name: 'Emmanuel Macron' },
  { id: 'w:rutte', kind: 'person', open: true, name: 'Mark Rutte' },
  { id: 'w:nato', kind: 'organisation', open: true, name: 'NATO' },
  { id: 'w:paris', kind: 'place', open: true, name: 'Paris' },
  { id: 'mine:secret', kind: 'person', open: false, name: 'Jane Undisclosed' },
];

/** Whole-name matches, any white space and soft hyphens between letters allowed; slow and plain. */
export const gazetteer: Gazetteer = {
  size: SUBJECTS.length,
  scan(text) {
    const found: Match[] = [];
    for (const [subject, { name }] of SUBJECTS.entries()) {
      const letters = [...name].map((c) => (c === ' ' ? '\\s+' : c)).join('\\u00ad?');
      for (const match of text.matchAll(new RegExp(`(?<!\\p{L})${letters}(?!\\p{L})`, 'gu'))) {
        found.push({ start: match.index, end: match.index + match[0].length, candidates: [{ subject, form: 'full' }] });
      }
    }
    return found.sort((a, b) => a.start - b.start);
  },
  subject(index) {
    const entry = SUBJECTS[index];
    if (!entry) throw new RangeError(String(index));
    return entry;
  },
};

/** Every match counts as its first candidate, in full. */
export const createEagerLinker: CreateLinker = (subject) => ({
  *run(texts) {
    return texts.map(({ text, matches }) => ({
      mentions: matches.map((match): Mention => {
        const { id, kind } = subject(match.candidates[0]?.subject ?? -1);
        return { start: match.start, end: match.end, subject: id, kind, surface: text.slice(match.start, match.end), reason: 'full-name' };
      }),
      undecided: [],
    }));
  },
});

const view = (id: string): SubjectView => ({
  id,
  name: id,
  kind: 'person',
  offices: [],
  dates: [],
  place: null,
  participants: [],
  claims: [],
  totals: { claims: 0, outlets: 0 },
  packs: [],
});

export interface RunningReader {
  /** The page's handlers, as the popup would call them. */
  readonly page: PageHandlers;
  /** The states that the card was given, null for emptied. */
  readonly states: (CardState | null)[];
  /** The element in the closed root that the card is drawn into, once one was opened. */
  readonly container: () => HTMLElement | null;
  readonly asked: string[];
  orders: { state: 'on' | 'off' | 'paused'; revision: string };
  /** The reader's own decisions, as the background hands them over. */
  overlay: PageOverlay;
  alive: boolean;
  /** Gives no answers, as a background that is late. */
  late: boolean;
  stop(): void;
}

/** Starts a reader on the test's own document. */
export function runReader(): RunningReader {
  const ended = new AbortController();
  let page: PageHandlers | null = null;
  let container: HTMLElement | null = null;
  const running: RunningReader = {
    get page() {
      if (!page) throw new Error('the reader serves nothing');
      return page;
    },
    states: [],
    container: () => container,
    asked: [],
    orders: { state: 'on', revision: 'r1' },
    overlay: { corrections: [], painting: NO_CHOICES },
    alive: true,
    late: false,
    stop: () => ended.abort(),
  };
  const answers: Record<string, (input: never) => unknown> = {
    'page/hello': () => ({
      state: running.orders.state,
      gazetteer: { revision: running.orders.revision, names: 5, where: 'page' },
      overlay: running.overlay,
    }),
    'gazetteer/get': () => ({ revision: running.orders.revision, bytes: new Uint8Array() }),
    'subject/get': ({ id }: { id: string }) => view(id),
  };
  const ask = (async (call: string, input: never) => {
    running.asked.push(call);
    if (running.late) return fail('no-answer', 'Try again.');
    return running.alive ? ok(answers[call]?.(input)) : fail('gone', 'Reload the page.');
  }) as Ask;
  // What the background would put into the page.
  offerPart(globalThis, 'lines', startLines);
  offerPart(globalThis, 'card', () => ({
    css: '',
    follow,
    mount: (element, onClose) => {
      container = element;
      return {
        render(state) {
          running.states.push(state);
          if (state === null) {
            element.replaceChildren();
            return;
          }
          if (!element.firstElementChild) {
            element.innerHTML =
              '<div role="dialog" style="width:200px;height:120px"><a href="#there">source</a><button>close</button></div>';
            element.querySelector('button')?.addEventListener('click', onClose);
          }
        },
        press: () => false,
        holdsCorrection: () => false,
        watch: () => () => undefined,
        destroy: () => element.replaceChildren(),
      };
    },
  }));
  startReader({
    window,
    ask,
    servePage: (handlers) => {
      page = handlers;
    },
    openGazetteer: () => gazetteer,
    canScan: () => true,
    createLinker: createEagerLinker,
    alive: () => running.alive,
    signal: ended.signal,
  });
  return running;
}

/** Every painted mark: name of its highlight and its words. */
export function marks(): { name: string; text: string }[] {
  const found: { name: string; text: string; node: Node; at: number }[] = [];
  for (const [name, highlight] of CSS.highlights) {
    for (const range of highlight) {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      found.push({ name, text: live.toString(), node: range.startContainer, at: range.startOffset });
    }
  }
  return found
    .sort((a, b) => (a.node === b.node ? a.at - b.at : a.node.compareDocumentPosition(b.node) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
    .map(({ name, text }) => ({ name, text }));
}

/** The middle of some words of the page, in CSS pixels of the viewport. */
export function middleOf(node: Node | null, start: number, end: number): { x: number; y: number } {
  if (!node) throw new Error('no such text');
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  const box = range.getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}
