/** What can go wrong with the store, as a sentence for the reader. Knows the names of IndexedDB's errors, nothing of tables. */
import { FaultError } from '@/core/result';

export const storeNewer = (): FaultError =>
  new FaultError({
    code: 'store-newer',
    message: 'Your facts were written by a newer version of Sidelight: they are shown but nothing is changed. Update Sidelight to go on.',
  });

export const storeUnknown = (): FaultError =>
  new FaultError({
    code: 'store-unknown',
    message: 'Your facts were written by a newer version of Sidelight that this one cannot read. Update Sidelight.',
  });

export const storeBlocked = (): FaultError =>
  new FaultError({
    code: 'store-blocked',
    message: 'Another Sidelight page keeps the fact store busy. Close other Sidelight tabs, then try again.',
  });

/** A pack that says it is the reader's own would write over what the reader decided. */
export const packIsOwn = (id: string): FaultError =>
  new FaultError({
    code: 'pack-own',
    message: `A pack may not have the id “${id}”: it is kept for your own names and corrections. Take the file in on the page for those.`,
  });

export const packIsBuiltIn = (id: string): FaultError =>
  new FaultError({
    code: 'built-in-pack',
    message: `The pack “${id}” comes with Sidelight and is updated with it. Give the file’s pack another id to import it beside it.`,
  });

/** Dexie repeats the browser's words on further lines. */
const detail = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).split('\n', 1)[0] ?? '';

/** Chromium reports a full disk as UnknownError with this text, not as QuotaExceededError. */
const isFull = (error: unknown): boolean => error instanceof Error && /QuotaExceeded|FILE_ERROR_NO_SPACE/.test(detail(error));

/** May the browser's files be held by a process that is going? A full disk is told by the same name, and does not pass by itself. */
export const mayBeHeld = (error: unknown): boolean => error instanceof Error && error.name === 'UnknownError' && !isFull(error);

/** Names what stopped an opening; a {@link FaultError} stays as it is. */
export function openingFailed(error: unknown): FaultError {
  if (error instanceof FaultError) return error;
  if (isFull(error)) return storeFull(error);
  const message = `The fact store could not be opened (${detail(error)}). Restart the browser, then try again; your facts are left as they are.`;
  return new FaultError({ code: 'store-unopened', message }, error);
}

/** Names what stopped a reading or writing; a {@link FaultError} stays as it is. */
export function workFailed(error: unknown): FaultError {
  if (error instanceof FaultError) return error;
  if (isFull(error)) return storeFull(error);
  const message = `The fact store could not finish (${detail(error)}). Nothing was changed. Try again.`;
  return new FaultError({ code: 'store-failed', message }, error);
}

function storeFull(cause: unknown): FaultError {
  return new FaultError(
    { code: 'store-full', message: 'The disk is full, so nothing was changed. Free some space, then try again.' },
    cause,
  );
}
