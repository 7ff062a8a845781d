import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { md5OfAttributes, md5OfText } from '../../../../../src/aws/sandbox/services/sqs/digest.ts';

test('a text has the MD5 of its UTF-8', async () => {
  expect(await md5OfText('hello')).toBe('5d41402abc4b2a76b9719d911017c592');
  expect(await md5OfText('手順')).toBe(createHash('md5').update('手順').digest('hex'));
});

test('no attributes have no digest', async () => {
  expect(await md5OfAttributes({})).toBeUndefined();
});

/** Each part with its length in four bytes before it; a transport type of 1 for text and 2 for bytes. */
function expected(parts: readonly (string | Uint8Array | number)[]): string {
  const hash = createHash('md5');
  for (const part of parts) {
    if (typeof part === 'number') {
      hash.update(Buffer.from([part]));
      continue;
    }
    const bytes = Buffer.from(part as Uint8Array);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    hash.update(length).update(bytes);
  }
  return hash.digest('hex');
}

test('attributes are counted by name, with type and value', async () => {
  const bytes = new Uint8Array([1, 2, 3]);
  const digest = await md5OfAttributes({
    size: { DataType: 'Number', StringValue: '7' },
    blob: { DataType: 'Binary', BinaryValue: bytes },
  });
  const text = (value: string) => Buffer.from(value);
  expect(digest).toBe(
    expected([text('blob'), text('Binary'), 2, bytes, text('size'), text('Number'), 1, text('7')]),
  );
});
