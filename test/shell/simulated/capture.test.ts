import { expect, it } from 'vitest';
import { Capture } from '../../../src/shell/simulated/capture.ts';
import { ClockedFs } from '../../../src/shell/simulated/clocked-fs.ts';
import { openShell } from '../simulated.ts';

const NOT_THERE = "ls: cannot access 'nowhere': No such file or directory\n";

it.each([
  ['echo a; echo b', ['a\n', 'b\n']],
  ['for I in 1 2 3; do echo "${I}"; sleep 1; done', ['1\n', '2\n', '3\n']],
  ['for ((I = 1; I < 3; I++)); do echo "${I}"; done', ['1\n', '2\n']],
  ['I=0; until [ "${I}" = 2 ]; do I=$((I + 1)); printf "${I}"; done', ['1', '2']],
  ['for I in 1 2; do for J in a b; do echo "${I}${J}"; done; done', ['1a\n', '1b\n', '2a\n', '2b\n']],
  ['while :; do echo 手順; ls nowhere; break; done', ['手順\n', NOT_THERE]],
  ['for I in 1 2 3; do [ "${I}" = 2 ] && continue; echo "${I}"; done', ['1\n', '3\n']],
  ['f() { for I in 1 2; do echo "${I}"; return 3; done; }; f; echo "$?"', ['1\n', '3\n']],
  ['cd /; cat < nowhere', ['bash: nowhere: No such file or directory\n']],
  // Output that goes elsewhere is printed at its end, or not at all.
  ['for I in 1 2; do echo "${I}"; done | tail -1', ['2\n']],
  ['for I in 1 2; do echo "${I}"; done > file; cat file', ['1\n2\n']],
])('what %j prints is heard as it comes', async (script, texts) => {
  const heard: string[] = [];
  const { stdout, stderr, pieces } = await openShell({ printed: (text) => heard.push(text) }).run(script);
  expect(heard).toEqual(texts);
  const whole = pieces ? pieces.map(({ text }) => text).join('') : stdout + stderr;
  expect(whole).toBe(texts.join(''));
});

it('a loop ends as it would without being heard', async () => {
  const shell = openShell();
  expect(await shell.run('set -e; for I in 1 2; do echo "${I}"; false; done; echo never')).toMatchObject({
    stdout: '1\n',
    exitCode: 1,
    ended: true,
  });
  expect(await shell.run('for I in 1 2; do (exit 4); done')).toMatchObject({ stdout: '', exitCode: 4 });
});

it('a character that comes in parts is heard once it is whole, or at the end of the run', async () => {
  const files = new ClockedFs({ home: '/home/me', cwd: '/home/me', files: {}, account: () => new Date(0) });
  const heard: string[] = [];
  const capture = new Capture(files, ({ text }) => heard.push(text));
  for (const part of ['\xe6', '\x89', '\x8b', '\xe6'])
    await files.appendFile('/dev/.run/stdout', part, 'binary');
  expect(heard).toEqual(['手']);
  expect(capture.take()).toEqual([{ stream: 'stdout', text: '手\ufffd' }]);
  expect(capture.take()).toEqual([]);
});
