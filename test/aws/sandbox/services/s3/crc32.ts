import { bytes } from './practice.ts';

/** By the SDK's library; objects.test.ts holds it against known values. */
export const crc32 = async (body: Uint8Array) => {
  const { Crc32 } = await import('@aws-sdk/checksums/crc');
  const hash = new Crc32();
  hash.update(body);
  return Buffer.from(await hash.digest()).toString('base64');
};

export const BODY = bytes(20_000);
