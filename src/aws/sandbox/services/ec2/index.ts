import { ServiceError } from '../../errors/index.ts';
import type { Service } from '../../operation/index.ts';

export const ec2: Service = {
  undeclared: true,
  resources: [
    {
      load: () => import('./vpcs.ts'),
      names: [
        'AssociateVpcCidrBlock',
        'CreateDefaultVpc',
        'CreateVpc',
        'DeleteVpc',
        'DescribeVpcAttribute',
        'DescribeVpcs',
        'DisassociateVpcCidrBlock',
        'ModifyVpcAttribute',
      ],
    },
    {
      load: () => import('./subnets.ts'),
      names: ['CreateSubnet', 'DeleteSubnet', 'DescribeSubnets', 'ModifySubnetAttribute'],
    },
    {
      load: () => import('./internet-gateways.ts'),
      names: [
        'AttachInternetGateway',
        'CreateInternetGateway',
        'DeleteInternetGateway',
        'DescribeInternetGateways',
        'DetachInternetGateway',
      ],
    },
    {
      load: () => import('./route-tables.ts'),
      names: [
        'AssociateRouteTable',
        'CreateRouteTable',
        'DeleteRouteTable',
        'DescribeRouteTables',
        'DisassociateRouteTable',
        'ReplaceRouteTableAssociation',
      ],
    },
    {
      load: () => import('./routes.ts'),
      names: ['CreateRoute', 'DeleteRoute', 'ReplaceRoute'],
    },
    {
      load: () => import('./security-groups.ts'),
      names: [
        'CreateSecurityGroup',
        'DeleteSecurityGroup',
        'DescribeSecurityGroups',
        'GetSecurityGroupsForVpc',
      ],
    },
    {
      load: () => import('./security-group-rules.ts'),
      names: [
        'AuthorizeSecurityGroupEgress',
        'AuthorizeSecurityGroupIngress',
        'DescribeSecurityGroupRules',
        'ModifySecurityGroupRules',
        'RevokeSecurityGroupEgress',
        'RevokeSecurityGroupIngress',
      ],
    },
    {
      load: () => import('./tags.ts'),
      names: ['CreateTags', 'DeleteTags', 'DescribeTags'],
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
