import { expect, test } from 'vitest';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

test('a permission is a statement of the policy of the topic, by its label', async () => {
  const { call, refused } = openService('sns');
  const { TopicArn } = await call('CreateTopic', { Name: 't' });
  const add = {
    TopicArn,
    Label: 'other',
    AWSAccountId: ['999999999999'],
    ActionName: ['Publish', 'Subscribe'],
  };
  await call('AddPermission', add);
  const statements = async () => {
    const { Attributes } = await call('GetTopicAttributes', { TopicArn });
    return JSON.parse((Attributes as { Policy: string }).Policy).Statement as { Sid: string }[];
  };
  expect((await statements()).at(-1)).toEqual({
    Sid: 'other',
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::999999999999:root' },
    Action: ['SNS:Publish', 'SNS:Subscribe'],
    Resource: TopicArn,
  });
  expect(await refused('AddPermission', add)).toMatchObject({
    message: 'Invalid parameter: Statement already exists',
  });
  expect(await refused('AddPermission', { ...add, Label: 'x', ActionName: ['Fly'] })).toMatchObject({
    message: 'Invalid parameter: Policy statement action out of service scope!',
  });
  await call('RemovePermission', { TopicArn, Label: 'other' });
  expect((await statements()).map(({ Sid }) => Sid)).not.toContain('other');
});
