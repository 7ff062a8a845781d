import type {
  ListTagsForResourceRequest,
  ListTagsForResourceResponse,
  ListTagsLogGroupRequest,
  ListTagsLogGroupResponse,
  TagLogGroupRequest,
  TagResourceRequest,
  UntagLogGroupRequest,
  UntagResourceRequest,
} from '@aws-sdk/client-cloudwatch-logs';
import { requestTagConditions } from '../../authorization/index.ts';
import { defineOperation, type OperationContext, ServiceError } from '../../operation/index.ts';
import { findLogGroup, groupNameOf, logGroupTagConditions, onLogGroup } from './find-log-group.ts';
import { toTagList } from './log-groups.ts';
import { checkLogTags } from './log-tag-rules.ts';
import { logGroupName, logsArn } from './logs-constraints.ts';
import { type LogGroup, type LogsPlace, logsIn } from './logs-state.ts';

export default {
  ListTagsForResource: defineOperation<ListTagsForResourceRequest, ListTagsForResourceResponse>({
    constraints: { resourceArn: logsArn },
    access: onResource('ListTagsForResource'),
    handle: (context) => ({ tags: Object.fromEntries(taggedGroup(context).tags) }),
  }),
  TagResource: defineOperation<TagResourceRequest, object>({
    constraints: { resourceArn: logsArn },
    reads: ['tags'],
    access: {
      ...onResource<TagResourceRequest>('TagResource'),
      conditions: (context) => ({
        ...logGroupTagConditions(context, groupNameOf(context.input.resourceArn ?? '')),
        ...requestTagConditions(toTagList(context.input.tags)),
      }),
    },
    handle: (context) => addTags(taggedGroup(context), context.input.tags),
  }),
  UntagResource: defineOperation<UntagResourceRequest, object>({
    constraints: { resourceArn: logsArn },
    reads: ['tagKeys'],
    access: {
      ...onResource<UntagResourceRequest>('UntagResource'),
      conditions: (context) => ({
        ...logGroupTagConditions(context, groupNameOf(context.input.resourceArn ?? '')),
        'aws:TagKeys': context.input.tagKeys,
      }),
    },
    handle: (context) => removeTags(taggedGroup(context), context.input.tagKeys),
  }),
  ListTagsLogGroup: defineOperation<ListTagsLogGroupRequest, ListTagsLogGroupResponse>({
    constraints: { logGroupName },
    access: onLogGroup('ListTagsLogGroup'),
    handle: (context) => ({ tags: Object.fromEntries(findLogGroup(context).tags) }),
  }),
  TagLogGroup: defineOperation<TagLogGroupRequest, object>({
    constraints: { logGroupName },
    reads: ['tags'],
    access: {
      ...onLogGroup<TagLogGroupRequest>('TagLogGroup'),
      conditions: (context) => ({
        ...onLogGroup('TagLogGroup').conditions(context),
        ...requestTagConditions(toTagList(context.input.tags)),
      }),
    },
    handle: (context) => addTags(findLogGroup(context), context.input.tags),
  }),
  UntagLogGroup: defineOperation<UntagLogGroupRequest, object>({
    constraints: { logGroupName },
    reads: ['tags'],
    access: {
      ...onLogGroup<UntagLogGroupRequest>('UntagLogGroup'),
      conditions: (context) => ({
        ...onLogGroup('UntagLogGroup').conditions(context),
        'aws:TagKeys': context.input.tags,
      }),
    },
    handle: (context) => removeTags(findLogGroup(context), context.input.tags),
  }),
};

/** An action on the resource whose ARN the input has: judged by that ARN, which has no `:*` at its end. */
function onResource<Given extends { readonly resourceArn?: string | undefined }>(action: string) {
  return {
    action: `logs:${action}`,
    namesResource: true,
    resource: ({ input }: OperationContext<Given>) => input.resourceArn ?? '',
    conditions: (context: OperationContext<Given>) =>
      logGroupTagConditions(context, groupNameOf(context.input.resourceArn ?? '')),
  };
}

/** Finds the group of an ARN; destinations, which have tags too, are not simulated. */
function taggedGroup(context: LogsPlace & { readonly input: { readonly resourceArn?: string | undefined } }) {
  const group = logsIn(context).groups.get(groupNameOf(context.input.resourceArn ?? ''));
  // Our wording.
  if (!group)
    throw new ServiceError(400, 'ResourceNotFoundException', 'The specified resource does not exist.');
  return group;
}

function addTags({ tags }: LogGroup, added: Readonly<Record<string, string>> = {}): object {
  checkLogTags(new Map([...tags, ...Object.entries(added)]));
  for (const [key, value] of Object.entries(added)) tags.set(key, value);
  return {};
}

function removeTags({ tags }: LogGroup, keys: readonly string[] = []): object {
  for (const key of keys) tags.delete(key);
  return {};
}
