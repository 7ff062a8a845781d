import { Bash } from 'just-bash';
import * as browser from 'just-bash/browser';
import { expect, test, vi } from 'vitest';
import { openShell } from './simulated.ts';

// A bundler for the browser resolves `just-bash` to this.
vi.mock('just-bash', () => import('just-bash/browser'));

test('the session runs on the entry that browsers get', async () => {
  expect(Bash).toBe(browser.Bash);
  const shell = openShell();
  await shell.run('export X=1; f() { echo "f $X"; }; mkdir d; echo "{\\"a\\": [1, 2]}" > d/j');
  expect((await shell.run('while :; do :; done')).stopped).toMatch('too many iterations');
  expect(
    await shell.run('f; printenv X; jq -c .a d/j; ls -l d; date -Iminutes; cat d/j | sed s/a/b/ | wc -c'),
  ).toEqual({
    stdout:
      'f 1\n1\n[1,2]\ntotal 4\n-rw-r--r-- 1 ec2-user ec2-user 14 Jan  5 12:00 j\n2026-01-05T12:00+00:00\n14\n',
    stderr: '',
    exitCode: 0,
  });
  await shell.close();
});
