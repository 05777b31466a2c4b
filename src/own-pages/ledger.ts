/** The ledger page's session: the requests that were sent, kept up to date while it is open. */
import type { LedgerView } from '@/core/model/feed-view';
import type { Result } from '@/core/result';
import type { BackgroundAnswers, BackgroundCall, BackgroundInput } from '@/messaging/protocol';

export interface LedgerState {
  /** Null until known. */
  readonly ledger: LedgerView | null;
  readonly problem: string | null;
}

export interface LedgerWorld {
  ask<C extends BackgroundCall>(call: C, input: BackgroundInput<C>): Promise<Result<BackgroundAnswers[C]>>;
  draw(state: LedgerState): void;
  wait(ms: number): Promise<void>;
}

/** As often as a reader who watches it expects something to move. */
const FOLLOW_MS = 3000;

export async function startLedger(world: LedgerWorld): Promise<never> {
  let ledger: LedgerView | null = null;
  for (;;) {
    const answer = await world.ask('ledger/get', {});
    if (answer.ok) ledger = answer.value;
    world.draw({ ledger, problem: answer.ok ? null : answer.fault.message });
    await world.wait(FOLLOW_MS);
  }
}
