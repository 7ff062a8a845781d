import { expect, test, vi } from 'vitest';
import { status } from '../../../src/cli/i18n/status-command.ts';
import { EN, folderOf } from '../../project/folders.ts';

test.for([
  ['has front matter that is no YAML', '---\ntitle: a: b\n---\n', 'The front matter is not valid YAML'],
  [
    'has an unresolved merge conflict',
    '---\n<<<<<<< HEAD\ntitle: a\n=======\ntitle: b\n>>>>>>> x\n---\n',
    'page.mdx:2:1  Lines up to 6 are an unresolved merge conflict.',
  ],
] as const)(
  'the only translation, which %s, is named, and no advice is given to begin one',
  async ([, text, said]) => {
    const root = folderOf({ 'docs/c/page.mdx': '# Title\n', [`${EN}/c/page.mdx`]: text });
    const stdout = vi.spyOn(console, 'log').mockReturnValue(undefined);
    const stderr = vi.spyOn(console, 'error').mockReturnValue(undefined);
    const exitCode = await status([], { root, cache: false, reporter: 'default' });
    const printed = (stream: typeof stdout) => stream.mock.calls.flat().join('\n');
    const [out, err] = [printed(stdout), printed(stderr)];
    vi.restoreAllMocks();
    expect(err + out).toContain(said);
    expect(out).not.toContain('There is no translation yet');
    expect(exitCode).toBe(2);
  },
);
