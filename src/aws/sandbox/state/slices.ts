import type { Account } from '../account/index.ts';
import type { Random } from '../random/index.ts';

/** Input of a slice's initializer. */
export interface SliceContext {
  readonly account: Account;
  /** A generator of the slice's own: what it draws changes no other id of the account. */
  readonly random: Random;
}

/** A service's own part of the account's state. It is created when it is first read. */
export interface StateSlice<Value> {
  /** Unique in the account: `s3`. It seeds the slice's generator. */
  readonly name: string;
  create(context: SliceContext): Value;
}

/**
 * Defines a service's part of the account's state.
 *
 * @example
 * const queues = defineSlice('sqs', () => new Map<string, Queue>());
 * const queue = state.of(queues).get(name);
 */
export function defineSlice<Value>(
  name: string,
  create: (context: SliceContext) => Value,
): StateSlice<Value> {
  return { name, create };
}

/** Reads slices of one account. */
export interface SliceReader {
  of<Value>(slice: StateSlice<Value>): Value;
}

export function createSlices(account: Account, random: Random): SliceReader {
  const values = new Map<StateSlice<unknown>, unknown>();
  return {
    of: <Value>(slice: StateSlice<Value>): Value => {
      if (!values.has(slice)) values.set(slice, slice.create({ account, random: random.fork(slice.name) }));
      return values.get(slice) as Value;
    },
  };
}
