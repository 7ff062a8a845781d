import { expect, it } from 'vitest';
import { homeFilesOf } from '../../src/session/home-files.ts';
import type { SessionView } from '../../src/shell/index.ts';

function viewOf(cwd: string, folders: Readonly<Record<string, readonly string[]>>) {
  return {
    host: () => ({ env: { HOME: '/home/u' }, cwd }) as unknown as ReturnType<SessionView['host']>,
    list: async (folder: string) =>
      (folders[folder] ?? []).map((name) => ({ name: name.replace('/', ''), isFolder: name.endsWith('/') })),
  };
}

it('lists the files of the home and of the working directory, each once', async () => {
  const folders = {
    '/home/u': ['environment/', '.aws/', 'a.txt'],
    '/home/u/.aws': ['credentials'],
    '/home/u/environment': ['policy.json'],
    '/tmp/x': ['b'],
  };
  expect(await homeFilesOf(viewOf('/home/u/environment', folders))).toEqual({
    home: '/home/u',
    cwd: '/home/u/environment',
    paths: ['/home/u/.aws/credentials', '/home/u/a.txt', '/home/u/environment/policy.json'],
  });
  expect((await homeFilesOf(viewOf('/tmp/x', folders))).paths).toContain('/tmp/x/b');
  // Not all of a machine.
  expect((await homeFilesOf(viewOf('/', { ...folders, '/': ['bin/'], '/bin': ['ls'] }))).paths).not.toContain(
    '/bin/ls',
  );
});

it('ends in a home of very many files', async () => {
  const many = Array.from({ length: 5_000 }, (_, index) => `${index}`);
  expect((await homeFilesOf(viewOf('/home/u', { '/home/u': many }))).paths).toHaveLength(300);
});
