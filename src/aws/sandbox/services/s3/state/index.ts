import { type AccountState, defineSlice } from '../../../operation/index.ts';
import { createObjectStore } from './store.ts';
import type { BucketEncryption, BucketRecord, Ownership } from './types.ts';

export { compareKeys, isStoredObject } from './store.ts';
export type {
  BucketEncryption,
  BucketRecord,
  Checksum,
  Encryption,
  NotificationRule,
  ObjectAttributes,
  ObjectTag,
  StoredObject,
  Upload,
  UploadPart,
  Version,
} from './types.ts';

/** "All Amazon S3 buckets have encryption configured by default" since January 2023 (S3 User Guide). */
export const DEFAULT_ENCRYPTION: BucketEncryption = { kind: 'AES256', hasBucketKey: false };

const OWNERSHIPS: readonly Ownership[] = ['BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter'];

export const isOwnership = (text: string | undefined): text is Ownership =>
  OWNERSHIPS.some((ownership) => ownership === text);

interface NewBucket extends Pick<BucketRecord, 'name' | 'region' | 'created'> {
  readonly ownership?: Ownership;
}

/** An empty bucket. "All new buckets have S3 Block Public Access enabled", and ACLs off (S3 User Guide). */
export function createBucket(fields: NewBucket): BucketRecord {
  const { name, region, created, ownership = 'BucketOwnerEnforced' } = fields;
  const publicAccessBlock = {
    ...{ BlockPublicAcls: true, IgnorePublicAcls: true },
    ...{ BlockPublicPolicy: true, RestrictPublicBuckets: true },
  };
  const settings = { publicAccessBlock, ownership, encryption: DEFAULT_ENCRYPTION };
  return { name, region, created, settings, objects: createObjectStore(), uploads: new Map() };
}

/** The buckets of the account, by name. */
export function bucketsOf(state: AccountState): Map<string, BucketRecord> {
  return state.of(buckets);
}

const buckets = defineSlice(
  's3',
  ({ account }) => new Map(account.buckets.map((bucket) => [bucket.name, createBucket(bucket)])),
  (all) =>
    [...all.values()].map(({ name, region, objects, settings }) => ({
      type: 'AWS::S3::Bucket',
      ...{ id: name, region },
      details: {
        Objects: String(objects.keys().length),
        ...(settings.versioning && { Versioning: settings.versioning }),
      },
    })),
);
