import { describe, expect, it } from 'vitest';
import { routeOf } from '../../../../src/aws/cli/s3/paths.ts';
import { memoryHost } from '../host.ts';

const host = memoryHost({ '/home/me/a.txt': 'x', '/home/me/d/b.txt': 'y' });
const route = async (command: 'cp' | 'mv' | 'rm' | 'sync', words: string, recursive = false) => {
  const { from, to, folder, keepsName, stream } = (await routeOf(command, words.split(' '), recursive, host))
    .route;
  return [from.path, to.path, { folder, keepsName, stream }];
};

describe('routeOf', () => {
  const file = { folder: false, keepsName: false, stream: false };
  it.each([
    ['cp', 'a.txt s3://b/k', false, '/home/me/a.txt', 'b/k', file],
    ['cp', 'a.txt s3://b', false, '/home/me/a.txt', 'b/', { ...file, keepsName: true }],
    ['cp', 's3://b/k d', false, 'b/k', '/home/me/d/', { ...file, keepsName: true }],
    ['cp', 's3://b/k new', false, 'b/k', '/home/me/new', file],
    ['cp', 'd s3://b/p', true, '/home/me/d/', 'b/p/', { folder: true, keepsName: true, stream: false }],
    ['sync', 'd s3://b/p', false, '/home/me/d/', 'b/p/', { folder: true, keepsName: true, stream: false }],
    ['cp', '- s3://b/k', false, '/home/me/-', 'b/k', { ...file, stream: true }],
  ] as const)('%s %s', async (command, words, recursive, from, to, rest) => {
    expect(await route(command, words, recursive)).toEqual([from, to, rest]);
  });

  it('makes the folder that is downloaded into', async () => {
    const own = memoryHost();
    await routeOf('sync', ['s3://b', 'new'], false, own);
    expect((await own.files.stat('/home/me/new'))?.kind).toBe('folder');
  });

  it.each([
    [
      'cp',
      'a b',
      false,
      'usage: aws s3 cp <LocalPath> <S3Uri> or <S3Uri> <LocalPath> or <S3Uri> <S3Uri>\nError: Invalid argument type',
    ],
    ['rm', 'a', false, 'usage: aws s3 rm <S3Uri>'],
    ['cp', 'none s3://b', false, 'The user-provided path none does not exist.'],
    ['cp', 's3://b a.txt', true, "[Errno 17] File exists: 'a.txt'"],
    ['cp', '- s3://b/k', true, 'Streaming currently is only compatible with non-recursive cp commands'],
    ['mv', 's3://b/k s3://b/k', false, "Cannot mv a file onto itself: 's3://b/k' - 's3://b/k'"],
    ['mv', 's3://b/d/k s3://b/d/', false, 'Cannot mv a file onto itself'],
  ] as const)('%s %s is refused', async (command, words, recursive, message) => {
    await expect(route(command, words, recursive)).rejects.toThrow(message);
  });
});
