import { describe, expect, test } from 'vitest';
import { openShell } from '../../simulated.ts';

describe('commands that start others', () => {
  test.each([
    ['printf "a b\\nc" | xargs -n1 echo -', '- a\n- b\n- c\n'],
    ['printf "a\\nb\\n" | xargs -I{} echo "<{}>"', '<a>\n<b>\n'],
    [
      'export X=1; find . -maxdepth 0 -exec printenv X \\;; timeout 5 printenv X; echo | xargs printenv X',
      '1\n1\n',
    ],
    ['export X=1; echo a | xargs env | grep -c ^X=', '0\n'],
    ["bash -c 'export Y=2'; sh -c 'echo \"[$Y]\"'", '[]\n'],
  ])('%s', async (script, stdout) => {
    expect((await openShell().run(script)).stdout).toBe(stdout);
  });

  test('find quotes a path that is not there as find(1) does', async () => {
    const { stderr, exitCode } = await openShell().run('find nowhere');
    expect(stderr).toBe('find: ‘nowhere’: No such file or directory\n');
    expect(exitCode).toBe(1);
  });
});
