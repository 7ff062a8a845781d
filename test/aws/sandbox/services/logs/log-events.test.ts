import { StartQueryCommand } from '@aws-sdk/client-cloudwatch-logs';
import { expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { openStream } from './open-stream.ts';

standStill();

test('Logs Insights is refused in words of the sandbox', async () => {
  const { logs } = await openStream();
  const query = new StartQueryCommand({ startTime: 0, endTime: 1, queryString: 'fields @message' });
  expect(await refusal(logs.send(query))).toMatchObject({
    message: 'The Tejun sandbox does not simulate logs:StartQuery yet.',
    status: 501,
  });
});
