import type * as Ec2 from '@aws-sdk/client-ec2';
import { defineOperation, type OperationContext } from '../../operation/index.ts';
import {
  dependencyViolation,
  ec2Error,
  ec2LimitExceeded,
  ec2MissingParameter,
  ec2NotSimulated,
} from './ec2-errors.ts';
import { kinds, newId } from './ec2-kinds.ts';
import { find, inRegion } from './find.ts';
import { type FilterValues, PAGE_LIMITS, refuseIdsWithPages, selectPage } from './select.ts';
import { addDefaultGateway, addVpc, defaultDhcpOptions, networksOf, type Vpc } from './state/index.ts';
import { addDefaultSubnets } from './subnets.ts';
import { someTags, tagsFor, toEc2Tags } from './tag-specifications.ts';
import { ec2PermissionToCreate, permissionToChange, permissionToDescribe } from './tagged-resources.ts';
import { toCidrAssociation, vpcBlock } from './vpc-cidr-blocks.ts';

/** "VPCs per Region: 5" (VPC User Guide, "Amazon VPC quotas"). */
const MOST_VPCS = 5;

/** The options that a region's VPCs have until others are associated. */
export function regionsDhcpOptions({ state, region, random }: OperationContext<object>): string {
  const { dhcpOptions } = networksOf(state);
  const known = inRegion(dhcpOptions, region).find(
    ({ tags, configurations }) => tags.length === 0 && configurations.length === 2,
  );
  if (known) return known.id;
  const created = defaultDhcpOptions(newId(random, 'dopt'), region);
  dhcpOptions.set(created.id, created);
  return created.id;
}

function createVpc(
  context: OperationContext<object>,
  fields: Pick<Vpc, 'cidrBlock' | 'isDefault' | 'instanceTenancy' | 'tags'>,
): Vpc {
  const { state, region, random } = context;
  const networks = networksOf(state);
  if (inRegion(networks.vpcs, region).length >= MOST_VPCS) throw ec2LimitExceeded('VpcLimitExceeded', 'VPCs');
  const vpc: Vpc = {
    ...fields,
    id: newId(random, 'vpc'),
    region,
    associations: [{ id: newId(random, 'vpc-cidr-assoc'), cidrBlock: fields.cidrBlock }],
    dhcpOptionsId: regionsDhcpOptions(context),
    state: 'available',
    enableDnsSupport: true,
    enableDnsHostnames: fields.isDefault,
    enableNetworkAddressUsageMetrics: false,
  };
  addVpc(networks, vpc, random);
  return vpc;
}

