import { describe, expect, test } from 'vitest';
import { aws } from '../../../../../src/aws/cli/index.ts';
import { START } from '../../practice.ts';
import { standStill } from '../time.ts';
import { allow, openAccount, policy, trust } from './open.ts';

standStill();

type Account = ReturnType<typeof openAccount>;
type Keys = { AccessKeyId: string; SecretAccessKey: string; SessionToken?: string };

/** The built-in `aws` against an account, with keys as a reader exports them. */
function terminal({ sandbox, keyOf }: Account, name: string) {
  const { accessKeyId = '', secretAccessKey = '' } = keyOf(name) ?? {};
  const own: Keys = { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey };
  return async (command: string, keys: Keys = own) => {
    const env = {
      HOME: '/home/ec2-user',
      AWS_DEFAULT_REGION: 'ap-northeast-1',
      AWS_ACCESS_KEY_ID: keys.AccessKeyId,
      AWS_SECRET_ACCESS_KEY: keys.SecretAccessKey,
      ...(keys.SessionToken && { AWS_SESSION_TOKEN: keys.SessionToken }),
    };
    const host = {
      ...{ env, cwd: '/home/ec2-user/environment', readFile: async () => undefined },
      transport: sandbox.handleMessage,
      now: () => START,
    };
    return aws(words(command), host);
  };
}

/** Words as a shell splits them; single quotes hold one together. */
function words(command: string): string[] {
  return [...command.matchAll(/'([^']*)'|\S+/g)].map(([word, quoted]) => quoted ?? word);
}

/** A credential's form, so that nothing that is drawn stands in a snapshot. */
function masked(text: string): string {
  return text
    .replace(/A(KIA|SIA|ROA|IDA)[A-Z2-7]{16,17}/g, 'A$1...')
    .replace(/("SessionToken": ")[^"]+/, '$1...')
    .replace(/("SecretAccessKey": ")[^"]+/, '$1...');
}

const keysIn = (stdout: string): Keys => JSON.parse(stdout).Credentials;

describe('the built-in aws', () => {
  test('get-session-token with MFA opens IAM', async () => {
    const account = openAccount();
    const { SerialNumber, show } = await account.device('admin');
    const run = terminal(account, 'admin');
    const got = await run(`sts get-session-token --serial-number ${SerialNumber} --token-code ${show(0)}`);
    const listed = await run('iam list-users --query Users[].UserName --output text', keysIn(got.stdout));
    expect(listed).toEqual({ stdout: 'admin\n', stderr: '', exitCode: 0 });
    const again = await run(`sts get-session-token --serial-number ${SerialNumber} --token-code ${show(0)}`);
    expect(again.exitCode).toBe(254);
    expect(again.stderr).toBe(
      '\nAn error occurred (AccessDenied) when calling the GetSessionToken operation: MultiFactorAuthentication failed with invalid MFA one time pass code. \n',
    );
  });

  test('assume-role', async () => {
    const account = openAccount();
    await account.role('reader', trust(), [allow('*')]);
    const run = terminal(account, 'admin');
    const limits = `--policy '${JSON.stringify(policy(allow('s3:*')))}' --tags Key=team,Value=blue --duration-seconds 900`;
    const { stdout } = await run(
      `sts assume-role --role-arn arn:aws:iam::123456789012:role/reader --role-session-name practice --source-identity me ${limits}`,
    );
    expect(masked(stdout)).toMatchInlineSnapshot(`
      "{
          "Credentials": {
              "AccessKeyId": "ASIA...",
              "SecretAccessKey": "...",
              "SessionToken": "...",
              "Expiration": "2026-01-05T00:15:00+00:00"
          },
          "AssumedRoleUser": {
              "AssumedRoleId": "AROA...:practice",
              "Arn": "arn:aws:sts::123456789012:assumed-role/reader/practice"
          },
          "PackedPolicySize": 5,
          "SourceIdentity": "me"
      }
      "
    `);
    expect((await run('s3 ls', keysIn(stdout))).exitCode).toBe(0);
    expect((await run('ec2 describe-vpcs', keysIn(stdout))).stderr).toMatchInlineSnapshot(`
      "
      An error occurred (UnauthorizedOperation) when calling the DescribeVpcs operation: You are not authorized to perform this operation. User: arn:aws:sts::123456789012:assumed-role/reader/practice is not authorized to perform: ec2:DescribeVpcs because no session policy allows the ec2:DescribeVpcs action
      "
    `);
    expect(masked((await run('sts get-caller-identity', keysIn(stdout))).stdout)).toMatchInlineSnapshot(`
      "{
          "UserId": "AROA...:practice",
          "Account": "123456789012",
          "Arn": "arn:aws:sts::123456789012:assumed-role/reader/practice"
      }
      "
    `);
    expect((await run('sts get-session-token', keysIn(stdout))).stderr).toMatchInlineSnapshot(`
      "
      An error occurred (AccessDenied) when calling the GetSessionToken operation: Cannot call GetSessionToken with session credentials
      "
    `);
  });

  test('get-federation-token, get-access-key-info, decode-authorization-message', async () => {
    const run = terminal(openAccount(), 'admin');
    const arn = 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess';
    const { stdout } = await run(`sts get-federation-token --name visitor --policy-arns arn=${arn}`);
    expect(masked(stdout)).toMatchInlineSnapshot(`
      "{
          "Credentials": {
              "AccessKeyId": "ASIA...",
              "SecretAccessKey": "...",
              "SessionToken": "...",
              "Expiration": "2026-01-05T12:00:00+00:00"
          },
          "FederatedUser": {
              "FederatedUserId": "123456789012:visitor",
              "Arn": "arn:aws:sts::123456789012:federated-user/visitor"
          },
          "PackedPolicySize": 3
      }
      "
    `);
    const info = await run('sts get-access-key-info --access-key-id ASIAQNZGKIQY56JQ7WML --output text');
    expect(info.stdout).toBe('029608264753\n');
    const decoded = await run('sts decode-authorization-message --encoded-message abc');
    expect(decoded.stderr).toMatchInlineSnapshot(`
      "
      An error occurred (InvalidAuthorizationMessageException) when calling the DecodeAuthorizationMessage operation: Message is not valid
      "
    `);
  });
});
