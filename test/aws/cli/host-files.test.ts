import { describe, expect, it } from 'vitest';
import {
  awsFilesOf,
  folderOf,
  loadFile,
  loadStream,
  whatFails,
  writeFile,
} from '../../../src/aws/cli/host-files.ts';
import { memoryHost, textOf } from './host.ts';

const host = memoryHost({ '/home/me/a.txt': 'text' });

describe('a value that names a file', () => {
  it.each([
    ['file://a.txt', 'text'],
    ['file://~/a.txt', 'text'],
    [['file:///home/me/a.txt'], 'text'],
    ['plain', 'plain'],
    [
      ['file://a.txt', 'b'],
      ['file://a.txt', 'b'],
    ],
    [5, 5],
  ])('%j', async (value, expected) => expect(await loadFile('--x', value, host)).toEqual(expected));

  it('is its bytes with fileb://', async () => {
    expect(await loadFile('--x', 'fileb://a.txt', host)).toEqual(new TextEncoder().encode('text'));
  });

  it('must be there', async () => {
    await expect(loadFile('--x', 'file://b', host)).rejects.toThrow(
      "Error parsing parameter '--x': Unable to load paramfile file://b: [Errno 2] No such file or directory: 'b'",
    );
    await expect(loadStream('--body', 'b', host)).rejects.toThrow('Blob values must be a path to a file.');
  });
});

describe('writeFile', () => {
  it('writes below the current folder', async () => {
    const own = memoryHost();
    await writeFile(own, 'out', new TextEncoder().encode('x'));
    expect(await textOf(own, '/home/me/out')).toBe('x');
  });

  it.each([
    ['/home', "[Errno 21] Is a directory: '/home'"],
    ['no/out', "[Errno 2] No such file or directory: 'no/out'"],
  ])('refuses %s', async (path, message) => {
    await expect(writeFile(memoryHost(), path, new Uint8Array())).rejects.toThrow(message);
  });
});

it('folderOf', () => expect(['/a/b/c', '/a'].map(folderOf)).toEqual(['/a/b', '/']));

it('awsFilesOf says what needs files where there are none', () => {
  expect(() => awsFilesOf({ ...host, files: undefined }, 'writing of files')).toThrow(
    'has no writing of files',
  );
});

it("whatFails makes the host's error one of the command", async () => {
  await expect(whatFails(Promise.reject(new Error('disk full')))).rejects.toMatchObject({
    exitCode: 255,
    message: 'disk full',
  });
});
