import { expect, test } from 'vitest';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

const NOBODY = 'arn:aws:iam::123456789012:user/nobody';

async function open(grant: object) {
  const account = openService('kms');
  const { KeyMetadata } = await account.call('CreateKey');
  const { KeyId, Arn } = KeyMetadata as { KeyId: string; Arn: string };
  const made = await account.call('CreateGrant', {
    ...{ KeyId, GranteePrincipal: NOBODY, Operations: ['Decrypt'] },
    ...grant,
  });
  const count = async () => ((await account.call('ListGrants', { KeyId })).Grants as unknown[]).length;
  return { ...account, KeyId: Arn, made, count };
}

test('the retiring principal retires a grant by its token', async () => {
  const { callAsNobody, made, count } = await open({ RetiringPrincipal: NOBODY });
  await callAsNobody('RetireGrant', { GrantToken: made.GrantToken });
  expect(await count()).toBe(0);
});

test('a grantee may do so only where the grant has that operation', async () => {
  const without = await open({});
  await expect(without.callAsNobody('RetireGrant', { GrantToken: without.made.GrantToken })).rejects.toThrow(
    'is not authorized to perform: kms:RetireGrant',
  );
  const with_ = await open({ Operations: ['Decrypt', 'RetireGrant'] });
  await with_.callAsNobody('RetireGrant', { KeyId: with_.KeyId, GrantId: with_.made.GrantId });
  expect(await with_.count()).toBe(0);
});

test('a grant that is not there, and one that is not named, are refused', async () => {
  const { refused, KeyId } = await open({});
  expect(await refused('RetireGrant', { GrantToken: 'x' })).toMatchObject({
    code: 'InvalidGrantTokenException',
  });
  expect(await refused('RetireGrant', { KeyId })).toMatchObject({ code: 'ValidationException' });
  expect(await refused('RetireGrant', { KeyId, GrantId: 'a'.repeat(64) })).toMatchObject({
    code: 'NotFoundException',
  });
});
