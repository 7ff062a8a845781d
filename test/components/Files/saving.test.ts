import { describe, expect, it } from 'vitest';
import { expandHome, savingScript, shownPath } from '../../../src/components/Files/saving.ts';
import { openShell } from '../../shell/simulated.ts';

const places = { home: '/home/ec2-user', cwd: '/home/ec2-user/environment' };

describe('paths', () => {
  it.each([
    ['policy.json', '/home/ec2-user/environment/policy.json'],
    ['app/a.json', '/home/ec2-user/environment/app/a.json'],
    ['~/.aws/config', '/home/ec2-user/.aws/config'],
    ['/tmp/x', '/tmp/x'],
  ])('%s is %s', (shown, path) => {
    expect(expandHome(shown, places)).toBe(path);
    expect(shownPath(path, places)).toBe(shown);
  });
});

describe('savingScript', () => {
  it.each([
    ['policy.json', '{\n  "a": "$HOME `x` \\\\"\n}\n'],
    ['app/new/a.json', '{}\n'],
    ['~/.aws/notes', 'EOF\n手順\n'],
    ['empty.json', ''],
    ['/tmp/x', 'a\n\n'],
  ])('writes %s as it stands', async (name, content) => {
    const shell = openShell();
    expect(await shell.run(savingScript(name, content) ?? '')).toMatchObject({ exitCode: 0, stderr: '' });
    expect((await shell.run(`cat ${name}`)).stdout).toBe(content);
  });

  it.each(['', 'a b', '../x', 'a;rm -r x', '$(x)', "it's", '~root/x', 'a/', '-rf'])(
    'refuses the name %j',
    (name) => {
      expect(savingScript(name, '')).toBeUndefined();
    },
  );
});
