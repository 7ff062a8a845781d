import { describe, expect, test, vi } from 'vitest';
import type { Message } from '../../src/aws/wire/message/index.ts';
import { openShell } from './simulated.ts';

/** Returns the output of a script in a session of its own; fails if it writes to stderr. */
async function printedBy(script: string, options?: Parameters<typeof openShell>[0]): Promise<string> {
  const { stdout, stderr } = await openShell(options).run(script);
  expect(stderr).toBe('');
  return stdout;
}

describe('date', () => {
  test.each([
    ['date', 'Mon Jan  5 12:00:00 UTC 2026\n'],
    ['date +%s', '1767614400\n'],
    ['date -u +%Y-%m-%dT%H:%M:%SZ', '2026-01-05T12:00:00Z\n'],
    ['date -Iseconds', '2026-01-05T12:00:00+00:00\n'],
    ['date --iso-8601', '2026-01-05\n'],
    ["date -d '+15 minutes' +%T", '12:15:00\n'],
    ["date --date='15 minutes ago' +%T", '11:45:00\n'],
    ["date -d 'tomorrow' '+%F %T'", '2026-01-06 12:00:00\n'],
    ["date -d 'now + 1 hour - 5 min' +%T", '12:55:00\n'],
    ["date -d '1 month' +%F", '2026-02-05\n'],
    ["date -d '2026-01-05T12:15:00+00:00' +%s", '1767615300\n'],
    ['date +%s.%N; date +%3N', '1767614400.000000000\n000\n'],
    ['TZ=Asia/Tokyo date +%H:%M%:z', '21:00+09:00\n'],
    ['END=$(date -d @1767615300 +%s); echo $(( END - $(date +%s) ))', '900\n'],
  ])('%s', async (script, stdout) => {
    expect(await printedBy(script)).toBe(stdout);
  });

  test('moves with the account', async () => {
    let now = new Date('2026-01-05T12:00:00Z');
    const shell = openShell({ account: () => now });
    expect((await shell.run('date +%T')).stdout).toBe('12:00:00\n');
    now = new Date('2026-01-05T12:15:00Z');
    expect((await shell.run('date +%T; touch f; mkdir -p d/e; echo x > g; ls -ld f d d/e g')).stdout).toBe(
      '12:15:00\ndrwxr-xr-x 2 ec2-user ec2-user 4096 Jan  5 12:15 d\ndrwxr-xr-x 2 ec2-user ec2-user 4096 Jan  5 12:15 d/e\n' +
        '-rw-r--r-- 1 ec2-user ec2-user    0 Jan  5 12:15 f\n-rw-r--r-- 1 ec2-user ec2-user    2 Jan  5 12:15 g\n',
    );
  });

  test.each([
    ['date -d yesterdy', 'date: invalid date ‘yesterdy’\n'],
    ['date -d 2026-02-30', 'date: invalid date ‘2026-02-30’\n'],
    ['date -s 12:00', 'date: cannot set date: Operation not permitted\n'],
  ])('%s fails', async (script, stderr) => {
    expect(await openShell().run(script)).toEqual({ stdout: '', stderr, exitCode: 1 });
  });
});

describe('ls', () => {
  const FILES = 'mkdir d; echo abc > b; : > .hidden; chmod 600 b; ln -s b link; touch d/x';
  test.each([
    ['ls', 'b\nd\nlink\n'],
    ['ls -a', '.\n..\n.hidden\nb\nd\nlink\n'],
    ['ls -Ar', 'link\nd\nb\n.hidden\n'],
    ['ls b d', 'b\n\nd:\nx\n'],
    ['ls -d d b', 'b\nd\n'],
    ['ls -l b', '-rw------- 1 ec2-user ec2-user 4 Jan  5 12:00 b\n'],
    [
      'ls -l',
      'total 8\n-rw------- 1 ec2-user ec2-user    4 Jan  5 12:00 b\n' +
        'drwxr-xr-x 2 ec2-user ec2-user 4096 Jan  5 12:00 d\nlrwxrwxrwx 1 ec2-user ec2-user    1 Jan  5 12:00 link -> b\n',
    ],
    ['touch -d 2020-01-02 b; ls -lt b', '-rw------- 1 ec2-user ec2-user 4 Jan  2  2020 b\n'],
    ['ls nothing b', 'b\n'],
  ])('%s', async (script, stdout) => {
    expect((await openShell().run(`${FILES}; ${script}`)).stdout).toBe(stdout);
  });
});

