import { expect, it } from 'vitest';
import { openShell } from '../simulated.ts';

const NOT_THERE = "ls: cannot access 'nowhere': No such file or directory\n";

it.each([
  ['echo a; ls nowhere; echo b', ['a\n', NOT_THERE, 'b\n']],
  ['ls nowhere\necho b', [NOT_THERE, 'b\n']],
  ['printf a; ls nowhere; printf b', ['a', NOT_THERE, 'b']],
  ['for I in 1 2; do echo "${I}"; ls nowhere; done', ['1\n', NOT_THERE, '2\n', NOT_THERE]],
  ['echo a; : ; ls nowhere; true; echo b; exit 3', ['a\n', NOT_THERE, 'b\n']],
  [
    'cd /; echo "${PWD}"; cat < nowhere; echo b',
    ['/\n', 'bash: nowhere: No such file or directory\n', 'b\n'],
  ],
])('what %j prints on two streams is known in its order', async (script, texts) => {
  const { stdout, stderr, pieces } = await openShell().run(script);
  expect(pieces?.map(({ text }) => text)).toEqual(texts);
  const onOne = (wanted: string) =>
    pieces?.map(({ stream, text }) => (stream === wanted ? text : '')).join('');
  expect([stdout, stderr]).toEqual([onOne('stdout'), onOne('stderr')]);
});

it.each([
  'echo a; ls nowhere',
  'echo a',
  'ls nowhere',
  'for I in 1 2; do echo "${I}"; ls nowhere; done | cat',
  'ls nowhere 2>&1; echo b',
])('of %j there is nothing to tell', async (script) => {
  expect(await openShell().run(script)).not.toHaveProperty('pieces');
});

it('is told of each run for itself, and of none that was cut off', async () => {
  const session = openShell();
  await session.run('echo a; ls nowhere; echo b');
  expect(await session.run('ls nowhere; echo c')).toMatchObject({
    pieces: [{ text: NOT_THERE }, { text: 'c\n' }],
  });
  const stopped = await session.run('echo a; ls nowhere; echo b; while :; do :; done');
  expect(stopped).toMatchObject({ stdout: 'a\nb\n', stopped: expect.any(String) });
  expect(stopped).not.toHaveProperty('pieces');
});

it('does not run what stands behind a statement that ends the script', async () => {
  const session = openShell();
  expect(await session.run('set -u; echo "${NOT_SET}"; echo on')).toMatchObject({ stdout: '', exitCode: 1 });
});
