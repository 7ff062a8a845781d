import type { LifecycleRule, LifecycleRuleFilter } from '@aws-sdk/client-s3';
import type { BucketRecord, ObjectTag, StoredObject } from './state/index.ts';

const DAY = 86_400_000;

/**
 * The instant at which a rule acts that counts days: "adding the number of days to the object creation time and rounding
 * up the resulting time to the next day at midnight UTC" (S3 User Guide, "Lifecycle configuration elements").
 */
export function dueAfter(from: Date, days: number): number {
  return Math.ceil((from.getTime() + days * DAY) / DAY) * DAY;
}

/** Tells whether the filter of a rule takes an object in, and the rule is enabled. */
export function appliesTo(
  { Status, Filter, Prefix }: LifecycleRule,
  { key, body, attributes }: Pick<StoredObject, 'key' | 'body' | 'attributes'>,
): boolean {
  if (Status !== 'Enabled') return false;
  const { prefix, tags, larger, smaller } = criteriaOf(Filter ?? { Prefix });
  return (
    key.startsWith(prefix) &&
    tags.every((wanted) => hasTag(attributes.Tags, wanted)) &&
    (larger === undefined || body.length > larger) &&
    (smaller === undefined || body.length < smaller)
  );
}

/** The criteria of a filter, of which all must be met. */
export function criteriaOf({
  And,
  Prefix,
  Tag,
  ObjectSizeGreaterThan,
  ObjectSizeLessThan,
}: LifecycleRuleFilter) {
  return {
    prefix: And?.Prefix ?? Prefix ?? '',
    tags: And?.Tags ?? (Tag ? [Tag] : []),
    larger: And?.ObjectSizeGreaterThan ?? ObjectSizeGreaterThan,
    smaller: And?.ObjectSizeLessThan ?? ObjectSizeLessThan,
  };
}

function hasTag(tags: readonly ObjectTag[] = [], wanted: { readonly Key?: string; readonly Value?: string }) {
  return tags.some(({ Key, Value }) => Key === wanted.Key && Value === wanted.Value);
}

/** The instant at which an object expires, and the id of the rule; undefined where no rule says so. */
export function expiryOf(
  { settings }: Pick<BucketRecord, 'settings'>,
  object: Pick<StoredObject, 'key' | 'body' | 'attributes' | 'modified'>,
): { readonly due: number; readonly id: string } | undefined {
  const expiries = (settings.lifecycle?.rules ?? []).flatMap((rule) => {
    const { Days, Date: date } = rule.Expiration ?? {};
    const due = date?.getTime() ?? (Days === undefined ? undefined : dueAfter(object.modified, Days));
    return due !== undefined && appliesTo(rule, object) ? [{ due, id: rule.ID ?? '' }] : [];
  });
  return expiries.sort((a, b) => a.due - b.due)[0];
}

/** `x-amz-expiration`, in the form that the API reference shows (PutObject). */
export function expirationOf(
  bucket: Pick<BucketRecord, 'settings'>,
  object: Pick<StoredObject, 'key' | 'body' | 'attributes' | 'modified'>,
): string | undefined {
  const expiry = expiryOf(bucket, object);
  if (!expiry) return undefined;
  return `expiry-date="${new Date(expiry.due).toUTCString()}", rule-id="${encodeURIComponent(expiry.id)}"`;
}
