import { expect, test } from 'vitest';
import {
  requestTagConditions,
  resourceTagConditions,
} from '../../../../src/aws/sandbox/authorization/tag-conditions.ts';

test('the tags of a request are conditions of their values, and of their keys', () => {
  expect(requestTagConditions([{ Key: 'team', Value: 'blue' }, { Key: 'empty' }])).toEqual({
    'aws:RequestTag/team': 'blue',
    'aws:RequestTag/empty': '',
    'aws:TagKeys': ['team', 'empty'],
  });
});

test('without tags there are no conditions', () => {
  expect([requestTagConditions(), requestTagConditions([])]).toEqual([{}, {}]);
});

test('the tags of a resource have a second name where the service gives one', () => {
  const tags = [{ key: 'team', value: 'blue' }];
  expect(resourceTagConditions(tags)).toEqual({ 'aws:ResourceTag/team': 'blue' });
  expect(resourceTagConditions(tags, 'ec2')).toEqual({
    'aws:ResourceTag/team': 'blue',
    'ec2:ResourceTag/team': 'blue',
  });
});
