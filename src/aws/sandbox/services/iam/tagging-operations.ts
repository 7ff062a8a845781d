import type { Tag as SdkTag } from '@aws-sdk/client-iam';
import type { Tag } from '../../account/index.ts';
import { defineOperation, type Operations } from '../../operation/index.ts';
import { paging, tagKeys, tagListConstraint } from './constraints.ts';
import { type IamKind, required } from './iam-kinds.ts';
import { permissionOn } from './iam-permissions.ts';
import { type Paging, pageOf } from './pages.ts';
import { toTags, withoutTags, withTags } from './tag-map.ts';

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
      const { items, more } = pageOf(item.tags, ({ key }) => key, input);
      return { Tags: toTags(items) ?? [], ...more };
    },
  });
}
