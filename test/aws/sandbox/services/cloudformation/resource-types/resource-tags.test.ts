import { expect, test, vi } from 'vitest';
import {
  changeTags,
  tagMapIn,
  tagSpecifications,
} from '../../../../../../src/aws/sandbox/services/cloudformation/resource-types/resource-tags.ts';

const tags = (...pairs: [string, string][]) => ({ Tags: pairs.map(([Key, Value]) => ({ Key, Value })) });

test.each([
  [tags(['a', '1']), tags(['a', '1']), undefined, undefined],
  [tags(), tags(['a', '1']), [{ Key: 'a', Value: '1' }], undefined],
  [tags(['a', '1']), tags(['a', '2']), [{ Key: 'a', Value: '2' }], undefined],
  [tags(['a', '1'], ['b', '2']), tags(['b', '2']), undefined, ['a']],
  [tags(['a', '1']), {}, undefined, ['a']],
])('from %j to %j', async (before, after, set, removed) => {
  const [setTags, remove] = [vi.fn(async () => undefined), vi.fn(async () => undefined)];
  await changeTags({ before, after }, setTags, remove);
  expect(setTags.mock.calls).toEqual(set ? [[set]] : []);
  expect(remove.mock.calls).toEqual(removed ? [[removed]] : []);
});

test('operations take them as a map, or by the kind of the resource', () => {
  expect(tagMapIn(tags(['a', '1'], ['b', '2']))).toEqual({ a: '1', b: '2' });
  expect(tagSpecifications('vpc', tags(['a', '1']))).toEqual({
    TagSpecifications: [{ ResourceType: 'vpc', Tags: [{ Key: 'a', Value: '1' }] }],
  });
  expect(tagSpecifications('vpc', {})).toEqual({});
});
