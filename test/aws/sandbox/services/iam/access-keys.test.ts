import { describe, expect, test } from 'vitest';
import { START } from '../../practice.ts';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import type { openIam } from './open.ts';
import { withBob } from './with-bob.ts';

standStill();

describe('access keys', () => {
  type Made = { AccessKey: { AccessKeyId: string; SecretAccessKey: string } };
  const make = async (iam: ReturnType<typeof openIam>, UserName = 'bob') =>
    ((await iam.call('CreateAccessKey', { UserName })) as unknown as Made).AccessKey;

  test('are two at most, and the secret is shown once', async () => {
    const iam = await withBob();
    const first = await make(iam);
    expect(first).toEqual({
      UserName: 'bob',
      AccessKeyId: expect.stringMatching(/^AKIA[A-Z2-7]{16}$/),
      SecretAccessKey: expect.stringMatching(/^[A-Za-z0-9+/]{40}$/),
      Status: 'Active',
      CreateDate: START,
    });
    iam.clock.elapse(60_000);
    const second = await make(iam);
    expect(await iam.refused('CreateAccessKey', { UserName: 'bob' })).toEqual({
      code: 'LimitExceededException',
      message: 'Cannot exceed quota for AccessKeysPerUser: 2',
      status: 409,
    });
    const about = ({ AccessKeyId }: { AccessKeyId: string }, seconds: number) => ({
      UserName: 'bob',
      AccessKeyId,
      Status: 'Active',
      CreateDate: new Date(START.getTime() + seconds * 1000),
    });
    expect(await iam.call('ListAccessKeys', { UserName: 'bob' })).toEqual({
      AccessKeyMetadata: [about(first, 0), about(second, 60)],
      IsTruncated: false,
    });
  });

  test('work until they are made inactive, and again when active', async () => {
    const iam = await withBob();
    await iam.call('AttachUserPolicy', {
      UserName: 'bob',
      PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
    });
    const { AccessKeyId, SecretAccessKey } = await make(iam);
    const identity = () =>
      iam.withKey({ accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey }, 'GetUser');
    const used = () => iam.call('GetAccessKeyLastUsed', { AccessKeyId });
    expect(await used()).toEqual({
      UserName: 'bob',
      AccessKeyLastUsed: { ServiceName: 'N/A', Region: 'N/A' },
    });
    expect(await identity()).toMatchObject({ User: { UserName: 'bob' } });
    expect(await used()).toEqual({
      UserName: 'bob',
      AccessKeyLastUsed: { LastUsedDate: START, ServiceName: 'iam', Region: 'us-east-1' },
    });
    await iam.call('UpdateAccessKey', { UserName: 'bob', AccessKeyId, Status: 'Inactive' });
    expect(await refusal(identity())).toEqual({
      code: 'InvalidClientTokenId',
      message: 'The security token included in the request is invalid.',
      status: 403,
    });
    await iam.call('UpdateAccessKey', { UserName: 'bob', AccessKeyId, Status: 'Active' });
    await identity();
    await iam.call('DeleteAccessKey', { UserName: 'bob', AccessKeyId });
    expect(await refusal(identity())).toMatchObject({ code: 'InvalidClientTokenId' });
    expect(await iam.refused('DeleteAccessKey', { UserName: 'bob', AccessKeyId })).toEqual({
      code: 'NoSuchEntityException',
      message: `The Access Key with id ${AccessKeyId} cannot be found.`,
      status: 404,
    });
  });

  test("are found under their own user's name only", async () => {
    const iam = await withBob();
    const { AccessKeyId } = await make(iam);
    expect(await iam.refused('DeleteAccessKey', { AccessKeyId })).toMatchObject({ status: 404 });
    expect(
      await iam.refused('UpdateAccessKey', { UserName: 'bob', AccessKeyId, Status: 'Broken' }),
    ).toMatchObject({
      status: 400,
      message:
        "1 validation error detected: Value 'Broken' at 'status' failed to satisfy constraint: Member must satisfy enum value set: [Active, Inactive]",
    });
  });
});
