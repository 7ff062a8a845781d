import { describe, expect, it } from 'vitest';
import { aws } from '../../../../src/aws/cli/index.ts';
import type { Message } from '../../../../src/aws/wire/message/index.ts';
import { memoryHost } from '../host.ts';

const error = (code: string, status = 409) =>
  new Response(`<Error><Code>${code}</Code><Message>no</Message></Error>`, { status });

async function run(words: string, answer: (message: Message) => Response = () => new Response('')) {
  const requests: string[] = [];
  const host = memoryHost(
    {},
    {
      transport: async (message: Message) => {
        requests.push(
          `${message.method} ${message.url.host} ${new TextDecoder().decode(message.body)}`.trimEnd(),
        );
        return answer(message);
      },
    },
  );
  return { ...(await aws(['s3', ...words.split(' ')], host)), requests };
}

describe('aws s3 mb', () => {
  it('makes a bucket in the region of the client', async () => {
    const { stdout, requests } = await run('mb s3://example-bucket');
    expect(stdout).toBe('make_bucket: example-bucket\n');
    expect(requests[0]).toContain('<LocationConstraint>ap-northeast-1</LocationConstraint>');
  });

  it('names no region where that is the first', async () => {
    expect((await run('mb s3://example-bucket --region us-east-1')).requests).toEqual([
      'PUT example-bucket.s3.us-east-1.amazonaws.com',
    ]);
  });

  it('says in one line why it failed', async () => {
    const { stderr, exitCode } = await run('mb s3://example-bucket', () => error('BucketAlreadyExists'));
    expect(exitCode).toBe(1);
    expect(stderr).toBe(
      'make_bucket failed: s3://example-bucket An error occurred (BucketAlreadyExists) when calling the CreateBucket operation: no\n',
    );
  });
});

describe('aws s3 rb', () => {
  it('removes a bucket', async () => {
    expect((await run('rb s3://example-bucket')).stdout).toBe('remove_bucket: example-bucket\n');
  });

  it('empties it first with --force, and goes no further where that fails', async () => {
    const list = '<R><Contents><Key>a</Key><Size>1</Size></Contents></R>';
    const answer = (refuses: boolean) => (message: Message) => {
      if (message.method === 'GET') return new Response(list);
      return refuses && message.url.pathname === '/a'
        ? error('AccessDenied', 403)
        : new Response(null, { status: 204 });
    };
    expect((await run('rb s3://example-bucket --force', answer(false))).stdout).toBe(
      'delete: s3://example-bucket/a\nremove_bucket: example-bucket\n',
    );
    const refused = await run('rb s3://example-bucket --force', answer(true));
    expect(refused.exitCode).toBe(255);
    expect(refused.stderr).toContain('remove_bucket failed: Unable to delete all objects in the bucket');
    expect(refused.requests).toHaveLength(2);
  });

  it.each([
    ['rb s3://example-bucket/key', 'Please specify a valid bucket name only. E.g. s3://example-bucket'],
    ['mb example-bucket', '<S3Uri>\nError: Invalid argument type'],
  ])('%s is refused', async (words, message) => expect((await run(words)).stderr).toContain(message));
});
