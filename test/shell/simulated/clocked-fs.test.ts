import { describe, expect, test } from 'vitest';
import { ClockedFs } from '../../../src/shell/simulated/clocked-fs.ts';

const NOON = Date.UTC(2026, 0, 5, 12);

function open() {
  let now = NOON;
  const files = new ClockedFs({
    home: '/home/me',
    cwd: '/home/me/work',
    files: { '/home/me/a.txt': 'a' },
    account: () => new Date(now),
  });
  const dateOf = async (path: string) => ((await files.lstat(path)).mtime.getTime() - NOON) / 1_000;
  return { files, dateOf, pass: (seconds: number) => (now += seconds * 1_000) };
}

test('what is there at the start and what is changed later bear the time of the practice', async () => {
  const { files, dateOf, pass } = open();
  expect([await dateOf('/home/me'), await dateOf('/home/me/a.txt')]).toEqual([0, 0]);
  pass(5);
  await files.appendFile('/home/me/a.txt', 'b');
  await files.writeFile('/home/me/b.txt', 'b');
  await files.mkdir('/home/me/x/y', { recursive: true });
  await files.symlink('/home/me/a.txt', '/home/me/link');
  pass(5);
  for (const name of ['a.txt', 'b.txt', 'x', 'x/y', 'link']) expect(await dateOf(`/home/me/${name}`)).toBe(5);
  expect(await dateOf('/home/me/work')).toBe(0);
});

describe('a file needs a folder', () => {
  test.each([
    ['/home/me/none/a', 'ENOENT'],
    ['/home/me/a.txt/b', 'ENOTDIR'],
    ['/home/me/a.txt/b/c', 'ENOTDIR'],
  ])('to write %s is refused with %s', async (path, code) => {
    const { files } = open();
    if (!path.endsWith('/c')) {
      await expect(files.writeFile(path, '')).rejects.toMatchObject({ code });
      await expect(files.appendFile(path, '')).rejects.toMatchObject({ code });
      await expect(files.cp('/home/me/a.txt', path)).rejects.toMatchObject({ code });
    }
    if (code === 'ENOTDIR')
      await expect(files.mkdir(path, { recursive: true })).rejects.toMatchObject({ code });
  });
});

test('what is appended to the path of a listener goes there, and to no file', async () => {
  const { files } = open();
  const heard: string[] = [];
  files.listeners = new Map([['/home/me/a.txt', (bytes) => heard.push(new TextDecoder().decode(bytes))]]);
  await files.writeFile('/home/me/a.txt', 'c');
  await files.appendFile('/home/me/a.txt', 'b');
  await files.appendFile('/home/me/a.txt', '\xe6\x89\x8b', 'binary');
  await files.appendFile('/home/me/b.txt', 'd');
  expect(heard).toEqual(['b', '手']);
  expect(await files.readFile('/home/me/a.txt')).toBe('c');
  expect(await files.readFile('/home/me/b.txt')).toBe('d');
});
