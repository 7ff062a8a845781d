import { type AccountState, defineSlice } from './state/index.ts';
import type { Mail } from './types.ts';

const mailbox = defineSlice('mailbox', (): Mail[] => []);

/** All mail that the account's services have sent to people, the oldest first. */
export function mailsOf(state: AccountState): Mail[] {
  return state.of(mailbox);
}
