import type { FsStat } from 'just-bash';
import { describe, expect, test } from 'vitest';
import { longListing } from '../../../../src/shell/simulated/commands/long-listing.ts';

const NOW = new Date('2026-01-05T12:00:00Z');
const stat = (rest: Partial<FsStat>): FsStat => ({
  ...{ isFile: true, isDirectory: false, isSymbolicLink: false, mode: 0o644, size: 3, mtime: NOW },
  ...rest,
});
const entry = (name: string, rest: Partial<FsStat> = {}, target?: string) => ({
  ...{ name, path: `/${name}`, stat: stat(rest) },
  ...(target !== undefined && { target }),
});
const list = (entries: Parameters<typeof longListing>[0], total = false) =>
  longListing(entries, { userName: 'me', now: NOW, total });

describe('longListing', () => {
  test('aligns sizes, names the target of a link, and shows modes by letter', () => {
    expect(
      list([
        entry('a', { size: 12_345, mode: 0o600 }),
        entry('d', { isFile: false, isDirectory: true, mode: 0o755 }),
        entry('l', { isFile: false, isSymbolicLink: true, size: 1, mode: 0o777 }, 'a'),
      ]),
    ).toBe(
      '-rw------- 1 me me 12345 Jan  5 12:00 a\n' +
        'drwxr-xr-x 2 me me  4096 Jan  5 12:00 d\n' +
        'lrwxrwxrwx 1 me me     1 Jan  5 12:00 l -> a\n',
    );
  });

  test.each([
    ['2025-07-07T12:00:00Z', 'Jul  7 12:00'],
    ['2025-07-06T00:00:00Z', 'Jul  6  2025'],
    ['2026-01-05T12:00:01Z', 'Jan  5  2026'],
  ])('shows the year of %s where it is half a year off or to come', (mtime, shown) => {
    expect(list([entry('a', { mtime: new Date(mtime) })])).toBe(`-rw-r--r-- 1 me me 3 ${shown} a\n`);
  });

  test('counts blocks of 4 KiB, none for a link', () => {
    const entries = [
      entry('a', { size: 4097 }),
      entry('b', { size: 0 }),
      entry('l', { isSymbolicLink: true }),
    ];
    expect(list(entries, true).split('\n')[0]).toBe('total 8');
    expect(list([], true)).toBe('total 0\n');
  });
});
