import { expect, test } from 'vitest';
import { readPolicies } from '../../../../../src/aws/sandbox/services/ssm/parameter-policies.ts';

const expiration = {
  Type: 'Expiration',
  Version: '1.0',
  Attributes: { Timestamp: '2036-01-01T00:00:00.000Z' },
};

test('an expiration is read, alone or in a list; an empty policy is none', () => {
  const expected = [{ text: JSON.stringify(expiration), expires: new Date('2036-01-01T00:00:00Z') }];
  expect(readPolicies(JSON.stringify(expiration))).toEqual(expected);
  expect(readPolicies(JSON.stringify([expiration]))).toEqual(expected);
  expect(readPolicies('[{}]')).toEqual([]);
});

test.each<[unknown, string]>([
  [[expiration, expiration], 'IncompatiblePolicyException'],
  [{ ...expiration, Type: 'Other' }, 'InvalidPolicyTypeException'],
  [{ ...expiration, Version: '2.0' }, 'InvalidPolicyAttributeException'],
  [{ ...expiration, Attributes: { Timestamp: 'soon' } }, 'InvalidPolicyAttributeException'],
  ['text', 'InvalidPolicyAttributeException'],
  // Events of Parameter Store are not simulated.
  [{ ...expiration, Type: 'NoChangeNotification' }, 'NotImplemented'],
])('%j is refused with %s', (policy, code) => {
  expect(() => readPolicies(JSON.stringify(policy))).toThrow(expect.objectContaining({ code }));
});

test('no JSON is refused', () => {
  expect(() => readPolicies('[')).toThrow('A policy attribute or its value is invalid.');
});
