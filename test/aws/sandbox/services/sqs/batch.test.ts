import { expect, test } from 'vitest';
import { ServiceError } from '../../../../../src/aws/sandbox/errors/index.ts';
import { checkEntries, perEntry } from '../../../../../src/aws/sandbox/services/sqs/batch.ts';

const ids = (...Ids: string[]) => Ids.map((Id) => ({ Id }));

test.each([
  [ids(), 'EmptyBatchRequest', 'There should be at least one SendMessageBatchRequestEntry in the request.'],
  [
    ids(...'abcdefghijk'),
    'TooManyEntriesInBatchRequest',
    'Maximum number of entries per request are 10. You have sent 11.',
  ],
  [
    ids('a b'),
    'InvalidBatchEntryId',
    'A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.',
  ],
  [ids('a', 'b', 'a'), 'BatchEntryIdsNotDistinct', 'Id a repeated.'],
])('%j is refused with %s', (entries, code, message) => {
  expect(() => checkEntries(entries, 'SendMessageBatchRequestEntry')).toThrow(
    expect.objectContaining({ code, message, status: 400 }),
  );
});

test('ten entries of 80 characters are a batch', () => {
  const long = ids(...[...'0123456789'].map((digit) => digit.repeat(80)));
  expect(() => checkEntries(long, 'DeleteMessageBatchRequestEntry')).not.toThrow();
});

test('each entry succeeds or fails by itself', async () => {
  const answer = await perEntry(ids('good', 'bad'), ({ Id }) => {
    if (Id === 'bad') throw new ServiceError(404, 'ReceiptHandleIsInvalid', 'no such handle');
    return {};
  });
  expect(answer).toEqual({
    Successful: [{ Id: 'good' }],
    Failed: [{ Id: 'bad', SenderFault: true, Code: 'ReceiptHandleIsInvalid', Message: 'no such handle' }],
  });
  expect(await perEntry(ids('good'), () => ({}))).not.toHaveProperty('Failed');
});

test('a fault of the sandbox is no failure of an entry', async () => {
  const broken = perEntry(ids('a'), () => {
    throw new TypeError('broken');
  });
  await expect(broken).rejects.toThrow(TypeError);
});
