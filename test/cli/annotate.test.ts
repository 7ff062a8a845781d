import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EN, folderOf } from '../project/folders.ts';
import { tejun } from './tejun.ts';

const ON_GITHUB = { GITHUB_ACTIONS: 'true' };
const command = (text: string) => `\`\`\`bash command\n${text}\n\`\`\`\n`;
const annotations = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('::'));

test.each<[title: string, files: Record<string, string>, args: string[], exitCode: number, expected: string]>(
  [
    [
      'a finding of lint',
      { 'docs/c/a.mdx': 'The account 210987654328.\n' },
      ['lint'],
      1,
      'docs/c/a.mdx,line=1,col=13,title=account-id::docs/c/a.mdx:1:13  210987654328 looks like',
    ],
    [
      'a page that lint cannot read',
      { 'docs/c/a.mdx': '```bash\nls\n```\n' },
      ['lint'],
      2,
      'docs/c/a.mdx,line=1,col=1,title=unmarked-fence::docs/c/a.mdx:1:1  This bash fence does not say',
    ],
    [
      'a command that a translation has changed',
      { 'docs/c/a.mdx': command('ls'), [`${EN}/c/a.mdx`]: command('pwd') },
      ['i18n', 'check'],
      1,
      `${EN}/c/a.mdx,line=1,col=1,title=`,
    ],
    [
      'a translation that is no text',
      { 'docs/c/a.mdx': 'A\n', [`${EN}/c/a.mdx`]: 'a\0b' },
      ['i18n', 'check'],
      2,
      `${EN}/c/a.mdx,line=1,col=1,title=not-utf8::`,
    ],
  ],
)('%s is annotated in a pull request, and nowhere else', async (_, files, args, exitCode, expected) => {
  const root = folderOf(files);
  const annotated = await tejun(args, root, ON_GITHUB);
  expect(annotated.exitCode).toBe(exitCode);
  const [first = '', ...more] = annotations(annotated.stdout);
  expect(first.startsWith(`::error file=${join(root, expected)}`), first).toBe(true);
  expect(more).toEqual([]);
  expect(annotations((await tejun(args, root)).stdout)).toEqual([]);
});
