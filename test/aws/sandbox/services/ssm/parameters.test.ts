import { DescribeImagesCommand } from '@aws-sdk/client-ec2';
import { PutUserPolicyCommand } from '@aws-sdk/client-iam';
import { CreateKeyCommand, DecryptCommand, DisableKeyCommand } from '@aws-sdk/client-kms';
import {
  DescribeParametersCommand,
  GetParameterCommand,
  GetParameterHistoryCommand,
  GetParametersByPathCommand,
  GetParametersCommand,
  LabelParameterVersionCommand,
  PutParameterCommand,
} from '@aws-sdk/client-ssm';
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

const open = () => {
  const account = openAccount('ssm');
  return { ...account, ssm: account.admin.ssm };
};

describe('a parameter', () => {
  test('keeps its versions; a label moves from one to another', async () => {
    const { ssm } = open();
    const Name = '/app/host';
    await ssm.send(new PutParameterCommand({ Name, Value: 'a', Type: 'String' }));
    const second = await ssm.send(new PutParameterCommand({ Name, Value: 'b', Overwrite: true }));
    expect(second).toMatchObject({ Version: 2, Tier: 'Standard' });
    for (const ParameterVersion of [1, 2])
      await ssm.send(new LabelParameterVersionCommand({ Name, ParameterVersion, Labels: ['live'] }));
    const shown = async (name: string) =>
      (await ssm.send(new GetParameterCommand({ Name: name }))).Parameter?.Value;
    expect(await shown(Name)).toBe('b');
    expect(await shown(`${Name}:1`)).toBe('a');
    expect(await shown(`${Name}:live`)).toBe('b');
    const { Parameters = [] } = await ssm.send(new GetParameterHistoryCommand({ Name }));
    expect(Parameters.map(({ Version, Labels }) => [Version, Labels])).toEqual([
      [1, []],
      [2, ['live']],
    ]);
  });

  test('keeps one hundred versions, and no fewer while the oldest has a label', async () => {
    const { ssm } = open();
    const put = (Value: string) =>
      ssm.send(new PutParameterCommand({ Name: 'n', Value, Type: 'String', Overwrite: true }));
    for (let version = 1; version <= 101; version++) await put(String(version));
    await expect(ssm.send(new GetParameterCommand({ Name: 'n:1' }))).rejects.toThrow('version 1 of n');
    await ssm.send(new LabelParameterVersionCommand({ Name: 'n', ParameterVersion: 2, Labels: ['kept'] }));
    expect(await refusal(put('102'))).toMatchObject({
      code: 'ParameterMaxVersionLimitExceeded',
      status: 400,
    });
  });

  test('of a secure string is shown only with decryption', async () => {
    const { ssm } = open();
    await ssm.send(new PutParameterCommand({ Name: 'key', Value: 's3cret', Type: 'SecureString' }));
    const sealed = await ssm.send(new GetParameterCommand({ Name: 'key' }));
    expect(sealed.Parameter?.Value).not.toContain('s3cret');
    const opened = await ssm.send(new GetParameterCommand({ Name: 'key', WithDecryption: true }));
    expect(opened.Parameter?.Value).toBe('s3cret');
    const { Parameters: [metadata] = [] } = await ssm.send(new DescribeParametersCommand({}));
    expect(metadata).toMatchObject({ Type: 'SecureString', KeyId: 'alias/aws/ssm' });
  });

  test('ends at the instant of its policy, by the clock of the account', async () => {
    const { ssm, clock } = open();
    const Timestamp = new Date(START.getTime() + 3_600_000).toISOString();
    const Policies = JSON.stringify([{ Type: 'Expiration', Version: '1.0', Attributes: { Timestamp } }]);
    await ssm.send(
      new PutParameterCommand({ Name: 't', Value: 'x', Type: 'String', Tier: 'Advanced', Policies }),
    );
    clock.elapse(3_599_000);
    expect((await ssm.send(new GetParameterCommand({ Name: 't' }))).Parameter?.Value).toBe('x');
    clock.elapse(1_000);
    expect(await refusal(ssm.send(new GetParameterCommand({ Name: 't' })))).toMatchObject({
      code: 'ParameterNotFound',
      status: 400,
    });
  });
});

test('a path is read page by page', async () => {
  const { ssm } = open();
  for (let n = 10; n < 22; n++)
    await ssm.send(new PutParameterCommand({ Name: `/app/deep/p${n}`, Value: 'x', Type: 'String' }));
  const read = (more: object) =>
    ssm.send(new GetParametersByPathCommand({ Path: '/app', Recursive: true, ...more }));
  const first = await read({});
  expect(first.Parameters).toHaveLength(10);
  const second = await read({ NextToken: first.NextToken });
  expect(second.Parameters?.map(({ Name }) => Name)).toEqual(['/app/deep/p20', '/app/deep/p21']);
  expect(second.NextToken).toBeUndefined();
  expect((await read({ Recursive: false })).Parameters).toEqual([]);
  expect(await refusal(read({ NextToken: 'x' }))).toMatchObject({ code: 'InvalidNextToken' });
});

