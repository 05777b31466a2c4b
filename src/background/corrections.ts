/** The reader's corrections: making, taking back, listing. Who may say what is decided here by who asks. */
import { siteOf } from '@/core/model/address';
import type { Correction, Scope } from '@/core/model/correction';
import type { CorrectionView } from '@/core/model/view';
import { fail, ok, type Result } from '@/core/result';
import type { BackgroundInput } from '@/messaging/protocol';
import type { Caller } from '@/messaging/server';
import { hostOf } from '@/platform/hosts';
import type { Store } from '@/store/store';
import { namesOf } from './resolve';

/** Stores a correction. A page speaks for itself and its own site only, whatever its message says, or for all sites. */
export async function addCorrection(
  store: Store,
  { word, says, where }: BackgroundInput<'correction/add'>,
  caller: Caller,
): Promise<Result<Correction>> {
  if (caller.role === 'page' && !isOwnSite(where, caller.url)) {
    return fail('wrong-site', 'A correction made on one site can’t be kept for another.');
  }
  const correction: Correction = { id: crypto.randomUUID(), word, says, where, made: new Date().toISOString() };
  await store.overlay.corrections.put([correction]);
  return ok(correction);
}

function isOwnSite(where: Scope, url: string): boolean {
  if (where.in === 'everywhere') return true;
  const own = hostOf(url);
  const named = where.in === 'site' ? where.host : hostOf(where.address);
  return own !== null && named !== null && siteOf(own) === siteOf(named);
}

/** Newest first. */
export async function listCorrections(store: Store): Promise<readonly CorrectionView[]> {
  const all = await store.overlay.corrections.all();
  const subjects = all.flatMap(({ says }) => (says.is === 'never' ? [] : [says.subject]));
  const names = await store.read((facts) => namesOf(facts, subjects));
  return [...all]
    .sort((a, b) => (a.made < b.made ? 1 : a.made > b.made ? -1 : 0))
    .map((correction) => ({ ...correction, subject: correction.says.is === 'never' ? null : names.subject(correction.says.subject) }));
}
