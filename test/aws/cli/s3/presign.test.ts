import { describe, expect, it } from 'vitest';
import { aws } from '../../../../src/aws/cli/index.ts';
import { memoryHost } from '../host.ts';

const presign = (words: string) => aws(['s3', 'presign', ...words.split(' ')], memoryHost());

describe('aws s3 presign', () => {
  it('signs a GET for an hour, and sends nothing', async () => {
    const { stdout } = await presign('s3://example-bucket/a');
    const url = new URL(stdout.trim());
    expect(url.host + url.pathname).toBe('example-bucket.s3.ap-northeast-1.amazonaws.com/a');
    expect(url.searchParams.get('X-Amz-Expires')).toBe('3600');
    expect(url.searchParams.get('X-Amz-Date')).toBe('20211220T090000Z');
    expect(url.searchParams.get('X-Amz-Signature')).toMatch(/^[0-9a-f]{64}$/);
  });

  it('signs another time as another URL', async () => {
    const [hour, minute] = await Promise.all([
      presign('s3://example-bucket/a'),
      presign('s3://example-bucket/a --expires-in 60'),
    ]);
    expect(new URL(minute.stdout.trim()).searchParams.get('X-Amz-Expires')).toBe('60');
    expect(hour.stdout).not.toBe(minute.stdout);
  });

  it.each([
    ['s3://example-bucket/a --expires-in soon', "invalid literal for int() with base 10: 'soon'"],
    ['s3://a_b!/c', 'Invalid bucket name "a_b!"'],
    ['s3://example-bucket', 'Invalid length for parameter Key, value: 0, valid min length: 1'],
  ])('%s is refused', async (words, message) => expect((await presign(words)).stderr).toContain(message));
});
