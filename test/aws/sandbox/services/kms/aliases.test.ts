import { CreateAliasCommand, CreateKeyCommand, UpdateAliasCommand } from '@aws-sdk/client-kms';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { openKey } from './open-key.ts';

standStill();

describe('an alias', () => {
  test('leads to another key after a change', async () => {
    const { kms, KeyId, encrypt } = await openKey();
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
    await kms.send(new CreateAliasCommand({ AliasName: 'alias/shop', TargetKeyId: KeyId }));
    await kms.send(new UpdateAliasCommand({ AliasName: 'alias/shop', TargetKeyId: KeyMetadata?.KeyId }));
    expect((await encrypt('alias/shop')).KeyId).toBe(KeyMetadata?.Arn);
  });

  test('has a name of its own and the prefix', async () => {
    const { kms, KeyId } = await openKey();
    const create = (AliasName: string) => kms.send(new CreateAliasCommand({ AliasName, TargetKeyId: KeyId }));
    expect((await refusal(create('shop'))).message).toBe(
      'Alias must start with the prefix "alias/". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html',
    );
    expect(await refusal(create('alias/aws/shop'))).toMatchObject({ code: 'NotAuthorizedException' });
    await create('alias/shop');
    expect((await refusal(create('alias/shop'))).message).toBe(
      'An alias with the name arn:aws:kms:ap-northeast-1:123456789012:alias/shop already exists',
    );
  });
});
