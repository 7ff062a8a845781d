import {
  AssociateKmsKeyCommand,
  GetLogEventsCommand,
  PutResourcePolicyCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { PutUserPolicyCommand } from '@aws-sdk/client-iam';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { NAMES, openStream } from './open-stream.ts';

standStill();

const ARN = 'arn:aws:logs:ap-northeast-1:123456789012:log-group:/app/web';

describe('permissions', () => {
  test('are judged by the ARN of the stream, and by resource policies', async () => {
    const { admin, nobody, put } = await openStream();
    await put([0, 'a']);
    const read = () => nobody.logs.send(new GetLogEventsCommand(NAMES));
    expect((await refusal(read())).message).toBe(
      `User: arn:aws:iam::123456789012:user/nobody is not authorized to perform: logs:GetLogEvents on resource: ${ARN}:log-stream:one because no identity-based policy allows the logs:GetLogEvents action`,
    );
    const allow = (Resource: string) =>
      admin.iam.send(
        new PutUserPolicyCommand({
          UserName: 'nobody',
          PolicyName: 'logs',
          PolicyDocument: JSON.stringify({
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Action: 'logs:GetLogEvents', Resource }],
          }),
        }),
      );
    // The ARN of the group itself is not enough.
    await allow(ARN);
    expect(await refusal(read())).toMatchObject({ code: 'AccessDeniedException' });
    await allow(`${ARN}:*`);
    expect((await read()).events).toHaveLength(1);
  });

  test('of a key of KMS are those of its policy', async () => {
    const { logs } = await openStream();
    const kmsKeyId = 'arn:aws:kms:ap-northeast-1:123456789012:key/11111111-1111-4111-8111-111111111111';
    const refused = await refusal(
      logs.send(new AssociateKmsKeyCommand({ logGroupName: '/app/web', kmsKeyId })),
    );
    expect(refused.message).toBe(
      `The specified KMS key does not exist or is not allowed to be used with LogGroup '${ARN}'`,
    );
  });

  test('an eleventh resource policy is refused', async () => {
    const { logs } = await openStream();
    const policyDocument = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Action: 'logs:*', Resource: '*' },
      ],
    });
    const put = (policyName: string) =>
      logs.send(new PutResourcePolicyCommand({ policyName, policyDocument }));
    for (const name of '0123456789') await put(name);
    expect(await refusal(put('ten'))).toMatchObject({
      code: 'LimitExceededException',
      message: 'Resource limit exceeded.',
    });
  });
});
