import { describe, expect, test } from 'vitest';
import { openShell } from '../../simulated.ts';

describe('who and where one is', () => {
  test.each([
    ['id', 'uid=1000(ec2-user) gid=1000(ec2-user) groups=1000(ec2-user)\n'],
    ['id -u; id -un', '1000\nec2-user\n'],
    ['whoami; hostname; nproc', 'ec2-user\nlocalhost\n1\n'],
    ['uname; uname -m; uname -sm', 'Linux\nx86_64\nLinux x86_64\n'],
    ['uname -a', 'Linux localhost 6.1.0 #1 SMP x86_64 GNU/Linux\n'],
  ])('%s', async (script, stdout) => {
    expect(await openShell().run(script)).toEqual({ stdout, stderr: '', exitCode: 0 });
  });

  test("takes the name of the session's user", async () => {
    expect((await openShell({ userName: 'alice' }).run('whoami; id -gn')).stdout).toBe('alice\nalice\n');
  });

  test.each([
    ['id -G', /this shell's id knows -u, -g, -un and -gn, not -G/],
    ['uname -p', /this shell's uname knows .* not -p/],
  ])('%s says what is not known here', async (script, stderr) => {
    const output = await openShell().run(script);
    expect(output).toMatchObject({ stdout: '', exitCode: 1 });
    expect(output.stderr).toMatch(stderr);
  });
});
