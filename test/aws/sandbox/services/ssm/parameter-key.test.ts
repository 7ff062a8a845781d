import { PutUserPolicyCommand } from '@aws-sdk/client-iam';
import { CreateKeyCommand, DecryptCommand, DisableKeyCommand } from '@aws-sdk/client-kms';
import { GetParameterCommand, PutParameterCommand } from '@aws-sdk/client-ssm';
import { expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { open } from './open-parameters.ts';

standStill();

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
