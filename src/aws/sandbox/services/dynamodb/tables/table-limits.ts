import type { DescribeLimitsInput, DescribeLimitsOutput } from '@aws-sdk/client-dynamodb';
import { defineOperation } from '../../../operation/index.ts';

/** Developer Guide, "Quotas in Amazon DynamoDB": the same in all Regions but us-east-1's former ones. */
const LIMITS = {
  AccountMaxReadCapacityUnits: 80_000,
  AccountMaxWriteCapacityUnits: 80_000,
  TableMaxReadCapacityUnits: 40_000,
  TableMaxWriteCapacityUnits: 40_000,
};

export default {
  DescribeLimits: defineOperation<DescribeLimitsInput, DescribeLimitsOutput>({
    access: { action: 'dynamodb:DescribeLimits', resource: () => '*', namesResource: true },
    handle: () => LIMITS,
  }),
};
