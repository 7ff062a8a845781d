import { expect, test } from 'vitest';
import { awsError, lessonFor } from '../happenings.ts';

test.each([
  ['Throttling', 'throttled'],
  ['BucketAlreadyExists', 'bucket-taken'],
  ['BucketAlreadyOwnedByYou', 'already-yours'],
  ['EntityAlreadyExists', 'already-yours'],
  ['BucketNotEmpty', 'still-in-use'],
  ['DependencyViolation', 'still-in-use'],
  ['NoSuchKey', 'not-there'],
  ['ResourceNotFoundException', 'not-there'],
  ['InvalidVpcID.NotFound', 'not-there'],
  ['AWS.SimpleQueueService.NonExistentQueue', 'not-there'],
  ['MalformedPolicyDocument', 'bad-policy'],
  ['InternalFailure', 'none'],
])('%s: %s', (code, lesson) => {
  expect(lessonFor(awsError(code))).toBe(lesson);
});
