import { describe, expect, test } from 'vitest';
import { openShell } from '../../simulated.ts';

describe('commands on files', () => {
  test.each([
    ['umask; umask 077; umask; umask -S', '0022\n0077\nu=rwx,g=,o=\n'],
    ['mkdir -p -m 700 a; mkdir -m 0750 b; stat -c %a a b', '700\n750\n'],
    [
      'cd ..; realpath environment ./x; realpath /no/where 2>/dev/null || echo none',
      '/home/ec2-user/environment\n/home/ec2-user/x\nnone\n',
    ],
    ['echo x > f; printf "n\\n" | rm -i f 2>/dev/null; ls; echo y | rm -i f 2>/dev/null; ls', 'f\n'],
  ])('%s', async (script, stdout) => {
    expect((await openShell().run(script)).stdout).toBe(stdout);
  });

  test('rm -i asks for each file by its kind', async () => {
    const { stderr } = await openShell().run(
      ': > empty; echo x > full; printf "y\\ny\\n" | rm -i empty full',
    );
    expect(stderr).toBe("rm: remove regular empty file 'empty'? rm: remove regular file 'full'? ");
  });

  test.each([
    ['umask rwx', 'bash: umask: rwx: octal number out of range\n'],
    ['touch f; mkdir f/g', 'mkdir: cannot create directory ‘f/g’: Not a directory\n'],
    ['touch f; cp f no/where', "cp: cannot create regular file 'no/where': No such file or directory\n"],
    ['touch f; mv f no/where', "mv: cannot move 'f' to 'no/where': No such file or directory\n"],
    ['touch no/f', "touch: cannot touch 'no/f': No such file or directory\n"],
    ['touch f; touch f/g', "touch: cannot touch 'f/g': Not a directory\n"],
    ['touch f; echo x > f/g', 'bash: f/g: Not a directory\n'],
    ['touch f g; cp g f/h', "cp: cannot stat 'f/h': Not a directory\n"],
    ['touch f g; mv g f/h', "mv: cannot stat 'f/h': Not a directory\n"],
    ['realpath', 'realpath: missing operand\n'],
  ])('%s says what is wrong', async (script, stderr) => {
    const output = await openShell().run(script);
    expect(output.stderr).toBe(stderr);
    expect(output.exitCode).toBe(1);
  });
});
