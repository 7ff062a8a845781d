import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withAnswers } from '../../src/procedure/index.ts';
import type { Shell } from '../../src/shell/index.ts';
import { openBash } from './bash.ts';
import { confinedOnly, skipsConfined } from './bubblewrap.ts';
import { KNOWN, teach } from './shell-memory.ts';
import { openShell } from './simulated.ts';

/** All shells: each must pass the same tests. */
const shells: readonly [name: string, open: () => Promise<Shell>, skips: boolean][] = [
  ['simulated', async () => openShell(), false],
  ['bash', () => openBash(), false],
  [confinedOnly('bash, confined'), () => openBash({}), skipsConfined],
];

describe.each(shells)('%s', (_name, open, skips) => {
  describe.skipIf(skips)('keeps the contract', () => contract(open));
});

function contract(open: () => Promise<Shell>): void {
  let shell: Shell;
  beforeEach(async () => {
    shell = await open();
  });
  afterEach(() => shell.close());

  const runAll = async (...scripts: string[]) => {
    const outputs = [];
    for (const script of scripts) outputs.push(await shell.run(script));
    return outputs;
  };
  const silent = { stdout: '', stderr: '', exitCode: 0 };

  describe('from run to run', () => {
    test('variables, functions, arrays, aliases, arguments and the directory stay', async () => {
      await teach(shell);
      expect(await shell.run(KNOWN)).toEqual({
        stdout: '1|2||2|/home/ec2-user/environment/deep|f 1|y z|v w|q r\nalias\nfile\n',
        stderr: '',
        exitCode: 0,
      });
    });

    test('what was read from answers', async () => {
      await shell.run(withAnswers("read -p 'Name: ' NAME\nread CODE && cd /", ['Alice B', '123']));
      expect(await shell.run('echo "$NAME $CODE $PWD"')).toMatchObject({ stdout: 'Alice B 123 /\n' });
    });

    test('so do options, open files and what is not exported any more', async () => {
      await runAll(
        'set -o pipefail; shopt -s nullglob; exec 3> log',
        'export A=1',
        'export -n A; unset -f f',
      );
      const [status, glob, , log, a] = await runAll(
        'false | true',
        'echo *.none',
        'echo kept >&3',
        'cat log',
        'echo "$A[$(printenv A)]"',
      );
      expect([status?.exitCode, glob?.stdout, log?.stdout, a?.stdout]).toEqual([1, '\n', 'kept\n', '1[]\n']);
    });

    test('the exit code is the next `$?`', async () => {
      const outputs = await runAll('(exit 7)', 'echo $?', 'true', 'echo $?', 'nosuch', 'echo $?');
      expect(outputs.map(({ exitCode }) => exitCode)).toEqual([7, 0, 0, 0, 127, 0]);
      expect(outputs.map(({ stdout }) => stdout)).toEqual(['', '7\n', '', '0\n', '', '127\n']);
    });

    test('so is that of a syntax error, which ends no shell', async () => {
      const outputs = await runAll('echo "', 'echo $?', 'set -e', ')', 'echo $?', 'echo $?');
      expect(outputs.map(({ exitCode }) => exitCode)).toEqual([2, 0, 0, 2, 0, 0]);
      expect([1, 4, 5].map((index) => outputs[index]?.stdout)).toEqual(['2\n', '2\n', '0\n']);
    });

    test('a failure before `set -e` does not end a shell in which it is set', async () => {
      await runAll('set -e', '! true');
      expect(await shell.run('echo still')).toEqual({ ...silent, stdout: 'still\n' });
    });
  });

  describe('a run', () => {
    test('keeps stdout and stderr apart', async () => {
      expect(await shell.run('echo out; echo err >&2; (exit 3)')).toEqual({
        stdout: 'out\n',
        stderr: 'err\n',
        exitCode: 3,
      });
    });

    test('begins in the home that pages know', async () => {
      expect((await shell.run('pwd; echo ~; cd; pwd; ls')).stdout).toBe(
        '/home/ec2-user/environment\n/home/ec2-user\n/home/ec2-user\nenvironment\n',
      );
    });

    test('finds the home where pages write it in full', async () => {
      await shell.run('echo here > /home/ec2-user/environment/f');
      expect((await shell.run('cat ~/environment/f; ls /home/ec2-user/environment/*')).stdout).toBe(
        'here\n/home/ec2-user/environment/f\n',
      );
    });

    test('says errors as a terminal does', async () => {
      expect((await shell.run('nosuch\ncat none\nf() { nosuch; }\nf')).stderr).toBe(
        'bash: nosuch: command not found\ncat: none: No such file or directory\nbash: nosuch: command not found\n',
      );
    });

    test('gets no input', async () => {
      expect(await shell.run('read -r X; cat; echo "[$X]"')).toEqual({ ...silent, stdout: '[]\n' });
    });

    test('waits for nothing in the background', async () => {
      expect((await shell.run('sleep 100 & echo now')).stdout).toBe('now\n');
      expect((await shell.run('echo next')).stdout).toBe('next\n');
    });

    test('knows only the variables that it is given', async () => {
      process.env.AWS_PROFILE = 'of-the-host';
      const { stdout } = await shell.run('env | cut -d= -f1 | sort');
      delete process.env.AWS_PROFILE;
      expect(stdout.split('\n').filter((name) => !/^(_|SHLVL|OLDPWD|PWD|)$/.test(name))).toEqual([
        'HOME',
        'LANG',
        'PATH',
        'TZ',
        'USER',
      ]);
    });

    test('prints any text', async () => {
      expect((await shell.run("printf '%s' 'あ\t\"$x\"`\\\\\r\n👍'")).stdout).toBe('あ\t"$x"`\\\\\r\n👍');
    });

    test('of binary output survives it', async () => {
      const { exitCode, stdout } = await shell.run("printf '\\x00\\xff\\xfe\\x80'; printf end");
      expect({ exitCode, end: stdout.slice(-3) }).toEqual({ exitCode: 0, end: 'end' });
      expect((await shell.run('echo after')).stdout).toBe('after\n');
    });

    test.each(['', '\n', '# only a comment', '   '])('of %j does nothing', async (script) => {
      expect(await shell.run(script)).toEqual(silent);
    });
  });

  describe('a syntax error', () => {
    test.each([
      ['echo "open', 'bash: line 1: unexpected EOF while looking for matching `"\'\n'],
      ['if true; then\n  echo x', 'bash: line 3: syntax error: unexpected end of file\n'],
      ['echo a\nfor i in 1; do :; done; done', "bash: line 2: syntax error near unexpected token `done'\n"],
      ['cat << END\nabc', "bash: line 2: syntax error: here-document is not closed: no line reads `END'\n"],
    ])('in %j is told, and nothing is run', async (script, message) => {
      await teach(shell);
      expect(await shell.run(script)).toEqual({ stdout: '', stderr: message, exitCode: 2 });
      expect((await shell.run('echo $PLAIN; f')).stdout).toBe('1\nf 1\n');
    });
  });

  describe('a run that leaves the shell', () => {
    test.each([
      ['exit 5', 5],
      ['set -e; false; echo never', 1],
    ])('%s: files, exported variables and the directory stay', async (script, exitCode) => {
      await teach(shell);
      expect(await shell.run(script)).toEqual({ stdout: '', stderr: '', exitCode, ended: true });
      const known = await shell.run('echo "$PLAIN|$SHOWN|$PWD|${a[1]}|$2"; f; cat kept; false; echo still');
      expect(known.stdout).toBe('|2|/home/ec2-user/environment/deep||\nfile\nstill\n');
      expect(known.stderr).toBe('bash: f: command not found\n');
    });

    test('leaves unset what was unset', async () => {
      await runAll('unset LANG', 'exit');
      expect((await shell.run('echo "[${LANG-unset}]"')).stdout).toBe('[unset]\n');
    });

    test('keeps what it printed', async () => {
      expect(await shell.run('echo out; echo err >&2; exit 3')).toEqual({
        stdout: 'out\n',
        stderr: 'err\n',
        exitCode: 3,
        ended: true,
      });
    });
  });

  describe('a stopped run', () => {
    test('keeps what it printed, and takes nothing with it', async () => {
      await teach(shell);
      const output = await shell.run('echo before; while :; do sleep 1; done', { timeoutMs: 300 });
      expect(output).toMatchObject({ stdout: 'before\n', stderr: '', exitCode: 124 });
      expect(output.stopped).toMatch('300 ms');
      expect(output.ended).toBeUndefined();
      expect((await shell.run(KNOWN)).stdout).toBe(
        '1|2||2|/home/ec2-user/environment/deep|f 1|y z|v w|q r\nalias\nfile\n',
      );
    });

    test('that prints without end is cut', async () => {
      const output = await shell.run('x=$(printf "%01000000d" 1); for i in {1..9}; do echo $x; done');
      expect(output.stopped).toMatch('4 MiB');
      expect(output.stdout).toHaveLength(4 * 1024 * 1024);
      expect((await shell.run('echo ${#x}')).stdout).toBe('1000000\n');
    });
  });

  describe('a session', () => {
    test('runs one script at a time, in their order', async () => {
      const outputs = await Promise.all([1, 2, 3].map((n) => shell.run(`sleep 0.1; X+=${n}; echo $X`)));
      expect(outputs.map(({ stdout }) => stdout)).toEqual(['1\n', '12\n', '123\n']);
    });

    test('answers after its end', async () => {
      await shell.run('X=1');
      await shell.close();
      expect(await shell.run('echo $X')).toMatchObject({ stdout: '', stopped: 'the session is closed' });
      await shell.close();
    });

    test('shares nothing with another', async () => {
      const other = await open();
      await shell.run('export X=1; echo 1 > f; f() { :; }; umask 077; shopt -s nullglob');
      const { stdout } = await other.run(
        'echo "[$X]"; ls; f 2>/dev/null || echo none; umask; shopt -q nullglob || echo off',
      );
      await other.close();
      expect(stdout).toBe('[]\nnone\n0022\noff\n');
    });
  });
}
