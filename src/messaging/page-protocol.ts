/**
 * The contract of the calls that pages answer, and what travels on the one channel. Apart from protocol.ts, because it is part of
 * the content script: inputs are read by hand, and the schema library must not come along.
 */
import type { Capture, CaptureDraft, PageSaid, Verdict } from '@/core/model/page-claim';
import type { PageClaims, PageState } from '@/core/model/view';

/** Reads what a call carries; null where it does not fit. */
export type Read = (input: unknown) => object | null;

const field = (input: unknown, name: string): unknown =>
  typeof input === 'object' && input !== null ? (input as Record<string, unknown>)[name] : undefined;
const nothing = (input: unknown): Record<string, never> | null => (typeof input === 'object' && input !== null ? {} : null);

/**
 * Calls that a content script answers; they come from the background or the popup only. The schema library
 * would be a twentieth of a script that runs on every news page, for two numbers and an id.
 */
export const pageCalls = {
  /** What is known of the page now. */
  'page/state': nothing,
  /** Settings or names changed: ask for orders again. */
  'page/refresh': nothing,
  /** Move to the next or previous mention and open its card. */
  'page/step': (input: unknown): { readonly by: 1 | -1 } | null => {
    const by = field(input, 'by');
    return by === 1 || by === -1 ? { by } : null;
  },
  /** Open the card of the mention under the focus, the selection or nearest in view, with focus inside. */
  'page/open': nothing,
  /** Scroll to the n-th mention (0-based) of a subject and open its card; answers how many there are. */
  'page/reveal': (input: unknown): { readonly id: string; readonly nth: number } | null => {
    const [id, nth] = [field(input, 'id'), field(input, 'nth')];
    return typeof id === 'string' && typeof nth === 'number' && Number.isInteger(nth) && nth >= 0 ? { id, nth } : null;
  },
} as const satisfies Record<string, Read>;

export interface PageAnswers {
  'page/state': PageState;
  'page/refresh': true;
  'page/step': boolean;
  'page/open': boolean;
  'page/reveal': number;
}

export type PageCall = keyof typeof pageCalls;
export type PageInput<C extends PageCall> = NonNullable<ReturnType<(typeof pageCalls)[C]>>;

/**
 * Calls that the part of a page's reader answers that reads claims (src/page/claims). It is only on pages that look like articles:
 * elsewhere nobody answers.
 */
export const claimsCalls = {
  /** What the page claims, as far as it is read. */
  'claims/list': nothing,
  /** What the page says, to be set beside other accounts; all empty where it holds no story, or is not read yet. */
  'claims/story': nothing,
  /** Read it again: it is to be remembered now. */
  'claims/read': nothing,
  /** Scroll to the sentence of a claim or a figure and flash it; false where it is gone. */
  'claims/show': (input: unknown): { readonly id: string } | null => {
    const id = field(input, 'id');
    return typeof id === 'string' ? { id } : null;
  },
  /** Keep a claim, dismiss it, or take either back; answers as `claims/list`. */
  'claims/judge': (input: unknown): { readonly id: string; readonly verdict: Verdict | null } | null => {
    const [id, verdict] = [field(input, 'id'), field(input, 'verdict')];
    return typeof id === 'string' && (verdict === null || verdict === 'kept' || verdict === 'dismissed') ? { id, verdict } : null;
  },
  /** The selected sentence with what is known of it, for the capture form. A fault where nothing is selected. */
  'claims/draft': nothing,
  /** Keep that sentence as the reader's own claim, as the form has it; answers its id, for `claims/judge` to take it back. */
  'claims/capture': (input: unknown): Capture | null => {
    const [text, speaker, outlet, clock, edtf] = ['text', 'speaker', 'outlet', 'clock', 'edtf'].map((name) => field(input, name));
    const named = typeof text === 'string' && typeof speaker === 'string' && (outlet === null || typeof outlet === 'string');
    const dated = (clock === 'said' || clock === 'reported' || clock === 'event') && typeof edtf === 'string';
    return named && dated ? { text, speaker, outlet, clock, edtf } : null;
  },
} as const satisfies Record<string, Read>;

export interface ClaimsAnswers {
  'claims/draft': CaptureDraft;
  'claims/capture': string;
  'claims/list': PageClaims;
  'claims/story': PageSaid;
  'claims/read': true;
  'claims/show': boolean;
  'claims/judge': PageClaims;
}

export type ClaimsCall = keyof typeof claimsCalls;
export type ClaimsInput<C extends ClaimsCall> = NonNullable<ReturnType<(typeof claimsCalls)[C]>>;

/** What travels. `to` keeps the messages of the background, the pages' readers and their parts apart on the one channel. */
export interface Envelope {
  readonly to: 'background' | 'page' | 'claims';
  readonly call: string;
  readonly input: unknown;
}
