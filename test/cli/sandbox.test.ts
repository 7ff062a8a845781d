import { type ChildProcess, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { execa } from 'execa';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { projectRoot, tejun } from './tejun.ts';

/** The course whose account is served. */
const ACCOUNT = ['--account', 'sts-session-token'];

interface Running {
  readonly process: ChildProcess;
  readonly variables: Readonly<Record<string, string>>;
  readonly unset: readonly string[];
  readonly stderr: Promise<string>;
}

/** Starts a sandbox as its own process and reads the lines that it prints, up to their end. */
async function start(...args: string[]): Promise<Running> {
  const child = spawn(process.execPath, ['bin/tejun.js', 'sandbox', '--port', '0', ...ACCOUNT, ...args], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill());
  // A test may close it, as a terminal does: whoever asks for it then learns that.
  const stderr = text(child.stderr);
  stderr.catch(() => undefined);
  const lines = (await text(child.stdout)).trim().split('\n');
  const pairs = lines.flatMap((line) => {
    const [, name, value] = /^export (\w+)='([^']*)'$/.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
  const unset = lines.at(-1)?.split(' ') ?? [];
  expect(lines).toHaveLength(pairs.length + 1);
  return { process: child, variables: Object.fromEntries(pairs), unset, stderr };
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('exit', resolve));

describe('what is printed', () => {
  test('lines for a shell, for every client and in no one way around the sandbox', async () => {
    const { variables, unset } = await start();
    const url = variables.TEJUN_SANDBOX_URL;
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(variables).toMatchObject({ HTTPS_PROXY: url, https_proxy: url, HTTP_PROXY: url, http_proxy: url });
    expect(variables).toMatchObject({ NO_PROXY: '', no_proxy: '' });
    expect(Object.keys(variables)).not.toContain('AWS_ACCESS_KEY_ID');
    expect(unset[0]).toBe('unset');
    for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_PROFILE'])
      expect(unset).toContain(name);
  });

  test('files that only their owner can read, gone when the sandbox stops', async () => {
    const { process: child, variables } = await start();
    const files = ['AWS_SHARED_CREDENTIALS_FILE', 'AWS_CONFIG_FILE', 'AWS_CA_BUNDLE'].map(
      (name) => variables[name] ?? '',
    );
    for (const file of files) expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
    const folder = dirname(variables.AWS_CA_BUNDLE ?? '');
    expect((statSync(folder).mode & 0o777).toString(8)).toBe('700');
    expect(readFileSync(files[0] ?? '', 'utf8')).toMatch(/^\[default\]\naws_access_key_id = AKIA/);
    child.kill('SIGTERM');
    expect(await ended(child)).toBe(0);
    expect(existsSync(folder)).toBe(false);
  });

  test('files of a killed sandbox are removed by the next start and by doctor, those of a living one are kept', async () => {
    const temporary = mkdtempSync(join(tmpdir(), 'tejun-killed-sandbox-'));
    onTestFinished(() => rmSync(temporary, { recursive: true, force: true }));
    vi.stubEnv('TMPDIR', temporary);
    vi.stubEnv('XDG_RUNTIME_DIR', temporary);
    onTestFinished(() => void vi.unstubAllEnvs());
    const living = await start();
    const kill = async (): Promise<void> => {
      const { process: child } = await start();
      child.kill('SIGKILL');
      await ended(child);
    };
    const left = (): [homes: number, secrets: number] => [
      readdirSync(temporary).filter((name) => name.startsWith('tejun-sandbox-')).length,
      readdirSync(join(temporary, 'tejun')).length,
    ];
    await kill();
    expect(left()).toEqual([2, 2]);
    await kill();
    expect(left()).toEqual([2, 2]);
    const { stdout } = await tejun(['doctor'], temporary);
    expect(stdout).toContain('2 files or folders of killed sandboxes were removed');
    expect(left()).toEqual([1, 1]);
    expect(existsSync(living.variables.AWS_CA_BUNDLE ?? '')).toBe(true);
    living.process.kill('SIGTERM');
    await ended(living.process);
    expect(left()).toEqual([0, 0]);
  });

  test.each(['SIGINT', 'SIGHUP'] as const)('%s stops it cleanly too', async (signal) => {
    const { process: child, variables, stderr } = await start();
    // A connection that is left open holds nothing up.
    await fetch(variables.TEJUN_SANDBOX_URL ?? '');
    child.kill(signal);
    expect(await ended(child)).toBe(0);
    expect(existsSync(variables.AWS_CA_BUNDLE ?? '')).toBe(false);
    expect(await stderr).not.toMatch(/Error|at /);
  });

  test('signals that go on while it stops take nothing away from that', async () => {
    const { process: child, variables } = await start();
    const impatient = setInterval(() => {
      for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) child.kill(signal);
    }, 1);
    await ended(child);
    clearInterval(impatient);
    expect(existsSync(dirname(variables.AWS_CA_BUNDLE ?? ''))).toBe(false);
  });

  test('a terminal that closes takes the output with it, and leaves no files', async () => {
    const { process: child, variables } = await start();
    child.stderr?.destroy();
    child.kill('SIGHUP');
    expect(await ended(child)).toBe(0);
    expect(existsSync(dirname(variables.AWS_CA_BUNDLE ?? ''))).toBe(false);
  });

  test('the keys follow from the seed', async () => {
    const keyOf = async (...args: string[]) =>
      readFileSync((await start(...args)).variables.AWS_SHARED_CREDENTIALS_FILE ?? '', 'utf8');
    const usual = await keyOf();
    expect(await keyOf()).toBe(usual);
    expect(await keyOf('--seed', 'other')).not.toBe(usual);
  });

  test('eval "$(tejun sandbox &)" leaves the shell ready', async () => {
    const script = `
      eval "$("$NODE" bin/tejun.js sandbox --port 0 ${ACCOUNT.join(' ')} 2>/dev/null &)"
      "$NODE" bin/tejun.js sandbox clock +15m
      kill "$TEJUN_SANDBOX_PID"`;
    const { stdout } = await execa('bash', ['-c', script], {
      cwd: projectRoot,
      env: { NODE: process.execPath },
    });
    expect(stdout).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z \(900 s ahead of this machine\)$/);
  });
});

