import { describe, expect, test } from 'vitest';
import { failures, locales, runCourse, source } from './course.ts';

/** Puts `to` for the `nth` (from 0) `from` of a text; throws where there is none, so that no change is lost. */
function replaceNth(text: string, from: string, to: string, nth = 0): string {
  const parts = text.split(from);
  if (nth + 1 >= parts.length) throw new Error(`"${from}" stands ${parts.length - 1} times in the page`);
  return `${parts.slice(0, nth + 1).join(from)}${to}${parts.slice(nth + 1).join(from)}`;
}

/** Changes of the result examples of page 1.2 that make them wrong. */
const wrong: readonly [what: string, from: string, to: string, nth?: number][] = [
  ['another bucket', '2021-12-20 09:00:00 example-bucket', '2021-12-20 09:00:00 example-buckets'],
  ['a bucket of another name', '09:00:00 example-bucket', '09:00:00 sample-bucket'],
  ['one bucket more', '09:00:00 example-bucket\n', '09:00:00 example-bucket\n2021-12-20 09:00:00 other\n'],
  ['the bucket removed', '2021-12-20 09:00:00 example-bucket\n', ''],
  ['another date form', '2021-12-20 09:00:00 example', '2021-12-20T09:00:00Z example'],
  ['another state', '"State": "available"', '"State": "pending"'],
  ['another state inside', '"State": "associated"', '"State": "disassociated"'],
  ['another CIDR block', '"CidrBlock": "10.0.0.0/16"', '"CidrBlock": "10.0.0.0/24"', 0],
  ['another CIDR block inside', '"CidrBlock": "10.0.0.0/16"', '"CidrBlock": "10.1.0.0/16"', 1],
  ['a boolean flipped', '"IsDefault": false', '"IsDefault": true'],
  ['a boolean as text', '"IsDefault": false', '"IsDefault": "false"'],
  ['another tenancy', '"InstanceTenancy": "default"', '"InstanceTenancy": "dedicated"'],
  ['a key renamed', '"DhcpOptionsId"', '"DhcpOptionId"'],
  ['a key renamed inside', '"AssociationId"', '"AssociationID"'],
  ['a key added', '"IsDefault": false,', '"IsDefault": false,\n            "IsMain": true,'],
  ['a name in a tag', '"Value": "handson-cloud9-vpc"', '"Value": "handson-cloud9-vpc2"'],
  ['a key of a tag', '"Key": "Name"', '"Key": "Label"'],
  ['a stack in an ARN', 'stack/handson-cloud9/', 'stack/handson-cloud8/'],
  ['a region in an ARN', 'cloudformation:ap-northeast-1:', 'cloudformation:us-east-1:'],
  ['a service in an ARN', 'arn:aws:cloudformation:', 'arn:aws:ec2:'],
  ['another kind of id', 'vpc-03b6793be492e9eaa', 'subnet-03b6793be492e9eaa'],
  ['an id for a state', '"State": "available"', '"State": "vpc-03b6793be492e9eaa"'],
  ['another error code', '(InvalidClientTokenId)', '(AccessDenied)'],
  ['another operation', 'calling the ListUsers operation', 'calling the ListRoles operation'],
  ['another message', 'token included in the request is invalid', 'token included in the request is expired'],
  ['another code after expiry', '(ExpiredToken)', '(RequestExpired)'],
  ['another operation after expiry', 'calling the ListBuckets operation', 'calling the ListUsers operation'],
  ['another message after expiry', 'The provided token has expired.', 'The provided token is expired.'],
  [
    'success where IAM refuses',
    'An error occurred (InvalidClientTokenId) when calling the ListUsers operation: The security token included in the request is invalid',
    'handson-user',
  ],
  [
    'success after expiry',
    'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.',
    '2021-12-20 09:00:00 example-bucket',
  ],
  [
    'a refusal where it works',
    '2021-12-20 09:00:00 example-bucket',
    'An error occurred (AccessDenied) when calling the ListBuckets operation: Access Denied',
  ],
];

/** Changes that only make the examples another correct run. */
const harmless: typeof wrong = [
  ['another date', '2021-12-20 09:00:00 example', '2019-02-28 23:59:59 example'],
  ['another VPC', 'vpc-03b6793be492e9eaa', 'vpc-0fedcba9876543210'],
  ['a VPC with a short id', 'vpc-03b6793be492e9eaa', 'vpc-0a1b2c3d'],
  ['other DHCP options', 'dopt-bec282da', 'dopt-0123abcd'],
  ['another association', 'vpc-cidr-assoc-0379592cf9e84bd4b', 'vpc-cidr-assoc-00000000000000001'],
  ['an account number', '"OwnerId": "XXXXXXXXXXXX"', '"OwnerId": "210987654321"'],
  ['another mask', '"OwnerId": "XXXXXXXXXXXX"', '"OwnerId": "************"'],
  ['an account number in an ARN', ':XXXXXXXXXXXX:stack', ':210987654321:stack'],
  ['another UUID', 'de3e6880-2758-11ec-bc32-06689a7cb845', '00000000-1111-2222-3333-444444444444'],
  [
    'the prefix of newer CLIs',
    'An error occurred (ExpiredToken)',
    'aws: [ERROR]: An error occurred (ExpiredToken)',
  ],
];

/** In an example, a key that is not there is one that may be there: it passes, with a notice. */
const noticed: typeof wrong = [
  ['a key removed', '            "DhcpOptionsId": "dopt-bec282da",\n', ''],
  ['a key removed inside', '                    "CidrBlock": "10.0.0.0/16",\n', ''],
];

describe.each(locales)('the course in %s', (locale) => {
  const run12 = (from: string, to: string, nth?: number) =>
    runCourse(locale, { 'run-commands': replaceNth(source(locale, 'run-commands'), from, to, nth) });

  test('passes as published', async () => {
    const results = await runCourse(locale);
    expect(failures(results)).toEqual([]);
    expect(results.length).toBeGreaterThan(35);
  });

  test('passes with other ids, keys and tokens, on another day', async () => {
    const options = { seed: 'another', start: new Date('2031-07-08T12:34:56Z') };
    expect(failures(await runCourse(locale, {}, options))).toEqual([]);
  });

  test('is the same twice with one seed', async () => {
    const stdout = async () =>
      (await runCourse(locale)).map(({ outcome }) => ('output' in outcome ? outcome.output?.stdout : ''));
    expect(await stdout()).toEqual(await stdout());
  });

  test.each(wrong)('%s turns page 1.2 red', async (_, from, to, nth) => {
    const failed = failures(await run12(from, to, nth));
    expect(failed).toHaveLength(1);
    expect(failed[0]).toContain('run-commands');
  });

  test.each(harmless)('%s leaves page 1.2 green', async (_, from, to, nth) => {
    expect(failures(await run12(from, to, nth))).toEqual([]);
  });

  test.each(noticed)('%s leaves page 1.2 green, with a notice', async (_, from, to, nth) => {
    const results = await run12(from, to, nth);
    expect(failures(results)).toEqual([]);
    const notices = results.flatMap(({ outcome }) =>
      'verdict' in outcome ? (outcome.verdict?.notices ?? []) : [],
    );
    expect(notices).toHaveLength(1);
  });
});
