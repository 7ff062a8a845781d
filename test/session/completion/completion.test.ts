import { describe, expect, it } from 'vitest';
import { completeAws } from '../../../src/aws/cli/index.ts';
import { completeLine } from '../../../src/session/completion/index.ts';
import type { SessionView } from '../../../src/shell/index.ts';

const folders: Record<string, readonly { name: string; isFolder: boolean }[]> = {
  '/home/me': [
    { name: '.aws', isFolder: true },
    { name: 'a b.txt', isFolder: false },
    { name: 'docs', isFolder: true },
    { name: 'data.json', isFolder: false },
  ],
  '/home/me/docs/': [{ name: '手順.md', isFolder: false }],
};
const view: SessionView = {
  effectiveConfig: async () => ({ profile: 'default', region: undefined, credentials: { kind: 'none' } }),
  host: () => ({
    ...{ env: { HOME: '/home/me', DIR: '/home/me/docs' }, cwd: '/home/me' },
    readFile: async () => undefined,
    transport: () => Promise.reject(new Error('no request')),
    now: () => new Date(0),
  }),
  variables: () => ['DIR', 'DIR_HANDSON', 'HOME'],
  commands: () => ['aws', 'cat', 'cd', 'chmod', 'ls'],
  list: async (folder) => folders[folder] ?? folders[folder.replace(/\/$/, '')] ?? [],
};
const complete = (line: string, cursor = line.length) =>
  completeLine(line, cursor, view, (words) => completeAws(words, view.host()));

describe('completion of a line', () => {
  it.each([
    ['c', ['cat', 'cd', 'chmod'], 0],
    ['ls; c', ['cat', 'cd', 'chmod'], 4],
    ['echo $(aw', ['aws'], 7],
    ['echo "$(aw', ['aws'], 8],
    ['A=1 aw', ['aws'], 4],
    ['if aw', ['aws'], 3],
    ['echo $DI', ['$DIR', '$DIR_HANDSON'], 5],
    ['echo "${DIR_', ['${DIR_HANDSON}'], 6],
    ["echo '$DI", [], 5],
    ['aws st', ['sts'], 4],
    ['AWS_PROFILE=x aws sts get-c', ['get-caller-identity'], 22],
    ['aws sts \\\n get-c', ['get-caller-identity'], 11],
    ['ls | aws sts get-c', ['get-caller-identity'], 13],
    ['cat d', ['docs/', 'data.json'], 4],
    ['cat a', ['a\\ b.txt'], 4],
    ['cat "a', ['"a b.txt"'], 4],
    ["cat 'a", ["'a b.txt'"], 4],
    ['cat a\\ ', ['a\\ b.txt'], 4],
    ['cat ', ['a\\ b.txt', 'docs/', 'data.json'], 4],
    ['cat .', ['.aws/'], 4],
    ['cd d', ['docs/'], 3],
    ['cat docs/', ['docs/手順.md'], 4],
    ['cat ~/d', ['~/docs/', '~/data.json'], 4],
    ['cat < d', ['docs/', 'data.json'], 6],
    ['aws s3 cp da', ['data.json'], 10],
    ['aws iam create-role --assume-role-policy-document file://da', ['file://data.json'], 50],
  ] as [string, string[], number][])('%j', async (line, candidates, from) => {
    expect(await complete(line)).toEqual({ candidates, from });
  });

  it('heeds only what stands before the cursor', async () => {
    expect(await complete('ca docs', 2)).toEqual({ candidates: ['cat'], from: 0 });
  });
});
