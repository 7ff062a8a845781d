import { DescribeKeyCommand, GetKeyRotationStatusCommand } from '@aws-sdk/client-kms';
import { expect, test } from 'vitest';
import { standStill } from '../../time.ts';
import { openStacks } from '../stack.ts';

standStill();

const key = (description: string, rotates: boolean) => `
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties: { Description: ${description}, EnableKeyRotation: ${rotates}, PendingWindowInDays: 7 }
  Alias:
    Type: AWS::KMS::Alias
    Properties: { AliasName: alias/shop, TargetKeyId: !Ref Key }
`;

test('a key is found by its alias, changed where it is, and waits for its end', async () => {
  const stack = openStacks();
  const { kms } = stack.admin;
  await stack.create(key('first', true));
  const KeyId = await stack.physical('Key');
  const seen = async (name: string | undefined) => {
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: name }));
    return [KeyMetadata?.KeyId, KeyMetadata?.Description, KeyMetadata?.KeyState];
  };
  expect(await seen('alias/shop')).toEqual([KeyId, 'first', 'Enabled']);
  expect((await kms.send(new GetKeyRotationStatusCommand({ KeyId }))).KeyRotationEnabled).toBe(true);
  await stack.update(key('second', false));
  expect(await seen('alias/shop')).toEqual([KeyId, 'second', 'Enabled']);
  expect((await kms.send(new GetKeyRotationStatusCommand({ KeyId }))).KeyRotationEnabled).toBe(false);
  await stack.remove();
  expect(await seen(KeyId)).toEqual([KeyId, 'second', 'PendingDeletion']);
});
