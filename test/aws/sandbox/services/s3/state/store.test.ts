import { expect, test } from 'vitest';
import type { Version } from '../../../../../../src/aws/sandbox/services/s3/state/index.ts';
import { compareKeys, createObjectStore } from '../../../../../../src/aws/sandbox/services/s3/state/store.ts';

const version = (key: string, versionId: string, isDeleteMarker?: true) =>
  ({ key, versionId, ...(isDeleteMarker && { isDeleteMarker }) }) as Version;

test('the newest version stands for its key', () => {
  const store = createObjectStore();
  store.put(version('k', '1'));
  store.put(version('k', '2'));
  expect(store.get('k')?.versionId).toBe('2');
  expect(store.versions('k').map(({ versionId }) => versionId)).toEqual(['2', '1']);
  store.remove('k', '2');
  expect(store.get('k')?.versionId).toBe('1');
});

test('a version of the same id is written over', () => {
  const store = createObjectStore();
  store.put(version('k', 'null'));
  store.put(version('k', 'null'));
  expect(store.versions('k')).toHaveLength(1);
});

test('a delete marker hides a key, which is still there', () => {
  const store = createObjectStore();
  store.put(version('k', '1'));
  store.put(version('k', '2', true));
  expect([store.get('k'), store.keys(), store.allKeys(), store.size]).toEqual([undefined, [], ['k'], 1]);
});

test('keys are in the order of their UTF-8, also after they were asked for', () => {
  const store = createObjectStore();
  for (const key of ['b', '\u{1f600}', '\uff5e', 'a', 'a/b']) store.put(version(key, '1'));
  expect(store.keys()).toEqual(['a', 'a/b', 'b', '\uff5e', '\u{1f600}']);
  store.put(version('aa', '1'));
  expect(store.keys()[2]).toBe('aa');
});

test.each([
  ['a', 'b', -1],
  ['a', 'a', 0],
  ['ab', 'a', 1],
  ['\uff5e', '\u{1f600}', -1],
])('%s against %s', (a, b, order) => {
  expect(Math.sign(compareKeys(a, b))).toBe(order);
});
