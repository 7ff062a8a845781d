import type {
  DescribeStacksInput,
  DescribeStacksOutput,
  ListStacksInput,
  ListStacksOutput,
  Stack as StackDescription,
  StackSummary,
} from '@aws-sdk/client-cloudformation';
import { defineOperation } from '../../operation/index.ts';
import { noStackWithId } from './cloudformation-errors.ts';
import { findStack, type Stack, stacksIn, stacksOf } from './cloudformation-state.ts';
import { onNoStack, onStack } from './find-stack.ts';
import { newestFirst } from './page-of.ts';
import { describeParameters } from './template/index.ts';

const NOT_CHECKED = { StackDriftStatus: 'NOT_CHECKED' } as const;

export default {
  DescribeStacks: defineOperation<DescribeStacksInput, DescribeStacksOutput>({
    reads: ['StackName', 'NextToken'],
    access: onStack('DescribeStacks'),
    handle: (context) => {
      const { StackName, NextToken } = context.input;
      if (StackName === undefined) {
        const { items, next } = newestFirst(stacksIn(context), NextToken);
        return { Stacks: items.map(describe), NextToken: next };
      }
      const stack = findStack(StackName, context);
      if (!stack) throw noStackWithId(StackName);
      return { Stacks: [describe(stack)] };
    },
  }),
  ListStacks: defineOperation<ListStacksInput, ListStacksOutput>({
    reads: ['StackStatusFilter', 'NextToken'],
    access: onNoStack('ListStacks'),
    handle: ({ input, state, region }) => {
      const { StackStatusFilter = [], NextToken } = input;
      const all = [...stacksOf(state).values()].filter(
        (stack) =>
          stack.region === region &&
          (StackStatusFilter.length === 0 || (StackStatusFilter as readonly string[]).includes(stack.status)),
      );
      const { items, next } = newestFirst(all, NextToken);
      return { StackSummaries: items.map(summarize), NextToken: next };
    },
  }),
};

function describe(stack: Stack): StackDescription {
  const { blueprint, outputs, roleArn, updated, deleted, statusReason } = stack;
  const parameters = blueprint ? describeParameters(blueprint.parameters) : [];
  const changeSet = [...stack.changeSets.values()].findLast(({ isExecuted }) => isExecuted);
  return {
    StackId: stack.id,
    StackName: stack.name,
    ...(changeSet && { ChangeSetId: changeSet.id }),
    ...(blueprint?.template.description !== undefined && { Description: blueprint.template.description }),
    ...(parameters.length > 0 && { Parameters: parameters }),
    CreationTime: stack.created,
    ...(updated && { LastUpdatedTime: updated }),
    ...(deleted && { DeletionTime: deleted }),
    RollbackConfiguration: {},
    StackStatus: stack.status as StackDescription['StackStatus'],
    ...(statusReason !== undefined && { StackStatusReason: statusReason }),
    DisableRollback: stack.disableRollback,
    NotificationARNs: [],
    ...((blueprint?.capabilities.length ?? 0) > 0 && {
      Capabilities: [...(blueprint?.capabilities ?? [])] as StackDescription['Capabilities'],
    }),
    ...(outputs.length > 0 && { Outputs: outputs.map(describeOutput) }),
    ...(roleArn !== undefined && { RoleARN: roleArn }),
    Tags: [...(blueprint?.tags ?? [])],
    EnableTerminationProtection: stack.terminationProtection,
    DriftInformation: NOT_CHECKED,
  };
}

function describeOutput({ name, value, description, exportName }: Stack['outputs'][number]) {
  return {
    OutputKey: name,
    OutputValue: value,
    ...(description !== undefined && { Description: description }),
    ...(exportName !== undefined && { ExportName: exportName }),
  };
}

function summarize(stack: Stack): StackSummary {
  const { blueprint, updated, deleted, statusReason } = stack;
  return {
    StackId: stack.id,
    StackName: stack.name,
    ...(blueprint?.template.description !== undefined && {
      TemplateDescription: blueprint.template.description,
    }),
    CreationTime: stack.created,
    ...(updated && { LastUpdatedTime: updated }),
    ...(deleted && { DeletionTime: deleted }),
    StackStatus: stack.status as StackSummary['StackStatus'],
    ...(statusReason !== undefined && { StackStatusReason: statusReason }),
    DriftInformation: NOT_CHECKED,
  };
}
