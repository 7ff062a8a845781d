import { accountTime } from '../../clock/index.ts';
import { type OperationContext, objectVersionId, ServiceError } from '../../operation/index.ts';
import { invalidArgument } from './s3-errors.ts';
import { type BucketRecord, isStoredObject, type StoredObject, type Version } from './state/index.ts';

type Making = Pick<OperationContext<object>, 'random' | 'clock'>;

/**
 * Stores an object as the newest of its key. The result is the id that the answer shows: none but where versions are on.
 * Source: S3 User Guide, "How S3 Versioning works".
 */
export function storeObject(
  bucket: BucketRecord,
  object: Omit<StoredObject, 'versionId'>,
  { random }: Pick<Making, 'random'>,
): { VersionId?: string } {
  const isOn = bucket.settings.versioning === 'Enabled';
  const versionId = isOn ? objectVersionId(random) : 'null';
  bucket.objects.put({ ...object, versionId });
  return isOn ? { VersionId: versionId } : {};
}

/** The id of a version, where a bucket shows ids. */
export function shownVersion({ settings }: BucketRecord, { versionId }: Version): { VersionId?: string } {
  return settings.versioning === undefined ? {} : { VersionId: versionId };
}

export interface Deletion {
  readonly DeleteMarker?: true;
  readonly VersionId?: string;
}

/** Deletes a key: for good, or by a marker where the bucket has versions. */
export function deleteKey(bucket: BucketRecord, key: string, { random, clock }: Making): Deletion {
  const { versioning } = bucket.settings;
  if (versioning === undefined) {
    bucket.objects.remove(key, 'null');
    return {};
  }
  const versionId = versioning === 'Enabled' ? objectVersionId(random) : 'null';
  bucket.objects.put({ key, versionId, modified: accountTime(clock), isDeleteMarker: true });
  return { DeleteMarker: true, VersionId: versionId };
}

/** Deletes one version for good; undefined where there is none of that id. */
export function deleteVersion(bucket: BucketRecord, key: string, id: string): Deletion | undefined {
  checkVersionId(id);
  const version = bucket.objects.versions(key).find(({ versionId }) => versionId === id);
  if (!version) return undefined;
  bucket.objects.remove(key, id);
  return { VersionId: id, ...(isStoredObject(version) ? {} : { DeleteMarker: true }) };
}

/** Throws a ServiceError for what cannot be the id of a version. Text of S3. */
export function checkVersionId(id: string): void {
  if (id === 'null' || /^[A-Za-z0-9._]{32}$/.test(id)) return;
  throw invalidArgument('Invalid version id specified', 'versionId', id);
}

/** Finds a version by its id. `method` is how the request asked. Throws a ServiceError. Texts of S3. */
export function objectVersion(bucket: BucketRecord, key: string, id: string, method: string): StoredObject {
  checkVersionId(id);
  if (bucket.settings.versioning === undefined && id !== 'null')
    throw invalidArgument('Invalid version id specified', 'versionId', id);
  const version = bucket.objects.versions(key).find(({ versionId }) => versionId === id);
  if (!version) throw noSuchVersion(key, id);
  if (isStoredObject(version)) return version;
  throw new ServiceError(
    405,
    'MethodNotAllowed',
    'The specified method is not allowed against this resource.',
    { Method: method, ResourceType: 'DeleteMarker' },
    { 'x-amz-delete-marker': 'true', 'last-modified': version.modified.toUTCString(), allow: 'DELETE' },
  );
}

export const noSuchVersion = (key: string, id: string): ServiceError =>
  new ServiceError(404, 'NoSuchVersion', 'The specified version does not exist.', {
    Key: key,
    VersionId: id,
  });
