import { expect, test } from 'vitest';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

const ARN = 'arn:aws:kms:ap-northeast-1:123456789012';
const NONE = '12345678-1234-1234-1234-123456789012';

async function open() {
  const account = openService('kms');
  const { KeyMetadata } = await account.call('CreateKey');
  const { KeyId } = KeyMetadata as { KeyId: string };
  await account.call('CreateAlias', { AliasName: 'alias/a', TargetKeyId: KeyId });
  return { ...account, KeyId };
}

test('a key is found by its id, its ARN and its alias', async () => {
  const { call, KeyId } = await open();
  for (const name of [KeyId, `${ARN}:key/${KeyId}`, 'alias/a', `${ARN}:alias/a`])
    expect((await call('DescribeKey', { KeyId: name })).KeyMetadata).toMatchObject({ KeyId });
});

test.each([
  [NONE, `Key '${ARN}:key/${NONE}' does not exist`],
  ['text', "Invalid keyId 'text'"],
  ['alias/none', `Alias ${ARN}:alias/none is not found.`],
  [`arn:aws:kms:us-east-1:123456789012:key/${NONE}`, 'Invalid arn us-east-1'],
])('%s is refused', async (KeyId, message) => {
  const { refused } = await open();
  expect(await refused('DescribeKey', { KeyId })).toMatchObject({ code: 'NotFoundException', message });
});

test('an operation that wants a key itself takes no alias', async () => {
  const { refused } = await open();
  expect(await refused('DisableKey', { KeyId: 'alias/a' })).toMatchObject({ code: 'NotFoundException' });
});

test("a key of AWS's own comes to be when it is first asked for", async () => {
  const { call } = await open();
  const first = (await call('DescribeKey', { KeyId: 'alias/aws/sqs' })).KeyMetadata as { KeyId: string };
  expect(first).toMatchObject({ KeyManager: 'AWS', KeyState: 'Enabled' });
  expect((await call('DescribeKey', { KeyId: 'alias/aws/sqs' })).KeyMetadata).toMatchObject({
    KeyId: first.KeyId,
  });
});
