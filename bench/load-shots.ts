import { type SigningCredentials, signRequest } from '../src/aws/wire/sigv4/index.ts';
import type { Shot } from './load-client.ts';

const FORM = 'application/x-www-form-urlencoded; charset=utf-8';
const REGION = 'ap-northeast-1';

/** A call of each service, signed for the plain endpoint. */
export async function goodShots(url: URL, key: SigningCredentials): Promise<Shot[]> {
  return Promise.all([
    sign(url, key, 'sts', 'Action=GetCallerIdentity&Version=2011-06-15'),
    sign(url, key, 'iam', 'Action=ListUsers&Version=2010-05-08', 'us-east-1'),
    sign(url, key, 'ec2', 'Action=DescribeVpcs&Version=2016-11-15'),
    sign(url, key, 's3', ''),
  ]);
}

/** Requests that must be refused: tampered with, unsigned, stale, unreadable, unknown. */
export async function badShots(url: URL, key: SigningCredentials): Promise<Shot[]> {
  const [sts] = await goodShots(url, key);
  if (!sts) return [];
  const bad = (change: Partial<Shot>): Shot => ({ ...sts, ...change, good: false });
  const stale = await sign(url, key, 'sts', sts.body, REGION, new Date(Date.now() - 3_600_000));
  const { authorization: _, ...unsigned } = sts.headers;
  return [
    bad({ body: `${sts.body}&Tampered=1` }),
    bad({ headers: unsigned }),
    bad(stale),
    bad({ headers: { ...sts.headers, authorization: 'AWS4-HMAC-SHA256 Credential=broken' } }),
    bad({ headers: { ...unsigned, 'x-amz-content-sha256': '%%%' }, method: 'GET', path: '/%ff/%', body: '' }),
    bad(await sign(url, key, 'sts', 'Action=NoSuchOperation&Version=2011-06-15')),
    bad(await sign(url, key, 'sts', `Action=GetSessionToken&DurationSeconds=many&Version=2011-06-15`)),
    bad(await sign(url, { ...key, accessKeyId: 'AKIAIOSFODNN7EXAMPLE' }, 'sts', sts.body)),
  ];
}

async function sign(
  url: URL,
  key: SigningCredentials,
  service: string,
  body: string,
  region = REGION,
  date = new Date(),
): Promise<Shot> {
  const method = body ? 'POST' : 'GET';
  const headers: Record<string, string> = body ? { 'content-type': FORM } : {};
  const request = await signRequest({ method, url, headers, body: body || undefined }, key, {
    service,
    region,
    date,
  });
  return { method, path: '/', headers: Object.fromEntries(request.headers), body, good: true };
}
