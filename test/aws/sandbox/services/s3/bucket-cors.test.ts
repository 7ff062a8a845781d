import {
  type CORSRule,
  DeleteBucketCorsCommand,
  GetBucketCorsCommand,
  PutBucketCorsCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { BUCKET, openS3 } from './practice.ts';

standStill();

const RULE: CORSRule = { AllowedMethods: ['GET'], AllowedOrigins: ['https://a.example'] };
const NONE = {
  code: 'NoSuchCORSConfiguration',
  message: 'The CORS configuration does not exist',
  status: 404,
};
const MALFORMED = { code: 'MalformedXML', status: 400 };

function openCors(user: 'owner' | 'reader' = 'owner') {
  const { client } = openS3(user);
  return {
    put: (CORSRules: CORSRule[]) =>
      client.send(new PutBucketCorsCommand({ Bucket: BUCKET, CORSConfiguration: { CORSRules } })),
    get: () => client.send(new GetBucketCorsCommand({ Bucket: BUCKET })),
    remove: () => client.send(new DeleteBucketCorsCommand({ Bucket: BUCKET })),
  };
}

test('rules are kept whole and in order, replaced by others, and deleted', async () => {
  const { put, get, remove } = openCors();
  expect(await refusal(get())).toMatchObject(NONE);
  const full: CORSRule = {
    ID: 'app',
    AllowedHeaders: ['x-amz-*'],
    AllowedMethods: ['PUT', 'POST', 'DELETE'],
    AllowedOrigins: ['https://*.example.com', 'http://localhost'],
    ExposeHeaders: ['ETag'],
    MaxAgeSeconds: 3000,
  };
  await put([full, RULE]);
  expect((await get()).CORSRules).toEqual([full, RULE]);
  await put([RULE]);
  expect((await get()).CORSRules).toEqual([RULE]);
  await remove();
  expect(await refusal(get())).toMatchObject(NONE);
  await remove();
});

describe('rules are refused', () => {
  test.each<[string, CORSRule[]]>([
    ['without any', []],
    ['without a method', [{ ...RULE, AllowedMethods: [] }]],
    ['without an origin', [{ ...RULE, AllowedOrigins: [] }]],
    ['beyond a hundred', Array<CORSRule>(101).fill(RULE)],
  ])('%s', async (_, rules) => {
    const { put, get } = openCors();
    expect(await refusal(put(rules))).toMatchObject(MALFORMED);
    expect(await refusal(get())).toMatchObject(NONE);
  });

  test('a hundred are not', async () => {
    const { put, get } = openCors();
    await put(Array<CORSRule>(100).fill(RULE));
    expect((await get()).CORSRules).toHaveLength(100);
  });

  test.each<[Partial<CORSRule>, string]>([
    [
      { AllowedMethods: ['GET', 'PATCH'] },
      'Found unsupported HTTP method in CORS config. Unsupported method is PATCH',
    ],
    [{ AllowedMethods: ['get'] }, 'Found unsupported HTTP method in CORS config. Unsupported method is get'],
    [
      { AllowedOrigins: ['https://*.*.example'] },
      'AllowedOrigin "https://*.*.example" can not have more than one wildcard.',
    ],
    [{ AllowedHeaders: ['*-*'] }, 'AllowedHeader "*-*" can not have more than one wildcard.'],
  ])('%j', async (change, message) => {
    const { put } = openCors();
    expect(await refusal(put([RULE, { ...RULE, ...change }]))).toMatchObject({
      code: 'InvalidRequest',
      message,
    });
  });
});

test('whoever may only read objects may do none of this', async () => {
  const { put, get, remove } = openCors('reader');
  for (const denied of [put([RULE]), get(), remove()])
    expect(await refusal(denied)).toMatchObject({ code: 'AccessDenied', status: 403 });
});
