import type * as Ec2 from '@aws-sdk/client-ec2';
import { defineOperation } from '../../operation/index.ts';
import { inRegion } from './find.ts';
import { networksOf } from './state/index.ts';
import { permissionToDescribe } from './tagged-resources.ts';

const ATTRIBUTES = [
  ...['supported-platforms', 'default-vpc', 'max-instances', 'vpc-max-security-groups-per-interface'],
  ...['max-elastic-ips', 'vpc-max-elastic-ips'],
];

export default {
  DescribeAccountAttributes: defineOperation<
    Ec2.DescribeAccountAttributesRequest,
    Ec2.DescribeAccountAttributesResult
  >({
    constraints: {
      AttributeNames: {
        item: {
          values: ATTRIBUTES,
          source: 'API reference, DescribeAccountAttributes',
        },
        source: 'API reference, DescribeAccountAttributes',
      },
    },
    reads: ['DryRun'],
    access: permissionToDescribe('DescribeAccountAttributes'),
    handle: ({ input, state, region }) => {
      const { AttributeNames: names = [] } = input;
      const isDefault = inRegion(networksOf(state).vpcs, region).find((vpc) => vpc.isDefault);
      // As a new account has them (EC2 and VPC User Guides, quotas).
      const attributes: readonly (readonly [string, string])[] = [
        ['vpc-max-security-groups-per-interface', '5'],
        ['max-instances', '20'],
        ['supported-platforms', 'VPC'],
        ['default-vpc', isDefault?.id ?? 'none'],
        ['max-elastic-ips', '5'],
        ['vpc-max-elastic-ips', '5'],
      ];
      return {
        AccountAttributes: attributes
          .filter(([name]) => names.length === 0 || names.includes(name as Ec2.AccountAttributeName))
          .map(([AttributeName, AttributeValue]) => ({
            AttributeName,
            AttributeValues: [{ AttributeValue }],
          })),
      };
    },
  }),
};
