import type { Caller, UserRecord } from '../../state/index.ts';

/** The user who calls an operation that only a user's long-term key may call. */
export function callingUser(caller: Caller): UserRecord {
  if (caller.kind === 'long-term') return caller.user;
  throw new Error(`An operation for long-term keys was called with a key of kind ${caller.kind}.`);
}
