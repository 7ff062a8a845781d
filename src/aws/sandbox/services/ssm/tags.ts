import type {
  AddTagsToResourceRequest,
  ListTagsForResourceRequest,
  ListTagsForResourceResult,
  RemoveTagsFromResourceRequest,
} from '@aws-sdk/client-ssm';
import { requestTagConditions } from '../../authorization/index.ts';
import {
  defineOperation,
  type OperationContext,
  parameterNotSimulated,
  ServiceError,
} from '../../operation/index.ts';
import { findParameter, parameterArn, parameterTagConditions } from './locate.ts';
import { tagKeysConstraint, tagsConstraint } from './parameter-constraints.ts';
import type { Parameter } from './state.ts';

/** AWS General Reference, "Systems Manager endpoints and quotas". */
const MOST_TAGS = 50;

interface Input {
  readonly ResourceType: string | undefined;
  readonly ResourceId: string | undefined;
}

export default {
  AddTagsToResource: defineOperation<AddTagsToResourceRequest, object>({
    constraints: { Tags: tagsConstraint },
    reads: ['ResourceType', 'ResourceId'],
    access: {
      ...onTagged('AddTagsToResource'),
      conditions: (context) => ({
        ...onTagged('AddTagsToResource').conditions(context),
        ...requestTagConditions(context.input.Tags),
      }),
    },
    handle: (context) => {
      const { tags } = findTagged(context, 'AddTagsToResource');
      const added = (context.input.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value] as const);
      if (new Map([...tags, ...added]).size > MOST_TAGS)
        throw new ServiceError(
          400,
          'TooManyTagsError',
          // The model's sentence about this error.
          'The Targets parameter includes too many tags. Remove one or more tags and try the command again.',
        );
      for (const [key, value] of added) tags.set(key, value);
      return {};
    },
  }),
  RemoveTagsFromResource: defineOperation<RemoveTagsFromResourceRequest, object>({
    constraints: { TagKeys: tagKeysConstraint },
    reads: ['ResourceType', 'ResourceId'],
    access: {
      ...onTagged('RemoveTagsFromResource'),
      conditions: (context) => ({
        ...onTagged('RemoveTagsFromResource').conditions(context),
        'aws:TagKeys': context.input.TagKeys,
      }),
    },
    handle: (context) => {
      const { tags } = findTagged(context, 'RemoveTagsFromResource');
      for (const key of context.input.TagKeys ?? []) tags.delete(key);
      return {};
    },
  }),
  ListTagsForResource: defineOperation<ListTagsForResourceRequest, ListTagsForResourceResult>({
    reads: ['ResourceType', 'ResourceId'],
    access: onTagged('ListTagsForResource'),
    handle: (context) => ({
      TagList: [...findTagged(context, 'ListTagsForResource').tags].map(([Key, Value]) => ({ Key, Value })),
    }),
  }),
};

function onTagged(action: string) {
  return {
    action: `ssm:${action}`,
    resource: (context: OperationContext<Input>) => parameterArn(context, context.input.ResourceId ?? ''),
    namesResource: true,
    conditions: (context: OperationContext<Input>) =>
      parameterTagConditions(context, context.input.ResourceId ?? ''),
  };
}

/** Our wording for a resource that is none of Systems Manager's: AWS's is not known. */
function findTagged(context: OperationContext<Input>, operation: string): Parameter {
  const { ResourceType, ResourceId = '' } = context.input;
  if (ResourceType !== 'Parameter')
    throw parameterNotSimulated('ssm', operation, `ResourceType ${ResourceType}`);
  const parameter = findParameter(context, ResourceId);
  if (!parameter)
    throw new ServiceError(
      400,
      'InvalidResourceId',
      // The model's sentences about this error.
      "The resource ID isn't valid. Verify that you entered the correct ID and try again.",
    );
  return parameter;
}
