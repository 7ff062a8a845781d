import { describe, expect, it } from 'vitest';
import type { TransferEntry } from '../../../../src/aws/cli/s3/entries.ts';
import { changes, filterOf } from '../../../../src/aws/cli/s3/selection.ts';

describe('filterOf', () => {
  const takes = (words: readonly string[], path: string, folder = true) =>
    filterOf(words, ['d', 's3://b/p'], { folder }, '/w')(path);

  it.each([
    [[], '/w/d/a', true],
    [['--exclude', '*'], '/w/d/a', false],
    [['--exclude', '*'], 'b/p/x/a', false],
    [['--exclude', '*', '--include', '*.txt'], '/w/d/x/a.txt', true],
    [['--include', '*.txt', '--exclude', '*'], '/w/d/a.txt', false],
    [['--exclude', 'x/*'], '/w/d/x/y/a', false],
    [['--exclude', '?.txt'], '/w/d/ab.txt', true],
    [['--exclude', '[ab].txt'], '/w/d/a.txt', false],
    [['--exclude', '[!ab].txt'], '/w/d/a.txt', true],
    [['--exclude', 'a+(b).txt'], '/w/d/a+(b).txt', false],
    [['--exclude', '[a'], '/w/d/[a', false],
  ])('%j and %s', (words, path, expected) => expect(takes(words, path)).toBe(expected));

  it('begins at the folder of a single file', () => {
    expect(filterOf(['--exclude', 'a'], ['d/a', 's3://b/p/a'], { folder: false }, '/w')('/w/d/a')).toBe(
      false,
    );
  });
});

describe('changes', () => {
  const entry = (
    key: string,
    size = 1,
    modified = 1,
    action: TransferEntry['action'] = 'upload',
  ): TransferEntry => ({
    ...{
      key,
      size,
      action,
      modified: new Date(modified * 1000),
      kind: 'local',
      from: `/${key}`,
      to: `b/${key}`,
    },
  });
  const keys = (
    sources: readonly TransferEntry[],
    targets: readonly TransferEntry[],
    options: readonly string[] = [],
  ) =>
    [...changes(sources, targets, new Map(options.map((name) => [name, true])))].map(
      ({ key, action }) => `${action} ${key}`,
    );

  it('transfers what is new, of another size, or newer', () => {
    const sources = [entry('a'), entry('b', 2), entry('c', 1, 5), entry('d')];
    expect(keys(sources, [entry('b'), entry('c'), entry('d')])).toEqual(['upload a', 'upload b', 'upload c']);
  });

  it('heeds size alone where that is asked for', () => {
    expect(keys([entry('c', 1, 5)], [entry('c')], ['size-only'])).toEqual([]);
  });

  it('downloads what is newer there, or of another time with --exact-timestamps', () => {
    const older = entry('a', 1, 1, 'download');
    expect(keys([older], [entry('a', 1, 5)])).toEqual(['download a']);
    const newer = entry('a', 1, 9, 'download');
    expect(keys([newer], [entry('a', 1, 5)])).toEqual([]);
    expect(keys([newer], [entry('a', 1, 5)], ['exact-timestamps'])).toEqual(['download a']);
  });

  it('removes what only the target has, in the order of keys', () => {
    expect(keys([entry('c')], [entry('b'), entry('d')])).toEqual(['upload c']);
    expect(keys([entry('c')], [entry('b'), entry('d')], ['delete'])).toEqual([
      'delete b',
      'upload c',
      'delete d',
    ]);
  });
});
