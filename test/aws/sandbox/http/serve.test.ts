import { execa } from 'execa';
import { describe, expect, test, vi } from 'vitest';
import { commandEnvironment, createEnvironment } from '../../../../src/aws/sandbox/http/index.ts';
import { findCli, hasPythonModule, type InstalledCli, needCliV2 } from '../../../real-clients.ts';
import { type Served, serve } from './served.ts';

/** The environment of a command inside, and the same with no proxy: for clients that are told the endpoint. */
function environments(served: Served) {
  const environment = createEnvironment(served);
  const inside = commandEnvironment(environment, { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' });
  const direct = Object.entries(inside).filter(([name]) => !/_proxy$|_CA_/i.test(name));
  return {
    inside,
    direct: { ...Object.fromEntries(direct), AWS_DEFAULT_REGION: 'ap-northeast-1' },
    environment,
  };
}

/** Returns the answer of each service of the course, in the words of the CLI. */
async function callAll(
  cli: InstalledCli,
  served: Served,
  variables: Record<string, string>,
  options: string[],
) {
  const { direct, environment } = environments(served);
  const aws = async (...args: string[]) => {
    const { stdout, stderr, exitCode } = await execa(`${cli.folder}/aws`, [...options, ...args], {
      env: { ...direct, ...variables },
      extendEnv: false,
      reject: false,
    });
    return { stdout, stderr: stderr.trim(), exitCode };
  };
  const results = [
    await aws('sts', 'get-caller-identity', '--query', 'Arn', '--output', 'text'),
    await aws('s3', 'ls'),
    await aws('ec2', 'describe-vpcs', '--query', 'length(Vpcs)'),
    await aws('iam', 'list-users', '--query', 'Users[0].UserName', '--output', 'text'),
    await aws('ec2', 'describe-placement-groups'),
  ];
  environment.remove();
  return results;
}

const answered = [
  { stdout: expect.stringMatching(/^arn:aws:iam::\d{12}:user\//), exitCode: 0 },
  { stdout: expect.stringMatching(/^\d{4}-\d\d-\d\d /), exitCode: 0 },
  { stdout: expect.stringMatching(/^[1-9]/), exitCode: 0 },
  { stdout: expect.stringMatching(/^\S+$/), exitCode: 0 },
  {
    stderr: expect.stringContaining(
      'An error occurred (NotImplemented) when calling the DescribePlacementGroups operation',
    ),
  },
];

const v1 = findCli(1);

describe('AWS CLI v2', () => {
  test('--endpoint-url', async () => {
    const served = await serve();
    expect(await callAll(needCliV2(), served, {}, ['--endpoint-url', served.url])).toMatchObject(answered);
  });
});

describe.skipIf(!v1)('AWS CLI v1 (missing? pip install awscli)', () => {
  test('AWS_ENDPOINT_URL', async () => {
    const served = await serve();
    if (v1) expect(await callAll(v1, served, { AWS_ENDPOINT_URL: served.url }, [])).toMatchObject(answered);
  });
});

/** Each command is a Python to start, on a machine that may be busy. */
vi.setConfig({ testTimeout: 180_000 });

const SCENARIO = `
import boto3, json, os, sys, urllib.request
from botocore.exceptions import ClientError

def outcome(call):
    try:
        call()
        return 'ok'
    except ClientError as error:
        return [error.response['Error']['Code'], error.response['Error']['Message'],
                error.response['ResponseMetadata']['HTTPStatusCode']]

sts = boto3.client('sts', region_name='ap-northeast-1')
keys = sts.get_session_token(DurationSeconds=900)['Credentials']
session = boto3.Session(keys['AccessKeyId'], keys['SecretAccessKey'], keys['SessionToken'], 'ap-northeast-1')
s3, ec2, iam = (session.client(name) for name in ('s3', 'ec2', 'iam'))
calls = [s3.list_buckets, ec2.describe_vpcs, iam.list_users, session.client('sts').get_caller_identity]
before = [outcome(call) for call in calls]
request = urllib.request.Request(os.environ['TEJUN_SANDBOX_URL'] + '/_tejun/clock', b'900000', {'x-tejun-control': os.environ['TEJUN_SANDBOX_SECRET']})
urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request)
print(json.dumps([before, [outcome(call) for call in calls]]))
`;

describe.skipIf(!hasPythonModule('boto3'))('boto3 (missing? pip install boto3)', () => {
  test.each(['through the proxy', 'AWS_ENDPOINT_URL'])('the scenario of the course, %s', async (way) => {
    const served = await serve();
    const { inside, direct, environment } = environments(served);
    const env = way === 'AWS_ENDPOINT_URL' ? { ...direct, AWS_ENDPOINT_URL: served.url } : inside;
    const { stdout } = await execa('python3', ['-c', SCENARIO], { env, extendEnv: false });
    environment.remove();
    const noMfa = ['InvalidClientTokenId', 'The security token included in the request is invalid', 403];
    const expired = ['ExpiredToken', 'The security token included in the request is expired', 403];
    expect(JSON.parse(stdout)).toEqual([
      ['ok', 'ok', noMfa, 'ok'],
      [
        ['ExpiredToken', 'The provided token has expired.', 400],
        ['RequestExpired', 'Request has expired.', 400],
        expired,
        expired,
      ],
    ]);
  });
});
