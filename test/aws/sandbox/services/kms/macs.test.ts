import { createHmac } from 'node:crypto';
import { GenerateMacCommand, VerifyMacCommand } from '@aws-sdk/client-kms';
import { expect, test, vi } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { bytes, openKms } from './create-key.ts';

standStill();

const { createKey, kms } = openKms();

vi.setConfig({ testTimeout: 60_000 });

test('an HMAC key makes codes of its own length', async () => {
  const KeyId = await createKey('HMAC_384', 'GENERATE_VERIFY_MAC');
  const request = { KeyId, Message: bytes('message'), MacAlgorithm: 'HMAC_SHA_384' as const };
  const { Mac } = await kms.send(new GenerateMacCommand(request));
  expect(Mac).toHaveLength(createHmac('sha384', '').digest().length);
  expect(await kms.send(new VerifyMacCommand({ ...request, Mac }))).toMatchObject({ MacValid: true });
  const wrong = new VerifyMacCommand({ ...request, Message: bytes('another'), Mac });
  expect(await refusal(kms.send(wrong))).toMatchObject({ code: 'KMSInvalidMacException', status: 400 });
  const other = new GenerateMacCommand({ ...request, MacAlgorithm: 'HMAC_SHA_256' });
  expect(await refusal(kms.send(other))).toMatchObject({
    code: 'InvalidKeyUsageException',
    message: 'Algorithm HMAC_SHA_256 is incompatible with key spec HMAC_384.',
  });
});
