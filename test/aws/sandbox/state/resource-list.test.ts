import { expect, test } from 'vitest';
import { createManualClock } from '../../../../src/aws/sandbox/clock/index.ts';
import {
  createResourceList,
  type ListedResource,
  nameTag,
} from '../../../../src/aws/sandbox/state/resource-list.ts';

const clock = createManualClock(new Date(0));
const vpc = (id: string, details = {}): ListedResource => ({
  type: 'AWS::EC2::VPC',
  id,
  region: 'eu-west-1',
  details,
});

test('what was there at the beginning is marked, also after it has changed', () => {
  const vpcs = [vpc('vpc-1', { State: 'available' })];
  const list = createResourceList(vpcs, (all) => all);
  vpcs[0] = vpc('vpc-1', { State: 'pending' });
  vpcs.push(vpc('vpc-2'));
  expect(list(clock).map(({ id, isInitial }) => [id, isInitial])).toEqual([
    ['vpc-1', true],
    ['vpc-2', false],
  ]);
});

test('the same id in another Region is another resource', () => {
  const list = createResourceList([vpc('a'), { ...vpc('a'), region: 'us-east-1' }], (all) => all);
  expect(new Set(list(clock).map(({ key }) => key)).size).toBe(2);
});

test('facts without a text are left out', () => {
  const [found] = createResourceList([vpc('a', { Name: '', State: 'x' })], (all) => all)(clock);
  expect(found?.details).toEqual({ State: 'x' });
});

test('the name of a resource is that of its tag', () => {
  expect(
    nameTag([
      { key: 'name', value: 'a' },
      { key: 'Name', value: 'b' },
    ]),
  ).toEqual({ Name: 'b' });
  expect(nameTag([])).toEqual({});
});
