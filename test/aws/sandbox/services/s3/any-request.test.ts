import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signRequest } from '../../../../../src/aws/wire/sigv4/index.ts';
import { runs } from '../../../../runs.ts';
import { START } from '../../practice.ts';
import { standStill } from '../time.ts';
import { BUCKET, openS3 } from './practice.ts';

standStill();

const QUERY = [
  ...[
    'list-type=2',
    'delete',
    'uploads',
    'uploadId=x',
    'partNumber=1',
    'partNumber=0',
    'location',
    'tagging',
  ],
  ...[
    'prefix=%ff',
    'max-keys=1e9',
    'max-keys=x',
    'versionId=1',
    'delimiter=/',
    'continuation-token=YWZ0ZXI6',
  ],
  ...['encoding-type=url', 'start-after=a', 'acl', 'attributes', 'x-id=GetObject', 'response-expires=soon'],
];
const HEADERS: [string, string][] = [
  ['range', 'bytes=0-'],
  ['if-match', '"x'],
  ['if-modified-since', 'yesterday'],
  ['content-md5', '%%%'],
  ['x-amz-checksum-crc32', '===='],
  ['x-amz-checksum-algorithm', 'NONE'],
  ['x-amz-sdk-checksum-algorithm', 'CRC32'],
  ['x-amz-copy-source', '/'],
  ['x-amz-copy-source', `${BUCKET}/k%`],
  ['x-amz-copy-source-range', 'bytes=9-1'],
  ['x-amz-decoded-content-length', '-1'],
  ['x-amz-trailer', 'x-amz-checksum-crc32'],
  ['x-amz-mp-object-size', 'many'],
  ['x-amz-tagging', '&=&'],
  ['x-amz-meta-ü', 'ÿ'],
  ['expires', 'never'],
  ['content-encoding', 'aws-chunked'],
];
const BODIES = [
  ...['', '<', '<Delete/>', '<Delete><Object/></Delete>', '<Delete><Object><Key>k</Key></Object></Delete>'],
  ...[
    '<CompleteMultipartUpload><Part><PartNumber>x</PartNumber></Part></CompleteMultipartUpload>',
    '\u0000\ufffd',
  ],
  ...['<CreateBucketConfiguration><LocationConstraint/></CreateBucketConfiguration>', '<a>&b;</a>', '[]'],
];

test('whatever is asked of S3, it answers in its own words, and never with a fault of ours', async () => {
  const host = 's3.ap-northeast-1.amazonaws.com';
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'PATCH'),
      fc.constantFrom(
        '/',
        `/${BUCKET}`,
        `/${BUCKET}/`,
        `/${BUCKET}/k`,
        '/none/k',
        '/A_B',
        `/${BUCKET}//%2F%00`,
      ),
      fc.subarray(QUERY, { maxLength: 3 }),
      fc.subarray(HEADERS, { maxLength: 3 }),
      fc.constantFrom(...BODIES),
      async (method, path, query, headers, text) => {
        const { sandbox, credentialsOf, put } = openS3();
        await put('k', '0123456789');
        const url = new URL(`https://${host}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`);
        const body = method === 'GET' || method === 'HEAD' ? undefined : text;
        const ascii = headers.filter(([name]) => /^[!-~]+$/.test(name));
        const request = { method, url, headers: Object.fromEntries(ascii), body };
        const scope = { service: 's3', region: 'ap-northeast-1', date: START };
        const response = await sandbox.handle(await signRequest(request, credentialsOf('owner'), scope));
        const answer = await response.text();
        expect([response.status, answer]).not.toEqual([500, expect.anything()]);
        const fails = response.status >= 400 && method !== 'HEAD';
        if (fails) expect(answer).toMatch(/<Error><Code>\w+<\/Code><Message>[^<]+<\/Message>/);
      },
    ),
    { numRuns: runs(300), examples: [['POST', `/${BUCKET}`, ['delete'], [], '']] },
  );
}, 60_000);

test('a body that is not there is missed by name', async () => {
  const { sandbox, credentialsOf } = openS3();
  const url = new URL(`https://s3.ap-northeast-1.amazonaws.com/${BUCKET}?delete`);
  const scope = { service: 's3', region: 'ap-northeast-1', date: START };
  const request = await signRequest({ method: 'POST', url, headers: {} }, credentialsOf('owner'), scope);
  const response = await sandbox.handle(request);
  expect([response.status, await response.text()]).toEqual([
    400,
    expect.stringContaining('<Code>MissingRequestBodyError</Code><Message>Request Body is empty</Message>'),
  ]);
});
