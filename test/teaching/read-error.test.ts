import { expect, test } from 'vitest';
import { readAwsError } from '../../src/teaching/index.ts';

test.each([
  [
    '\nAn error occurred (NoSuchBucket) when calling the ListObjectsV2 operation: The bucket is gone\n',
    { code: 'NoSuchBucket', operation: 'ListObjectsV2', message: 'The bucket is gone' },
  ],
  [
    'aws: [ERROR]: An error occurred (X.Y) when calling the Z operation (reached max retries: 2): slow',
    { code: 'X.Y', operation: 'Z', message: 'slow' },
  ],
  [
    'fatal error: An error occurred (404) when calling the HeadObject operation: Not Found',
    { code: '404', operation: 'HeadObject', message: 'Not Found' },
  ],
  ['An error occurred (X) when calling the Y operation:', { code: 'X', operation: 'Y', message: '' }],
  ['An error occurred', undefined],
  ['', undefined],
])('%j', (printed, error) => {
  expect(readAwsError(printed)).toEqual(error);
});
