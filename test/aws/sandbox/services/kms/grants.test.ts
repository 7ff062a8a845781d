import {
  CreateGrantCommand,
  DescribeKeyCommand,
  EncryptCommand,
  ListGrantsCommand,
  RetireGrantCommand,
  RevokeGrantCommand,
} from '@aws-sdk/client-kms';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { NOBODY, openKey, Plaintext } from './open-key.ts';

standStill();

describe('a grant', () => {
  test('opens a key to its grantee, under its encryption context, until it is revoked', async () => {
    const { kms, nobody, KeyId } = await openKey();
    const { GrantId } = await kms.send(
      new CreateGrantCommand({
        KeyId,
        GranteePrincipal: NOBODY,
        Operations: ['Encrypt', 'DescribeKey'],
        Constraints: { EncryptionContextSubset: { team: 'a' } },
      }),
    );
    const encrypt = (EncryptionContext?: Record<string, string>) =>
      nobody.kms.send(new EncryptCommand({ KeyId, Plaintext, EncryptionContext }));
    expect((await encrypt({ team: 'a', more: 'b' })).KeyId).toContain(KeyId);
    expect(await refusal(encrypt())).toMatchObject({ code: 'AccessDeniedException' });
    await nobody.kms.send(new DescribeKeyCommand({ KeyId }));
    expect((await kms.send(new ListGrantsCommand({ KeyId }))).Grants).toMatchObject([
      { GrantId, GranteePrincipal: NOBODY, IssuingAccount: 'arn:aws:iam::123456789012:root' },
    ]);
    await kms.send(new RevokeGrantCommand({ KeyId, GrantId }));
    expect(await refusal(encrypt({ team: 'a' }))).toMatchObject({ code: 'AccessDeniedException' });
  });

  test('has a token, and no other text is one', async () => {
    const { kms, nobody, KeyId } = await openKey();
    const { GrantToken = '' } = await kms.send(
      new CreateGrantCommand({ KeyId, GranteePrincipal: NOBODY, Operations: ['DescribeKey'] }),
    );
    const describeBy = (token: string) =>
      nobody.kms.send(new DescribeKeyCommand({ KeyId, GrantTokens: [token] }));
    expect((await describeBy(GrantToken)).KeyMetadata?.KeyId).toBe(KeyId);
    expect(await refusal(describeBy('nonsense'))).toMatchObject({ code: 'InvalidGrantTokenException' });
  });

  test('is retired by whom it names', async () => {
    const { kms, nobody, KeyId } = await openKey();
    const grant = { KeyId, GranteePrincipal: NOBODY, Operations: ['Encrypt' as const] };
    const first = await kms.send(new CreateGrantCommand(grant));
    const retire = (GrantId?: string) => nobody.kms.send(new RetireGrantCommand({ KeyId, GrantId }));
    expect(await refusal(retire(first.GrantId))).toMatchObject({ code: 'AccessDeniedException' });
    const second = await kms.send(new CreateGrantCommand({ ...grant, RetiringPrincipal: NOBODY }));
    await retire(second.GrantId);
    expect((await kms.send(new ListGrantsCommand({ KeyId }))).Grants).toHaveLength(1);
  });
});
