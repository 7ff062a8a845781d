import {
  CreateChangeSetCommand,
  type CreateChangeSetInput,
  DeleteChangeSetCommand,
  DescribeChangeSetCommand,
  ExecuteChangeSetCommand,
  ListChangeSetsCommand,
} from '@aws-sdk/client-cloudformation';
import { expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { openStacks } from './stack.ts';

standStill();

const template = (name: string, delay: number) => `
Parameters: { Label: { Type: String, Default: a } }
Resources:
  Queue: { Type: AWS::SQS::Queue, Properties: { QueueName: ${name}, DelaySeconds: ${delay} } }
  Topic: { Type: AWS::SNS::Topic, Properties: { DisplayName: !Ref Label } }
  Parameter: { Type: AWS::SSM::Parameter, Properties: { Type: String, Value: !GetAtt Queue.Arn } }
`;

function openChangeSets() {
  const stack = openStacks();
  const named = { StackName: 'shop', ChangeSetName: 'next' };
  return {
    ...stack,
    named,
    propose: async (TemplateBody: string, more: Partial<CreateChangeSetInput> = {}) => {
      await stack.client.send(new CreateChangeSetCommand({ ...named, TemplateBody, ...more }));
      stack.pass(5);
      return stack.client.send(new DescribeChangeSetCommand(named));
    },
    execute: () => stack.client.send(new ExecuteChangeSetCommand(named)),
  };
}

test('a change set makes a stack', async () => {
  const stack = openChangeSets();
  const proposed = await stack.propose(template('one', 1), { ChangeSetType: 'CREATE' });
  expect(proposed).toMatchObject({ Status: 'CREATE_COMPLETE', ExecutionStatus: 'AVAILABLE' });
  expect(proposed.Changes?.map(({ ResourceChange }) => ResourceChange?.Action)).toEqual([
    'Add',
    'Add',
    'Add',
  ]);
  expect((await stack.describe())?.StackStatus).toBe('REVIEW_IN_PROGRESS');
  await stack.execute();
  const made = await stack.settle();
  expect(made).toMatchObject({ StackStatus: 'CREATE_COMPLETE', ChangeSetId: proposed.ChangeSetId });
});

test('a change set says what an update will do', async () => {
  const stack = openChangeSets();
  await stack.create(template('one', 1));
  const queue = await stack.physical('Queue');
  const parameters = [{ ParameterKey: 'Label', ParameterValue: 'b' }];
  const { Changes } = await stack.propose(template('two', 1), { Parameters: parameters });
  expect(Changes?.map(({ ResourceChange }) => ResourceChange)).toEqual([
    {
      PolicyAction: 'ReplaceAndDelete',
      ...{ Action: 'Modify', LogicalResourceId: 'Queue', PhysicalResourceId: queue },
      ...{ ResourceType: 'AWS::SQS::Queue', Replacement: 'True', Scope: ['Properties'] },
      Details: [
        {
          Target: { Attribute: 'Properties', Name: 'QueueName', RequiresRecreation: 'Always' },
          ...{ Evaluation: 'Static', ChangeSource: 'DirectModification' },
        },
      ],
    },
    {
      ...{ Action: 'Modify', LogicalResourceId: 'Topic', PhysicalResourceId: await stack.physical('Topic') },
      ...{ ResourceType: 'AWS::SNS::Topic', Replacement: 'False', Scope: ['Properties'] },
      Details: [
        {
          Target: { Attribute: 'Properties', Name: 'DisplayName', RequiresRecreation: 'Never' },
          ...{ Evaluation: 'Static', ChangeSource: 'ParameterReference', CausingEntity: 'Label' },
        },
      ],
    },
    {
      ...{ Action: 'Modify', LogicalResourceId: 'Parameter' },
      PhysicalResourceId: await stack.physical('Parameter'),
      ...{ ResourceType: 'AWS::SSM::Parameter', Replacement: 'False', Scope: ['Properties'] },
      Details: [
        {
          Target: { Attribute: 'Properties', Name: 'Value', RequiresRecreation: 'Never' },
          ...{ Evaluation: 'Dynamic', ChangeSource: 'ResourceAttribute', CausingEntity: 'Queue.Arn' },
        },
      ],
    },
  ]);
  await stack.execute();
  expect((await stack.settle())?.StackStatus).toBe('UPDATE_COMPLETE');
  expect(await stack.physical('Queue')).toContain('/two');
});

test('a change set without changes fails', async () => {
  const stack = openChangeSets();
  await stack.create(template('one', 1));
  const failed = await stack.propose(template('one', 1));
  expect(failed).toMatchObject({
    ...{ Status: 'FAILED', ExecutionStatus: 'UNAVAILABLE' },
    StatusReason:
      "The submitted information didn't contain changes. Submit different information to create a change set.",
  });
  expect((await refusal(stack.execute())).code).toBe('InvalidChangeSetStatusException');
  const { Summaries } = await stack.client.send(new ListChangeSetsCommand({ StackName: 'shop' }));
  expect(Summaries?.map(({ Status }) => Status)).toEqual(['FAILED']);
  await stack.client.send(new DeleteChangeSetCommand(stack.named));
  expect(await refusal(stack.client.send(new DescribeChangeSetCommand(stack.named)))).toEqual({
    code: 'ChangeSetNotFoundException',
    message: 'ChangeSet [next] does not exist',
    status: 404,
  });
});
