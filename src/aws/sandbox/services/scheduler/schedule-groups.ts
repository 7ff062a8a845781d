import type {
  CreateScheduleGroupInput,
  CreateScheduleGroupOutput,
  DeleteScheduleGroupInput,
  GetScheduleGroupInput,
  GetScheduleGroupOutput,
  ListScheduleGroupsInput,
  ListScheduleGroupsOutput,
  ListTagsForResourceInput,
  ListTagsForResourceOutput,
  TagResourceInput,
  UntagResourceInput,
} from '@aws-sdk/client-scheduler';
import { requestTagConditions } from '../../authorization/index.ts';
import { defineOperation, type OperationContext, paginate, sortedBy } from '../../operation/index.ts';
import { findGroup, onGroup, onList, tagConditions } from './find-schedule.ts';
import * as rules from './scheduler-constraints.ts';
import { defaultGroupStays, groupExists, invalidSchedulerToken } from './scheduler-errors.ts';
import { DEFAULT_GROUP, groupsIn, newGroup, type ScheduleGroup } from './scheduler-state.ts';

const PAGE = 100;

export default {
  CreateScheduleGroup: defineOperation<CreateScheduleGroupInput, CreateScheduleGroupOutput>({
    constraints: { Name: rules.scheduleName, Tags: rules.scheduleTags, ClientToken: rules.clientToken },
    access: {
      ...onGroup('CreateScheduleGroup'),
      conditions: ({ input }) => requestTagConditions(input.Tags),
    },
    handle: (context) => {
      const { Name = '', Tags = [] } = context.input;
      const groups = groupsIn(context);
      if (groups.has(Name)) throw groupExists(Name);
      const group = newGroup(context, Name);
      for (const { Key = '', Value = '' } of Tags) group.tags.set(Key, Value);
      groups.set(Name, group);
      return { ScheduleGroupArn: group.arn };
    },
  }),
  GetScheduleGroup: defineOperation<GetScheduleGroupInput, GetScheduleGroupOutput>({
    constraints: { Name: rules.scheduleName },
    access: onGroup('GetScheduleGroup'),
    handle: (context) => describe(findGroup(context, context.input.Name)),
  }),
  ListScheduleGroups: defineOperation<ListScheduleGroupsInput, ListScheduleGroupsOutput>({
    constraints: { NamePrefix: rules.scheduleName, NextToken: rules.listToken, MaxResults: rules.maxResults },
    access: onList('ListScheduleGroups'),
    handle: (context) => {
      const { NamePrefix = '', MaxResults = PAGE, NextToken } = context.input;
      const nameOf = ({ name }: ScheduleGroup) => name;
      const found = [...groupsIn(context).values()].filter(({ name }) => name.startsWith(NamePrefix));
      const page = paginate(sortedBy(found, nameOf), nameOf, MaxResults, NextToken);
      if (!page) throw invalidSchedulerToken();
      return { ScheduleGroups: page.items.map(describe), NextToken: page.next };
    },
  }),
  /** Its schedules go with it. AWS shows the group as DELETING until they are gone: the sandbox deletes them at once. */
  DeleteScheduleGroup: defineOperation<DeleteScheduleGroupInput, object>({
    constraints: { Name: rules.scheduleName, ClientToken: rules.clientToken },
    access: onGroup('DeleteScheduleGroup'),
    handle: (context) => {
      const { name } = findGroup(context, context.input.Name);
      if (name === DEFAULT_GROUP) throw defaultGroupStays();
      groupsIn(context).delete(name);
      return {};
    },
  }),
  ListTagsForResource: defineOperation<ListTagsForResourceInput, ListTagsForResourceOutput>({
    constraints: { ResourceArn: rules.groupArn },
    access: onTagged('ListTagsForResource'),
    handle: (context) => {
      const { tags } = findGroup(context, nameIn(context.input));
      return { Tags: [...tags].map(([Key, Value]) => ({ Key, Value })) };
    },
  }),
  TagResource: defineOperation<TagResourceInput, object>({
    constraints: { ResourceArn: rules.groupArn, Tags: rules.scheduleTags },
    access: {
      ...onTagged<TagResourceInput>('TagResource'),
      conditions: (context) => ({
        ...tagConditions(context, nameIn(context.input)),
        ...requestTagConditions(context.input.Tags),
      }),
    },
    handle: (context) => {
      const { tags } = findGroup(context, nameIn(context.input));
      for (const { Key = '', Value = '' } of context.input.Tags ?? []) tags.set(Key, Value);
      return {};
    },
  }),
  UntagResource: defineOperation<UntagResourceInput, object>({
    constraints: { ResourceArn: rules.groupArn, TagKeys: rules.tagKeys },
    access: onTagged('UntagResource'),
    handle: (context) => {
      const { tags } = findGroup(context, nameIn(context.input));
      for (const key of context.input.TagKeys ?? []) tags.delete(key);
      return {};
    },
  }),
};

interface Tagged {
  readonly ResourceArn?: string | undefined;
}

const nameIn = ({ ResourceArn = '' }: Tagged): string => ResourceArn.slice(ResourceArn.indexOf('/') + 1);

/** An action on the group whose ARN the input has. */
function onTagged<Input extends Tagged>(action: string) {
  return {
    action: `scheduler:${action}`,
    namesResource: true,
    resource: ({ input }: OperationContext<Input>) => input.ResourceArn ?? '',
    conditions: (context: OperationContext<Input>) => tagConditions(context, nameIn(context.input)),
  };
}

function describe({ name, arn, created, modified }: ScheduleGroup) {
  return {
    Arn: arn,
    Name: name,
    State: 'ACTIVE' as const,
    CreationDate: created,
    LastModificationDate: modified,
  };
}
