import type { Clock } from '../../clock/index.ts';
import type { AccountState } from '../../state/index.ts';
import { snsOf } from './sns-state.ts';

/** "Confirmation tokens are valid for two days" (API reference, ConfirmSubscription). */
const VALID_MS = 2 * 86_400_000;

/** Ends the subscriptions that nobody has confirmed in time. */
export function endExpired({ state, clock }: { readonly state: AccountState; readonly clock: Clock }): void {
  const { subscriptions } = snsOf(state);
  for (const { arn, confirmed, made } of subscriptions.values())
    if (!confirmed && clock.account().getTime() - made >= VALID_MS) subscriptions.delete(arn);
}