export default {
  CreateVpc: defineOperation<Ec2.CreateVpcRequest, Ec2.CreateVpcResult>({
    reads: [
      ...(['DryRun', 'CidrBlock', 'InstanceTenancy'] as const),
      ...(['TagSpecifications', 'AmazonProvidedIpv6CidrBlock'] as const),
    ],
    access: ec2PermissionToCreate('CreateVpc', kinds.vpc),
    handle: (context) => {
      const {
        CidrBlock,
        InstanceTenancy = 'default',
        TagSpecifications,
        AmazonProvidedIpv6CidrBlock,
      } = context.input;
      if (AmazonProvidedIpv6CidrBlock) throw ec2NotSimulated('IPv6 blocks of a VPC');
      if (CidrBlock === undefined) throw ec2MissingParameter('cidrBlock');
      const vpc = createVpc(context, {
        cidrBlock: vpcBlock(CidrBlock),
        isDefault: false,
        instanceTenancy: InstanceTenancy,
        tags: tagsFor(TagSpecifications, kinds.vpc),
      });
      const shown = { ...toVpc(vpc, context.state.account.id), State: 'pending' as const };
      return { Vpc: { ...shown, Ipv6CidrBlockAssociationSet: [], Tags: toEc2Tags(vpc.tags) } };
    },
  }),

  CreateDefaultVpc: defineOperation<Ec2.CreateDefaultVpcRequest, Ec2.CreateDefaultVpcResult>({
    reads: ['DryRun'],
    access: ec2PermissionToCreate('CreateDefaultVpc', kinds.vpc),
    handle: (context) => {
      const { state, region, random } = context;
      const networks = networksOf(state);
      if (inRegion(networks.vpcs, region).some(({ isDefault }) => isDefault))
        throw ec2Error(
          'DefaultVpcAlreadyExists',
          'A Default VPC already exists for this account in this region.',
        );
      const fields = {
        cidrBlock: '172.31.0.0/16',
        isDefault: true,
        instanceTenancy: 'default',
        tags: [],
      } as const;
      const vpc = createVpc(context, fields);
      addDefaultGateway(networks, vpc.id, region, random);
      addDefaultSubnets(networks, vpc, random);
      return {
        Vpc: { ...toVpc(vpc, state.account.id), State: 'pending', Ipv6CidrBlockAssociationSet: [], Tags: [] },
      };
    },
  }),

  DescribeVpcs: defineOperation<Ec2.DescribeVpcsRequest, Ec2.DescribeVpcsResult>({
    constraints: PAGE_LIMITS,
    reads: ['DryRun', 'VpcIds', 'Filters', 'NextToken'],
    access: permissionToDescribe('DescribeVpcs'),
    handle: ({ input, state, region }) => {
      refuseIdsWithPages('VpcIds', input.VpcIds, input);
      const vpcs = inRegion(networksOf(state).vpcs, region);
      const page = selectPage(vpcs, input.VpcIds, kinds.vpc, input, vpcFilters(state.account.id));
      return { Vpcs: page.items.map((vpc) => toVpc(vpc, state.account.id)), NextToken: page.next };
    },
  }),

  DeleteVpc: defineOperation<Ec2.DeleteVpcRequest, object>({
    reads: ['DryRun', 'VpcId'],
    access: permissionToChange('DeleteVpc', kinds.vpc, 'VpcId'),
    handle: ({ input, state, region }) => {
      const networks = networksOf(state);
      const { id } = find(networks.vpcs, input.VpcId, kinds.vpc, region);
      const ofVpc = (item: { readonly vpcId?: string }) => item.vpcId === id;
      const remaining = [
        ...[...networks.subnets.values()].filter(ofVpc),
        ...[...networks.internetGateways.values()].filter(ofVpc),
        ...[...networks.routeTables.values()].filter((table) => ofVpc(table) && !isMain(table)),
        ...[...networks.securityGroups.values()].filter((group) => ofVpc(group) && group.name !== 'default'),
        ...[...networks.networkAcls.values()].filter((acl) => ofVpc(acl) && !acl.isDefault),
        ...[...networks.networkInterfaces.values()].filter(ofVpc),
        ...[...networks.vpcEndpoints.values()].filter(ofVpc),
      ];
      if (remaining.length > 0) throw dependencyViolation('vpc', id);
      for (const items of [networks.routeTables, networks.securityGroups, networks.networkAcls])
        for (const item of items.values()) if (ofVpc(item)) items.delete(item.id);
      networks.vpcs.delete(id);
      return {};
    },
  }),

  DescribeVpcAttribute: defineOperation<Ec2.DescribeVpcAttributeRequest, Ec2.DescribeVpcAttributeResult>({
    reads: ['DryRun', 'VpcId', 'Attribute'],
    access: permissionToDescribe('DescribeVpcAttribute'),
    handle: ({ input, state, region }) => {
      const vpc = find(networksOf(state).vpcs, input.VpcId, kinds.vpc, region);
      const { Attribute } = input;
      return {
        VpcId: vpc.id,
        ...(Attribute === 'enableDnsSupport' && { EnableDnsSupport: { Value: vpc.enableDnsSupport } }),
        ...(Attribute === 'enableDnsHostnames' && { EnableDnsHostnames: { Value: vpc.enableDnsHostnames } }),
        ...(Attribute === 'enableNetworkAddressUsageMetrics' && {
          EnableNetworkAddressUsageMetrics: { Value: vpc.enableNetworkAddressUsageMetrics },
        }),
      };
    },
  }),

  ModifyVpcAttribute: defineOperation<Ec2.ModifyVpcAttributeRequest, object>({
    reads: [
      ...(['VpcId', 'EnableDnsSupport'] as const),
      ...(['EnableDnsHostnames', 'EnableNetworkAddressUsageMetrics'] as const),
    ],
    access: permissionToChange('ModifyVpcAttribute', kinds.vpc, 'VpcId'),
    handle: ({ input, state, region }) => {
      const vpc = find(networksOf(state).vpcs, input.VpcId, kinds.vpc, region);
      const { EnableDnsSupport, EnableDnsHostnames, EnableNetworkAddressUsageMetrics } = input;
      const given = [EnableDnsSupport, EnableDnsHostnames, EnableNetworkAddressUsageMetrics].filter(Boolean);
      // "You cannot modify the DNS resolution and DNS hostnames attributes in the same request" (API reference).
      if (given.length > 1)
        throw ec2Error('InvalidParameterCombination', 'Fields for multiple attribute types specified');
      vpc.enableDnsSupport = EnableDnsSupport?.Value ?? vpc.enableDnsSupport;
      vpc.enableDnsHostnames = EnableDnsHostnames?.Value ?? vpc.enableDnsHostnames;
      vpc.enableNetworkAddressUsageMetrics =
        EnableNetworkAddressUsageMetrics?.Value ?? vpc.enableNetworkAddressUsageMetrics;
      return {};
    },
  }),
};

const isMain = ({
  associations,
}: {
  readonly associations: readonly { readonly subnetId?: string }[];
}): boolean => associations.some(({ subnetId }) => subnetId === undefined);

/** AWS sends no element for a VPC without tags, nor for one without IPv6 blocks. */
function toVpc(vpc: Vpc, accountId: string): Ec2.Vpc {
  return {
    VpcId: vpc.id,
    OwnerId: accountId,
    State: vpc.state,
    CidrBlock: vpc.cidrBlock,
    CidrBlockAssociationSet: vpc.associations.map((association) => toCidrAssociation(association)),
    DhcpOptionsId: vpc.dhcpOptionsId,
    InstanceTenancy: vpc.instanceTenancy,
    IsDefault: vpc.isDefault,
    Tags: someTags(vpc.tags),
  };
}

/** The filters that the API reference lists, and `cidr-block`, which AWS takes for `cidr`. No VPC has an IPv6 block. */
function vpcFilters(accountId: string): FilterValues<Vpc> {
  const cidr = (vpc: Vpc) => [vpc.cidrBlock];
  const none = () => [];
  return {
    cidr,
    'cidr-block': cidr,
    'cidr-block-association.cidr-block': (vpc) => vpc.associations.map(({ cidrBlock }) => cidrBlock),
    'cidr-block-association.association-id': (vpc) => vpc.associations.map(({ id }) => id),
    'cidr-block-association.state': () => ['associated'],
    'dhcp-options-id': (vpc) => [vpc.dhcpOptionsId],
    'ipv6-cidr-block-association.ipv6-cidr-block': none,
    'ipv6-cidr-block-association.ipv6-pool': none,
    'ipv6-cidr-block-association.association-id': none,
    'ipv6-cidr-block-association.state': none,
    'is-default': (vpc) => [vpc.isDefault],
    'owner-id': () => [accountId],
    state: (vpc) => [vpc.state],
    'vpc-id': (vpc) => [vpc.id],
  };
}
