import { expect, test } from 'vitest';
import { readWords } from '../../../src/session/completion/command-words.ts';
import { completeFiles } from '../../../src/session/completion/complete-files.ts';
import type { SessionView } from '../../../src/shell/index.ts';

const FOLDERS: Record<string, string[]> = {
  '/work/': ['notes.txt', 'new folder/', '.hidden', "it's", 'docs/'],
  '/work/docs/': ['a.json'],
  '/home/me/': ['.aws/', 'in-home'],
  '/etc/': ['passwd'],
};

const view = {
  host: () => ({ env: { HOME: '/home/me', DIR: '/etc' }, cwd: '/work' }),
  list: async (folder: string) =>
    (FOLDERS[folder] ?? []).map((name) => ({ name: name.replace('/', ''), isFolder: name.endsWith('/') })),
} as unknown as SessionView;

test.each([
  ['cat no', ['notes.txt']],
  ['cat n', ['notes.txt', 'new\\ folder/']],
  ['cat ', ['notes.txt', 'new\\ folder/', "it\\'s", 'docs/']],
  ['cat .', ['.hidden']],
  ['cd n', ['new\\ folder/']],
  ['cat docs/', ['docs/a.json']],
  ['cat missing/', []],
  ['aws x --policy file://docs/a', ['file://docs/a.json']],
  ['cat ~/in', ['~/in-home']],
  ['cat /etc/pa', ['/etc/passwd']],
  ["cat 'it", ["'it'\\''s'"]],
  ['cat "new', ['"new folder/']],
  ['cat "it', ['"it\'s"']],
])('"%s" may go on with %j', async (line, candidates) => {
  expect(await completeFiles(readWords(line), view)).toEqual(candidates);
});

test('a variable stands for its folder, and stays as it was written', async () => {
  const words = { before: ['cat'], word: '$DIR/pa', from: 4, quote: '' } as const;
  expect(await completeFiles(words, view)).toEqual(['$DIR/passwd']);
});
