import {
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  ListSecretVersionIdsCommand,
  PutResourcePolicyCommand,
  PutSecretValueCommand,
  RestoreSecretCommand,
  RotateSecretCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { describe, expect, test } from 'vitest';
import { START } from '../../practice.ts';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { openSecret } from './open-secret.ts';

standStill();

const DAY = 86_400_000;

describe('a secret', () => {
  test('is found by its name, its ARN and the ARN without its last characters', async () => {
    const { made, readValue } = await openSecret();
    expect(made.ARN).toMatch(
      /^arn:aws:secretsmanager:ap-northeast-1:123456789012:secret:app\/db-[A-Za-z\d]{6}$/,
    );
    for (const SecretId of ['app/db', made.ARN, made.ARN?.slice(0, -7)])
      expect(await readValue({ SecretId })).toBe('one');
  });

  test('whose name ends like the end of an ARN is not found by a partial ARN', async () => {
    const { secrets } = await openSecret();
    const { ARN } = await secrets.send(new CreateSecretCommand({ Name: 'app-a1b2c3', SecretString: 'x' }));
    const read = (SecretId?: string) => secrets.send(new GetSecretValueCommand({ SecretId }));
    expect((await read(ARN)).SecretString).toBe('x');
    expect(await refusal(read(ARN?.slice(0, -7)))).toMatchObject({
      code: 'ResourceNotFoundException',
      message: "Secrets Manager can't find the specified secret.",
    });
  });

  test('has no list of tags until it has had one', async () => {
    const { secrets } = await openSecret();
    const SecretId = 'app/db';
    const tagsOf = async () => (await secrets.send(new DescribeSecretCommand({ SecretId }))).Tags;
    expect(await tagsOf()).toBeUndefined();
    await secrets.send(new TagResourceCommand({ SecretId, Tags: [{ Key: 'team', Value: 'a' }] }));
    expect(await tagsOf()).toEqual([{ Key: 'team', Value: 'a' }]);
    await secrets.send(new UntagResourceCommand({ SecretId, TagKeys: ['team'] }));
    expect(await tagsOf()).toEqual([]);
  });

  test('moves its labels to the newest version, and back', async () => {
    const { secrets, made, readValue } = await openSecret();
    const put = (SecretString: string) =>
      secrets.send(new PutSecretValueCommand({ SecretId: 'app/db', SecretString }));
    const two = await put('two');
    expect(await readValue({ VersionStage: 'AWSPREVIOUS' })).toBe('one');
    await put('three');
    // The first version has no label now: it is deprecated.
    const list = (IncludeDeprecated: boolean) =>
      secrets.send(new ListSecretVersionIdsCommand({ SecretId: 'app/db', IncludeDeprecated }));
    expect((await list(false)).Versions).toHaveLength(2);
    expect((await list(true)).Versions?.map(({ VersionStages }) => VersionStages)).toEqual([
      undefined,
      ['AWSPREVIOUS'],
      ['AWSCURRENT'],
    ]);
    const move = (RemoveFromVersionId?: string) =>
      secrets.send(
        new UpdateSecretVersionStageCommand({
          SecretId: 'app/db',
          VersionStage: 'AWSCURRENT',
          MoveToVersionId: two.VersionId,
          RemoveFromVersionId,
        }),
      );
    expect(await refusal(move())).toMatchObject({ code: 'InvalidParameterException' });
    expect(await refusal(move(made.VersionId))).toMatchObject({ code: 'InvalidParameterException' });
    await move((await secrets.send(new GetSecretValueCommand({ SecretId: 'app/db' }))).VersionId);
    expect([await readValue(), await readValue({ VersionStage: 'AWSPREVIOUS' })]).toEqual(['two', 'three']);
  });

  test('waits for its end, can be restored until then, and is gone after it', async () => {
    const { secrets, clock, readValue } = await openSecret();
    const SecretId = 'app/db';
    const remove = () => secrets.send(new DeleteSecretCommand({ SecretId, RecoveryWindowInDays: 7 }));
    const { DeletionDate } = await remove();
    expect(DeletionDate).toEqual(new Date(START.getTime() + 7 * DAY));
    expect(await refusal(readValue())).toMatchObject({ code: 'InvalidRequestException', status: 400 });
    clock.elapse(7 * DAY - 1_000);
    await secrets.send(new RestoreSecretCommand({ SecretId }));
    expect(await readValue()).toBe('one');
    await remove();
    clock.elapse(7 * DAY);
    expect(await refusal(secrets.send(new DescribeSecretCommand({ SecretId })))).toMatchObject({
      code: 'ResourceNotFoundException',
    });
    // The name is free.
    await secrets.send(new CreateSecretCommand({ Name: SecretId, SecretString: 'new' }));
  });

  test('is opened to another user by its own policy', async () => {
    const { secrets, nobody, made } = await openSecret();
    const read = () => nobody.secrets.send(new GetSecretValueCommand({ SecretId: 'app/db' }));
    expect((await refusal(read())).message).toBe(
      'User: arn:aws:iam::123456789012:user/nobody is not authorized to perform: secretsmanager:GetSecretValue on resource: app/db because no identity-based policy allows the secretsmanager:GetSecretValue action',
    );
    const statement = {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::123456789012:user/nobody' },
      Action: 'secretsmanager:GetSecretValue',
      Resource: made.ARN,
      Condition: { 'ForAnyValue:StringEquals': { 'secretsmanager:SecretId': made.ARN } },
    };
    const ResourcePolicy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
    await secrets.send(new PutResourcePolicyCommand({ SecretId: 'app/db', ResourcePolicy }));
    expect((await read()).SecretString).toBe('one');
  });
});

test('rotation is refused by name', async () => {
  const { secrets } = await openSecret();
  expect(await refusal(secrets.send(new RotateSecretCommand({ SecretId: 'app/db' })))).toMatchObject({
    code: 'NotImplemented',
    message: 'The Tejun sandbox does not simulate secretsmanager:RotateSecret yet.',
  });
});
