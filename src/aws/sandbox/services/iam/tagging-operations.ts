import type { Tag as SdkTag } from '@aws-sdk/client-iam';
import type { Tag } from '../../account/index.ts';
import { defineOperation, type Operations } from '../../operation/index.ts';
import { paging, TAGS_PER_RESOURCE, tagKeys, tagListConstraint } from './constraints.ts';
import { invalidInput, limitExceeded } from './iam-errors.ts';
import { type IamKind, required } from './iam-kinds.ts';
import { permissionOn } from './iam-permissions.ts';
import { iamPage, type Paging } from './pages.ts';

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

function withoutTags(present: readonly Tag[], keys: readonly string[]): readonly Tag[] {
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

type Named = { readonly [parameter: string]: unknown };
type Tagged = IamKind<{ tags: readonly Tag[] }>;

/** The operations on the tags of a resource; `title` is its name in theirs: `TagUser`, `UntagUser`, `ListUserTags`. */
export function tagging(kind: Tagged, title: string): Operations {
  return {
    [`Tag${title}`]: tag(kind, title),
    [`Untag${title}`]: untag(kind, title),
    [`List${title}Tags`]: listTags(kind, title),
  };
}

/** TagUser, TagRole, TagPolicy, TagMFADevice. */
function tag(kind: Tagged, title: string) {
  return defineOperation<Named & { readonly Tags: readonly SdkTag[] }, object>({
    constraints: { [kind.parameter]: kind.constraint, Tags: tagListConstraint },
    access: permissionOn(kind, `Tag${title}`),
    handle: ({ input, state }) => {
      const item = required(kind, state, String(input[kind.parameter]));
      item.tags = withTags(item.tags, input.Tags);
      return {};
    },
  });
}

/** UntagUser, UntagRole, UntagPolicy, UntagMFADevice. Keys that are not there are passed over. */
function untag(kind: Tagged, title: string) {
  return defineOperation<Named & { readonly TagKeys: readonly string[] }, object>({
    constraints: { [kind.parameter]: kind.constraint, TagKeys: tagKeys },
    access: permissionOn(kind, `Untag${title}`),
    handle: ({ input, state }) => {
      const item = required(kind, state, String(input[kind.parameter]));
      item.tags = withoutTags(item.tags, input.TagKeys);
      return {};
    },
  });
}

/** ListUserTags, ListRoleTags, ListPolicyTags, ListMFADeviceTags: "sorted by tag key" (API reference). */
function listTags(kind: Tagged, title: string) {
  return defineOperation<Named & Paging, object>({
    constraints: { [kind.parameter]: kind.constraint, ...paging },
    access: permissionOn(kind, `List${title}Tags`),
    handle: ({ input, state }) => {
      const item = required(kind, state, String(input[kind.parameter]));
      const { items, more } = iamPage(item.tags, ({ key }) => key, input);
      return { Tags: toTags(items) ?? [], ...more };
    },
  });
}
