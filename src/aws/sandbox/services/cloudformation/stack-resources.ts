import type {
  DescribeStackEventsInput,
  DescribeStackEventsOutput,
  DescribeStackResourceInput,
  DescribeStackResourceOutput,
  DescribeStackResourcesInput,
  DescribeStackResourcesOutput,
  ListStackResourcesInput,
  ListStackResourcesOutput,
  ResourceStatus,
} from '@aws-sdk/client-cloudformation';
import { defineOperation, type OperationContext } from '../../operation/index.ts';
import { noStack, noStackWithId, validationError } from './cloudformation-errors.ts';
import { findStack, type Stack, type StackResource, stacksIn } from './cloudformation-state.ts';
import { onStack } from './find-stack.ts';
import { newestFirst, pageOfResults } from './page-of.ts';

const DriftInformation = { StackResourceDriftStatus: 'NOT_CHECKED' } as const;

export default {
  DescribeStackEvents: defineOperation<DescribeStackEventsInput, DescribeStackEventsOutput>({
    reads: ['StackName', 'NextToken'],
    access: onStack('DescribeStackEvents'),
    handle: (context) => {
      const { StackName = '', NextToken } = context.input;
      const stack = findStack(StackName, context);
      if (!stack) throw noStack(StackName);
      const { id: StackId, name } = stack;
      const page = newestFirst(stack.events, NextToken);
      return {
        StackEvents: page.items.map((event) => ({
          StackId,
          EventId: event.id,
          StackName: name,
          LogicalResourceId: event.logicalId,
          PhysicalResourceId: event.physicalId,
          ResourceType: event.type,
          Timestamp: event.time,
          ResourceStatus: event.status as ResourceStatus,
          ...(event.reason !== undefined && { ResourceStatusReason: event.reason }),
          ...(event.properties !== undefined && { ResourceProperties: event.properties }),
        })),
        NextToken: page.next,
      };
    },
  }),
  DescribeStackResource: defineOperation<DescribeStackResourceInput, DescribeStackResourceOutput>({
    reads: ['StackName', 'LogicalResourceId'],
    access: onStack('DescribeStackResource'),
    handle: (context) => {
      const { StackName = '', LogicalResourceId = '' } = context.input;
      const stack = findStack(StackName, context);
      if (!stack) throw validationError(`Stack '${StackName}' does not exist`);
      const resource = stack.resources.get(LogicalResourceId);
      if (!resource)
        throw validationError(`Resource ${LogicalResourceId} does not exist for stack ${stack.name}`);
      const metadata = stack.blueprint?.template.resources[LogicalResourceId]?.Metadata;
      return {
        StackResourceDetail: {
          StackName: stack.name,
          StackId: stack.id,
          ...described(resource),
          LastUpdatedTimestamp: resource.changed,
          Metadata: JSON.stringify(metadata ?? {}),
          DriftInformation,
        },
      };
    },
  }),
  DescribeStackResources: defineOperation<DescribeStackResourcesInput, DescribeStackResourcesOutput>({
    reads: ['StackName', 'LogicalResourceId', 'PhysicalResourceId'],
    access: onStack('DescribeStackResources'),
    handle: (context) => {
      const { LogicalResourceId } = context.input;
      const stack = stackFor(context);
      const resources = [...stack.resources.values()].filter(
        ({ logicalId }) => LogicalResourceId === undefined || logicalId === LogicalResourceId,
      );
      return {
        StackResources: byName(resources).map((resource) => ({
          StackName: stack.name,
          StackId: stack.id,
          ...described(resource),
          Timestamp: resource.changed,
          DriftInformation,
        })),
      };
    },
  }),
  ListStackResources: defineOperation<ListStackResourcesInput, ListStackResourcesOutput>({
    reads: ['StackName', 'NextToken'],
    access: onStack('ListStackResources'),
    handle: (context) => {
      const { StackName = '', NextToken } = context.input;
      const stack = findStack(StackName, context);
      if (!stack) throw noStackWithId(StackName);
      const page = pageOfResults(
        byName([...stack.resources.values()]),
        ({ logicalId }) => logicalId,
        NextToken,
      );
      return {
        StackResourceSummaries: page.items.map((resource) => ({
          ...described(resource),
          LastUpdatedTimestamp: resource.changed,
          DriftInformation,
        })),
        NextToken: page.next,
      };
    },
  }),
};

function byName(resources: readonly StackResource[]): StackResource[] {
  return [...resources].sort((a, b) => (a.logicalId < b.logicalId ? -1 : 1));
}

/** The stack that a request names, or the one that has the physical resource. */
function stackFor(context: OperationContext<DescribeStackResourcesInput>): Stack {
  const { StackName, PhysicalResourceId } = context.input;
  if (StackName !== undefined && PhysicalResourceId !== undefined)
    throw validationError('You can specify either PhysicalResourceId or StackName, but not both.');
  if (StackName === undefined && PhysicalResourceId === undefined)
    throw validationError('Either PhysicalResourceId or StackName must be specified.');
  if (StackName !== undefined) {
    const named = findStack(StackName, context);
    if (!named) throw noStackWithId(StackName);
    return named;
  }
  const owner = stacksIn(context).find(({ resources }) =>
    [...resources.values()].some(({ physicalId }) => physicalId === PhysicalResourceId),
  );
  if (!owner) throw validationError(`Stack for ${PhysicalResourceId} does not exist`);
  return owner;
}

function described({ logicalId, physicalId, type, status, reason }: StackResource) {
  return {
    LogicalResourceId: logicalId,
    ...(physicalId !== '' && { PhysicalResourceId: physicalId }),
    ResourceType: type,
    ResourceStatus: status as ResourceStatus,
    ...(reason !== undefined && { ResourceStatusReason: reason }),
  };
}
