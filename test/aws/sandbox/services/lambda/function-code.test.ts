import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { filesOf } from '../../../../../src/aws/sandbox/services/lambda/function-code.ts';
import { standStill } from '../time.ts';
import { openFunction, zipOf } from './open-function.ts';

standStill();

test('the files of a package have their paths, without folders', () => {
  const zip = zipSync({
    'index.js': new Uint8Array([1]),
    lib: { 'a.js': new Uint8Array([2]) },
    'empty/': new Uint8Array(),
  });
  expect([...filesOf({ zip, sha256: '' }).keys()].sort()).toEqual(['index.js', 'lib/a.js']);
});

test.each<[object, string]>([
  [{}, 'Please provide a source for function code.'],
  [{ S3Bucket: 'b' }, 'Please provide a source for function code.'],
  [
    { ZipFile: zipOf(1), S3Bucket: 'b', S3Key: 'k' },
    'Please do not provide other FunctionCode parameters when providing a ZipFile.',
  ],
  [
    { ZipFile: new Uint8Array([1, 2]) },
    'Could not unzip uploaded file. Please check your file, then try to upload again.',
  ],
  [{ ZipFile: zipSync({}) }, 'Uploaded file must be a non-empty zip'],
  [
    { S3Bucket: 'none', S3Key: 'k' },
    'Error occurred while GetObject. S3 Error Code: NoSuchBucket. S3 Error Message: The specified bucket does not exist',
  ],
])('%o is refused', async (code, message) => {
  const { refused } = await openFunction();
  expect(await refused('UpdateFunctionCode', { FunctionName: 'f', ...code })).toMatchObject({
    code: 'InvalidParameterValueException',
    message,
  });
});

test('a package is read from a bucket with the permissions of the caller', async () => {
  const { call, of, clock } = await openFunction();
  const s3 = of('s3');
  await s3('CreateBucket', {
    Bucket: 'code-box',
    CreateBucketConfiguration: { LocationConstraint: 'ap-northeast-1' },
  });
  await s3('PutObject', { Bucket: 'code-box', Key: 'k', Body: zipOf(7) });
  await call('UpdateFunctionCode', { FunctionName: 'f', S3Bucket: 'code-box', S3Key: 'k' });
  clock.elapse(60_000);
  expect(new TextDecoder().decode((await call('Invoke', { FunctionName: 'f' })).Payload)).toBe('7');
});
