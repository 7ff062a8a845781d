import { describe, expect, it } from 'vitest';
import { aws } from '../../../../src/aws/cli/index.ts';
import { memoryHost } from '../host.ts';

const object = (key: string, size: number) =>
  `<Contents><Key>${key}</Key><Size>${size}</Size><LastModified>2021-12-20T09:00:00.000Z</LastModified></Contents>`;

function run(words: string, ...pages: readonly (readonly [number, string])[]) {
  let asked = 0;
  const transport = async () => {
    const [status, body] = pages[asked] ?? [500, ''];
    asked += 1;
    return new Response(body, { status });
  };
  return aws(['s3', 'ls', ...words.split(' ').filter(Boolean)], memoryHost({}, { transport }));
}

describe('aws s3 ls', () => {
  it('lists buckets', async () => {
    const body =
      '<R><Buckets><Bucket><Name>b</Name><CreationDate>2021-12-20T09:00:00.000Z</CreationDate></Bucket></Buckets></R>';
    expect((await run('', [200, body])).stdout).toBe('2021-12-20 09:00:00 b\n');
  });

  it('lists folders, then objects by their last name, with a sum', async () => {
    const body = `<R><CommonPrefixes><Prefix>p/d/</Prefix></CommonPrefixes>${object('p/a', 3)}${object('p/b', 2048)}</R>`;
    expect((await run('s3://b/p/ --summarize --human-readable', [200, body])).stdout).toBe(
      `${'PRE'.padStart(30)} d/\n2021-12-20 09:00:00    3 Bytes a\n2021-12-20 09:00:00    2.0 KiB b\n\nTotal Objects: 2\n   Total Size: 2.0 KiB\n`,
    );
  });

  it('shows whole keys with --recursive, page after page', async () => {
    const pages = [
      [200, `<R>${object('p/a', 3)}<NextContinuationToken>t</NextContinuationToken></R>`],
      [200, `<R>${object('p/b', 4)}</R>`],
    ] as const;
    expect((await run('s3://b --recursive', ...pages)).stdout).toBe(
      '2021-12-20 09:00:00          3 p/a\n2021-12-20 09:00:00          4 p/b\n',
    );
  });

  it('fails where nothing has a prefix, not where a bucket is empty', async () => {
    expect(await run('s3://b/none', [200, '<R/>'])).toEqual({ stdout: '', stderr: '', exitCode: 1 });
    expect((await run('s3://b', [200, '<R/>'])).exitCode).toBe(0);
  });

  it('keeps what was listed before a failure', async () => {
    const refused = '<Error><Code>AccessDenied</Code><Message>no</Message></Error>';
    const page = `<R>${object('a', 3)}<NextContinuationToken>t</NextContinuationToken></R>`;
    const output = await run('s3://b', [200, page], [403, refused]);
    expect(output.stdout).toBe('2021-12-20 09:00:00          3 a\n');
    expect(output.stderr).toContain('(AccessDenied) when calling the ListObjectsV2 operation');
    expect(output.exitCode).toBe(254);
  });
});
