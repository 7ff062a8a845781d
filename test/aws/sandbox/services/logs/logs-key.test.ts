import { expect, test } from 'vitest';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

test('a group takes a key whose policy lets the service use it, and no other', async () => {
  const { call, refused, of } = openService('logs');
  const Statement = [
    { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::123456789012:root' }, Action: 'kms:*', Resource: '*' },
  ];
  const kms = of('kms');
  const { KeyMetadata: key } = await kms('CreateKey', {
    Policy: JSON.stringify({ Version: '2012-10-17', Statement }),
  });
  const group = { logGroupName: '/app', kmsKeyId: key.Arn };
  expect(await refused('CreateLogGroup', group)).toMatchObject({
    code: 'InvalidParameterException',
    message: expect.stringContaining(
      'The specified KMS key does not exist or is not allowed to be used with LogGroup',
    ),
  });
  const service = { Service: 'logs.ap-northeast-1.amazonaws.com' };
  Statement.push({
    Effect: 'Allow',
    Principal: service as never,
    Action: 'kms:GenerateDataKey*',
    Resource: '*',
  });
  await kms('PutKeyPolicy', {
    KeyId: key.KeyId,
    Policy: JSON.stringify({ Version: '2012-10-17', Statement }),
  });
  await call('CreateLogGroup', group);
  expect((await call('DescribeLogGroups')).logGroups).toMatchObject([{ kmsKeyId: key.Arn }]);
  expect(await refused('CreateLogGroup', { ...group, kmsKeyId: key.KeyId })).toMatchObject({ status: 400 });
});
