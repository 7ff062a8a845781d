import type { Account } from '../account/index.ts';
import type { Clock } from '../clock/index.ts';
import type { Random } from '../random/index.ts';
import {
  type AccountResource,
  createResourceList,
  type ListedResource,
  type ListResources,
} from './resource-list.ts';

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
  /** Absent where the slice holds no resources of its own. */
  list?(value: Value, clock: Clock): readonly ListedResource[];
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
  list?: ListResources<Value>,
): StateSlice<Value> {
  return list ? { name, create, list } : { name, create };
}

/** Reads slices of one account. */
export interface SliceReader {
  of<Value>(slice: StateSlice<Value>): Value;
  /** Lists the resources in the slices that were read so far: services that nobody has called have none. */
  resources(clock: Clock): AccountResource[];
}

export function createSlices(account: Account, random: Random): SliceReader {
  const values = new Map<StateSlice<unknown>, unknown>();
  const lists: ((clock: Clock) => AccountResource[])[] = [];
  const create = <Value>(slice: StateSlice<Value>): Value => {
    const value = slice.create({ account, random: random.fork(slice.name) });
    values.set(slice, value);
    if (slice.list) lists.push(createResourceList(value, slice.list));
    return value;
  };
  return {
    of: <Value>(slice: StateSlice<Value>): Value =>
      values.has(slice) ? (values.get(slice) as Value) : create(slice),
    resources: (clock) => lists.flatMap((list) => list(clock)),
  };
}
