import {
  AssociateKmsKeyCommand,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  GetLogEventsCommand,
  PutLogEventsCommand,
  PutResourcePolicyCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { PutUserPolicyCommand } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { START } from '../../practice.ts';
import { refusal } from '../../sdk.ts';
import { openAccount } from '../open.ts';

// The SDK signs with the machine's time.
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
});

afterAll(() => {
  vi.useRealTimers();
});

const NAMES = { logGroupName: '/app/web', logStreamName: 'one' };

const ARN = 'arn:aws:logs:ap-northeast-1:123456789012:log-group:/app/web';

async function openStream() {
  const account = openAccount('logs');
  const { logs } = account.admin;
  await logs.send(new CreateLogGroupCommand({ logGroupName: NAMES.logGroupName }));
  await logs.send(new CreateLogStreamCommand(NAMES));
  const put = (...events: [number, string][]) =>
    logs.send(
      new PutLogEventsCommand({
        ...NAMES,
        logEvents: events.map(([offset, message]) => ({ timestamp: START.getTime() + offset, message })),
      }),
    );
  const get = (more: object = {}) => logs.send(new GetLogEventsCommand({ ...NAMES, ...more }));
  const messages = async (more: object = {}) => (await get(more)).events?.map(({ message }) => message);
  return { ...account, logs, put, get, messages };
}

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
