import { describe, expect, test } from 'vitest';
import { openShell } from '../../simulated.ts';

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

describe('sleep', () => {
  test("lets no time of the machine pass, and the practice's at once", async () => {
    const passed: number[] = [];
    const { stdout } = await openShell({ elapse: (milliseconds) => passed.push(milliseconds) }).run(
      'sleep 1h 2m .5; echo slept',
    );
    expect(stdout).toBe('slept\n');
    expect(passed).toEqual([3_720_500]);
  });

  test.each([
    ['sleep', "sleep: missing operand\nTry 'sleep --help' for more information.\n"],
    ['sleep soon', 'sleep: invalid time interval ‘soon’\n'],
    ['sleep 1 2x', 'sleep: invalid time interval ‘2x’\n'],
  ])('%s is refused as sleep(1) does', async (script, stderr) => {
    expect(await openShell().run(script)).toEqual({ stdout: '', stderr, exitCode: 1 });
  });
});
