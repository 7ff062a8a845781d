import type { Tag as SdkTag } from '@aws-sdk/client-iam';
import type { Tag } from '../../account/index.ts';
import { invalidInput, limitExceeded } from './iam-errors.ts';
import { TAGS_PER_RESOURCE } from './quotas.ts';

/** Adds tags, or gives new values. Keys keep their case and are compared without (IAM User Guide, id_tags). */
export function withTags(present: readonly Tag[], added: readonly SdkTag[] | undefined): readonly Tag[] {
  const wanted = (added ?? []).map(({ Key, Value }) => ({ key: Key ?? '', value: Value ?? '' }));
  const keys = new Set(wanted.map(folded));
  if (keys.size < wanted.length)
    throw invalidInput('Duplicate tag keys found. Please note that Tag keys are case insensitive.');
  // Our wording, as is that of the next: AWS documents the rules only.
  if (wanted.some(({ key }) => key.toLowerCase().startsWith('aws:')))
    throw invalidInput('Tag keys that begin with aws: are reserved for AWS.');
  const tags = [...present.filter((tag) => !keys.has(folded(tag))), ...wanted];
  if (tags.length > TAGS_PER_RESOURCE)
    throw limitExceeded(`Cannot exceed quota for TagsPerResource: ${TAGS_PER_RESOURCE}`);
  return tags;
}

export function withoutTags(present: readonly Tag[], keys: readonly string[]): readonly Tag[] {
  const gone = new Set(keys.map((key) => key.toLowerCase()));
  return present.filter((tag) => !gone.has(folded(tag)));
}

/** As answers have them; undefined where there is none, which leaves the element out. */
export function toTags(tags: readonly Tag[]): SdkTag[] | undefined {
  return tags.length === 0 ? undefined : tags.map(({ key, value }) => ({ Key: key, Value: value }));
}

function folded({ key }: Tag): string {
  return key.toLowerCase();
}
