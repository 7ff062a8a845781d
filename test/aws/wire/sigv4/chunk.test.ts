import { describe, expect, test } from 'vitest';
import { computeChunkSignature, computeTrailerSignature } from '../../../../src/aws/wire/sigv4/index.ts';

/** From AWS's own examples: S3 API reference, "sigv4-streaming" and "sigv4-streaming-trailers". */
const SCOPE = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  day: '20130524',
  region: 'us-east-1',
  service: 's3',
  timestamp: '20130524T000000Z',
};
const CHUNKS = [new Uint8Array(65_536).fill(97), new Uint8Array(1024).fill(97), new Uint8Array()];

async function chain(seed: string): Promise<string[]> {
  const signatures: string[] = [];
  for (const chunk of CHUNKS)
    signatures.push(await computeChunkSignature(chunk, signatures.at(-1) ?? seed, SCOPE));
  return signatures;
}

describe("AWS's examples of signed chunks", () => {
  test('each covers the one before', async () => {
    expect(await chain('4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9')).toEqual([
      'ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648',
      '0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497',
      'b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9',
    ]);
  });

  test('the trailer covers the last', async () => {
    const signatures = await chain('106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e');
    expect(signatures).toEqual([
      'b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2',
      '1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7',
      '2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992',
    ]);
    const trailer = 'x-amz-checksum-crc32c:sOO8/Q==\n';
    expect(await computeTrailerSignature(trailer, signatures.at(-1) ?? '', SCOPE)).toBe(
      'd81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435',
    );
  });
});
