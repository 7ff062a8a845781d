import {
  CreateStackCommand,
  type CreateStackInput,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
  UpdateStackCommand,
  type UpdateStackInput,
} from '@aws-sdk/client-cloudformation';
import { openAccount } from '../open.ts';

/** A fresh account with short ways to work on the stack `shop`; after each, time goes on until the work is done. */
export function openStacks(seed = 'stacks') {
  const account = openAccount(seed);
  const client = account.admin.cloudformation;
  const StackName = 'shop';
  const pass = (seconds: number) => account.clock.elapse(seconds * 1000);
  const describe = async (name = StackName) =>
    (await client.send(new DescribeStacksCommand({ StackName: name }))).Stacks?.[0];
  /** Each request does what is due: a resource that takes time is asked for again. */
  const settle = async (name = StackName) => {
    for (let turn = 0; turn < 20; turn++) {
      pass(60);
      const stack = await describe(name);
      if (!stack?.StackStatus?.endsWith('_IN_PROGRESS')) return stack;
    }
    throw new Error('The stack does not come to rest.');
  };
  return {
    ...account,
    client,
    pass,
    describe,
    settle,
    create: async (TemplateBody: string, more: Partial<CreateStackInput> = {}) => {
      const input = { StackName, TemplateBody, ...more };
      const { StackId = '' } = await client.send(new CreateStackCommand(input));
      return settle(StackId);
    },
    update: async (TemplateBody: string, more: Partial<UpdateStackInput> = {}) => {
      const { StackId } = await client.send(new UpdateStackCommand({ StackName, TemplateBody, ...more }));
      return settle(StackId);
    },
    remove: async () => {
      const id = (await describe())?.StackId;
      await client.send(new DeleteStackCommand({ StackName }));
      return settle(id);
    },
    /** `Queue CREATE_COMPLETE`, from the oldest on. */
    events: async (name = StackName) => {
      const { StackEvents = [] } = await client.send(new DescribeStackEventsCommand({ StackName: name }));
      return StackEvents.reverse().map(
        ({ LogicalResourceId, ResourceStatus, ResourceStatusReason: reason }) =>
          `${LogicalResourceId} ${ResourceStatus}${reason ? `: ${reason}` : ''}`,
      );
    },
    physical: async (logicalId: string) => {
      const { StackResources } = await client.send(new DescribeStackResourcesCommand({ StackName }));
      return StackResources?.find(({ LogicalResourceId }) => LogicalResourceId === logicalId)
        ?.PhysicalResourceId;
    },
  };
}
