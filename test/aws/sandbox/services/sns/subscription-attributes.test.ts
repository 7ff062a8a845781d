import { describe, expect, test } from 'vitest';
import {
  deadLetterTarget,
  setAttributes,
} from '../../../../../src/aws/sandbox/services/sns/subscription-attributes.ts';

const set = (
  given: Record<string, string>,
  protocol = 'sqs',
  operation: 'Subscribe' | 'SetSubscriptionAttributes' = 'SetSubscriptionAttributes',
) => {
  const attributes = new Map([['RawMessageDelivery', 'true']]);
  setAttributes({ protocol, attributes }, given, operation);
  return Object.fromEntries(attributes);
};

describe('an attribute', () => {
  test('is set, and removed by an empty value', () => {
    expect(set({ FilterPolicy: '{"a":["b"]}' })).toEqual({
      RawMessageDelivery: 'true',
      FilterPolicy: '{"a":["b"]}',
    });
    expect(set({ RawMessageDelivery: 'false', FilterPolicy: '{}' })).toEqual({ RawMessageDelivery: 'false' });
    expect(set({ RedrivePolicy: '' })).toEqual({ RawMessageDelivery: 'true' });
  });

  test.each<[Record<string, string>, string]>([
    [{ RawMessageDelivery: 'yes' }, 'RawMessageDelivery: Invalid value [yes]. Must be true or false.'],
    [
      { FilterPolicyScope: 'All' },
      'FilterPolicyScope: Invalid value [All]. Please use either MessageBody or MessageAttributes',
    ],
    [
      { RedrivePolicy: '{"deadLetterTargetArn":"x"}' },
      'RedrivePolicy: deadLetterTargetArn is an invalid arn',
    ],
    [{ RedrivePolicy: '{' }, 'RedrivePolicy: failed to parse JSON.'],
    [{ Other: 'x' }, 'AttributeName'],
  ])('%j is refused', (given, reason) => {
    expect(() => set(given)).toThrow(
      expect.objectContaining({ code: 'InvalidParameterException', message: `Invalid parameter: ${reason}` }),
    );
  });

  test('is refused in other words as part of a subscription', () => {
    expect(() => set({ RawMessageDelivery: 'yes' }, 'sqs', 'Subscribe')).toThrow(
      'Invalid parameter: Attributes Reason: RawMessageDelivery: Invalid value [yes]. Must be true or false.',
    );
  });

  test('of raw messages is for queues, and those of HTTP are not simulated', () => {
    expect(() => set({ RawMessageDelivery: 'true' }, 'email')).toThrow(
      'does not support raw message delivery',
    );
    expect(() => set({ DeliveryPolicy: '{}' })).toThrow('DeliveryPolicy');
  });
});

test.each([
  ['{"deadLetterTargetArn":"arn:aws:sqs:x"}', 'arn:aws:sqs:x'],
  ['{}', ''],
  ['x', undefined],
])('the dead letters of %s go to %s', (policy, target) => {
  expect(deadLetterTarget(policy)).toBe(target);
});
