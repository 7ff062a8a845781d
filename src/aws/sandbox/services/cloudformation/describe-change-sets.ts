import type {
  DescribeChangeSetInput,
  DescribeChangeSetOutput,
  ListChangeSetsInput,
  ListChangeSetsOutput,
} from '@aws-sdk/client-cloudformation';
import { defineOperation } from '../../operation/index.ts';
import { noStack } from './cloudformation-errors.ts';
import { findStack } from './cloudformation-state.ts';
import { changeSetStatus, findChangeSet } from './find-change-set.ts';
import { changeSetNameOrId, onStack, stackNameOrId } from './find-stack.ts';
import { describeParameters } from './template/index.ts';

export default {
  DescribeChangeSet: defineOperation<DescribeChangeSetInput, DescribeChangeSetOutput>({
    constraints: { ChangeSetName: changeSetNameOrId, StackName: stackNameOrId },
    access: onStack('DescribeChangeSet'),
    handle: (context) => {
      const { stack, changeSet } = findChangeSet(context);
      const { blueprint, description } = changeSet;
      const parameters = describeParameters(blueprint.parameters);
      const status = changeSetStatus(changeSet, context.clock);
      return {
        Changes: status.Status === 'CREATE_COMPLETE' ? [...changeSet.changes] : [],
        ChangeSetName: changeSet.name,
        ChangeSetId: changeSet.id,
        StackId: stack.id,
        StackName: stack.name,
        ...(description !== undefined && { Description: description }),
        ...(parameters.length > 0 && { Parameters: parameters }),
        CreationTime: changeSet.created,
        ...status,
        NotificationARNs: [],
        RollbackConfiguration: {},
        Capabilities: [...blueprint.capabilities] as DescribeChangeSetOutput['Capabilities'],
        ...(blueprint.tags.length > 0 && { Tags: [...blueprint.tags] }),
        IncludeNestedStacks: false,
      };
    },
  }),
  ListChangeSets: defineOperation<ListChangeSetsInput, ListChangeSetsOutput>({
    constraints: { StackName: stackNameOrId },
    access: onStack('ListChangeSets'),
    handle: (context) => {
      const { StackName = '' } = context.input;
      const stack = findStack(StackName, context);
      if (!stack) throw noStack(StackName);
      return {
        Summaries: [...stack.changeSets.values()].map((changeSet) => ({
          StackId: stack.id,
          StackName: stack.name,
          ChangeSetId: changeSet.id,
          ChangeSetName: changeSet.name,
          ...changeSetStatus(changeSet, context.clock),
          CreationTime: changeSet.created,
          ...(changeSet.description !== undefined && { Description: changeSet.description }),
          IncludeNestedStacks: false,
        })),
      };
    },
  }),
};
