import type { LifecycleRule } from '@aws-sdk/client-s3';
import { objectVersionId } from '../../operation/index.ts';
import type { Random } from '../../random/index.ts';
import { appliesTo, criteriaOf, dueAfter, expiryOf } from './lifecycle-expiry.ts';
import { deletionEvent, type ObjectEvent } from './make-event.ts';
import { type BucketRecord, isStoredObject, type StoredObject, type Version } from './state/index.ts';
import { shownVersion } from './versions.ts';

/** "Objects smaller than 128 KB are not transitioned by default" (S3 User Guide, "Transitioning objects"). */
const MIN_TRANSITION_BYTES = 128 * 1024;

/** Storage classes from warm to cold: a rule moves objects only down this list (the same page). */
const CLASSES = [
  ...['STANDARD', 'STANDARD_IA', 'INTELLIGENT_TIERING', 'ONEZONE_IA'],
  ...['GLACIER_IR', 'GLACIER', 'DEEP_ARCHIVE'],
];

/**
 * Does in a bucket what its lifecycle rules say by now, and returns what it has done. S3 may take a day longer; the
 * sandbox acts at the instant.
 */
export function applyLifecycle(bucket: BucketRecord, now: Date, random: Random): readonly ObjectEvent[] {
  const rules = (bucket.settings.lifecycle?.rules ?? []).filter(({ Status }) => Status === 'Enabled');
  const events: ObjectEvent[] = [];
  if (rules.length === 0) return events;
  for (const key of [...bucket.objects.allKeys()]) {
    // Each change may make another due: a version that is no longer the newest, a marker that is left alone.
    const change = () => changeKey(bucket, key, rules, now, random);
    for (let event = change(); event; event = change()) events.push(event);
    for (const version of bucket.objects.versions(key)) {
      const event = isStoredObject(version) ? transition(bucket, version, rules, now) : undefined;
      if (event) events.push(event);
    }
  }
  for (const upload of [...bucket.uploads.values()])
    if (rules.some((rule) => isAborted(rule, upload, now))) bucket.uploads.delete(upload.id);
  return events;
}

/** Makes the next change that is due to the versions of a key, and returns it; undefined where none is. */
function changeKey(
  bucket: BucketRecord,
  key: string,
  rules: readonly LifecycleRule[],
  now: Date,
  random: Random,
): ObjectEvent | undefined {
  const versions = bucket.objects.versions(key);
  const superseded = versions.find((_, index) => isSuperseded(versions, index, rules, now));
  if (superseded) {
    bucket.objects.remove(key, superseded.versionId);
    return deletionEvent('LifecycleExpiration', key, false, superseded.versionId);
  }
  const [current] = versions;
  if (!current) return undefined;
  if (isStoredObject(current)) return expire(bucket, current, now, random);
  if (versions.length > 1 || !rules.some((rule) => cleansMarker(rule, current, now))) return undefined;
  bucket.objects.remove(key, current.versionId);
  return deletionEvent('LifecycleExpiration', key, false, current.versionId);
}

/** Removes an object that has expired; a bucket with versions gets a delete marker instead. */
function expire(
  bucket: BucketRecord,
  object: StoredObject,
  now: Date,
  random: Random,
): ObjectEvent | undefined {
  const expiry = expiryOf(bucket, object);
  if (!expiry || expiry.due > now.getTime()) return undefined;
  const { key } = object;
  const { versioning } = bucket.settings;
  if (versioning === undefined) {
    bucket.objects.remove(key, object.versionId);
    return deletionEvent('LifecycleExpiration', key, false, undefined);
  }
  const versionId = versioning === 'Enabled' ? objectVersionId(random) : 'null';
  bucket.objects.put({ key, versionId, modified: new Date(expiry.due), isDeleteMarker: true });
  return deletionEvent('LifecycleExpiration', key, true, versionId);
}

