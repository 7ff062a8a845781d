import { Sha256 } from '@aws-crypto/sha256-js';
import { HttpRequest } from '@smithy/protocol-http';
import { SignatureV4 } from '@smithy/signature-v4';
import { describe, expect, test } from 'vitest';
import type { SigningCredentials } from '../../../../src/aws/wire/sigv4/index.ts';
import { type Call, type CalledService, calls, onTheWire, sign, withHeader } from '../calls.ts';
import { openSandbox, START } from '../practice.ts';

type Practice = ReturnType<typeof openSandbox> & { session: Required<SigningCredentials> };
type Case = (call: Call, practice: Practice) => Promise<Request>;

const MINUTE = 60_000;
const at = (offset: number): Date => new Date(START.getTime() + offset);
const user = ({ keyOf }: Practice) => keyOf('handson-user');

/** Each case on each service; what a service answers stands in test/fixtures/aws/sandbox/errors/<case>/<service>.http */
const cases: Record<string, Case> = {
  'expired-token': async (call, { session, clock }) => {
    clock.elapse(900_000);
    return sign(call, session);
  },
  'invalid-token': (call, { session }) => sign(call, { ...session, sessionToken: 'garbage' }),
  'token-with-long-term-key': (call, practice) =>
    sign(call, { ...user(practice), sessionToken: practice.session.sessionToken }),
  'session-key-without-token': (call, { session }) =>
    sign(call, { accessKeyId: session.accessKeyId, secretAccessKey: session.secretAccessKey }),
  'unknown-key': (call) => sign(call, { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'anything' }),
  'wrong-signature': (call, practice) => sign(call, { ...user(practice), secretAccessKey: 'another' }),
  'clock-behind': (call, practice) => sign({ ...call, date: at(-15 * MINUTE - 1000) }, user(practice)),
  'clock-ahead': (call, practice) => sign({ ...call, date: at(15 * MINUTE + 1000) }, user(practice)),
  'no-authorization': async (call, practice) =>
    withHeader(await sign(call, user(practice)), 'authorization', undefined),
  'authorization-of-another-kind': async (call, practice) =>
    withHeader(await sign(call, user(practice)), 'authorization', 'Bearer abc'),
  'authorization-without-equals': async (call, practice) =>
    withHeader(await sign(call, user(practice)), 'authorization', 'AWS4-HMAC-SHA256 nonsense'),
  'authorization-incomplete': async (call, practice) =>
    withHeader(
      withHeader(await sign(call, user(practice)), 'authorization', 'AWS4-HMAC-SHA256 Signature=00'),
      'x-amz-date',
      undefined,
    ),
  'credential-malformed': (call, practice) =>
    edited(call, practice, /Credential=[^,]+/, 'Credential=AKIA/1/2'),
  'date-malformed': async (call, practice) =>
    withHeader(await sign(call, user(practice)), 'x-amz-date', 'yesterday'),
  'date-missing': async (call, practice) =>
    withHeader(await sign(call, user(practice)), 'x-amz-date', undefined),
  'signed-headers-in-another-order': (call, practice) =>
    edited(call, practice, /host;(x-amz-[^;,]+)/, '$1;host'),
  'host-unsigned': (call, practice) => edited(call, practice, 'host;', ''),
  'two-signatures': (call, practice) =>
    sign({ ...call, path: '/?X-Amz-Algorithm=AWS4-HMAC-SHA256' }, user(practice)),
  'scope-of-another-region': (call, practice) => sign({ ...call, region: 'eu-west-1' }, user(practice)),
  'scope-of-another-service': (call, practice) => edited(call, practice, `/${call.service}/`, '/sqs/'),
  'scope-of-another-day': (call, practice) => edited(call, practice, '/20260105/', '/20260104/'),
  'scope-without-terminator': (call, practice) => edited(call, practice, 'aws4_request', 'aws4'),
  'presigned-and-expired': (call, practice) => presign(call, user(practice), at(-11 * MINUTE), 600),
  'presigned-for-too-long': async (call, practice) => {
    const { url } = await presign(call, user(practice), START, 600);
    return new Request(url.replace('X-Amz-Expires=600', 'X-Amz-Expires=604801'));
  },
  'presigned-with-another-algorithm': (call, practice) =>
    represigned(call, practice, 'AWS4-HMAC-SHA256', 'AWS4-HMAC-SHA1'),
  'presigned-credential-malformed': (call, practice) =>
    represigned(call, practice, /X-Amz-Credential=[^&]+/, 'X-Amz-Credential=AKIA%2F1'),
  'presigned-date-malformed': (call, practice) =>
    represigned(call, practice, /X-Amz-Date=[^&]+/, 'X-Amz-Date=yesterday'),
  'presigned-for-another-region': (call, practice) =>
    represigned(call, practice, `%2F${call.region}%2F`, '%2Feu-west-1%2F'),
  'presigned-for-another-service': (call, practice) =>
    represigned(call, practice, `%2F${call.service}%2F`, '%2Fsqs%2F'),
  'presigned-for-another-day': (call, practice) =>
    represigned(call, practice, '%2F20260105%2F', '%2F20260104%2F'),
  'presigned-without-terminator': (call, practice) =>
    represigned(call, practice, '%2Faws4_request', '%2Faws4'),
  'presigned-and-changed': (call, practice) =>
    represigned(call, practice, 'X-Amz-Expires=600', 'X-Amz-Expires=601'),
  'presigned-incomplete': async (call, practice) => {
    const { url } = await presign(call, user(practice), START, 600);
    return new Request(url.replace(/X-Amz-Date=[^&]+&/, ''));
  },
  'session-without-mfa': ({ ...call }, { session }) =>
    sign(call.service === 'sts' ? sts(call, 'GetSessionToken') : call, session),
  'denied-implicitly': (call, { keyOf }) => sign(call, keyOf('powerless')),
  'denied-explicitly': (call, { keyOf }) => sign(call, keyOf('denied')),
  'operation-unknown': (call, practice) =>
    sign(call.service === 's3' ? { ...call, method: 'DELETE' } : action(call, 'MakeCoffee'), user(practice)),
  'method-unknown-of-a-bucket': (call, practice) =>
    sign({ ...call, method: 'POST', path: '/example-bucket' }, user(practice)),
  'method-unknown-of-an-object': (call, practice) =>
    sign({ ...call, method: 'POST', path: '/example-bucket/k' }, user(practice)),
  'operation-missing': async (call) =>
    new Request(`https://${call.host}/`, { method: 'POST', body: call.service === 's3' ? undefined : 'x=1' }),
  'operation-not-simulated': (call, practice) =>
    sign(
      call.service === 's3'
        ? { ...call, path: '/example-bucket?logging' }
        : action(call, NOT_SIMULATED[call.service]),
      user(practice),
    ),
};

