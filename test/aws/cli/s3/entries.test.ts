import { describe, expect, it } from 'vitest';
import { byCodePoint, entriesOf } from '../../../../src/aws/cli/s3/entries.ts';
import { Report } from '../../../../src/aws/cli/s3/report.ts';
import type { Data, S3 } from '../../../../src/aws/cli/s3/s3-client.ts';
import { memoryHost } from '../host.ts';

const OBJECTS = ['p/', 'p/a', 'p/b/c', 'p/b/'].map((Key) => ({
  ...{ Key, Size: Key.endsWith('/') ? 0 : 3, LastModified: '2021-12-20T09:00:00Z' },
}));
const s3 = {
  call: async (operation: string, { Key }: Data) =>
    operation === 'ListObjectsV2'
      ? { Contents: OBJECTS }
      : { ContentLength: 3, LastModified: '2021-12-20T09:00:00Z', ETag: String(Key) },
} as unknown as S3;
const host = memoryHost({ '/home/me/d/b': 'bb', '/home/me/d/a/x': 'x', '/home/me/d/a.txt': '' });

async function entries(
  from: string,
  to: string,
  { folder = true, action = 'download' as const, kind = 's3' as 's3' | 'local' } = {},
) {
  const report = new Report('all');
  const walk = { s3, host, report, followLinks: true, pageSize: undefined, payer: {} };
  const route = {
    from: { kind, path: from },
    to: { kind: 'local' as const, path: to },
    folder,
    keepsName: to.endsWith('/'),
    stream: false,
  };
  const found = [];
  for await (const { from: source, to: target, key, size } of entriesOf(route, action, walk))
    found.push([source, target, key, size]);
  return { found, report };
}

describe('entriesOf', () => {
  it('lists objects without the folders that a console made', async () => {
    expect((await entries('b/p/', '/w/')).found).toEqual([
      ['b/p/a', '/w/a', 'a', 3],
      ['b/p/b/c', '/w/b/c', 'b/c', 3],
    ]);
  });

  it('removes those folders as well', async () => {
    const { found } = await entries('b/p/', '', { action: 'delete' as never });
    expect(found.map(([source]) => source)).toEqual(['b/p/', 'b/p/a', 'b/p/b/c', 'b/p/b/']);
  });

  it('asks for one object by its key', async () => {
    expect((await entries('b/p/a', '/w/', { folder: false })).found).toEqual([['b/p/a', '/w/a', 'a', 3]]);
  });

  it('walks local files in the order of keys', async () => {
    const { found } = await entries('/home/me/d/', 'b/', { kind: 'local' });
    expect(found.map(([, target]) => target)).toEqual(['b/a.txt', 'b/a/x', 'b/b']);
  });

  it('skips what is not there', async () => {
    const { found, report } = await entries('/home/me/none', 'b/', { kind: 'local', folder: false });
    expect(found).toEqual([]);
    expect(report.output().stderr).toBe('warning: Skipping file /home/me/none. File does not exist.\n');
  });
});

it('byCodePoint orders beyond U+FFFF as Python does', () => {
  expect(['\u{1F600}', '\uFF01', 'b', 'a', 'ab'].sort(byCodePoint)).toEqual([
    'a',
    'ab',
    'b',
    '\uFF01',
    '\u{1F600}',
  ]);
});
