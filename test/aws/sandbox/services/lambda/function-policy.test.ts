import { expect, test } from 'vitest';
import { principalElement } from '../../../../../src/aws/sandbox/services/lambda/function-policy.ts';

const NOBODY = 'arn:aws:iam::123456789012:user/nobody';

test.each([
  ['*', '*'],
  ['events.amazonaws.com', { Service: 'events.amazonaws.com' }],
  ['999999999999', { AWS: 'arn:aws:iam::999999999999:root' }],
  [NOBODY, { AWS: NOBODY }],
  ['arn:aws:iam::123456789012:root', { AWS: 'arn:aws:iam::123456789012:root' }],
  // Of another account nobody here can tell.
  ['arn:aws:iam::999999999999:role/x', { AWS: 'arn:aws:iam::999999999999:role/x' }],
  ['arn:aws:iam::123456789012:role/none', undefined],
  ['example.com', undefined],
])('%s', (given, element) => {
  const state = {
    account: { id: '123456789012' },
    users: new Map([['nobody', { arn: NOBODY }]]),
    roles: new Map(),
  };
  expect(principalElement(given, state as never)).toEqual(element);
});
