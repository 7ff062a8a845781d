import { expect, test } from 'vitest';
import { keepWithin, QUOTAS } from '../../../../../src/aws/sandbox/services/iam/constraints.ts';

// IAM User Guide, "IAM and AWS STS quotas".
test.each([
  ['AccessKeysPerUser', 2],
  ['GroupsPerUser', 10],
  ['PolicySize', 6144],
  ['ACLSizePerRole', 2048],
] as const)('%s is %i', (quota, most) => {
  expect(QUOTAS[quota]).toBe(most);
  expect(() => keepWithin(quota, most)).not.toThrow();
  expect(() => keepWithin(quota, most + 1)).toThrow(
    expect.objectContaining({
      code: 'LimitExceeded',
      status: 409,
      message: `Cannot exceed quota for ${quota}: ${most}`,
    }),
  );
});
