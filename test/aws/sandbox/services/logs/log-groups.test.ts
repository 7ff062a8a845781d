import { DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { openStream } from './open-stream.ts';

standStill();

const DAY = 86_400_000;

test('the bytes of a group are counted later', async () => {
  const { logs, clock, put } = await openStream();
  await put([0, 'hello']);
  const bytes = async () => (await logs.send(new DescribeLogGroupsCommand({}))).logGroups?.[0]?.storedBytes;
  expect(await bytes()).toBe(0);
  clock.elapse(DAY);
  expect(await bytes()).toBe(31);
});
