import { expect, test } from 'vitest';
import { kinds } from '../../../../../src/aws/sandbox/services/ec2/ec2-kinds.ts';
import {
  mergeTags,
  tagsAmong,
  tagsFor,
} from '../../../../../src/aws/sandbox/services/ec2/tag-specifications.ts';

const specification = (ResourceType: 'vpc' | 'subnet', Key: string) => ({
  ResourceType,
  Tags: [{ Key, Value: 'x' }],
});

test('tags are for the kind that is made; where several are made, each takes its own', () => {
  expect(tagsFor([specification('vpc', 'a')], kinds.vpc)).toEqual([{ key: 'a', value: 'x' }]);
  expect(() => tagsFor([specification('subnet', 'a')], kinds.vpc)).toThrow(
    "'subnet' is not a valid taggable resource type for this operation.",
  );
  expect(tagsAmong([specification('vpc', 'a'), specification('subnet', 'b')], kinds.subnet)).toEqual([
    { key: 'b', value: 'x' },
  ]);
});

test('a tag replaces one of the same key, and keeps its place', () => {
  const tags = [
    { key: 'a', value: '1' },
    { key: 'b', value: '2' },
  ];
  expect(
    mergeTags(tags, [
      { Key: 'a', Value: '3' },
      { Key: 'A', Value: '4' },
    ]),
  ).toEqual([
    { key: 'a', value: '3' },
    { key: 'b', value: '2' },
    { key: 'A', value: '4' },
  ]);
});

test.each([
  [[{ Key: 'aws:a', Value: '' }], "Tag keys starting with 'aws:' are reserved for internal use"],
  [[{ Key: 'a'.repeat(128), Value: '' }], 'Tag key exceeds the maximum length of 127 characters'],
  [[{ Key: 'a', Value: 'b'.repeat(256) }], 'Tag value exceeds the maximum length of 255 characters'],
  [
    Array.from({ length: 51 }, (_, index) => ({ Key: `k${index}`, Value: '' })),
    'The maximum number of Tags for a resource has been reached.',
  ],
])('%j is refused', (added, message) => {
  expect(() => mergeTags([], added)).toThrow(message);
});
