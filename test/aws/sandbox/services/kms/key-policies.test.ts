import { PutUserPolicyCommand } from '@aws-sdk/client-iam';
import { CreateKeyCommand, GetKeyPolicyCommand, PutKeyPolicyCommand } from '@aws-sdk/client-kms';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { openAccount } from '../open.ts';
import { standStill } from '../time.ts';
import { NOBODY, openKey } from './open-key.ts';

standStill();

describe('a key policy', () => {
  const statement = (principal: string, ...actions: string[]) => ({
    Effect: 'Allow',
    Principal: { AWS: principal },
    Action: actions,
    Resource: '*',
  });
  const policy = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
  const admin = statement('arn:aws:iam::123456789012:user/admin', 'kms:*');

  test('that names the account leaves it to IAM', async () => {
    const { admin: clients, nobody, encrypt, KeyId, Arn } = await openKey();
    const denial = await refusal(encrypt(KeyId, nobody.kms));
    expect(denial).toMatchObject({
      code: 'AccessDeniedException',
      message: `User: ${NOBODY} is not authorized to perform: kms:Encrypt on resource: ${Arn} because no identity-based policy allows the kms:Encrypt action`,
    });
    const PolicyDocument = policy({ Effect: 'Allow', Action: 'kms:Encrypt', Resource: Arn });
    await clients.iam.send(new PutUserPolicyCommand({ UserName: 'nobody', PolicyName: 'p', PolicyDocument }));
    expect((await encrypt(KeyId, nobody.kms)).KeyId).toBe(Arn);
  });

  test('that does not name the account shuts IAM out', async () => {
    const { kms, admin: clients, nobody, encrypt, KeyId, Arn } = await openKey();
    const put = (Policy: string) =>
      kms.send(new PutKeyPolicyCommand({ KeyId, PolicyName: 'default', Policy }));
    await put(policy(admin));
    const PolicyDocument = policy({ Effect: 'Allow', Action: '*', Resource: '*' });
    await clients.iam.send(new PutUserPolicyCommand({ UserName: 'nobody', PolicyName: 'p', PolicyDocument }));
    expect((await refusal(encrypt(KeyId, nobody.kms))).message).toBe(
      `User: ${NOBODY} is not authorized to perform: kms:Encrypt on resource: ${Arn} because no resource-based policy allows the kms:Encrypt action`,
    );
    await put(policy(admin, statement(NOBODY, 'kms:Encrypt')));
    expect((await encrypt(KeyId, nobody.kms)).KeyId).toBe(Arn);
  });

  test('must not lock its author out', async () => {
    const { kms, KeyId } = await openKey();
    const Policy = policy(statement(NOBODY, 'kms:*'));
    const put = (more: object) =>
      kms.send(new PutKeyPolicyCommand({ KeyId, PolicyName: 'default', Policy, ...more }));
    expect(await refusal(put({}))).toMatchObject({
      code: 'MalformedPolicyDocumentException',
      message: 'The new key policy will not allow you to update the key policy in the future.',
    });
    await put({ BypassPolicyLockoutSafetyCheck: true });
    expect(await refusal(kms.send(new GetKeyPolicyCommand({ KeyId })))).toMatchObject({
      code: 'AccessDeniedException',
    });
  });

  test('is asked for by a policy of IAM that names keys; without a policy nothing is asked', async () => {
    const { admin: clients, nobody } = openAccount('kms');
    const allow = (...statements: object[]) =>
      clients.iam.send(
        new PutUserPolicyCommand({
          UserName: 'nobody',
          PolicyName: 'p',
          PolicyDocument: policy(...statements),
        }),
      );
    const create = { Effect: 'Allow', Action: 'kms:CreateKey', Resource: '*' };
    await allow(create);
    const { KeyMetadata } = await nobody.kms.send(new CreateKeyCommand());
    const { Policy } = await clients.kms.send(new GetKeyPolicyCommand({ KeyId: KeyMetadata?.KeyId ?? '' }));
    const withPolicy = () => nobody.kms.send(new CreateKeyCommand({ Policy }));
    expect(await refusal(withPolicy())).toMatchObject({ code: 'MalformedPolicyDocumentException' });
    await allow(create, {
      Effect: 'Allow',
      Action: 'kms:PutKeyPolicy',
      Resource: 'arn:aws:kms:ap-northeast-1:123456789012:key/*',
    });
    expect((await withPolicy()).KeyMetadata?.KeyState).toBe('Enabled');
  });
});
