import { describe, expect, test } from 'vitest';
import { openShell } from '../../simulated.ts';

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
