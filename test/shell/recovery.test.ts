import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Shell } from '../../src/shell/index.ts';
import { KNOWN, teach } from './shell-memory.ts';
import { openShell } from './simulated.ts';

let shell: Shell;
beforeEach(() => {
  shell = openShell();
});
afterEach(() => shell.close());

describe('a stopped run', () => {
  const runaways: [name: string, script: string, reason: RegExp][] = [
    ['a busy loop', 'while :; do :; done', /too many iterations/],
    ['nested loops', 'for ((;;)); do for ((;;)); do :; done; done', /too many iterations/],
    ['many commands', 'while :; do :; :; :; :; done', /50000 commands/],
    ['recursion', 'g() { g; }; g', /recursion depth/],
    ['a fork bomb', ':() { :|:& }; :', /recursion depth/],
    ['doubling a string', 'x=ab; while :; do x=$x$x; done', /string length/],
    ['a brace expansion', 'echo {1..100000000}', /brace/],
    ['a wide number', 'printf "%0999999999d" 1', /width|length/],
    ['filling the disk', 'echo abc > f; while :; do cat f f > g; cat g g > f; done', /size|limit/],
    ['sourcing itself', 'echo ". ./self" > self; . ./self', /depth|nesting/],
    ['too much output', 'x=$(printf "%01000000d" 1); while :; do echo $x; done', /output|length/],
  ];

  test.each(runaways)('%s says why, and takes nothing with it', async (_name, script, reason) => {
    await teach(shell);
    const output = await shell.run(script);
    expect(output.stopped).toMatch(reason);
    expect(output.exitCode).not.toBe(0);
    expect(output.ended).toBeUndefined();
    const known = await shell.run(KNOWN);
    expect(known).toEqual({
      stdout: '1|2||2|/home/ec2-user/environment/deep|f 1|y z|v w|q r\nalias\nfile\n',
      stderr: '',
      exitCode: 0,
    });
  });

  test.each([
    "awk 'BEGIN { while (1) {} }'",
    'sed ":a;ba" <<< x',
    'jq -n "[repeat(1)]"',
    'jq -n "def f: f; f"',
  ])('not needed for %s, which fails by itself', async (script) => {
    expect(await shell.run(script)).toMatchObject({
      stdout: '',
      exitCode: expect.toSatisfy((code) => code > 0),
    });
    expect(await shell.run('echo after')).toEqual({ stdout: 'after\n', stderr: '', exitCode: 0 });
  });

  const MOST_BYTES = 64 * 1024 * 1024;

  test.each([
    ['an output without end', 'yes > f'],
    ['an output without end, four times', 'yes | tee a b c > f'],
    ['an output without end in a variable', 'x=$(yes); echo ${#x} > f'],
    ['a device without end', 'cat /dev/zero > f; cat /dev/urandom >> f; base64 /dev/zero >> f'],
    [
      'a device without end, read whole',
      'sort /dev/zero > f; sha256sum /dev/zero; wc -c /dev/zero; cmp /dev/zero /dev/zero',
    ],
    ['a block of 100 GB', 'dd if=/dev/zero of=f bs=100G count=1; dd if=/dev/zero of=f'],
    [
      'a file of a terabyte',
      'truncate -s 1000000000000 f; fallocate -l 1000000000000 f; head -c 100G /dev/zero > f',
    ],
    ['gigabytes of random bytes', 'openssl rand 2000000000 > f'],
    ['a text that awk doubles', `awk 'BEGIN { s = "xxxxxxxx"; while (1) s = s s }'`],
    ['a width in awk', `awk 'BEGIN { printf "%999999999d", 1 }'`],
    ['a list of jq', `jq -n '[range(1000000000)]'`],
    ['a text of jq', `jq -n '"x" * 1000000000'; jq -n 'reduce range(100) as $i ("x"; . + .)'`],
    [
      'lists of jq in one another',
      `jq -n 'def f: [f]; f'; jq -n 'reduce range(100000) as $i (null; [.])' > f`,
    ],
    ['parentheses in one another', `${'('.repeat(3_000)}echo x${')'.repeat(3_000)}`],
    ['substitutions in one another', `echo ${'$('.repeat(1_500)}echo x${')'.repeat(1_500)}`],
    ['a function that evaluates itself', 'f() { eval "f; f"; }; f'],
    ['a replacement that grows', 'x=aaaaaaaaaaaaaaaa; while :; do x=${x//a/$x}; done'],
    ['an index without bounds', 'a[99999999999]=1; echo ${#a[@]}'],
    [
      'patterns of names',
      'mkdir -p {a,b,c}/{a,b,c}/{a,b,c}; shopt -s globstar; echo **/**/**/**/**/**/**/** > f',
    ],
    ['a wait of thirty years', 'sleep 1000000000'],
  ])('is not needed for %s: it is bounded, and the shell goes on', async (_name, script) => {
    const output = await shell.run(script);
    expect(output.stdout.length + output.stderr.length).toBeLessThan(1024 * 1024);
    expect(output.ended).toBeUndefined();
    const { stdout } = await shell.run('wc -c < f 2>/dev/null; echo after');
    expect(stdout).toMatch(/after\n$/);
    expect(Number.parseInt(stdout, 10) || 0).toBeLessThanOrEqual(3 * MOST_BYTES);
  });

  test('by its time-out keeps what it printed so far', async () => {
    const output = await shell.run('echo before; while :; do sleep 1; done', { timeoutMs: 30 });
    expect(output).toMatchObject({ stdout: 'before\n', stderr: '', exitCode: 124 });
    expect(output.stopped).toMatch('30 ms');
    expect(await shell.run('echo after')).toEqual({ stdout: 'after\n', stderr: '', exitCode: 0 });
  });

  test('that prints without end is cut', async () => {
    const output = await shell.run('x=$(printf "%01000000d" 1); for i in {1..9}; do echo $x; done');
    expect(output.stopped).toMatch('4 MiB');
    expect(output.stdout).toHaveLength(4 * 1024 * 1024);
    expect((await shell.run('echo ${#x}')).stdout).toBe('1000000\n');
  });
});

