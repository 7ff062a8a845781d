import type {
  ListResourceTagsRequest,
  ListResourceTagsResponse,
  TagResourceRequest,
  UntagResourceRequest,
} from '@aws-sdk/client-kms';
import { requestTagConditions } from '../../authorization/index.ts';
import { defineOperation, paginate, sortedBy } from '../../operation/index.ts';
import { checkNotPending, findKey, onKey } from './find-key.ts';
import { keyIdConstraint, keyListLimit, keyListMarker, keyTagKeys, keyTags } from './kms-constraints.ts';
import { invalidKmsMarker, tagFault } from './kms-errors.ts';

/** Developer Guide, "Quotas". */
const MOST_TAGS = 50;
/** API reference, ListResourceTags: "The default value is 50". */
const PAGE = 50;

/** Checks the tags of one key. Throws TagException. */
export function checkKeyTags(tags: ReadonlyMap<string, string>): void {
  if ([...tags.keys()].some((key) => /^aws:/i.test(key)))
    throw tagFault('Tags beginning with aws: are reserved');
  if (tags.size > MOST_TAGS) throw tagFault('Too many tags');
}

export default {
  TagResource: defineOperation<TagResourceRequest, object>({
    constraints: { KeyId: keyIdConstraint, Tags: keyTags },
    access: onKey<TagResourceRequest>('TagResource', ({ input }) =>
      requestTagConditions(input.Tags?.map(({ TagKey: Key, TagValue: Value }) => ({ Key, Value }))),
    ),
    handle: (context) => {
      const { KeyId = '', Tags = [] } = context.input;
      const key = findKey(context, KeyId);
      checkNotPending(key);
      const added = Tags.map(({ TagKey = '', TagValue = '' }) => [TagKey, TagValue] as const);
      checkKeyTags(new Map([...key.tags, ...added]));
      for (const [name, value] of added) key.tags.set(name, value);
      return {};
    },
  }),
  UntagResource: defineOperation<UntagResourceRequest, object>({
    constraints: { KeyId: keyIdConstraint, TagKeys: keyTagKeys },
    access: onKey<UntagResourceRequest>('UntagResource', ({ input }) => ({ 'aws:TagKeys': input.TagKeys })),
    handle: (context) => {
      const key = findKey(context, context.input.KeyId ?? '');
      checkNotPending(key);
      for (const name of context.input.TagKeys ?? []) key.tags.delete(name);
      return {};
    },
  }),
  ListResourceTags: defineOperation<ListResourceTagsRequest, ListResourceTagsResponse>({
    constraints: { KeyId: keyIdConstraint, Limit: keyListLimit, Marker: keyListMarker },
    access: onKey('ListResourceTags'),
    handle: (context) => {
      const { KeyId = '', Limit = PAGE, Marker } = context.input;
      const all = sortedBy([...findKey(context, KeyId).tags], ([name]) => name);
      const page = paginate(all, ([name]) => name, Limit, Marker);
      if (!page) throw invalidKmsMarker();
      return {
        Tags: page.items.map(([TagKey, TagValue]) => ({ TagKey, TagValue })),
        NextMarker: page.next,
        Truncated: page.next !== undefined,
      };
    },
  }),
};
