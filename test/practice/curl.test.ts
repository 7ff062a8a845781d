import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readAccount } from '../../src/aws/sandbox/index.ts';
import { openPractice } from '../../src/practice/index.ts';

const file = new URL('../fixtures/contract/account.yaml', import.meta.url);
const { account } = readAccount(readFileSync(file, 'utf8'), 'account.yaml');

const BUCKET = 'curl-practice-123456789012';
const PUBLIC = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: `arn:aws:s3:::${BUCKET}/public/*` },
  ],
});
const HOST = `https://${BUCKET}.s3.ap-northeast-1.amazonaws.com`;

let practice: ReturnType<typeof openPractice>;
const run = (script: string) => practice.shell.run(script);

beforeEach(async () => {
  if (!account) throw new Error('The account file cannot be read.');
  practice = openPractice({ account });
  const { exitCode, stderr } = await run(
    `export AWS_DEFAULT_REGION=ap-northeast-1; aws s3 mb s3://${BUCKET} && printf '\\x80hello' > f && aws s3 cp f s3://${BUCKET}/f && aws s3 cp f s3://${BUCKET}/public/f`,
  );
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
});
afterEach(() => practice.close());

test('a presigned URL gives the bytes of the object, until it has expired', async () => {
  const { stdout } = await run(
    `URL=$(aws s3 presign s3://${BUCKET}/f --expires-in 60); curl -s "$URL" | od -An -tx1; curl -s -o g "$URL" && cmp f g && echo same; curl -s -o /dev/null -w '%{http_code} %{size_download}\\n' "$URL"`,
  );
  expect(stdout).toBe(' 80 68 65 6c 6c 6f\nsame\n200 6\n');
});

test('an object without a signature is refused as by AWS, and -f turns that into an error', async () => {
  const refused = await run(`curl -s ${HOST}/f`);
  expect(refused.stdout).toContain('<Code>AccessDenied</Code>');
  expect(refused.exitCode).toBe(0);
  expect(await run(`curl -sSf ${HOST}/f`)).toMatchObject({
    stdout: '',
    stderr: 'curl: (22) The requested URL returned error: 403\n',
    exitCode: 22,
  });
});

test('a public object can be read, its head alone too', async () => {
  await run(
    `aws s3api put-public-access-block --bucket ${BUCKET} --public-access-block-configuration BlockPublicPolicy=false,RestrictPublicBuckets=false; aws s3api put-bucket-policy --bucket ${BUCKET} --policy '${PUBLIC}'`,
  );
  const { stdout } = await run(`curl -sI ${HOST}/public/f; curl -sO ${HOST}/public/f -w '%{http_code}\\n'`);
  expect(stdout).toMatch(/^HTTP\/1\.1 200 OK\r\n(?:[\w-]+: .*\r\n)*content-length: 6\r\n/);
  expect(stdout).toMatch(/\r\n\r\n200\n$/);
});

test.each(['PUT', 'DELETE'])('%s without a signature changes nothing', async (method) => {
  const { stdout } = await run(
    `echo other > h; curl -s -X ${method} -T h ${HOST}/f; aws s3 cp s3://${BUCKET}/f - | od -An -c`,
  );
  expect(stdout).toMatch('AccessDenied');
  expect(stdout).toMatch('200   h   e   l   l   o');
});

test('a website has pages, an index for each folder, redirections and error pages', async () => {
  const SITE = `http://${BUCKET}.s3-website-ap-northeast-1.amazonaws.com`;
  const everyone = PUBLIC.replace('/public/', '/');
  await run(
    `for f in index.html docs/index.html; do printf "<h1>$f</h1>\\n" > page; aws s3 cp page s3://${BUCKET}/$f --content-type text/html; done`,
  );
  expect((await run(`curl -s ${SITE}/`)).stdout).toContain('<li>Code: NoSuchWebsiteConfiguration</li>');
  await run(`aws s3 website s3://${BUCKET} --index-document index.html --error-document error.html`);
  expect((await run(`curl -s ${SITE}/`)).stdout).toMatch(/^<html>\n<head><title>403 Forbidden<\/title>/);
  await run(
    `aws s3api put-public-access-block --bucket ${BUCKET} --public-access-block-configuration BlockPublicPolicy=false,RestrictPublicBuckets=false; aws s3api put-bucket-policy --bucket ${BUCKET} --policy '${everyone}'`,
  );
  expect((await run(`curl -s ${SITE}/ ${SITE}/docs/`)).stdout).toBe(
    '<h1>index.html</h1>\n<h1>docs/index.html</h1>\n',
  );
  expect((await run(`curl -si ${SITE}/docs`)).stdout).toMatch(
    /^HTTP\/1\.1 302 Found\r\n(?:.*\r\n)*location: \/docs\/\r\n/,
  );
  expect(
    (await run(`curl -sL ${SITE}/docs; curl -s -o /dev/null -w '%{http_code} %{content_type}' ${SITE}`))
      .stdout,
  ).toBe('<h1>docs/index.html</h1>\n200 text/html');
  expect((await run(`curl -s ${SITE}/nope`)).stdout).toMatch(
    /<li>Code: AccessDenied<\/li>[\s\S]*<h3>An Error Occurred While Attempting to Retrieve a Custom Error Document<\/h3>/,
  );
  const { stdout } = await run(
    `echo '<p>gone</p>' > e; aws s3 cp e s3://${BUCKET}/error.html --content-type text/html > /dev/null; curl -s -w '%{http_code}\\n' ${SITE}/nope; curl -s -X POST ${SITE}/ | sed -n 6,9p`,
  );
  expect(stdout).toBe(
    '<p>gone</p>\n403\n<li>Code: MethodNotAllowed</li>\n<li>Message: The specified method is not allowed against this resource.</li>\n<li>Method: POST</li>\n<li>ResourceType: OBJECT</li>\n',
  );
});

