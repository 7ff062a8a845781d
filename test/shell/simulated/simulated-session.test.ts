import { describe, expect, it } from 'vitest';
import { createSimulatedShell } from '../../../src/shell/index.ts';
import { environment, HOME, WORKING_DIRECTORY } from '../recorded.ts';

const NOON = new Date('2026-01-05T12:00:00Z');
const open = () =>
  createSimulatedShell({
    home: HOME,
    cwd: WORKING_DIRECTORY,
    files: { [`${HOME}/.aws/credentials`]: '[default]\n' },
    env: environment,
    transport: () => Promise.reject(new Error('no request is expected here')),
    wall: () => NOON,
    account: () => NOON,
  });

describe('what stands around the prompt', () => {
  it('is there before anything has run', () => {
    const { view } = open();
    expect(view.host()).toMatchObject({ cwd: WORKING_DIRECTORY, env: { HOME } });
    expect(view.variables()).toContain('HOME');
  });

  it('is as the last run left it', async () => {
    const { run, view } = bound(open());
    await run('A=1; export B=2; C=(x y); f() { :; }; mkdir -p sub/deep; echo x > "sub/a b"; cd sub');
    expect(view.host()).toMatchObject({ cwd: `${WORKING_DIRECTORY}/sub`, env: { B: '2' } });
    expect(view.host().env).not.toHaveProperty('A');
    expect(view.variables()).toEqual(expect.arrayContaining(['A', 'B', 'HOME']));
    expect(view.commands()).toEqual(expect.arrayContaining(['f', 'aws', 'cd', 'grep']));
    expect(await view.list(`${WORKING_DIRECTORY}/sub`)).toEqual([
      { name: 'a b', isFolder: false },
      { name: 'deep', isFolder: true },
    ]);
    await run('export -n B; unset A; cd');
    expect(view.host()).toMatchObject({ cwd: HOME });
    expect(view.host().env).not.toHaveProperty('B');
    expect(view.variables()).not.toContain('A');
  });

  it('has the files of the session', async () => {
    const { view } = open();
    expect(await view.host().readFile(`${HOME}/.aws/credentials`)).toBe('[default]\n');
    expect(await view.host().readFile(`${HOME}/none`)).toBeUndefined();
    expect(await view.list('/nowhere')).toEqual([]);
  });
});

const bound = (shell: ReturnType<typeof open>) => ({
  run: (script: string) => shell.run(script),
  view: shell.view,
});

describe('a script that goes on', () => {
  it.each([
    'echo "a',
    "echo 'a",
    'echo a \\',
    'echo a |',
    'echo a &&',
    'echo a ||',
    'cat << END\nx',
    "cat <<'END'",
    'if true; then',
    'for x in a b',
    'while read -r line; do\n  echo',
    'f() {',
    '{ echo',
    '( cd x',
    'echo $(date',
    'echo `date',
    'case $x in',
    'A=(1 2',
  ])('%j', async (script) => {
    expect(await open().isUnfinished(script)).toBe(true);
  });

  it.each([
    '',
    'echo a',
    'echo a \\\\',
    "echo 'a \\'",
    '# a \\',
    'cat << END\nx\nEND',
    'echo a;',
    'echo a \\|',
    'echo a # |',
    'echo a &',
    'echo )',
    'fi',
    'echo "a" \\\n b',
    'aws sts get-caller-identity',
  ])('is not %j', async (script) => {
    expect(await open().isUnfinished(script)).toBe(false);
  });
});