test('a public parameter leads to an image that EC2 knows', async () => {
  const { ssm, admin } = open();
  const Name = '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64';
  const { Parameter } = await ssm.send(new GetParameterCommand({ Name }));
  expect(Parameter?.ARN).toBe(`arn:aws:ssm:ap-northeast-1::parameter${Name}`);
  const { Images: [image] = [] } = await admin.ec2.send(
    new DescribeImagesCommand({ ImageIds: [Parameter?.Value ?? ''] }),
  );
  expect(image).toMatchObject({ Architecture: 'x86_64', ImageOwnerAlias: 'amazon' });
});

test('IAM decides on each name, by ARN and by tag', async () => {
  const { ssm, admin, nobody } = open();
  const put = (Name: string, team: string) =>
    ssm.send(
      new PutParameterCommand({ Name, Value: 'x', Type: 'String', Tags: [{ Key: 'team', Value: team }] }),
    );
  await put('/app/a', 'a');
  await put('/app/b', 'b');
  const statement = {
    Effect: 'Allow',
    Action: 'ssm:GetParameter*',
    Resource: 'arn:aws:ssm:*:123456789012:parameter/app/*',
    Condition: { StringEquals: { 'aws:ResourceTag/team': 'a' } },
  };
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  await admin.iam.send(new PutUserPolicyCommand({ UserName: 'nobody', PolicyName: 'a', PolicyDocument }));
  const read = (...Names: string[]) => nobody.ssm.send(new GetParametersCommand({ Names }));
  expect((await read('/app/a')).Parameters).toHaveLength(1);
  expect(await refusal(read('/app/a', '/app/b'))).toMatchObject({
    code: 'AccessDeniedException',
    message: expect.stringContaining('on resource: arn:aws:ssm:ap-northeast-1:123456789012:parameter/app/b'),
  });
});

test('a secure string asks a key of the account for encryption and decryption', async () => {
  const { ssm, admin, nobody } = open();
  const put = (KeyId: string, more: object = {}) =>
    ssm.send(
      new PutParameterCommand({ Name: '/app/key', Value: 's3cret', Type: 'SecureString', KeyId, ...more }),
    );
  expect(await refusal(put('alias/own'))).toMatchObject({
    code: 'InvalidKeyId',
    message: 'Alias arn:aws:kms:ap-northeast-1:123456789012:alias/own is not found.',
  });
  const { KeyMetadata } = await admin.kms.send(new CreateKeyCommand({}));
  const KeyId = KeyMetadata?.KeyId ?? '';
  await put(KeyId);
  const statement = { Effect: 'Allow', Action: 'ssm:*', Resource: '*' };
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: statement });
  await admin.iam.send(new PutUserPolicyCommand({ UserName: 'nobody', PolicyName: 'a', PolicyDocument }));
  const read = (WithDecryption: boolean, client = nobody) =>
    client.ssm.send(new GetParameterCommand({ Name: '/app/key', WithDecryption }));
  expect((await read(true, admin)).Parameter?.Value).toBe('s3cret');
  const CiphertextBlob = Uint8Array.from(Buffer.from((await read(false)).Parameter?.Value ?? '', 'base64'));
  const EncryptionContext = { PARAMETER_ARN: 'arn:aws:ssm:ap-northeast-1:123456789012:parameter/app/key' };
  const opened = await admin.kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext }));
  expect(new TextDecoder().decode(opened.Plaintext)).toBe('s3cret');
  expect(await refusal(read(true))).toMatchObject({
    code: 'AccessDeniedException',
    message: expect.stringContaining('not authorized to perform: kms:Decrypt on resource'),
  });
  await admin.kms.send(new DisableKeyCommand({ KeyId }));
  expect(await refusal(read(true, admin))).toMatchObject({ code: 'InvalidKeyId' });
});

test('what is not simulated is refused before anything changes', async () => {
  const { ssm } = open();
  const base = { Name: 'k', Value: 'x', Type: 'SecureString' } as const;
  const put = (more: object) => refusal(ssm.send(new PutParameterCommand({ ...base, ...more })));
  const notification = [{ Type: 'NoChangeNotification', Version: '1.0', Attributes: {} }];
  for (const more of [
    { Type: 'String', DataType: 'aws:ec2:image' },
    { Tier: 'Advanced', Policies: JSON.stringify(notification) },
  ])
    expect(await put(more)).toMatchObject({ code: 'NotImplemented', status: 501 });
  expect((await ssm.send(new DescribeParametersCommand({}))).Parameters).toEqual([]);
});