describe('a run that leaves the shell', () => {
  // Promised of the simulated shell alone; the rest is in the contract.
  test('set -n: files, exported variables and the directory stay', async () => {
    await teach(shell);
    expect(await shell.run('set -n')).toEqual({ stdout: '', stderr: '', exitCode: 0, ended: true });
    const known = await shell.run('echo "$PLAIN|$SHOWN|$PWD"; cat kept');
    expect(known.stdout).toBe('|2|/home/ec2-user/environment/deep\nfile\n');
  });

  test('keeps what it printed', async () => {
    expect(await shell.run('echo out; echo err >&2; exit 3')).toEqual({
      stdout: 'out\n',
      stderr: 'err\n',
      exitCode: 3,
      ended: true,
    });
  });

  test('not by an exit in a subshell', async () => {
    expect(await shell.run('(exit 3)')).toEqual({ stdout: '', stderr: '', exitCode: 3 });
    expect((await shell.run('echo $?')).stdout).toBe('3\n');
  });
});

describe('syntax errors', () => {
  test.each([
    ['echo "open', 'bash: line 1: unexpected EOF while looking for matching `"\'\n'],
    ['if true; then\n  echo x', 'bash: line 3: syntax error: unexpected end of file\n'],
    ['echo a\nfor i in 1; do :; done; done', "bash: line 2: syntax error near unexpected token `done'\n"],
    ['cat << END\nabc', "bash: line 2: syntax error: here-document is not closed: no line reads `END'\n"],
    ['x=$(cat << END\nabc\n)', /here-document|unexpected/],
  ])('%j', async (script, message) => {
    await teach(shell);
    const output = await shell.run(`${script}`);
    expect(output).toMatchObject({ stdout: '', exitCode: 2 });
    expect(output.ended).toBeUndefined();
    expect(output.stderr).toMatch(message);
    expect((await shell.run('echo $PLAIN; f')).stdout).toBe('1\nf 1\n');
  });
});

describe('a session', () => {
  test('goes on for thousands of runs', async () => {
    for (let run = 0; run < 2000; run += 1) await shell.run('N=$((N + 1))');
    expect((await shell.run('echo $N')).stdout).toBe('2000\n');
  });

  test('is renewed before its output adds up to a limit', async () => {
    await teach(shell);
    for (let run = 0; run < 12; run += 1) {
      expect((await shell.run('printf "%03000000d" 1')).stopped).toBeUndefined();
    }
    expect((await shell.run(KNOWN)).stdout).toMatch('|f 1|y z|v w|q r\nalias\nfile\n');
  });

  test('runs one script at a time, in their order', async () => {
    const outputs = await Promise.all([1, 2, 3].map((n) => shell.run(`sleep 1; X+=${n}; echo $X`)));
    expect(outputs.map((output) => output.stdout)).toEqual(['1\n', '12\n', '123\n']);
  });

  test('answers after its end', async () => {
    await shell.run('X=1');
    await shell.close();
    expect(await shell.run('echo $X')).toMatchObject({ stdout: '', stopped: 'the session is closed' });
    await shell.close();
  });

  test('does not wait for input', async () => {
    expect(await shell.run('read -r X; cat; echo "[$X]"')).toEqual({
      stdout: '[]\n',
      stderr: '',
      exitCode: 0,
    });
  });

  test('waits for nothing in the background', async () => {
    expect((await shell.run('sleep 100 & echo now; wait')).stdout).toBe('now\n');
  });

  test.each(['', '\n', '# only a comment', '   '])('takes %j', async (script) => {
    expect(await shell.run(script)).toEqual({ stdout: '', stderr: '', exitCode: 0 });
  });
});
