import { CreateLogStreamCommand, DescribeLogStreamsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { NAMES, openStream } from './open-stream.ts';

standStill();

test('streams are listed by their last event', async () => {
  const { logs, put } = await openStream();
  await logs.send(new CreateLogStreamCommand({ ...NAMES, logStreamName: 'zero' }));
  await put([0, 'a']);
  const { logStreams } = await logs.send(
    new DescribeLogStreamsCommand({ logGroupName: '/app/web', orderBy: 'LastEventTime', descending: true }),
  );
  expect(logStreams?.map(({ logStreamName }) => logStreamName)).toEqual(['one', 'zero']);
});
