import { CloudWatchClient, DescribeAlarmsCommand, PutMetricAlarmCommand } from '@aws-sdk/client-cloudwatch';
import { SmithyRpcV2CborProtocol } from '@smithy/core/cbor';
import { expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { BUSY, openCloudWatch } from './open-alarm.ts';

standStill();

test.each([
  ['json', undefined, 'application/x-amz-json-1.0'],
  ['cbor', SmithyRpcV2CborProtocol, 'application/cbor'],
])('the SDK is answered in %s, errors as well', async (_name, protocol, contentType) => {
  const { admin, alarm } = openCloudWatch();
  const { requestHandler, credentials } = admin.cloudwatch.config;
  const client = new CloudWatchClient({
    ...{ region: 'ap-northeast-1', requestHandler, credentials, maxAttempts: 1 },
    ...(protocol && { protocol }),
  });
  const input = { ...BUSY, Threshold: 0.5 } as never;
  await client.send(new PutMetricAlarmCommand(input));
  expect(admin.requests.at(-1)?.headers.get('content-type')).toBe(contentType);
  const { MetricAlarms } = await client.send(new DescribeAlarmsCommand({}));
  expect(MetricAlarms).toEqual([await alarm()]);
  const call = client.send(new DescribeAlarmsCommand({ NextToken: 'x' }));
  expect(await refusal(call)).toMatchObject({ code: 'InvalidNextToken', status: 400 });
});
