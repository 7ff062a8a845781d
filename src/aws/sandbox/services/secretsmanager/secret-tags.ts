import type { TagResourceRequest, UntagResourceRequest } from '@aws-sdk/client-secrets-manager';
import { requestTagConditions } from '../../authorization/index.ts';
import { defineOperation } from '../../operation/index.ts';
import { findSecret, onSecret } from './find-secret.ts';
import { secretId, secretTagKeys, secretTags } from './secret-constraints.ts';
import { invalidSecretParameter } from './secrets-errors.ts';

/** API reference, TagResource: "Maximum number of tags per secret: 50". */
const MOST_TAGS = 50;

/** Checks the tags of one secret. The text for too many is ours. */
export function checkSecretTags(tags: ReadonlyMap<string, string> = new Map()): void {
  if (tags.size > MOST_TAGS) throw invalidSecretParameter(`A secret can have at most ${MOST_TAGS} tags.`);
}

export default {
  TagResource: defineOperation<TagResourceRequest, object>({
    constraints: { SecretId: secretId, Tags: secretTags },
    access: {
      ...onSecret<TagResourceRequest>('TagResource'),
      conditions: (context) => ({
        ...onSecret('TagResource').conditions(context),
        ...requestTagConditions(context.input.Tags),
      }),
    },
    handle: (context) => {
      const secret = findSecret(context);
      const added = (context.input.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value] as const);
      const tags = new Map([...(secret.tags ?? []), ...added]);
      checkSecretTags(tags);
      secret.tags = tags;
      return {};
    },
  }),
  UntagResource: defineOperation<UntagResourceRequest, object>({
    constraints: { SecretId: secretId, TagKeys: secretTagKeys },
    access: {
      ...onSecret<UntagResourceRequest>('UntagResource'),
      conditions: (context) => ({
        ...onSecret('UntagResource').conditions(context),
        'aws:TagKeys': context.input.TagKeys,
      }),
    },
    handle: (context) => {
      const { tags } = findSecret(context);
      for (const key of context.input.TagKeys ?? []) tags?.delete(key);
      return {};
    },
  }),
};