test('a browser is told what its pages may ask of the bucket', async () => {
  const ask = (origin: string, method: string, more = '') =>
    run(
      `curl -si -X OPTIONS -H 'Origin: ${origin}' -H 'Access-Control-Request-Method: ${method}' ${more} ${HOST}/f`,
    );
  expect((await ask('https://app.example.com', 'GET')).stdout).toContain('CORSResponse: CORS is not enabled');
  await run(
    `aws s3api put-bucket-cors --bucket ${BUCKET} --cors-configuration '{"CORSRules":[{"AllowedMethods":["GET","PUT"],"AllowedOrigins":["https://*.example.com"],"AllowedHeaders":["x-amz-*"],"ExposeHeaders":["ETag"],"MaxAgeSeconds":3000},{"AllowedMethods":["HEAD"],"AllowedOrigins":["*"]}]}'`,
  );
  const allowed = await ask(
    'https://app.example.com',
    'PUT',
    "-H 'Access-Control-Request-Headers: x-amz-acl'",
  );
  expect(allowed.stdout.split('\r\n').filter((line) => /^(HTTP|access|vary)/.test(line))).toEqual([
    'HTTP/1.1 200 OK',
    'access-control-allow-credentials: true',
    'access-control-allow-headers: x-amz-acl',
    'access-control-allow-methods: GET, PUT',
    'access-control-allow-origin: https://app.example.com',
    'access-control-expose-headers: ETag',
    'access-control-max-age: 3000',
    'vary: Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  ]);
  expect((await ask('https://other.example', 'HEAD')).stdout).toContain('access-control-allow-origin: *\r\n');
  for (const [origin, method, more] of [
    ['https://example.com', 'GET', ''],
    ['https://app.example.com', 'DELETE', ''],
    ['https://app.example.com', 'PUT', "-H 'Access-Control-Request-Headers: content-type'"],
  ] as const)
    expect((await ask(origin, method, more)).stdout).toMatch(
      /403 Forbidden[\s\S]*AccessForbidden[\s\S]*not allowed/,
    );
  expect((await run(`curl -s -X OPTIONS ${HOST}/f`)).stdout).toContain('Origin request header needed.');
  const get = async (more: string) =>
    (await run(`curl -si ${more} "$(aws s3 presign s3://${BUCKET}/f)"`)).stdout;
  expect(await get("-H 'Origin: https://app.example.com'")).toContain(
    'access-control-allow-origin: https://app.example.com\r\n',
  );
  expect(await get("-H 'Origin: https://example.com'")).not.toContain('access-control');
  expect(await get('')).not.toContain('access-control');
});

test('a website can lead elsewhere as a whole', async () => {
  await run(
    `aws s3api put-bucket-website --bucket ${BUCKET} --website-configuration '{"RedirectAllRequestsTo":{"HostName":"example.com","Protocol":"https"}}'`,
  );
  const { stdout } = await run(`curl -sI http://${BUCKET}.s3-website.ap-northeast-1.amazonaws.com/a/b`);
  expect(stdout).toMatch(
    /^HTTP\/1\.1 301 Moved Permanently\r\n(?:.*\r\n)*location: https:\/\/example\.com\/a\/b\r\n/,
  );
});

test('nothing but AWS is reached, also behind a redirect', async () => {
  expect(await run('curl -sS http://169.254.169.254/latest/meta-data/')).toMatchObject({
    stdout: '',
    stderr:
      "curl: (6) Could not resolve host: 169.254.169.254\ncurl: the simulated shell reaches AWS's endpoints only\n",
    exitCode: 6,
  });
  expect((await run('curl -s https://amazonaws.com.example.com')).exitCode).toBe(6);
});

test.each([
  ['curl', 2, 'curl: no URL specified'],
  [`curl --socks5 x ${HOST}`, 2, "curl: unrecognized option '--socks5'"],
  [`curl -T absent ${HOST}/f`, 2, 'curl: (26) Failed to open/read local data from file/application: absent'],
  ["curl -sS 'http://[x'", 3, 'curl: (3) URL using bad/illegal format or missing URL'],
])('%s is refused', async (script, status, message) => {
  const { stderr, exitCode } = await run(script);
  expect({ first: stderr.split('\n')[0], exitCode }).toEqual({ first: message, exitCode: status });
});
