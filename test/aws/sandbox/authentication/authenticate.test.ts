import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Call, calls, sign, withHeader } from '../calls.ts';
import { openSandbox } from '../practice.ts';

describe('a signature covers all that it claims to', () => {
  const odd: Call[] = [
    ...Object.values(calls),
    {
      ...calls.s3,
      host: 'example-bucket.s3.ap-northeast-1.amazonaws.com',
      path: "/a%20b/%E6%89%8B'(1)*?acl",
    },
    { ...calls.s3, path: '/example-bucket/a//b?prefix=x%2By&prefix=%C3%A9&empty=' },
    { ...calls.sts, path: '/?b=2&a=1&a=0' },
  ];

  test.each(odd)('$service $method $host$path is accepted as signed', async (call) => {
    const { sandbox, keyOf } = openSandbox();
    const response = await sandbox.handle(await sign(call, keyOf('handson-user')));
    // The caller's permission is another question: a denial names the caller that the signature proved.
    const proven = [200, 501].includes(response.status) ? 'accepted' : await response.text();
    expect(proven).toMatch(/^accepted$|user\/handson-user is not authorized to perform/);
  });

  test('any other character in a signature, a signed header, the body or the query is refused', async () => {
    const { sandbox, keyOf } = openSandbox();
    const call = { ...calls.sts, path: '/?a=1' };
    const good = await sign(call, keyOf('handson-user'));
    const authorization = good.headers.get('authorization') ?? '';
    const signature = authorization.slice(-64);
    await fc.assert(
      fc.asyncProperty(fc.nat(63), fc.constantFrom(...'0123456789abcdef'), async (index, digit) => {
        fc.pre(signature[index] !== digit);
        const changed = signature.slice(0, index) + digit + signature.slice(index + 1);
        const request = withHeader(good.clone(), 'authorization', authorization.slice(0, -64) + changed);
        expect((await sandbox.handle(request)).status).toBe(403);
      }),
      { numRuns: 30 },
    );
    const tampered = [
      withHeader(good.clone(), 'x-amz-date', '20260105T000001Z'),
      withHeader(good.clone(), 'content-type', 'text/plain'),
      withHeader(good.clone(), 'host', 'sts.us-east-1.amazonaws.com'),
      new Request(good.clone(), { body: `${call.body}&x=1` }),
      new Request('https://sts.ap-northeast-1.amazonaws.com/?a=2', good.clone()),
    ];
    for (const request of tampered) expect((await sandbox.handle(request)).status).toBe(403);
    expect((await sandbox.handle(good)).status).toBe(200);
  });

  test('a host header that a browser kept back is taken from the URL', async () => {
    const { sandbox, keyOf } = openSandbox();
    const request = await sign(calls.s3, keyOf('handson-user'));
    expect((await sandbox.handle(withHeader(request, 'host', undefined))).status).toBe(200);
  });

  test("a date within fifteen minutes is accepted on both sides, and the account's time does not matter", async () => {
    const { sandbox, keyOf, clock } = openSandbox();
    clock.elapse(86_400_000);
    for (const offset of [-900_000, 0, 900_000]) {
      const date = new Date(clock.wall().getTime() + offset);
      const request = await sign({ ...calls.ec2, date }, keyOf('handson-user'));
      expect((await sandbox.handle(request)).status).toBe(200);
    }
  });
});

describe("S3's hash of the body", () => {
  const put: Call = { ...calls.s3, method: 'PUT', path: '/example-bucket/key', body: 'hello' };

  test('is compared with the body', async () => {
    const { sandbox, keyOf } = openSandbox();
    const request = await sign(put, keyOf('handson-user'));
    const changed = new Request(request, { body: 'HELLO' });
    const response = await sandbox.handle(changed);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('<Code>XAmzContentSHA256Mismatch</Code>');
  });

  test('is required, and not replaced by anything else', async () => {
    const { sandbox, keyOf } = openSandbox();
    const request = await sign(put, keyOf('handson-user'));
    const without = await sandbox.handle(withHeader(request, 'x-amz-content-sha256', undefined));
    expect(await without.text()).toContain('Missing required header for this request: x-amz-content-sha256');
  });
});

test('S3 heeds no header that is not signed, and names all of them', async () => {
  const { sandbox, keyOf } = openSandbox();
  const request = await sign(
    { ...calls.s3, method: 'PUT', path: '/example-bucket/k' },
    keyOf('handson-user'),
  );
  const more = withHeader(withHeader(request, 'x-amz-acl', 'private'), 'x-amz-meta-a', 'b');
  const response = await sandbox.handle(more);
  expect(response.status).toBe(403);
  expect(await response.text()).toContain('<HeadersNotSigned>x-amz-acl, x-amz-meta-a</HeadersNotSigned>');
});

