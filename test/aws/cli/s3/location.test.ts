import { describe, expect, it } from 'vitest';
import {
  absolutePath,
  joinPath,
  relativePath,
  splitS3,
  withoutScheme,
} from '../../../../src/aws/cli/s3/location.ts';

describe('splitS3', () => {
  const AP = 'arn:aws:s3:eu-west-1:123456789012:accesspoint/ap';
  it.each([
    ['s3://b', 'b', ''],
    ['s3://b/', 'b', ''],
    ['b/a/c', 'b', 'a/c'],
    ['s3://b//a', 'b', '/a'],
    [`s3://${AP}/a/c`, AP, 'a/c'],
    [AP, AP, ''],
  ])('%s', (path, bucket, key) => expect(splitS3(path)).toEqual({ bucket, key }));

  it.each([
    [
      'arn:aws:s3-object-lambda:eu-west-1:123456789012:accesspoint/ap',
      'do not support S3 Object Lambda resources',
    ],
    [
      'arn:aws:s3-outposts:eu-west-1:123456789012:outpost/op-1/bucket/b',
      'do not support Outpost Bucket ARNs',
    ],
  ])('refuses %s', (path, message) => expect(() => splitS3(path)).toThrow(message));
});

it('withoutScheme', () => expect(['s3://b/a', 'a/b'].map(withoutScheme)).toEqual(['b/a', 'a/b']));

describe('local paths as os.path has them', () => {
  it.each([
    ['a/./b//c', '/w/a/b/c'],
    ['../a', '/a'],
    ['/../..', '/'],
    ['', '/w'],
  ])('absolutePath(%j)', (path, expected) => expect(absolutePath(path, '/w')).toBe(expected));

  it.each([
    ['/w/a', './a'],
    ['/a', '../a'],
    ['/w/d/e', 'd/e'],
    ['/x/y/a', '../x/y/a'],
    ['/w/d/', 'd/'],
  ])('relativePath(%j)', (path, expected) => expect(relativePath(path, '/w')).toBe(expected));

  it.each([
    ['a', 'b', 'a/b'],
    ['a/', 'b', 'a/b'],
    ['', 'b', 'b'],
    ['a', '/b', '/b'],
  ])('joinPath(%j, %j)', (first, second, expected) => expect(joinPath(first, second)).toBe(expected));
});
