import { type CORSRule, PutBucketCorsCommand } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { BUCKET, openS3 } from './practice.ts';

standStill();

const HOST = `https://${BUCKET}.s3.ap-northeast-1.amazonaws.com`;
const APP: CORSRule = {
  AllowedMethods: ['GET', 'PUT'],
  AllowedOrigins: ['https://*.example.com'],
  AllowedHeaders: ['X-Amz-*', 'content-type'],
  ExposeHeaders: ['ETag', 'x-amz-request-id'],
  MaxAgeSeconds: 3000,
};

async function openAsked(...CORSRules: CORSRule[]) {
  const { client, sandbox } = openS3();
  if (CORSRules.length > 0)
    await client.send(new PutBucketCorsCommand({ Bucket: BUCKET, CORSConfiguration: { CORSRules } }));
  return async (method: string, headers: Record<string, string>, path = '/k') => {
    const response = await sandbox.handle(new Request(`${HOST}${path}`, { method, headers }));
    const told = [...response.headers].filter(([name]) => name === 'vary' || name.startsWith('access-'));
    return { status: response.status, text: await response.text(), told: Object.fromEntries(told) };
  };
}

const asks = (origin: string, method: string, headers?: string) => ({
  origin,
  'access-control-request-method': method,
  ...(headers === undefined ? {} : { 'access-control-request-headers': headers }),
});

describe('a preflight', () => {
  test('tells what a rule allows, and of the headers those that were asked for', async () => {
    const ask = await openAsked(APP);
    expect(await ask('OPTIONS', asks('https://a.example.com', 'PUT', 'Content-Type, x-amz-acl'))).toEqual({
      status: 200,
      text: '',
      told: {
        'access-control-allow-origin': 'https://a.example.com',
        'access-control-allow-methods': 'GET, PUT',
        'access-control-allow-headers': 'content-type, x-amz-acl',
        'access-control-allow-credentials': 'true',
        'access-control-expose-headers': 'ETag, x-amz-request-id',
        'access-control-max-age': '3000',
        vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
      },
    });
  });

  test('of any origin allows no credentials', async () => {
    const ask = await openAsked({ AllowedMethods: ['GET'], AllowedOrigins: ['*'] });
    expect((await ask('OPTIONS', asks('https://b.example', 'GET'))).told).toEqual({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET',
      vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
    });
  });

  test('is answered by the first rule that allows all of it', async () => {
    const ask = await openAsked(APP, { AllowedMethods: ['GET', 'HEAD'], AllowedOrigins: ['*'] });
    const methods = async (...of: Parameters<typeof asks>) =>
      (await ask('OPTIONS', asks(...of))).told['access-control-allow-methods'];
    expect(await methods('https://a.example.com', 'GET')).toBe('GET, PUT');
    expect(await methods('https://a.example.com', 'HEAD')).toBe('GET, HEAD');
    expect(await methods('https://b.example', 'GET')).toBe('GET, HEAD');
  });

  test.each([
    ['another origin', asks('https://example.com', 'GET')],
    ['another method', asks('https://a.example.com', 'DELETE')],
    ['a header that no rule has', asks('https://a.example.com', 'PUT', 'x-amz-acl, authorization')],
  ])('of %s is refused', async (_, headers) => {
    const { status, text, told } = await (await openAsked(APP))('OPTIONS', headers);
    expect(status).toBe(403);
    expect(text).toContain('<Code>AccessForbidden</Code>');
    expect(text).toContain('CORSResponse: This CORS request is not allowed.');
    expect(told).toEqual({});
  });

  test('of an origin shorter than both ends of a pattern is refused', async () => {
    const ask = await openAsked({ AllowedMethods: ['GET'], AllowedOrigins: ['https://ab*b.example'] });
    expect(await ask('OPTIONS', asks('https://ab.example', 'GET'))).toMatchObject({ status: 403 });
    expect(await ask('OPTIONS', asks('https://abb.example', 'GET'))).toMatchObject({ status: 200 });
  });

  test.each([
    ['/k', 'OBJECT'],
    ['/', 'BUCKET'],
  ])('of %s is refused where the bucket has no rules, with its kind', async (path, kind) => {
    const { status, text } = await (await openAsked())('OPTIONS', asks('https://b.example', 'PUT'), path);
    expect(status).toBe(403);
    expect(text).toContain('<Message>CORSResponse: CORS is not enabled for this bucket.</Message>');
    expect(text).toContain(`<Method>PUT</Method><ResourceType>${kind}</ResourceType>`);
  });

  test.each([
    [{}, 'Insufficient information. Origin request header needed.'],
    [{ origin: 'https://b.example' }, 'Invalid Access-Control-Request-Method: null'],
  ])('with %j alone is no request', async (headers, message) => {
    const { status, text } = await (await openAsked(APP))('OPTIONS', headers);
    expect(status).toBe(400);
    expect(text).toContain(`<Code>BadRequest</Code><Message>${message}</Message>`);
  });
});

describe('an answer', () => {
  test('may be shown to the pages that a rule names, an error too', async () => {
    const ask = await openAsked(APP);
    const { status, told } = await ask('GET', { origin: 'https://a.example.com' });
    expect(status).toBe(403);
    expect(told).toMatchObject({
      'access-control-allow-origin': 'https://a.example.com',
      'access-control-expose-headers': 'ETag, x-amz-request-id',
    });
    expect(told).not.toHaveProperty('access-control-allow-headers');
  });

  test.each([
    ['GET', {}],
    ['GET', { origin: 'https://b.example' }],
    ['DELETE', { origin: 'https://a.example.com' }],
  ])('of %s with %j says nothing of other origins', async (method, headers) => {
    expect((await (await openAsked(APP))(method, headers)).told).toEqual({});
  });
});