describe('small ones', () => {
  test.each([
    ['umask; umask 077; umask; umask -S', '0022\n0077\nu=rwx,g=,o=\n'],
    [
      'mktemp; mktemp -d; ls -d /tmp/*',
      '/tmp/tmp.0000000001\n/tmp/tmp.0000000002\n/tmp/tmp.0000000001\n/tmp/tmp.0000000002\n',
    ],
    ['cd "$(mktemp -d)"; F=$(mktemp key-XXXX.pem); stat -c "%a %n" "$F"', '600 key-0002.pem\n'],
    [
      'id; id -u; uname; uname -m',
      'uid=1000(ec2-user) gid=1000(ec2-user) groups=1000(ec2-user)\n1000\nLinux\nx86_64\n',
    ],
    ['printf "a b\\nc" | xargs -n1 echo -', '- a\n- b\n- c\n'],
    ['printf "a\\nb\\n" | xargs -I{} echo "<{}>"', '<a>\n<b>\n'],
    [
      'export X=1; find . -maxdepth 0 -exec printenv X \\;; timeout 5 printenv X; echo | xargs printenv X',
      '1\n1\n',
    ],
    ['export X=1; echo a | xargs env | grep -c ^X=', '0\n'],
    ['env A=1 bash -c \'echo "$A"\'; env -u HOME bash -c \'echo "[$HOME]"\'', '1\n[/]\n'],
    ['time -p true 2>/dev/null; sleep 1h 2m; echo slept', 'slept\n'],
  ])('%s', async (script, stdout) => {
    const output = await openShell().run(script);
    expect(output.stdout).toBe(stdout);
  });

  test.each([
    ['uuidgen', 127, /uuidgen: not in the simulated shell/],
    ['vi file', 127, /no terminal; .*cat << END/],
    ['sleep soon', 1, /invalid time interval ‘soon’/],
    ['umask rwx', 1, /octal number out of range/],
    ['mktemp --suffix=x', 1, /this shell knows/],
    ['env --split-string=x', 125, /knows -i and -u NAME/],
    ['env no_such_command', 127, /no_such_command: command not found/],
  ])('%s says what is wrong', async (script, exitCode, stderr) => {
    const output = await openShell().run(script);
    expect(output).toMatchObject({ stdout: '', exitCode });
    expect(output.stderr).toMatch(stderr);
  });
});

describe('aws', () => {
  const key = 'aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = example\n';
  const files = {
    '/home/ec2-user/.aws/credentials': `[default]\n${key}`,
    '/home/ec2-user/other.ini': `[other]\n${key}`,
  };
  const answer =
    '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>' +
    '<Arn>arn:aws:iam::123456789012:user/handson</Arn><UserId>AIDAEXAMPLE</UserId><Account>123456789012</Account>' +
    '</GetCallerIdentityResult></GetCallerIdentityResponse>';
  const transport = vi.fn(
    async (_message: Message) => new Response(answer, { headers: { 'content-type': 'text/xml' } }),
  );
  const open = () =>
    openShell({ files, transport, env: { HOME: '/home/ec2-user', AWS_DEFAULT_REGION: 'ap-northeast-1' } });
  const ACCOUNT = 'aws sts get-caller-identity --query Account --output text';

  test("is signed at the machine's time, with the key of the home", async () => {
    transport.mockClear();
    const output = await open().run(ACCOUNT);
    expect(output).toEqual({ stdout: '123456789012\n', stderr: '', exitCode: 0 });
    const request = transport.mock.calls[0]?.[0];
    expect(request?.headers.get('x-amz-date')).toBe('20260105T120000Z');
    expect(request?.headers.get('authorization')).toMatch('Credential=AKIAIOSFODNN7EXAMPLE/20260105/');
  });

  test('sees exported variables only', async () => {
    const shell = open();
    expect((await shell.run(`AWS_PROFILE=nobody; ${ACCOUNT}`)).exitCode).toBe(0);
    expect((await shell.run(`export AWS_PROFILE; ${ACCOUNT}`)).stderr).toMatch('nobody');
    expect((await shell.run(`export -n AWS_PROFILE; ${ACCOUNT}; echo $AWS_PROFILE`)).stdout).toBe(
      '123456789012\nnobody\n',
    );
    expect((await shell.run(`AWS_PROFILE=somebody ${ACCOUNT}`)).stderr).toMatch('somebody');
    expect((await shell.run(`env AWS_PROFILE=anybody ${ACCOUNT}`)).stderr).toMatch('anybody');
    expect((await shell.run(`bash -c '${ACCOUNT}'`)).stdout).toBe('123456789012\n');
  });

  test('reads the files of the session', async () => {
    const script = `export AWS_SHARED_CREDENTIALS_FILE=~/other.ini; ${ACCOUNT}; export AWS_PROFILE=other; ${ACCOUNT}`;
    const output = await open().run(script);
    expect(output.stdout).toBe('123456789012\n');
    expect(output.stderr).not.toBe('');
  });

  test('in substitutions, pipes and conditions', async () => {
    const script = `ID=$(${ACCOUNT}); echo "<$ID>"; ${ACCOUNT} | wc -c; if ${ACCOUNT} > /dev/null; then echo in; fi`;
    expect(await open().run(script)).toEqual({ stdout: '<123456789012>\n13\nin\n', stderr: '', exitCode: 0 });
  });

  test('that never answers is stopped by the time-out', async () => {
    const shell = openShell({ files, transport: () => new Promise(() => {}) });
    const output = await shell.run(`export KEPT=no; ${ACCOUNT}`, { timeoutMs: 50 });
    expect(output.stopped).toMatch('50 ms');
    expect((await shell.run('echo "[$KEPT]"')).stdout).toBe('[]\n');
  });
});
