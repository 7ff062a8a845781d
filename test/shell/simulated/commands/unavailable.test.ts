import { describe, expect, test } from 'vitest';
import { openShell } from '../../simulated.ts';

describe('commands that cannot be here', () => {
  test.each([
    ['uuidgen', /uuidgen: not in the simulated shell/],
    ['vi file', /no terminal; .*cat << END/],
    ['wget https://example.com', /no network; only AWS can be reached/],
    ['sudo ls', /leave `sudo` out/],
  ])('%s ends as in bash, with the reason', async (script, reason) => {
    const { stdout, stderr, exitCode } = await openShell().run(script);
    const [name] = script.split(' ');
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 127 });
    expect(stderr).toMatch(`bash: ${name}: command not found\n`);
    expect(stderr).toMatch(reason);
  });

  test('a name that nobody knows is not found, without a reason', async () => {
    expect((await openShell().run('no_such_command')).stderr).toBe(
      'bash: no_such_command: command not found\n',
    );
  });
});
