import { expect, test } from 'vitest';
import { markdownPath } from '../../src/site/page-data.ts';

test.each([
  ['/s3-buckets/make-bucket', '/s3-buckets/make-bucket.md'],
  ['/en/s3-buckets/', '/en/s3-buckets.md'],
])('the Markdown of %s stands at %s', (permalink, path) => {
  expect(markdownPath(permalink)).toBe(path);
});
