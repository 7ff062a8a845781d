import { describe, expect, it } from 'vitest';
import { actions, get, put, type Settings } from '../../../../src/aws/cli/s3/actions.ts';
import type { TransferEntry } from '../../../../src/aws/cli/s3/entries.ts';
import type { Data, S3 } from '../../../../src/aws/cli/s3/s3-client.ts';
import { memoryHost, textOf } from '../host.ts';

function open(changes: Partial<Settings> = {}, answers: Readonly<Record<string, Data>> = {}) {
  const calls: [string, Data][] = [];
  const s3 = {
    call: async (operation: string, input: Data) => {
      calls.push([operation, input]);
      return answers[operation] ?? { ETag: 'e', UploadId: 'u' };
    },
  } as unknown as S3;
  const host = memoryHost({ '/home/me/a.txt': 'text' });
  const settings: Settings = {
    ...{
      s3,
      source: s3,
      host,
      sizes: { threshold: 8, chunk: 5 * 1024 ** 2 },
      move: false,
      parameters: {},
      payer: {},
    },
    ...{ guessType: true, directive: undefined, copyProps: 'default' },
    ...changes,
  };
  return { calls, settings, host };
}
const entry = (rest: Partial<TransferEntry>): TransferEntry => ({
  ...{ action: 'upload', kind: 'local', from: '/home/me/a.txt', to: 'b/k', key: 'k' },
  ...rest,
});

describe('upload', () => {
  it('sends a file with the type that its name tells, and removes what is moved', async () => {
    const { calls, settings, host } = open({ move: true });
    await actions.upload(entry({}), settings);
    expect(calls).toEqual([
      [
        'PutObject',
        { Bucket: 'b', Key: 'k', ContentType: 'text/plain', Body: new TextEncoder().encode('text') },
      ],
    ]);
    expect(await host.files.read('/home/me/a.txt')).toBeUndefined();
  });

  it('refuses a folder', async () => {
    await expect(actions.upload(entry({ from: '/home/me' }), open().settings)).rejects.toThrow(
      "[Errno 21] Is a directory: '/home/me'",
    );
  });

  it('goes up in parts from the threshold on', async () => {
    const { calls, settings } = open();
    await put(new Uint8Array(8), 'b/k', { ACL: 'private' }, settings);
    expect(calls.map(([operation]) => operation)).toEqual([
      'CreateMultipartUpload',
      'UploadPart',
      'CompleteMultipartUpload',
    ]);
  });
});

describe('download', () => {
  it('writes the file below the folders that it needs', async () => {
    const { settings, host, calls } = open(
      { move: true },
      { GetObject: { Body: new TextEncoder().encode('got') } },
    );
    const modified = new Date('2020-01-01T00:00:00Z');
    await actions.download(entry({ from: 'b/k', to: '/home/me/new/k', size: 3, modified }), settings);
    expect(await textOf(host, '/home/me/new/k')).toBe('got');
    expect((await host.files.stat('/home/me/new/k'))?.modified).toEqual(modified);
    expect(calls.at(-1)).toEqual(['DeleteObject', { Bucket: 'b', Key: 'k' }]);
  });

  it('asks for ranges of what is large', async () => {
    const { settings, calls } = open(
      { sizes: { threshold: 3, chunk: 2 } },
      { GetObject: { Body: new Uint8Array(1) } },
    );
    await get('b/k', 5, settings);
    expect(calls.map(([, { Range }]) => Range)).toEqual(['bytes=0-1', 'bytes=2-3', 'bytes=4-']);
  });
});

describe('copy', () => {
  const copied = async (changes: Partial<Settings>, answers = {}, size = 1) => {
    const { calls, settings } = open(changes, answers);
    await actions.copy(entry({ from: 'a/k', kind: 's3', size }), settings);
    return calls;
  };

  it.each([
    [{}, {}],
    [{ directive: 'COPY' }, { MetadataDirective: 'COPY' }],
    [{ copyProps: 'none' }, { MetadataDirective: 'REPLACE', TaggingDirective: 'REPLACE' }],
    [{ copyProps: 'metadata-directive' }, { TaggingDirective: 'REPLACE' }],
  ])('with %j', async (changes, expected) => {
    expect(await copied(changes)).toEqual([
      ['CopyObject', { Bucket: 'b', Key: 'k', ...expected, CopySource: 'a/k' }],
    ]);
  });

  it('keeps the other headers where one is replaced', async () => {
    const head = { ContentLength: 1, ContentType: 'text/css', CacheControl: 'no-cache' };
    const calls = await copied({ parameters: { ContentType: 'text/html' } }, { HeadObject: head });
    expect(calls.at(-1)?.[1]).toMatchObject({
      ...{ ContentType: 'text/html', CacheControl: 'no-cache', MetadataDirective: 'REPLACE' },
    });
  });

  it('carries the tags of what is copied in parts', async () => {
    const tags = { TagSet: [{ Key: 'a b', Value: 'c&d' }] };
    const calls = await copied(
      {},
      { HeadObject: {}, GetObjectTagging: tags, UploadPartCopy: { CopyPartResult: { ETag: 'e' } } },
      8,
    );
    expect(calls.find(([operation]) => operation === 'CreateMultipartUpload')?.[1].Tagging).toBe(
      'a%20b=c%26d',
    );
    expect(calls.find(([operation]) => operation === 'UploadPartCopy')?.[1].CopySourceRange).toBe(
      'bytes=0-7',
    );
  });
});

it('delete removes an object, or a file', async () => {
  const { settings, calls, host } = open();
  await actions.delete(entry({ kind: 's3', from: 'b/k' }), settings);
  expect(calls).toEqual([['DeleteObject', { Bucket: 'b', Key: 'k' }]]);
  await actions.delete(entry({ kind: 'local' }), settings);
  expect(await host.files.read('/home/me/a.txt')).toBeUndefined();
});
