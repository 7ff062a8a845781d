import {
  CreateKeyCommand,
  type CreateKeyCommandInput,
  EncryptCommand,
  ListResourceTagsCommand,
  TagResourceCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { START } from '../../practice.ts';
import { openAccount } from '../open.ts';

// The SDK signs with the machine's time.
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
});

afterAll(() => {
  vi.useRealTimers();
});

const Plaintext = new TextEncoder().encode('secret');

async function openKey(input: CreateKeyCommandInput = {}) {
  const account = openAccount('kms');
  const { kms } = account.admin;
  const { KeyMetadata } = await kms.send(new CreateKeyCommand(input));
  const { KeyId = '', Arn = '' } = KeyMetadata ?? {};
  const encrypt = (id = KeyId, client = kms) => client.send(new EncryptCommand({ KeyId: id, Plaintext }));
  return { ...account, kms, KeyId, Arn, KeyMetadata, encrypt };
}

test('tags are counted over all requests and listed by name', async () => {
  const { kms, KeyId } = await openKey({ Tags: [{ TagKey: 'b', TagValue: '2' }] });
  await kms.send(new TagResourceCommand({ KeyId, Tags: [{ TagKey: 'a', TagValue: '1' }] }));
  expect((await kms.send(new ListResourceTagsCommand({ KeyId }))).Tags).toEqual([
    { TagKey: 'a', TagValue: '1' },
    { TagKey: 'b', TagValue: '2' },
  ]);
});
