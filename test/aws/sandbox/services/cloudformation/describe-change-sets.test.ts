import { expect, test } from 'vitest';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

test('the change sets of a stack are listed with their statuses', async () => {
  const { call, refused, clock } = openService('cloudformation');
  const TemplateBody = 'Resources: { Queue: { Type: AWS::SQS::Queue } }';
  const make = (ChangeSetName: string, more: object = {}) =>
    call('CreateChangeSet', {
      StackName: 'shop',
      ChangeSetName,
      ChangeSetType: 'CREATE',
      TemplateBody,
      ...more,
    });
  await make('first', { Description: 'a queue' });
  clock.elapse(5_000);
  await make('second');
  const { Summaries } = await call('ListChangeSets', { StackName: 'shop' });
  expect(Summaries).toMatchObject([
    { ChangeSetName: 'first', Description: 'a queue', Status: 'CREATE_COMPLETE' },
    { ChangeSetName: 'second', Status: 'CREATE_IN_PROGRESS' },
  ]);
  expect(await refused('ListChangeSets', { StackName: 'none' })).toMatchObject({
    message: 'Stack [none] does not exist',
  });
});