describe('a command inside', () => {
  const inside = (...command: string[]) =>
    execa(process.execPath, ['bin/tejun.js', 'sandbox', '--port', '0', ...ACCOUNT, '--', ...command], {
      cwd: projectRoot,
      env: { AWS_SECRET_ACCESS_KEY: 'mine', AWS_REGION: 'eu-west-1', KEPT: 'yes' },
      reject: false,
    });

  test('starts in a fresh home, with no variable of AWS that names credentials or a region', async () => {
    const { stdout } = await inside('bash', '-c', 'env; ls -A "$HOME"; cat "$HOME/.aws/credentials"');
    expect(stdout).toContain('KEPT=yes');
    expect(stdout).toMatch(/^aws_access_key_id = AKIA/m);
    const names = [...stdout.matchAll(/^(AWS_\w+)=/gm)].map(([, name]) => name).sort();
    expect(names).toEqual(['AWS_CA_BUNDLE', 'AWS_EC2_METADATA_DISABLED']);
    expect(existsSync(/^HOME=(.*)$/m.exec(stdout)?.[1] ?? '/')).toBe(false);
  });

  test('gives its exit code', async () => {
    expect((await inside('bash', '-c', 'exit 7')).exitCode).toBe(7);
    expect((await inside('bash', '-c', 'kill -9 $$')).exitCode).toBe(137);
  });

  test('that does not exist: exit code 2', async () => {
    const { exitCode, stderr } = await inside('no-such-command');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('no-such-command cannot be run');
  });
});

/** Smallest accounts of two courses. */
const ACCOUNT_OF: Readonly<Record<string, string>> = {
  first: "id: '111111111111'\n",
  'part/second': "id: '222222222222'\n",
};

