import { type OperationContext, ServiceError, type SimulatedService } from '../../operation/index.ts';
import type { Structure } from '../../protocols/index.ts';
import { settleInstances } from './settle.ts';
import { requestTags } from './tagged-resources.ts';

export const ec2: SimulatedService = {
  resources: [
    {
      load: () => import(/* webpackChunkName: "ec2" */ './vpcs.ts'),
      names: [
        'CreateDefaultVpc',
        'CreateVpc',
        'DeleteVpc',
        'DescribeVpcAttribute',
        'DescribeVpcs',
        'ModifyVpcAttribute',
      ],
    },
    {
      load: () => import(/* webpackChunkName: "ec2" */ './vpc-cidr-blocks.ts'),
      names: ['AssociateVpcCidrBlock', 'DisassociateVpcCidrBlock'],
    },
    {
      load: () => import(/* webpackChunkName: "ec2" */ './subnets.ts'),
      names: ['CreateSubnet', 'DeleteSubnet', 'DescribeSubnets', 'ModifySubnetAttribute'],
    },
    {
      load: () => import(/* webpackChunkName: "ec2" */ './internet-gateways.ts'),
      names: [
        'AttachInternetGateway',
        'CreateInternetGateway',
        'DeleteInternetGateway',
        'DescribeInternetGateways',
        'DetachInternetGateway',
      ],
    },
    {
      load: () => import(/* webpackChunkName: "ec2" */ './route-tables.ts'),
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
      load: () => import(/* webpackChunkName: "ec2" */ './routes.ts'),
      names: ['CreateRoute', 'DeleteRoute', 'ReplaceRoute'],
    },
    {
      load: () => import(/* webpackChunkName: "ec2-networks" */ './security-groups.ts'),
      names: [
        'CreateSecurityGroup',
        'DeleteSecurityGroup',
        'DescribeSecurityGroups',
        'GetSecurityGroupsForVpc',
      ],
    },
    {
      load: () => import(/* webpackChunkName: "ec2-networks" */ './security-group-rules.ts'),
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
      load: () => import(/* webpackChunkName: "ec2-networks" */ './addresses.ts'),
      names: [
        'AllocateAddress',
        'AssociateAddress',
        'DescribeAddresses',
        'DisassociateAddress',
        'ReleaseAddress',
      ],
    },
    {
      load: () => import(/* webpackChunkName: "ec2-networks" */ './nat-gateways.ts'),
      names: ['CreateNatGateway', 'DeleteNatGateway', 'DescribeNatGateways'],
    },
    {
      load: () => import(/* webpackChunkName: "ec2-networks" */ './network-interfaces.ts'),
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
      load: () => import(/* webpackChunkName: "ec2-instances" */ './key-pairs.ts'),
      names: ['CreateKeyPair', 'DeleteKeyPair', 'DescribeKeyPairs', 'ImportKeyPair'],
    },
    {
      load: () => import(/* webpackChunkName: "ec2-instances" */ './images.ts'),
      names: ['CreateImage', 'DeregisterImage', 'DescribeImages'],
    },
    {
      load: () => import(/* webpackChunkName: "ec2-instances" */ './instance-types.ts'),
      names: ['DescribeInstanceTypeOfferings', 'DescribeInstanceTypes'],
    },
    {
      load: () => import(/* webpackChunkName: "ec2-instances" */ './run-instances.ts'),
      names: ['RunInstances'],
    },
    {
      load: () => import(/* webpackChunkName: "ec2-instances" */ './instances.ts'),
      names: [
        'DescribeInstances',
        'RebootInstances',
        'StartInstances',
        'StopInstances',
        'TerminateInstances',
      ],
    },
    {
      load: () => import(/* webpackChunkName: "ec2-instances" */ './instance-status.ts'),
      names: ['DescribeInstanceStatus'],
    },
    {
      load: () => import(/* webpackChunkName: "ec2-instances" */ './instance-attributes.ts'),
      names: [
        'DescribeInstanceAttribute',
        'GetConsoleOutput',
        'ModifyInstanceAttribute',
        'ModifyInstanceMetadataOptions',
      ],
    },
    {
      load: () => import(/* webpackChunkName: "ec2-instances" */ './instance-profiles.ts'),
      names: [
        'AssociateIamInstanceProfile',
        'DescribeIamInstanceProfileAssociations',
        'DisassociateIamInstanceProfile',
        'ReplaceIamInstanceProfileAssociation',
      ],
    },
    {
      load: () => import(/* webpackChunkName: "ec2-instances" */ './volumes.ts'),
      names: ['AttachVolume', 'CreateVolume', 'DeleteVolume', 'DescribeVolumes', 'DetachVolume'],
    },
    {
      load: () => import(/* webpackChunkName: "ec2-instances" */ './snapshots.ts'),
      names: ['CreateSnapshot', 'DeleteSnapshot', 'DescribeSnapshots'],
    },
    {
      load: () => import(/* webpackChunkName: "ec2-instances" */ './launch-templates.ts'),
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
      load: () => import(/* webpackChunkName: "ec2-networks" */ './network-acls.ts'),
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
      load: () => import(/* webpackChunkName: "ec2-networks" */ './dhcp-options.ts'),
      names: ['AssociateDhcpOptions', 'CreateDhcpOptions', 'DeleteDhcpOptions', 'DescribeDhcpOptions'],
    },
    {
      load: () => import(/* webpackChunkName: "ec2-networks" */ './vpc-peering.ts'),
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
      load: () => import(/* webpackChunkName: "ec2-networks" */ './vpc-endpoints.ts'),
      names: ['CreateVpcEndpoint', 'DeleteVpcEndpoints', 'DescribeVpcEndpoints', 'ModifyVpcEndpoint'],
    },
    {
      load: () => import(/* webpackChunkName: "ec2-networks" */ './prefix-lists.ts'),
      names: ['DescribeManagedPrefixLists', 'DescribePrefixLists'],
    },
    {
      load: () => import(/* webpackChunkName: "ec2-networks" */ './account-attributes.ts'),
      names: ['DescribeAccountAttributes'],
    },
    {
      load: () => import(/* webpackChunkName: "ec2" */ './tags.ts'),
      names: ['CreateTags', 'DeleteTags', 'DescribeTags'],
    },
    {
      load: () => import(/* webpackChunkName: "ec2" */ './regions.ts'),
      names: ['DescribeAvailabilityZones', 'DescribeRegions'],
    },
  ],
  locate: ({ state, clock }) => settleInstances(state, clock),
  intercept: (input, { operation }, context) => {
    requireTagging(input, operation, context);
    // "If you have the required permissions, the error response is DryRunOperation" (API reference, every operation).
    if (input.DryRun === true)
      throw new ServiceError(412, 'DryRunOperation', 'Request would have succeeded, but DryRun flag is set.');
  },
};

/** Requires the permission to tag on creation (EC2 User Guide, "Grant permission to tag on creation"). */
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
