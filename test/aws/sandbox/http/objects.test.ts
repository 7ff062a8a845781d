import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { execa } from 'execa';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { commandEnvironment, createEnvironment } from '../../../../src/aws/sandbox/http/index.ts';
import { readAccount } from '../../../../src/aws/sandbox/index.ts';
import { needCliV2 } from '../../../real-clients.ts';
import { serve } from './served.ts';

vi.setConfig({ testTimeout: 180_000 });

const OWNER = `
id: '123456789012'
users:
  - name: owner
    accessKeys: 1
    policies:
      - { name: all, document: { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: 's3:*', Resource: '*' }] } }
`;

function serveOwner() {
  const { account } = readAccount(OWNER, 'owner');
  if (!account) throw new Error('The account of the test cannot be read.');
  return serve({ account });
}

test.each([
  ['bytes', (bytes: Uint8Array) => bytes],
  [
    'a stream, in signed or checked chunks',
    (bytes: Uint8Array) => Readable.from([bytes.slice(0, 70_000), bytes.slice(70_000)]),
  ],
])('@aws-sdk/client-s3 puts and gets %s', async (_name, bodyOf) => {
  const { url, key } = await serveOwner();
  const s3 = new S3Client({ endpoint: url, region: 'us-east-1', credentials: key, forcePathStyle: true });
  const bytes = new Uint8Array(randomBytes(3_000_000));
  await s3.send(new CreateBucketCommand({ Bucket: 'practice-bucket' }));
  const place = { Bucket: 'practice-bucket', Key: 'a folder/日本語 + ?.bin' };
  await s3.send(new PutObjectCommand({ ...place, Body: bodyOf(bytes), ContentLength: bytes.length }));
  const { Body } = await s3.send(new GetObjectCommand(place));
  expect(Buffer.compare(Buffer.from((await Body?.transformToByteArray()) ?? []), Buffer.from(bytes))).toBe(0);
});

test('@aws-sdk/client-s3 keeps the dots of a key', async () => {
  const { url, key } = await serveOwner();
  const s3 = new S3Client({ endpoint: url, region: 'us-east-1', credentials: key, forcePathStyle: true });
  const Bucket = 'practice-bucket';
  await s3.send(new CreateBucketCommand({ Bucket }));
  for (const Key of ['a/../b', './x', 'a/./b', 'a/..'])
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: Key }));
  const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket }));
  expect(Contents?.map((object) => object.Key)).toEqual(['./x', 'a/..', 'a/../b', 'a/./b']);
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: 'a/../b' }));
  expect(await Body?.transformToString()).toBe('a/../b');
  const outside = s3.send(new PutObjectCommand({ Bucket, Key: 'a/../../b', Body: '' }));
  await expect(outside).rejects.toMatchObject({ $metadata: { httpStatusCode: 400 } });
});

/** Through the proxy: buckets in host names, multipart uploads, presigned URLs. */
const SCRIPT = `
set -eu
export AWS_DEFAULT_REGION=ap-northeast-1
aws s3 mb s3://practice.bucket
aws s3 cp "$FOLDER/big" s3://practice.bucket/folder/big --no-progress
aws s3 cp s3://practice.bucket/folder/big "$FOLDER/copy" --no-progress
aws s3api put-object --bucket practice.bucket --key small --body "$FOLDER/small" --query ETag
curl --silent --show-error --fail "$(aws s3 presign s3://practice.bucket/small)"
aws s3api put-object --bucket practice.bucket --key a/../b --body "$FOLDER/small" --query ETag
aws s3 cp s3://practice.bucket/a/../b -
aws s3 rm s3://practice.bucket --recursive | sort
aws s3 rb s3://practice.bucket
`;

describe('AWS CLI v2 and curl', () => {
  test('a bucket with dots, a large file in parts, a presigned URL', async () => {
    const served = await serveOwner();
    const folder = mkdtempSync(join(tmpdir(), 'tejun-objects-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'big'), randomBytes(20_000_000));
    writeFileSync(join(folder, 'small'), 'small text\n');
    const environment = createEnvironment(served);
    const PATH = `${needCliV2().folder}:${process.env.PATH}`;
    const env = commandEnvironment(environment, { PATH, LC_ALL: 'C.UTF-8', FOLDER: folder });
    const { stdout } = await execa('bash', ['-c', SCRIPT], { env, extendEnv: false, cwd: folder });
    environment.remove();
    expect(stdout.split('\n')).toEqual([
      'make_bucket: practice.bucket',
      'upload: ./big to s3://practice.bucket/folder/big',
      'download: s3://practice.bucket/folder/big to ./copy',
      '"\\"cb170b63eb04a147d2d8a29517b069b7\\""',
      'small text',
      '"\\"cb170b63eb04a147d2d8a29517b069b7\\""',
      'small text',
      'delete: s3://practice.bucket/a/../b',
      'delete: s3://practice.bucket/folder/big',
      'delete: s3://practice.bucket/small',
      'remove_bucket: practice.bucket',
    ]);
    expect(readFileSync(join(folder, 'copy')).equals(readFileSync(join(folder, 'big')))).toBe(true);
  });
});
