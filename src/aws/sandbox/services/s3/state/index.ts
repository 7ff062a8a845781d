import { type AccountState, defineSlice } from '../../../state/index.ts';
import { createObjectStore } from './store.ts';
import type { BucketRecord } from './types.ts';

export { compareKeys } from './store.ts';
export type {
  BucketRecord,
  Checksum,
  ObjectAttributes,
  ObjectTag,
  Part,
  StoredObject,
  Upload,
} from './types.ts';

/** An empty bucket. */
export function createBucket(fields: Pick<BucketRecord, 'name' | 'region' | 'created'>): BucketRecord {
  const { name, region, created } = fields;
  return { name, region, created, objects: createObjectStore(), uploads: new Map() };
}

/** The buckets of the account, by name. */
export function bucketsOf(state: AccountState): Map<string, BucketRecord> {
  return state.of(buckets);
}

const buckets = defineSlice(
  's3',
  ({ account }) => new Map(account.buckets.map((bucket) => [bucket.name, createBucket(bucket)])),
);