describe('wrong usage: exit code 2, and what to do', () => {
  test.each([
    [['clokc'], 'no subcommand "clokc"'],
    [['--port', 'many'], 'Write a number from 1 to 65535'],
    [['--port', '65536'], 'Write a number from 1 to 65535'],
    [['--upstream', 'localhost'], "Write the emulator's URL"],
    [['--upstream', 'https://sts.amazonaws.com'], 'That is AWS itself'],
    [['--upstream', 'http://localhost:5000/path'], 'scheme, host and port only'],
    [['--account', 'nowhere.yaml'], 'nowhere.yaml cannot be read'],
    [['clock', '-15m'], 'Time only goes forward: +15m lets it pass.'],
    [['clock', '--forward'], "'--forward' is invalid for argument 'amount'. There is no such option."],
    [['clock', '15'], 'as in +15m'],
    [['--port', '1', 'clock'], 'No sandbox answers at http://127.0.0.1:1'],
  ])('%j', async (args, said) => {
    const run = await tejun(['sandbox', ...args], projectRoot);
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toContain(said);
    expect(run.stderr).not.toMatch(/\n\s+at /);
  });

  test('a port in use', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve()));
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const run = await tejun(['sandbox', '--port', port, ...ACCOUNT], projectRoot);
    expect(run).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `Port ${port} is in use. Choose another with --port, or --port 0 for any that is free.`,
    });
  });

  test('an account file that is wrong is refused with its lines', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tejun-account-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'account.yaml'), 'id: 12\nusers: nobody\n');
    const run = await tejun(['sandbox', '--account', 'account.yaml'], folder);
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toMatch(/account\.yaml:1:\d+.*\n(.*\n)*.*account\.yaml:2:\d+/);
  });

  test('several courses: it asks for one, by its name or its file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tejun-courses-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    for (const course of ['first', 'part/second']) {
      mkdirSync(join(folder, 'docs', course), { recursive: true });
      writeFileSync(join(folder, 'docs', course, '_account.yaml'), ACCOUNT_OF[course] ?? '');
    }
    const inside = async (...args: string[]) =>
      await tejun(['sandbox', '--port', '0', ...args, '--', 'true'], folder);
    expect(await inside()).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'Several courses have an account. Choose one:\n  --account first\n  --account part/second',
    });
    for (const asked of ['part/second', 'docs/part/second/', 'docs/part/second/_account.yaml'])
      expect((await inside('--account', asked)).stderr).toContain(
        'account 222222222222 of docs/part/second/',
      );
    const unknown = await inside('--account', 'third');
    expect(unknown).toMatchObject({ exitCode: 2 });
    expect(unknown.stderr).toMatch(/^third cannot be read: .*\n.*\n {2}--account first\n {2}--account part/);
  });

  test('a folder with no course', async () => {
    const run = await tejun(['sandbox'], tmpdir());
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toContain('--account');
  });
});

describe('tejun sandbox coverage', () => {
  test('counts the operations of each service, and of all', async () => {
    const { exitCode, stdout } = await tejun(['sandbox', 'coverage'], projectRoot);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^sts +\d+ of 12 operations$/m);
    expect(stdout.trim().split('\n').at(-1)).toMatch(/^all +\d+ of \d+ operations$/);
  });

  test('lists the operations of a service', async () => {
    const { stdout } = await tejun(['sandbox', 'coverage', 'sts'], projectRoot);
    expect(stdout).toMatch(/^simulated \(\d+\)\n(?: {2}\w+\n)*? {2}GetSessionToken\n/);
    expect(stdout).toMatch(/^refused \(\d+\)\n {2}\w+/m);
  });

  test('names the services that there are', async () => {
    const { exitCode, stderr } = await tejun(['sandbox', 'coverage', 'glue'], projectRoot);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^The sandbox has no service "glue". It has sts, iam, s3,/);
  });
});