const NOT_SIMULATED = { sts: 'AssumeRoleWithSAML', iam: 'ListSAMLProviders', ec2: 'CreateFleet', s3: '' };

/** STS has no simulated operation that a policy can deny. */
const withoutCase: Partial<Record<string, readonly CalledService[]>> = {
  'denied-implicitly': ['sts'],
  'denied-explicitly': ['sts'],
  'session-without-mfa': ['s3', 'ec2'],
  // Only REST has resources and methods.
  'method-unknown-of-a-bucket': ['sts', 'iam', 'ec2'],
  'method-unknown-of-an-object': ['sts', 'iam', 'ec2'],
};

describe.each(Object.entries(cases))('%s', (name, build) => {
  const services = (Object.keys(calls) as CalledService[]).filter((id) => !withoutCase[name]?.includes(id));
  test.each(services)('%s', async (service) => {
    const practice = await open();
    const response = await practice.sandbox.handle(await build(calls[service], practice));
    expect(response.status).toBeGreaterThanOrEqual(400);
    await expect(masked(await onTheWire(response), practice)).toMatchFileSnapshot(
      `../../fixtures/aws/sandbox/errors/${name}/${service}.http`,
    );
  });
});

/** No credential, not even a generated one, is kept in a file. */
function masked(text: string, practice: Practice): string {
  return text
    .replaceAll(practice.session.sessionToken, '{session token}')
    .replaceAll(practice.session.accessKeyId, '{access key id of the session}')
    .replaceAll(user(practice).accessKeyId, '{access key id of the user}')
    .replaceAll(hexBytes(user(practice).accessKeyId), '{access key id of the user}');
}

function hexBytes(text: string): string {
  return Array.from(text, (character) => character.charCodeAt(0).toString(16)).join(' ');
}

async function open(): Promise<Practice> {
  const practice = openSandbox();
  const request = await sign(
    action({ ...calls.sts, body: `${calls.sts.body}&DurationSeconds=900` }, 'GetSessionToken'),
    practice.keyOf('handson-user'),
  );
  const text = await (await practice.sandbox.handle(request)).text();
  const read = (element: string) => new RegExp(`<${element}>(.+)</${element}>`).exec(text)?.[1] ?? '';
  const session = {
    accessKeyId: read('AccessKeyId'),
    secretAccessKey: read('SecretAccessKey'),
    sessionToken: read('SessionToken'),
  };
  return { ...practice, session };
}

function action(call: Call, name: string): Call {
  return { ...call, body: call.body?.replace(/Action=\w+/, `Action=${name}`) };
}

function sts(call: Call, name: string): Call {
  return action(call, name);
}

async function edited(call: Call, practice: Practice, from: string | RegExp, to: string): Promise<Request> {
  const request = await sign(call, user(practice));
  const authorization = request.headers.get('authorization') ?? '';
  const changed = authorization.replace(from, to);
  expect(changed).not.toBe(authorization);
  return withHeader(request, 'authorization', changed);
}

async function represigned(
  call: Call,
  practice: Practice,
  from: string | RegExp,
  to: string,
): Promise<Request> {
  const { url } = await presign(call, user(practice), START, 600);
  const changed = url.replace(from, to);
  expect(changed).not.toBe(url);
  return new Request(changed);
}

async function presign(call: Call, credentials: SigningCredentials, signingDate: Date, expiresIn: number) {
  const isS3 = call.service === 's3';
  const signer = new SignatureV4({
    ...{ service: call.service, region: call.region, credentials, sha256: Sha256 },
    uriEscapePath: !isS3,
    applyChecksum: false,
  });
  const query = Object.fromEntries(new URLSearchParams(call.body));
  const headers: Record<string, string> = { host: call.host };
  // S3's presigned URLs do not cover a body.
  if (isS3) headers['x-amz-content-sha256'] = 'UNSIGNED-PAYLOAD';
  const request = new HttpRequest({ method: 'GET', hostname: call.host, path: '/', query, headers });
  const signed = await signer.presign(request, {
    signingDate,
    expiresIn,
    unhoistableHeaders: new Set(['x-amz-content-sha256']),
    unsignableHeaders: new Set(['x-amz-content-sha256']),
  });
  return new Request(`https://${call.host}/?${new URLSearchParams(signed.query as Record<string, string>)}`);
}

test('a presigned request of each service is answered', async () => {
  const practice = await open();
  for (const call of Object.values(calls)) {
    const request = await presign(call, user(practice), at(-9 * MINUTE), 600);
    expect((await practice.sandbox.handle(request)).status, call.service).toBe(200);
  }
});
