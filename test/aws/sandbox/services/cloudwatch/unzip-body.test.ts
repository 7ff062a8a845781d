import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { unzipBody } from '../../../../../src/aws/sandbox/services/cloudwatch/unzip-body.ts';

const unzipped = async (body: Uint8Array) => (await unzipBody({ body } as never)).body;

test('a body is unzipped', async () => {
  const text = 'Shop '.repeat(10_000);
  expect(new TextDecoder().decode(await unzipped(gzipSync(text)))).toBe(text);
});

test('what is no gzip file is refused, and what has been cut short', async () => {
  const refusal = { status: 400, code: 'SerializationException' };
  await expect(unzipped(new Uint8Array([1, 2, 3]))).rejects.toMatchObject(refusal);
  await expect(unzipped(gzipSync('Shop').subarray(0, 12))).rejects.toMatchObject(refusal);
});

test('a body that grows without end is refused before it fills the memory', async () => {
  const bomb = gzipSync(new Uint8Array(64 * 1024 * 1024));
  await expect(unzipped(bomb)).rejects.toMatchObject({ status: 413 });
});
