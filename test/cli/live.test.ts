import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetSessionTokenCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createAuthority } from '../../src/sandbox/http/certificates.ts';
import { type ServedSandbox, serveSandbox } from '../../src/sandbox/http/index.ts';
import { createTunnels } from '../../src/sandbox/http/tunnel.ts';
import { readAccount } from '../../src/sandbox/index.ts';
import { projectRoot, tejun } from './tejun.ts';

const project = join(projectRoot, 'test/fixtures/live/project');
const LIVE = ['doctest', '--target', 'live', '--aws', join(projectRoot, 'test/fixtures/in-bash/aws')];
/** Not the id in the account files: somebody's own account has another. */
const OWN = '210987654321';
const OWN_ACCOUNT = `id: '${OWN}'\nusers:\n  - { name: somebody, accessKeys: 1 }\n`;

let aws: ServedSandbox;
let home: string;

beforeAll(async () => {
  const { account } = readAccount(OWN_ACCOUNT, 'own.yaml');
  if (!account) throw new Error('The account of the test cannot be read.');
  aws = await serveSandbox({ account, seed: 'live', listen: 0 });
  home = mkdtempSync(join(tmpdir(), 'live-test-'));
  writeFileSync(join(home, 'ca.pem'), aws.certificate);
});

afterAll(async () => {
  await aws.close();
  rmSync(home, { recursive: true });
});

type Variables = Record<string, string | undefined>;

/** A machine from which AWS, played by the sandbox, is reached through a proxy. */
const machine = (): Variables => ({
  ...Object.fromEntries(
    Object.keys(process.env)
      .filter((name) => name.startsWith('AWS_') || /_proxy$/i.test(name))
      .map((name) => [name, undefined]),
  ),
  HOME: home,
  AWS_EC2_METADATA_DISABLED: 'true',
  HTTPS_PROXY: aws.url,
  AWS_CA_BUNDLE: join(home, 'ca.pem'),
});

/** An AWS that takes everybody for the root user. */
async function pretendRoot() {
  const authority = await createAuthority(new Date());
  const bundle = join(home, 'root.pem');
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
  mkdirSync(join(home, '.aws'), { recursive: true });
  writeFileSync(join(home, '.aws/config'), text);
  onTestFinished(() => rmSync(join(home, '.aws'), { recursive: true }));
}

const secrets = new Set<string>();

function key(): Variables {
  const { accessKeyId = '', secretAccessKey = '' } = aws.readerKey ?? {};
  secrets.add(secretAccessKey);
  return { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey };
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
  const run = await tejun([...LIVE, ...args], project, { ...machine(), ...env });
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
      const env = await session();
      const { exitCode, stdout } = await live(['--account-id', OWN, '--report', report, 'telling'], env);
      expect(stdout).not.toContain(OWN);
      expect(stdout).not.toContain(env.AWS_ACCESS_KEY_ID);
      expect(stdout).toContain('arn:aws:iam::123456789012:user/somebody');
      const showsAll = ['default', 'github'].includes(report);
      expect(stdout.includes('it printed the placeholder RecordedSecret')).toBe(showsAll);
      expect(exitCode).toBe(1);
    },
  );

  test.each(['SIGINT', 'SIGTERM'] as const)('%s ends a wait, and clean-up is still run', async (signal) => {
    const args = [join(projectRoot, 'bin/tejun.js'), ...LIVE, '--account-id', OWN, 'waiting'];
    const run = spawn(process.execPath, args, {
      cwd: project,
      env: { ...process.env, ...machine(), ...key() },
    });
    let printed = '';
    for (const stream of [run.stdout, run.stderr]) stream.on('data', (text) => (printed += text));
    const interrupt = (): void => {
      if (!/waiting {2}docs\/waiting\/page\.mdx:16: \d/.test(printed)) return;
      run.stderr.off('data', interrupt);
      run.kill(signal);
    };
    run.stderr.on('data', interrupt);
    const tooLate = setTimeout(() => run.kill('SIGKILL'), 50_000);
    const [exitCode] = await once(run, 'close');
    clearTimeout(tooLate);
    expect(printed).toContain('Stopping: only clean-up is still run.');
    expect(printed).toContain('the run was interrupted');
    expect(printed).toContain('✓ ja  waiting/clean-up');
    expect(existsSync(join(project, '.tejun-live'))).toBe(false);
    expect(exitCode).toBe(1);
    // Homes are removed by a process of their own.
    await vi.waitFor(() => expect(homesWith(aws.readerKey?.secretAccessKey ?? '')).toEqual([]), 20_000);
  });
});

/** Homes of runs, also of others that go on at the same time, in which a key stands. */
function homesWith(secret: string): string[] {
  return ['/dev/shm', tmpdir()]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name, 'home/.aws/credentials')))
    .filter((file) => existsSync(file) && readFileSync(file, 'utf8').includes(secret));
}
