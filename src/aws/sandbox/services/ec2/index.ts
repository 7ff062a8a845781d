import { ServiceError } from '../../errors/index.ts';
import type { OperationContext, Service } from '../../operation/index.ts';
import type { Structure } from '../../protocols/index.ts';
import { requestTags } from './ec2-permissions.ts';
import { settle } from './settle.ts';

export const ec2: Service = {
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
      load: () => import('./addresses.ts'),
      names: [
        'AllocateAddress',
        'AssociateAddress',
        'DescribeAddresses',
        'DisassociateAddress',
        'ReleaseAddress',
      ],
    },
    {
      load: () => import('./nat-gateways.ts'),
      names: ['CreateNatGateway', 'DeleteNatGateway', 'DescribeNatGateways'],
    },
    {
      load: () => import('./network-interfaces.ts'),
      names: [
        'AttachNetworkInterface',
        'CreateNetworkInterface',
        'DeleteNetworkInterface',
        'DescribeNetworkInterfaceAttribute',
        'DescribeNetworkInterfaces',
        'DetachNetworkInterface',
        'ModifyNetworkInterfaceAttribute',
      ],
    },
    {
      load: () => import('./key-pairs.ts'),
      names: ['CreateKeyPair', 'DeleteKeyPair', 'DescribeKeyPairs', 'ImportKeyPair'],
    },
    {
      load: () => import('./images.ts'),
      names: ['CreateImage', 'DeregisterImage', 'DescribeImages'],
    },
    {
      load: () => import('./instance-types.ts'),
      names: ['DescribeInstanceTypeOfferings', 'DescribeInstanceTypes'],
    },
    {
      load: () => import('./run-instances.ts'),
      names: ['RunInstances'],
    },
    {
      load: () => import('./instances.ts'),
      names: [
        'DescribeInstances',
        'RebootInstances',
        'StartInstances',
        'StopInstances',
        'TerminateInstances',
      ],
    },
    {
      load: () => import('./instance-status.ts'),
      names: ['DescribeInstanceStatus'],
    },
    {
      load: () => import('./instance-attributes.ts'),
      names: [
        'DescribeInstanceAttribute',
        'GetConsoleOutput',
        'ModifyInstanceAttribute',
        'ModifyInstanceMetadataOptions',
      ],
    },
    {
      load: () => import('./instance-profiles.ts'),
      names: [
        'AssociateIamInstanceProfile',
        'DescribeIamInstanceProfileAssociations',
        'DisassociateIamInstanceProfile',
        'ReplaceIamInstanceProfileAssociation',
      ],
    },
    {
      load: () => import('./volumes.ts'),
      names: ['AttachVolume', 'CreateVolume', 'DeleteVolume', 'DescribeVolumes', 'DetachVolume'],
    },
    {
      load: () => import('./snapshots.ts'),
      names: ['CreateSnapshot', 'DeleteSnapshot', 'DescribeSnapshots'],
    },
    {
      load: () => import('./launch-templates.ts'),
      names: [
        'CreateLaunchTemplate',
        'CreateLaunchTemplateVersion',
        'DeleteLaunchTemplate',
        'DescribeLaunchTemplateVersions',
        'DescribeLaunchTemplates',
        'ModifyLaunchTemplate',
      ],
    },
    {
      load: () => import('./network-acls.ts'),
      names: [
        'CreateNetworkAcl',
        'CreateNetworkAclEntry',
        'DeleteNetworkAcl',
        'DeleteNetworkAclEntry',
        'DescribeNetworkAcls',
        'ReplaceNetworkAclAssociation',
        'ReplaceNetworkAclEntry',
      ],
    },
    {
      load: () => import('./dhcp-options.ts'),
      names: ['AssociateDhcpOptions', 'CreateDhcpOptions', 'DeleteDhcpOptions', 'DescribeDhcpOptions'],
    },
    {
      load: () => import('./vpc-peering.ts'),
      names: [
        'AcceptVpcPeeringConnection',
        'CreateVpcPeeringConnection',
        'DeleteVpcPeeringConnection',
        'DescribeVpcPeeringConnections',
        'ModifyVpcPeeringConnectionOptions',
        'RejectVpcPeeringConnection',
      ],
    },
    {
      load: () => import('./vpc-endpoints.ts'),
      names: ['CreateVpcEndpoint', 'DeleteVpcEndpoints', 'DescribeVpcEndpoints', 'ModifyVpcEndpoint'],
    },
    {
      load: () => import('./prefix-lists.ts'),
      names: ['DescribeManagedPrefixLists', 'DescribePrefixLists'],
    },
    {
      load: () => import('./account-attributes.ts'),
      names: ['DescribeAccountAttributes'],
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
  locate: ({ state, clock }) => settle(state, clock),
  intercept: (input, { operation }, context) => {
    requireTagging(input, operation, context);
    // "If you have the required permissions, the error response is DryRunOperation" (API reference, every operation).
    if (input.DryRun === true)
      throw new ServiceError(412, 'DryRunOperation', 'Request would have succeeded, but DryRun flag is set.');
  },
};

/** Who tags what is made needs leave for that, too (EC2 User Guide, "Grant permission to tag on creation"). */
function requireTagging(
  { TagSpecifications }: Structure,
  operation: string,
  { require, state, region }: OperationContext<Structure>,
): void {
  for (const { ResourceType } of (TagSpecifications ?? []) as { readonly ResourceType?: string }[])
    require({
      action: 'ec2:CreateTags',
      resource: `arn:aws:ec2:${region}:${state.account.id}:${ResourceType}/*`,
      conditions: { 'ec2:CreateAction': operation, ...requestTags({ TagSpecifications }) },
    });
}
