import { expect, test } from 'vitest';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

async function open() {
  const account = openService('cloudformation');
  const made = await account.call('CreateChangeSet', {
    ...{ StackName: 'shop', ChangeSetName: 'first', ChangeSetType: 'CREATE' },
    TemplateBody: 'Resources: { Queue: { Type: AWS::SQS::Queue } }',
  });
  return { ...account, id: made.Id };
}

test('a change set is found by its ID alone, or by its name and its stack', async () => {
  const { call, clock, id } = await open();
  expect(await call('DescribeChangeSet', { ChangeSetName: id })).toMatchObject({
    ...{ ChangeSetName: 'first', StackName: 'shop' },
    ...{ Status: 'CREATE_IN_PROGRESS', ExecutionStatus: 'UNAVAILABLE', Changes: [] },
  });
  clock.elapse(3_000);
  expect(await call('DescribeChangeSet', { ChangeSetName: 'first', StackName: 'shop' })).toMatchObject({
    ...{ ChangeSetId: id, Status: 'CREATE_COMPLETE', ExecutionStatus: 'AVAILABLE' },
    Changes: [{ ResourceChange: { Action: 'Add', LogicalResourceId: 'Queue' } }],
  });
});

test.each([
  [
    { ChangeSetName: 'none', StackName: 'shop' },
    'ChangeSetNotFoundException',
    'ChangeSet [none] does not exist',
  ],
  [{ ChangeSetName: 'first', StackName: 'none' }, 'ValidationError', 'Stack [none] does not exist'],
  [
    { ChangeSetName: 'first' },
    'ValidationError',
    'StackName must be specified if ChangeSetName is not specified as an ARN.',
  ],
])('%j is refused', async (named, code, message) => {
  const { refused } = await open();
  expect(await refused('DescribeChangeSet', named)).toMatchObject({ code, message });
});
