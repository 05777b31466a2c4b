/** Work that nobody waits for. */
import { faultOf } from '@/messaging/answer';

/** What fails here shows where its outcome is asked for: in Health, or in the next answer. */
export function inBackground(work: Promise<unknown>): void {
  work.catch((error: unknown) => console.warn(`Sidelight: ${faultOf(error).message}`));
}
