import {
  DescribeTimeToLiveCommand,
  PutItemCommand,
  ScanCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { START } from '../../../practice.ts';
import { standStill } from '../../time.ts';
import { open, table } from '../open-tables.ts';

standStill();

test('an item expires by the account’s clock where the table has a time to live', async () => {
  const { dynamodb, clock } = open();
  await dynamodb.send(table('sessions'));
  clock.elapse(10_000);
  const until = String(START.getTime() / 1000 + 3600);
  const Item = { id: { S: 'a' }, until: { N: until } };
  await dynamodb.send(new PutItemCommand({ TableName: 'sessions', Item }));
  const TimeToLiveSpecification = { Enabled: true, AttributeName: 'until' };
  await dynamodb.send(new UpdateTimeToLiveCommand({ TableName: 'sessions', TimeToLiveSpecification }));
  const status = async () =>
    (await dynamodb.send(new DescribeTimeToLiveCommand({ TableName: 'sessions' }))).TimeToLiveDescription
      ?.TimeToLiveStatus;
  const count = async () => (await dynamodb.send(new ScanCommand({ TableName: 'sessions' }))).Count;
  expect([await status(), await count()]).toEqual(['ENABLING', 1]);
  clock.elapse(60_000);
  expect([await status(), await count()]).toEqual(['ENABLED', 1]);
  clock.elapse(3_600_000);
  expect(await count()).toBe(0);
});
