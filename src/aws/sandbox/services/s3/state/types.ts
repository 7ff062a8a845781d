import type {
  CORSRule,
  LifecycleRule,
  NotificationConfiguration,
  TransitionDefaultMinimumObjectSize,
  WebsiteConfiguration,
} from '@aws-sdk/client-s3';

/** Attributes that a client gives an object when it stores it, by S3's names. */
export interface ObjectAttributes {
  readonly CacheControl?: string;
  readonly ContentDisposition?: string;
  readonly ContentEncoding?: string;
  readonly ContentLanguage?: string;
  readonly ContentType?: string;
  readonly Expires?: Date;
  readonly WebsiteRedirectLocation?: string;
  readonly StorageClass?: string;
  /** Names in lower case, without `x-amz-meta-`. */
  readonly Metadata?: Readonly<Record<string, string>>;
  readonly Tags?: readonly ObjectTag[];
}

export interface ObjectTag {
  readonly Key: string;
  readonly Value: string;
}

/** A checksum of an object or of one of its parts. */
export interface Checksum {
  /** As S3 names it: `CRC64NVME`. */
  readonly algorithm: string;
  /** Base64; of a composite one, `-` and the number of parts follow. */
  readonly value: string;
  /** Of the object's bytes, or of its parts' checksums. */
  readonly type: 'FULL_OBJECT' | 'COMPOSITE';
}

export interface UploadPart {
  readonly number: number;
  readonly body: Uint8Array;
  /** In its quotes. */
  readonly etag: string;
  readonly modified: Date;
  readonly checksum: Checksum;
}

/** Encryption of an object. */
export type Encryption =
  | { readonly kind: 'AES256' }
  | {
      readonly kind: 'aws:kms' | 'aws:kms:dsse';
      readonly keyArn: string;
      /** Data key of the object, encrypted by its key in KMS. */
      readonly dataKey: Uint8Array;
      readonly encryptionContext: Readonly<Record<string, string>>;
      readonly hasBucketKey: boolean;
    }
  /** A key that only the client has; S3 keeps its MD5 in base64. */
  | { readonly kind: 'customer'; readonly keyMd5: string };

/** Encryption of new objects in a bucket, where their request does not say another. */
export interface BucketEncryption {
  readonly kind: 'AES256' | 'aws:kms' | 'aws:kms:dsse';
  /** As it was put: an id, an ARN or an alias; absent for AWS's own key. */
  readonly keyId?: string;
  readonly hasBucketKey: boolean;
}

export interface StoredObject {
  readonly key: string;
  /** `null` where the bucket gives none. */
  readonly versionId: string;
  readonly body: Uint8Array;
  /** In its quotes. */
  readonly etag: string;
  /** By the account's time, in whole seconds. */
  readonly modified: Date;
  readonly attributes: ObjectAttributes;
  readonly encryption: Encryption;
  readonly checksum: Checksum;
  /** The sizes of its parts in bytes, in their order; absent where it was stored whole. */
  readonly partSizes?: readonly number[];
}

/** Lifecycle configuration of a bucket, as it was put. */
interface BucketLifecycle {
  readonly rules: readonly LifecycleRule[];
  readonly minimumSize: TransitionDefaultMinimumObjectSize;
}

/** A rule of a bucket's notifications: events of which objects go where. */
export interface NotificationRule {
  readonly id: string;
  /** As its ARN is called in XML. */
  readonly element: 'Topic' | 'Queue' | 'CloudFunction';
  readonly arn: string;
  /** `s3:ObjectCreated:*` */
  readonly events: readonly string[];
  readonly prefix: string;
  readonly suffix: string;
}

/** Notification configuration of a bucket, as it was put, and its rules. */
interface BucketNotifications {
  readonly configuration: NotificationConfiguration;
  readonly rules: readonly NotificationRule[];
  /** How many events there were: they are numbered. */
  sent: number;
}

/** A multipart upload in progress. */
export interface Upload {
  readonly id: string;
  readonly key: string;
  readonly initiated: Date;
  /** The ARN of whoever began it. */
  readonly initiator: string;
  readonly attributes: ObjectAttributes;
  readonly encryption: Encryption;
  /** As the client chose; absent where it left the choice to S3. */
  readonly checksum?: Pick<Checksum, 'algorithm' | 'type'>;
  /** By number. */
  readonly parts: Map<number, UploadPart>;
}

/** Marker of an object that was deleted from a bucket with versions. */
interface DeleteMarker {
  readonly key: string;
  readonly versionId: string;
  readonly modified: Date;
  readonly isDeleteMarker: true;
}

/** A state of a key: an object, or that it was deleted. */
export type Version = StoredObject | DeleteMarker;

/** Settings of a bucket that an account has from the start, or that were put. */
interface BucketSettings {
  /** Absent on a bucket that never had versions. */
  versioning?: 'Enabled' | 'Suspended';
  /** The policy as it was put, and as data. */
  policy?: { readonly text: string; readonly document: unknown };
  publicAccessBlock?: Readonly<Record<PublicAccessSetting, boolean>>;
  /** Absent where the controls were deleted. */
  ownership?: Ownership;
  tags?: readonly ObjectTag[];
  encryption: BucketEncryption;
  lifecycle?: BucketLifecycle;
  notifications?: BucketNotifications;
  website?: WebsiteConfiguration;
  cors?: readonly CORSRule[];
}

/** Owner of the objects of a bucket, in the API's words. */
export type Ownership = 'BucketOwnerEnforced' | 'BucketOwnerPreferred' | 'ObjectWriter';

type PublicAccessSetting =
  | 'BlockPublicAcls'
  | 'IgnorePublicAcls'
  | 'BlockPublicPolicy'
  | 'RestrictPublicBuckets';

export interface BucketRecord {
  readonly settings: BucketSettings;
  readonly name: string;
  readonly region: string;
  readonly created: Date;
  readonly objects: ObjectStore;
  /** By id, in the order of their beginning. */
  readonly uploads: Map<string, Upload>;
}

/** The objects of one bucket. */
export interface ObjectStore {
  /** How many keys have a version. */
  readonly size: number;
  /** The object that a key has now; undefined where it was deleted. */
  get(key: string): StoredObject | undefined;
  /** All versions of a key, the newest first. */
  versions(key: string): readonly Version[];
  /** Puts a version on top of the others; one with the same id goes. */
  put(version: Version): void;
  /** Puts a version in the place of the one with its id. */
  replace(object: StoredObject): void;
  /** Takes a version away for good. */
  remove(key: string, versionId: string): void;
  /** The keys that have an object, in the order of their UTF-8 bytes, which is the order S3 lists them in. */
  keys(): readonly string[];
  /** The keys that have a version, in the same order. */
  allKeys(): readonly string[];
}
