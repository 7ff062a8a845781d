import { expect, test } from 'vitest';
import type { EventRule } from '../../../../../src/aws/sandbox/services/events/events-state.ts';
import { busNameOf, patternOf, ruleArn } from '../../../../../src/aws/sandbox/services/events/find-bus.ts';

test.each([
  [undefined, 'default'],
  ['orders', 'orders'],
  ['arn:aws:events:ap-northeast-1:123456789012:event-bus/orders', 'orders'],
  ['arn:aws:events:us-east-1:123456789012:event-bus/aws.partner/x/y', 'aws.partner/x/y'],
])('%s names the bus %s', (given, name) => {
  expect(busNameOf(given)).toBe(name);
});

test.each([
  ['default', 'arn:aws:events:ap-northeast-1:123456789012:rule/r'],
  ['orders', 'arn:aws:events:ap-northeast-1:123456789012:rule/orders/r'],
])('a rule of the bus %s is %s', (bus, arn) => {
  const place = { state: { account: { id: '123456789012' } }, region: 'ap-northeast-1' };
  expect(ruleArn(place as never, bus, 'r')).toBe(arn);
});

test('the pattern of a rule is parsed once, and again after a change', () => {
  const rule = {} as EventRule;
  const first = patternOf(rule, '{"source":["a"]}');
  expect(patternOf(rule, '{"source":["a"]}')).toBe(first);
  expect(patternOf(rule, '{"source":["b"]}')).not.toEqual(first);
});
