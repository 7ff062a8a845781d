import { ServiceError } from '../../operation/index.ts';
import { aclsNotSupported, checkGrants, grantsIn, hasAclsOff, type StatedGrants } from './acl-rules.ts';
import { headerNotSimulated } from './s3-errors.ts';
import type { BucketRecord, ObjectAttributes } from './state/index.ts';

/** "The maximum length of a key name is 1,024 bytes", and 2 KB of metadata (S3 User Guide). */
const MAX_KEY_BYTES = 1024;
const MAX_METADATA_BYTES = 2048;

/** Botocore, data/s3/2006-03-01/service-2.json. */
const STORAGE_CLASSES = new Set([
  'STANDARD',
  'REDUCED_REDUNDANCY',
  'STANDARD_IA',
  'ONEZONE_IA',
  'INTELLIGENT_TIERING',
  'GLACIER',
  'DEEP_ARCHIVE',
  'GLACIER_IR',
]);

/** Attributes that a client may give an object as it stores it. */
export interface StatedAttributes extends StatedGrants {
  readonly Key?: string;
  readonly CacheControl?: string;
  readonly ContentDisposition?: string;
  readonly ContentEncoding?: string;
  readonly ContentLanguage?: string;
  readonly ContentType?: string;
  readonly Expires?: Date;
  readonly Metadata?: Readonly<Record<string, string>>;
  readonly StorageClass?: string;
  readonly ObjectLockMode?: string;
  readonly ObjectLockLegalHoldStatus?: string;
  readonly WebsiteRedirectLocation?: string;
}

/** The attributes to store. Throws a ServiceError for what S3 forbids, or what the sandbox cannot do. */
export function attributesToStore(
  operation: string,
  stated: StatedAttributes,
  { settings }: BucketRecord,
): ObjectAttributes {
  checkKey(stated.Key ?? '');
  checkAcl(operation, stated, settings);
  checkSimulated(stated);
  const metadata = stated.Metadata ?? {};
  checkMetadata(metadata);
  const storageClass = stated.StorageClass ?? 'STANDARD';
  if (!STORAGE_CLASSES.has(storageClass))
    throw new ServiceError(400, 'InvalidStorageClass', 'The storage class you specified is not valid', {
      StorageClassRequested: storageClass,
    });
  return {
    CacheControl: stated.CacheControl,
    ContentDisposition: stated.ContentDisposition,
    ContentEncoding: storedEncoding(stated.ContentEncoding),
    ContentLanguage: stated.ContentLanguage,
    ContentType: stated.ContentType || 'binary/octet-stream',
    Expires: stated.Expires,
    WebsiteRedirectLocation: stated.WebsiteRedirectLocation,
    StorageClass: storageClass,
    Metadata: metadata,
  };
}

/** S3 keeps what the object is encoded in, and not how it was sent (S3 User Guide, `aws-chunked`). */
function storedEncoding(stated: string | undefined): string | undefined {
  const kept = stated?.split(',').filter((part) => part.trim().toLowerCase() !== 'aws-chunked');
  return kept && kept.length > 0 ? kept.join(',').trim() : undefined;
}

function checkKey(key: string): void {
  const size = new TextEncoder().encode(key).length;
  if (size <= MAX_KEY_BYTES) return;
  const elements = { Size: String(size), MaxSizeAllowed: String(MAX_KEY_BYTES) };
  throw new ServiceError(400, 'KeyTooLongError', 'Your key is too long', elements);
}

function checkMetadata(metadata: Readonly<Record<string, string>>): void {
  const size = new TextEncoder().encode(Object.entries(metadata).flat().join('')).length;
  if (size <= MAX_METADATA_BYTES) return;
  throw new ServiceError(
    400,
    'MetadataTooLarge',
    'Your metadata headers exceed the maximum allowed metadata size',
    { Size: String(size), MaxSizeAllowed: String(MAX_METADATA_BYTES) },
  );
}

/** Lets only those ACLs pass that change nothing where a bucket's ACLs are off, as they are on new buckets. */
function checkAcl(operation: string, stated: StatedAttributes, settings: BucketRecord['settings']): void {
  const { ACL = 'private' } = stated;
  if (!hasAclsOff(settings)) checkGrants(operation, stated, settings);
  else if (grantsIn(stated) || (ACL !== 'private' && ACL !== 'bucket-owner-full-control'))
    throw aclsNotSupported();
}

/** Refuses attributes that the sandbox would forget. */
function checkSimulated(stated: StatedAttributes): void {
  if (stated.ObjectLockMode !== undefined) throw headerNotSimulated('x-amz-object-lock-mode');
  if (stated.ObjectLockLegalHoldStatus !== undefined)
    throw headerNotSimulated('x-amz-object-lock-legal-hold');
}
