/** Asking again for what may not have changed: the marks that are sent, and what the answer's status means. For feeds and packs. */
import { FaultError } from '@/core/result';

/** By what a server knows again what it sent last; null where it sent none. */
interface Marks {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export const marksOf = ({ etag, lastModified }: Marks): Record<string, string> => ({
  ...(etag === null ? {} : { 'if-none-match': etag }),
  ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
});

/** True where the server says that nothing is new, false where it sent what was asked for. Throws a fault with a sentence on any other answer. */
export function isUnchanged(
  what: 'feed' | 'pack',
  { host, etag, lastModified }: Marks & { readonly host: string },
  status: number,
): boolean {
  const refuse = (code: string, message: string) => new FaultError({ code: `${what}-${code}`, message });
  if (status === 304) {
    // Without anything to compare with, it says nothing: next time the whole is asked for.
    if (etag === null && lastModified === null) throw refuse('304', `${host} says that nothing is new, but has sent nothing yet.`);
    return true;
  }
  if (status === 200) return false;
  if (status === 404 || status === 410) throw refuse('gone', `${host} has no ${what} at this address any more (${status}).`);
  if (status === 401 || status === 403) throw refuse('forbidden', `${host} does not let this ${what} be read (${status}).`);
  if (status === 429) throw refuse('too-often', `${host} asks to be asked more seldom (429).`);
  if (status >= 500) throw refuse('server', `${host} has a fault of its own (${status}).`);
  throw refuse('status', `${host} answered with something else than a ${what} (${status}).`);
}