describe('where the host says nothing', () => {
  test.each(Object.values(calls))('$service is found by the scope of the signature', async (call) => {
    const { sandbox, keyOf } = openSandbox();
    const request = await sign({ ...call, host: '127.0.0.1:4566' }, keyOf('handson-user'));
    expect((await sandbox.handle(request)).status).toBe(200);
  });

  test('a bucket may stand before localhost, as before a host of AWS', async () => {
    const { sandbox, keyOf } = openSandbox();
    const call: Call = { ...calls.s3, host: 'example-bucket.localhost:4566', path: '/?list-type=2' };
    const response = await sandbox.handle(await sign(call, keyOf('handson-user')));
    expect(await response.text()).toContain(
      'is not authorized to perform: s3:ListBucket on resource: &quot;arn:aws:s3:::example-bucket&quot;',
    );
  });

  test('IAM is answered in any region, as the CLI signs with an endpoint URL', async () => {
    const { sandbox, keyOf } = openSandbox();
    const call = { ...calls.iam, host: '127.0.0.1:4566', region: 'ap-northeast-1' };
    expect((await sandbox.handle(await sign(call, keyOf('handson-user')))).status).toBe(200);
  });

  test("Signature Version 2 is answered in S3's words", async () => {
    const { sandbox } = openSandbox();
    const url = 'https://s3.ap-northeast-1.amazonaws.com/b/k?AWSAccessKeyId=A&Signature=B&Expires=1';
    const response = await sandbox.handle(new Request(url));
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('<AWSAccessKeyId>A</AWSAccessKeyId>');
  });

  test('a host of AWS that is not simulated is named', async () => {
    const { sandbox, keyOf } = openSandbox();
    const request = await sign({ ...calls.sts, host: 'ecs.us-east-1.amazonaws.com' }, keyOf('handson-user'));
    const response = await sandbox.handle(request);
    expect(response.status).toBe(501);
    expect(await response.text()).toContain('no service at ecs.us-east-1.amazonaws.com');
  });
});

test('whatever is sent, an answer comes, and shows no stack', async () => {
  const { sandbox } = openSandbox();
  const hosts = [...Object.values(calls).map(({ host }) => host), 'localhost:4566', 'b.s3.amazonaws.com'];
  const text = fc.string({ unit: 'grapheme', maxLength: 40 });
  const header = fc.string({ unit: fc.constantFrom(...'AWS4-HMAC=/,; Credential%'), maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...hosts),
      fc.constantFrom('GET', 'POST', 'PUT', 'HEAD', 'DELETE', 'PATCH'),
      fc.oneof(
        text,
        fc.constantFrom('%', '%zz', '../../..', '?X-Amz-Algorithm=AWS4-HMAC-SHA256', '?Action=%'),
      ),
      fc.oneof(
        header,
        header.map((rest) => `AWS4-HMAC-SHA256 ${rest}`),
      ),
      fc.oneof(text, fc.constantFrom('Action=ListUsers&A.1.2=3&A=4', 'Action=__proto__', '<a><b></a>')),
      async (host, method, path, authorization, body) => {
        const response = await sandbox.handle(
          new Request(`https://${host}/${path}`, {
            method,
            headers: { authorization, 'x-amz-date': '20260105T000000Z' },
            body: method === 'GET' || method === 'HEAD' ? undefined : body,
          }),
        );
        expect(response.status).toBeGreaterThanOrEqual(400);
        expect(response.status).not.toBe(500);
        expect(await response.text()).not.toMatch(/\.ts:|at async|node:/);
      },
    ),
    { numRuns: 300 },
  );
});

describe('at an address that is none of AWS', () => {
  const host = '127.0.0.1:4599';
  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const { sandbox } = openSandbox();
    const response = await sandbox.handle(new Request(`http://${host}${path}`, { headers }));
    const text = await response.text();
    return [
      response.status,
      /<Code>(.+)<\/Code>/.exec(text)?.[1],
      /<(\w+)[^>?]*>\n? *<(Error|Code)>/.exec(text)?.[1],
    ];
  };
  const credential = (service: string) =>
    `AKIAIOSFODNN7EXAMPLE/20260105/ap-northeast-1/${service}/aws4_request`;

  test.each<[string, string, Record<string, string>, string]>([
    [
      'URLs',
      '/bucket/key?AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE&Signature=a&Expires=1',
      {},
      'InvalidAccessKeyId',
    ],
    ['headers', '/bucket/key', { authorization: 'AWS AKIAIOSFODNN7EXAMPLE:a' }, 'AccessDenied'],
  ])("S3 answers to %s of Signature Version 2, which is S3's", async (_, path, headers, code) => {
    expect(await ask(path, headers)).toEqual([403, code, 'Error']);
  });

  test.each([
    ['s3', 'AuthorizationHeaderMalformed', 'Error'],
    ['sts', 'IncompleteSignature', 'ErrorResponse'],
  ])('a header that names %s twice over is refused by it', async (service, code, element) => {
    const twice = `Credential=${credential(service)}, SignedHeaders=host, Signature=a, Signature=b`;
    const headers = { authorization: `AWS4-HMAC-SHA256 ${twice}`, 'x-amz-date': '20260105T000000Z' };
    expect(await ask('/?Action=GetCallerIdentity&Version=2011-06-15', headers)).toEqual([400, code, element]);
  });

  test('a URL that has a signature twice is refused by the service that it names', async () => {
    const query = `X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${encodeURIComponent(credential('s3'))}`;
    expect(await ask(`/bucket/key?${query}&X-Amz-Signature=a&X-Amz-Signature=b`)).toEqual([
      ...[400, 'AuthorizationQueryParametersError', 'Error'],
    ]);
  });
});
