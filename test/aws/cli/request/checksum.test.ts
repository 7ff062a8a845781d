import { describe, expect, it } from 'vitest';
import { checksumHeader } from '../../../../src/aws/cli/request/index.ts';

const BODY = new TextEncoder().encode('hello');

// Expected values: openssl dgst, and the example of CRC32 in zlib.
describe('checksumHeader', () => {
  it.each([
    ['PutObject', {}, { 'content-md5': 'XUFAKrxLKna5cZ2REBfFkg==' }],
    ['GetObject', {}, {}],
    ['PutObject', { 'content-md5': 'x' }, {}],
    ['PutObject', { 'x-amz-checksum-sha256': 'x' }, {}],
    ['PutObject', { 'x-amz-sdk-checksum-algorithm': 'CRC32' }, { 'x-amz-checksum-crc32': 'NhCmhg==' }],
    [
      'PutObject',
      { 'x-amz-sdk-checksum-algorithm': 'SHA1' },
      { 'x-amz-checksum-sha1': 'qvTGHdzF6KLavt4PO0gs2a6pQ00=' },
    ],
    [
      'PutObject',
      { 'x-amz-sdk-checksum-algorithm': 'SHA256' },
      { 'x-amz-checksum-sha256': 'LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=' },
    ],
    ['PutObject', { 'x-amz-sdk-checksum-algorithm': 'NEW' }, {}],
  ])('%s with %j', async (operation, headers, expected) => {
    expect(await checksumHeader(operation, BODY, headers)).toEqual(expected);
  });

  it('digests nothing where there is no body', async () => {
    expect(await checksumHeader('PutObject', undefined, {})).toEqual({
      'content-md5': '1B2M2Y8AsgTpgAmY7PhCfg==',
    });
  });
});
