/**
 * The one way to the network, and the account of what went over it. A request is written down before it is sent; where it
 * cannot be, it is not sent. Only over https, without cookies, referrer or redirects, to hosts that the reader allowed.
 */
import { isPublicAddress } from '@/core/pack/web-address';
import { FaultError, fail, type Result } from '@/core/result';
import { hostOfPattern, normalHost } from '@/platform/hosts';
import type { Permissions } from '@/platform/types';
import type { RequestLog } from '@/store/requests';

export interface Request {
  readonly url: string;
  /** What the reader switched on that asks for it; shown in the ledger. */
  readonly why: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes of the body beyond which it is refused. */
  readonly mostBytes: number;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

export interface Ledger {
  /** A file of the extension's own package: no request. */
  readonly ownFile: (url: string) => Promise<Response>;
  /** Throws a FaultError with a sentence for the reader where no answer came or it was refused; any status is an answer. */
  send(request: Request): Promise<Answered>;
  /** Requests ever sent. */
  requests(): Promise<number>;
}

export interface LedgerWorld {
  readonly log: RequestLog;
  readonly permissions: Permissions;
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  readonly ownOrigin: string;
  readonly now: () => number;
  /** Longest time from the request to the last byte of the answer, in ms. */
  readonly patience?: number;
}

/** A slow server's feed takes seconds; one that takes longer is asked again later. */
const PATIENCE_MS = 30_000;

const refused = (code: string, message: string, cause?: unknown) => new FaultError({ code, message }, cause);

/** May a request go to this address? A place of the reader's own only where a permission names its very host. */
async function judge(url: URL, permissions: Permissions): Promise<Result<true>> {
  if (url.protocol !== 'https:') return fail('net-scheme', 'Only https addresses are fetched.');
  if (url.username || url.password) return fail('net-user', 'An address with a user name is not fetched.');
  if (!isPublicAddress(url.href)) {
    const host = normalHost(url.hostname);
    const named = (await permissions.granted()).some((pattern) => !pattern.includes('*.') && hostOfPattern(pattern) === host);
    if (!named) return fail('net-local', `${url.hostname} is a place of your own network, and you have not allowed it by name.`);
  }
  if (!(await permissions.contains([`https://${url.hostname}/*`])))
    return fail('no-permission', `You have not allowed Sidelight to fetch from ${url.hostname}, so it does not.`);
  return { ok: true, value: true };
}

export function createLedger({ log, permissions, fetch, ownOrigin, now, patience: wait = PATIENCE_MS }: LedgerWorld): Ledger {
  return {
    ownFile(url) {
      if (!url.startsWith(ownOrigin)) throw new TypeError(`${url} is no file of the package`);
      return fetch(url);
    },
    async send({ url: address, why, headers = {}, mostBytes }) {
      const url = new URL(address);
      const judged = await judge(url, permissions);
      if (!judged.ok) throw new FaultError(judged.fault);
      const number = await log.begin({ at: now(), host: url.host, path: url.pathname, why });
      const received = { bytes: 0 };
      // A store that has no room for the end of it has its beginning.
      const finish = (outcome: string) => log.finish(number, { bytes: received.bytes, outcome }).catch(() => undefined);
      const patience = new AbortController();
      const timer = setTimeout(() => patience.abort(), wait);
      try {
        const response = await fetch(url.href, {
          headers,
          redirect: 'error',
          credentials: 'omit',
          referrerPolicy: 'no-referrer',
          // Whether something is new is asked of the server by its own marks; what it sends is kept in the store only.
          cache: 'no-store',
          signal: patience.signal,
        });
        const bytes = await bodyOf(response, mostBytes, received);
        await finish(String(response.status));
        return { status: response.status, headers: response.headers, bytes };
      } catch (error) {
        const fault = patience.signal.aborted ? timedOut(url, wait) : error instanceof FaultError ? error : unreachable(url, error);
        await finish(fault.fault.message);
        throw fault;
      } finally {
        clearTimeout(timer);
        // Ends an answer that was refused in the middle.
        patience.abort();
      }
    },
    requests: () => log.total(),
  };
}

const timedOut = (url: URL, wait: number) => refused('net-timeout', `${url.host} did not answer in full within ${wait / 1000} seconds.`);

/** Browsers tell extensions no more than that it failed. */
const unreachable = (url: URL, cause: unknown) =>
  refused(
    'net-failed',
    `${url.host} gave no answer: it cannot be reached, breaks off, or sends on to another address, which is not followed.`,
    cause,
  );

/** Reads at most `most` bytes; what is longer, or says that it is, is refused without reading on. */
async function bodyOf(response: Response, most: number, received: { bytes: number }): Promise<Uint8Array> {
  const tooLarge = () => refused('net-large', `The answer is larger than ${Math.round(most / 1_000_000)} MB, so nothing of it was taken.`);
  if (Number(response.headers.get('content-length')) > most) throw tooLarge();
  const parts: Uint8Array[] = [];
  const reader = response.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    received.bytes += value.byteLength;
    if (received.bytes > most) throw tooLarge();
    parts.push(value);
  }
  const whole = new Uint8Array(received.bytes);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}
