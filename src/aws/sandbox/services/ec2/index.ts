import { ServiceError } from '../../errors/index.ts';
import type { Service } from '../../operation/index.ts';

export const ec2: Service = {
  undeclared: true,
  resources: [
    {
      load: () => import('./vpcs.ts'),
      names: ['DescribeVpcs'],
    },
    {
      load: () => import('./subnets.ts'),
      names: ['DescribeSubnets'],
    },
    {
      load: () => import('./regions.ts'),
      names: ['DescribeAvailabilityZones', 'DescribeRegions'],
    },
  ],
  // "If you have the required permissions, the error response is DryRunOperation" (API reference, every operation).
  intercept: ({ DryRun }) => {
    if (DryRun === true)
      throw new ServiceError(412, 'DryRunOperation', 'Request would have succeeded, but DryRun flag is set.');
  },
};
