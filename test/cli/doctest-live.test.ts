import { once } from 'node:events';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { GetSessionTokenCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createAuthority } from '../../src/aws/sandbox/http/certificates.ts';
import { createTunnels } from '../../src/aws/sandbox/http/tunnel.ts';
import { LIVE, OWN, type PosingAws, poseAsAws, type Variables } from './fake-aws-server.ts';
import { projectRoot, tejun } from './tejun.ts';

const project = join(projectRoot, 'test/fixtures/live/project');

let aws: PosingAws;

beforeAll(async () => {
  aws = await poseAsAws();
});

afterAll(() => aws.close());

/** An AWS that takes everybody for the root user. */
async function pretendRoot() {
  const authority = await createAuthority(new Date());
  const bundle = join(aws.home, 'root.pem');
  writeFileSync(bundle, authority.certificate);
  const server = createServer((_, response) =>
    response.end(
      `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:iam::${OWN}:root</Arn><UserId>${OWN}</UserId><Account>${OWN}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
    ),
  );
  server.on(
    'connect',
    createTunnels(authority, 5_000, (socket) => server.emit('connection', socket)),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, bundle, close: () => server.close() };
}

/** `~/.aws/config` of the machine, for one test. */
function configured(text: string): void {
  mkdirSync(join(aws.home, '.aws'), { recursive: true });
  writeFileSync(join(aws.home, '.aws/config'), text);
  onTestFinished(() => rmSync(join(aws.home, '.aws'), { recursive: true }));
}

const secrets = new Set<string>();

function key() {
  secrets.add(aws.key.AWS_SECRET_ACCESS_KEY);
  return aws.key;
}

function proxyPassword(): string {
  const password = 'password-of-a-proxy';
  secrets.add(password);
  return password;
}

async function session(): Promise<Variables> {
  const { accessKeyId = '', secretAccessKey = '' } = aws.readerKey ?? {};
  const client = new STSClient({
    region: 'us-east-1',
    endpoint: aws.url,
    credentials: { accessKeyId, secretAccessKey },
  });
  const { Credentials } = await client.send(new GetSessionTokenCommand({ DurationSeconds: 900 }));
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = Credentials ?? {};
  secrets.add(SecretAccessKey).add(SessionToken);
  return {
    AWS_ACCESS_KEY_ID: AccessKeyId,
    AWS_SECRET_ACCESS_KEY: SecretAccessKey,
    AWS_SESSION_TOKEN: SessionToken,
  };
}

async function live(args: readonly string[], env: Variables) {
  const run = await tejun([...LIVE, ...args], project, { ...aws.machine, ...env });
  for (const secret of secrets) expect(run.stdout + run.stderr).not.toContain(secret);
  return run;
}

describe('a real account is not touched', () => {
  const who = `Account ${OWN}, as arn:aws:iam::${OWN}:user/somebody.`;

  test('that was not named', async () => {
    const { exitCode, stdout, stderr } = await live([], key());
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toBe(
      `${who}\nPages will make and delete things there. If that is what you want, name the account: --account-id ${OWN}. Nothing was run.`,
    );
  });

  test('when another was named', async () => {
    const { exitCode, stderr } = await live(['--account-id', '123456789012'], key());
    expect(exitCode).toBe(2);
    expect(stderr).toBe(
      `${who}\nThat is not the account 123456789012 that --account-id names. Nothing was run.`,
    );
  });

  test('as its root user, even if it was named', async () => {
    const root = await pretendRoot();
    const { exitCode, stderr } = await live(['--account-id', OWN], {
      ...key(),
      HTTPS_PROXY: root.url,
      AWS_CA_BUNDLE: root.bundle,
    });
    root.close();
    expect(exitCode).toBe(2);
    expect(stderr).toContain('The root user may do anything, and is not for hands-on pages');
  });

  test.each([
    ['without credentials', () => ({}), 'No AWS credentials were found'],
    [
      'with a key that AWS does not know',
      () => ({ AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG' }),
      'AWS refuses the credentials: InvalidClientTokenId',
    ],
    [
      'with a secret that is not its own',
      () => ({ ...key(), AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG' }),
      'AWS refuses the credentials: SignatureDoesNotMatch',
    ],
    [
      'where STS cannot be reached',
      () => ({ ...key(), HTTPS_PROXY: 'http://127.0.0.1:9' }),
      'STS cannot be reached',
    ],
    [
      'where the proxy is of an unknown kind: its password is not told',
      () => ({ ...key(), HTTPS_PROXY: `none://me:${proxyPassword()}@127.0.0.1:9` }),
      'Unsupported protocol for proxy URL: none://127.0.0.1:9.',
    ],
    ['where certificates are missing', () => ({ ...key(), AWS_CA_BUNDLE: '/none.pem' }), 'cannot be read'],
  ])('%s', async (_, env, message) => {
    const { exitCode, stdout, stderr } = await live(['--account-id', OWN], env());
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  test('when the question goes to another endpoint than what pages do', async () => {
    configured('[default]\nendpoint_url = http://127.0.0.1:9\nregion = eu-north-1\n');
    const { exitCode, stderr } = await live([], { ...key(), AWS_ENDPOINT_URL: 'http://127.0.0.1:9' });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(who);
  });

  test('when a command that should give credentials fails: what was run is not told', async () => {
    configured('[default]\ncredential_process = sh -c "echo told-a-secret >&2; exit 3" a-secret-of-mine\n');
    const { exitCode, stderr } = await live(['--account-id', OWN], {});
    expect(exitCode).toBe(2);
    expect(stderr).toContain('where the profile has a credential_process, see that it works');
    expect(stderr).not.toMatch(/told-a-secret|a-secret-of-mine/);
  });

  test.each([
    [['--account-id', '1234'], '12 digits'],
    [['--shell', 'simulated'], 'leave --shell simulated out'],
    [['-t', 'step'], 'name pages'],
    [['--shard', '1/2'], 'leave it out'],
    [['--record', '--no-wait'], 'leave one of them out'],
    [['--target', 'sandbox', '--no-wait'], 'add --target live'],
  ])('with %j', async (args, message) => {
    const { exitCode, stderr } = await live(args, key());
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('in the account that was named', () => {
  test('what needs a wait is skipped with --no-wait, and said', async () => {
    const { exitCode, stdout } = await live(['--account-id', OWN, '--no-wait', 'waiting'], key());
    expect(stdout).toContain('--no-wait does not wait for it');
    expect(stdout).toContain('it comes after the <Elapse> at docs/waiting/page.mdx:16');
    expect(stdout).toMatch(/steps {2}3 passed, 2 skipped/);
    expect(exitCode).toBe(0);
  });

  test('what names a region or an endpoint elsewhere is not used, which is said', async () => {
    const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret } = key();
    configured(
      `[profile mine]\nregion = eu-north-1\naws_access_key_id = ${id}\naws_secret_access_key = ${secret}\n`,
    );
    const env = { AWS_PROFILE: 'mine', AWS_ENDPOINT_URL: 'http://127.0.0.1:9' };
    const { exitCode, stderr } = await live(['--account-id', OWN, '--no-wait', 'waiting'], env);
    expect(stderr).toContain('The region eu-north-1 is not used');
    expect(stderr).toContain('AWS_ENDPOINT_URL is not used: pages talk to AWS itself.');
    expect(exitCode).toBe(0);
  });

  test('nothing but clean-up is run after a failure', async () => {
    const { exitCode, stdout } = await live(['--account-id', OWN, 'failing/page'], key());
    expect(stdout).toContain('line 5 failed, after which nothing but clean-up is run in a real account');
    expect(stdout).toContain('✓ ja  failing/clean-up');
    expect(stdout).toMatch(/steps {2}3 passed, 1 failed, 1 skipped/);
    expect(exitCode).toBe(1);
  });

  test('the AWS CLI is found wherever it stands', async () => {
    const cli = join(aws.home, 'aws');
    cpSync(join(projectRoot, 'test/fixtures/in-bash/aws'), cli);
    const { exitCode, stdout } = await live(['--account-id', OWN, '--aws', cli, 'calling'], key());
    expect(stdout).toContain('✓ ja  calling/page');
    expect(exitCode).toBe(0);
  });

  test('credentials that serve no more when pages begin are said, and no account', async () => {
    const { AWS_ACCESS_KEY_ID: AccessKeyId, AWS_SECRET_ACCESS_KEY: SecretAccessKey } = key();
    const answer = join(aws.home, 'answer');
    writeFileSync(answer, JSON.stringify({ Version: 1, AccessKeyId, SecretAccessKey }));
    configured(`[default]\ncredential_process = sh -c "cat ${answer} && rm ${answer}"\n`);
    const { exitCode, stdout, stderr } = await live(['--account-id', OWN, 'waiting'], {});
    expect(stdout).toContain('The credentials do not serve any more. No AWS credentials were found');
    expect(stdout).not.toContain(OWN);
    expect(stderr).not.toContain('CLEANED UP');
    expect(exitCode).toBe(1);
  });

  test('a page that was not run whole is not recorded', async () => {
    const { exitCode, stderr } = await live(['--account-id', OWN, '--record', 'failing/page'], key());
    expect(stderr).toContain('docs/failing/page.mdx:10 The step cannot be recorded: line 5 failed');
    expect(stderr).toContain('Nothing was recorded.');
    expect(exitCode).toBe(1);
  });

  test('session credentials serve, until they expire', async () => {
    const env = await session();
    const args = ['--account-id', OWN, '--no-wait', 'waiting'];
    const { exitCode, stderr } = await live(args, env);
    expect(stderr).toContain('These are session credentials');
    expect(exitCode).toBe(0);
    aws.clock.elapse(16 * 60_000);
    const late = await live(args, env);
    expect(late).toMatchObject({ exitCode: 2, stdout: '' });
    expect(late.stderr).toContain('AWS refuses the credentials: ExpiredToken');
    expect(late.stderr).toContain('get new ones');
  });

  test.each(['default', 'json', 'junit', 'github'])(
    '%s tells nobody of keys and accounts',
    async (report) => {
      const HTTPS_PROXY = aws.url.replace('//', `//me:${proxyPassword()}@`);
      const env: Variables = { ...(await session()), HTTPS_PROXY };
      const args = ['--account-id', OWN, '--report', report, 'telling'];
      const { exitCode, stdout, stderr } = await live(args, env);
      expect(stderr).toContain('CLEANED UP IN PART: steps of telling/clean-up failed');
      expect(stdout).not.toContain(OWN);
      expect(stdout).not.toContain(env.AWS_ACCESS_KEY_ID);
      expect(stdout).toContain('arn:aws:iam::123456789012:user/somebody');
      const showsAll = ['default', 'github'].includes(report);
      expect(stdout.includes('it printed the placeholder RecordedSecret')).toBe(showsAll);
      expect(exitCode).toBe(1);
    },
  );
});