/** Tells whether a version that is not the newest has been so for long enough, with enough newer ones like it. */
function isSuperseded(
  versions: readonly Version[],
  index: number,
  rules: readonly LifecycleRule[],
  now: Date,
): boolean {
  const [newer, version] = [versions[index - 1], versions[index]];
  if (!newer || !version) return false;
  return rules.some((rule) => {
    const { NoncurrentDays, NewerNoncurrentVersions = 0 } = rule.NoncurrentVersionExpiration ?? {};
    if (NoncurrentDays === undefined || index - 1 < NewerNoncurrentVersions) return false;
    const isTaken = isStoredObject(version) ? appliesTo(rule, version) : takesMarker(rule, version);
    return isTaken && dueAfter(newer.modified, NoncurrentDays) <= now.getTime();
  });
}

function cleansMarker(rule: LifecycleRule, marker: Version, now: Date): boolean {
  const { ExpiredObjectDeleteMarker, Days } = rule.Expiration ?? {};
  if (!takesMarker(rule, marker)) return false;
  if (ExpiredObjectDeleteMarker) return true;
  return Days !== undefined && dueAfter(marker.modified, Days) <= now.getTime();
}

/** A marker has no tags and no size: filters on them leave it alone. */
function takesMarker({ Filter, Prefix }: LifecycleRule, { key }: Version): boolean {
  const { prefix, tags, larger, smaller } = criteriaOf(Filter ?? { Prefix });
  return key.startsWith(prefix) && tags.length === 0 && larger === undefined && smaller === undefined;
}

function transition(
  bucket: BucketRecord,
  object: StoredObject,
  rules: readonly LifecycleRule[],
  now: Date,
): ObjectEvent | undefined {
  const versions = bucket.objects.versions(object.key);
  const index = versions.indexOf(object);
  const newer = versions[index - 1];
  const due = rules.flatMap((rule) => {
    if (!appliesTo(rule, object) || isTooSmall(bucket, rule, object)) return [];
    const steps = newer
      ? (rule.NoncurrentVersionTransitions ?? [])
          .filter(({ NewerNoncurrentVersions = 0 }) => index - 1 >= NewerNoncurrentVersions)
          .map((step) => ({ to: step.StorageClass, at: dueAfter(newer.modified, step.NoncurrentDays ?? 0) }))
      : (rule.Transitions ?? []).map((step) => ({
          to: step.StorageClass,
          at: step.Date?.getTime() ?? dueAfter(object.modified, step.Days ?? 0),
        }));
    return steps.filter(({ at }) => at <= now.getTime()).map(({ to }) => CLASSES.indexOf(to ?? ''));
  });
  const coldest = Math.max(CLASSES.indexOf(object.attributes.StorageClass ?? 'STANDARD'), ...due);
  const StorageClass = CLASSES[coldest];
  if (StorageClass === undefined || StorageClass === object.attributes.StorageClass) return undefined;
  bucket.objects.replace({ ...object, attributes: { ...object.attributes, StorageClass } });
  const { key, etag } = object;
  const { VersionId: versionId } = shownVersion(bucket, object);
  return { name: 'LifecycleTransition', key, etag, versionId, reason: '', storageClass: StorageClass };
}

/** A filter by size overrules the minimum. */
function isTooSmall(
  { settings }: BucketRecord,
  { Filter, Transitions }: LifecycleRule,
  object: StoredObject,
) {
  const { larger, smaller } = criteriaOf(Filter ?? {});
  if (larger !== undefined || smaller !== undefined || object.body.length >= MIN_TRANSITION_BYTES)
    return false;
  if (settings.lifecycle?.minimumSize !== 'varies_by_storage_class') return true;
  // "varies_by_storage_class: Glacier Flexible Retrieval and Deep Archive take objects of any size" (API reference).
  return !(Transitions ?? []).every(({ StorageClass }) =>
    /^(GLACIER|DEEP_ARCHIVE)$/.test(StorageClass ?? ''),
  );
}

function isAborted(
  rule: LifecycleRule,
  upload: { readonly key: string; readonly initiated: Date },
  now: Date,
) {
  const days = rule.AbortIncompleteMultipartUpload?.DaysAfterInitiation;
  const { prefix } = criteriaOf(rule.Filter ?? { Prefix: rule.Prefix });
  return (
    days !== undefined && upload.key.startsWith(prefix) && dueAfter(upload.initiated, days) <= now.getTime()
  );
}
