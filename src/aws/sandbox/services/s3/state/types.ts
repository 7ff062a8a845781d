/** What a client says about an object when it stores it, by S3's names. */
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

export interface Part {
  readonly number: number;
  readonly body: Uint8Array;
  /** In its quotes. */
  readonly etag: string;
  readonly modified: Date;
  readonly checksum: Checksum;
}

export interface StoredObject {
  readonly key: string;
  readonly body: Uint8Array;
  /** In its quotes. */
  readonly etag: string;
  /** By the account's time, in whole seconds. */
  readonly modified: Date;
  readonly attributes: ObjectAttributes;
  readonly checksum: Checksum;
  /** The sizes of its parts in bytes, in their order; absent where it was stored whole. */
  readonly partSizes?: readonly number[];
}

/** A multipart upload in progress. */
export interface Upload {
  readonly id: string;
  readonly key: string;
  readonly initiated: Date;
  /** The ARN of whoever began it. */
  readonly initiator: string;
  readonly attributes: ObjectAttributes;
  /** As the client chose; absent where it left the choice to S3. */
  readonly checksum?: Pick<Checksum, 'algorithm' | 'type'>;
  /** By number. */
  readonly parts: Map<number, Part>;
}

export interface BucketRecord {
  readonly name: string;
  readonly region: string;
  readonly created: Date;
  readonly objects: ObjectStore;
  /** By id, in the order of their beginning. */
  readonly uploads: Map<string, Upload>;
}

/** The objects of one bucket. */
export interface ObjectStore {
  readonly size: number;
  get(key: string): StoredObject | undefined;
  put(object: StoredObject): void;
  delete(key: string): void;
  /** All keys in the order of their UTF-8 bytes, which is the order S3 lists them in. */
  keys(): readonly string[];
}
