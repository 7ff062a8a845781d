import type * as Ec2 from '@aws-sdk/client-ec2';
import { ZONES } from '../../catalogue/aws-regions.ts';
import { type AccountState, defineOperation } from '../../operation/index.ts';
import type { Random } from '../../random/index.ts';
import {
  dependencyViolation,
  ec2Error,
  ec2MissingParameter,
  invalidCidr,
  invalidParameterValue,
} from './ec2-errors.ts';
import { ec2Arn, kinds, newId } from './ec2-kinds.ts';
import { find, inRegion } from './find.ts';
import { containsBlock, formatCidr, overlaps, parseCidr } from './ip-addresses.ts';
import { type FilterValues, PAGE_LIMITS, refuseIdsWithPages, selectPage } from './select.ts';
import { addSubnet, type Networks, networksOf, type Subnet, type Vpc } from './state/index.ts';
import { someTags, tagsFor, toEc2Tags } from './tag-specifications.ts';
import { ec2PermissionToCreate, permissionToChange, permissionToDescribe } from './tagged-resources.ts';

export default {
  CreateSubnet: defineOperation<Ec2.CreateSubnetRequest, Ec2.CreateSubnetResult>({
    reads: [
      ...(['DryRun', 'TagSpecifications', 'AvailabilityZone'] as const),
      ...(['AvailabilityZoneId', 'CidrBlock', 'VpcId'] as const),
    ],
    access: ec2PermissionToCreate('CreateSubnet', kinds.subnet),
    handle: ({ input, state, region, random }) => {
      const networks = networksOf(state);
      const { VpcId, CidrBlock, AvailabilityZone, AvailabilityZoneId } = input;
      const vpc = find(networks.vpcs, VpcId, kinds.vpc, region);
      if (CidrBlock === undefined) throw ec2MissingParameter('cidrBlock');
      const subnet: Subnet = {
        id: newId(random, 'subnet'),
        region,
        tags: tagsFor(input.TagSpecifications, kinds.subnet),
        vpcId: vpc.id,
        cidrBlock: subnetBlock(CidrBlock, vpc, networks),
        availabilityZone: zoneFor(region, AvailabilityZone, AvailabilityZoneId),
        state: 'available',
        defaultForAz: false,
        mapPublicIpOnLaunch: false,
      };
      addSubnet(networks, subnet, random);
      return { Subnet: { ...toSubnet(subnet, state), Tags: toEc2Tags(subnet.tags) } };
    },
  }),

  DescribeSubnets: defineOperation<Ec2.DescribeSubnetsRequest, Ec2.DescribeSubnetsResult>({
    constraints: PAGE_LIMITS,
    reads: ['DryRun', 'SubnetIds', 'Filters', 'NextToken'],
    access: permissionToDescribe('DescribeSubnets'),
    handle: ({ input, state, region }) => {
      refuseIdsWithPages('SubnetIds', input.SubnetIds, input);
      const subnets = inRegion(networksOf(state).subnets, region);
      const page = selectPage(subnets, input.SubnetIds, kinds.subnet, input, subnetFilters(state));
      return { Subnets: page.items.map((subnet) => toSubnet(subnet, state)), NextToken: page.next };
    },
  }),

  DeleteSubnet: defineOperation<Ec2.DeleteSubnetRequest, object>({
    reads: ['DryRun', 'SubnetId'],
    access: permissionToChange('DeleteSubnet', kinds.subnet, 'SubnetId'),
    handle: ({ input, state, region }) => {
      const networks = networksOf(state);
      const { id } = find(networks.subnets, input.SubnetId, kinds.subnet, region);
      if ([...networks.networkInterfaces.values()].some(({ subnetId }) => subnetId === id))
        throw dependencyViolation('subnet', id);
      for (const owner of [...networks.routeTables.values(), ...networks.networkAcls.values()])
        owner.associations = owner.associations.filter(({ subnetId }) => subnetId !== id) as never;
      networks.subnets.delete(id);
      return {};
    },
  }),

  ModifySubnetAttribute: defineOperation<Ec2.ModifySubnetAttributeRequest, object>({
    reads: ['SubnetId', 'MapPublicIpOnLaunch'],
    access: permissionToChange('ModifySubnetAttribute', kinds.subnet, 'SubnetId'),
    handle: ({ input, state, region }) => {
      const subnet = find(networksOf(state).subnets, input.SubnetId, kinds.subnet, region);
      const { MapPublicIpOnLaunch } = input;
      subnet.mapPublicIpOnLaunch = MapPublicIpOnLaunch?.Value ?? subnet.mapPublicIpOnLaunch;
      return {};
    },
  }),
};

/** Reads a subnet's block: within one of the VPC's, /16 to /28, and apart from the blocks of its other subnets. */
function subnetBlock(text: string, vpc: Vpc, networks: Networks): string {
  const cidr = parseCidr(text);
  if (!cidr) throw invalidCidr(text, 'cidrBlock');
  const isWithin = vpc.associations.some(({ cidrBlock }) => {
    const block = parseCidr(cidrBlock);
    return block && containsBlock(block, cidr);
  });
  if (!isWithin || cidr.prefix > 28) throw ec2Error('InvalidSubnet.Range', `The CIDR '${text}' is invalid.`);
  for (const { vpcId, cidrBlock } of networks.subnets.values()) {
    const other = parseCidr(cidrBlock);
    if (vpcId === vpc.id && other && overlaps(other, cidr))
      throw ec2Error('InvalidSubnet.Conflict', `The CIDR '${text}' conflicts with another subnet`);
  }
  return formatCidr(cidr);
}

/** "AWS selects one for you" (API reference): the sandbox the first of the region. */
function zoneFor(region: string, name: string | undefined, id: string | undefined): string {
  const zones = ZONES.filter((zone) => zone.region.name === region);
  if (name === undefined && id === undefined) return zones[0]?.name ?? `${region}a`;
  const zone = zones.find((one) => one.name === name || one.id === id);
  if (zone) return zone.name;
  const list = zones.map((one) => one.name).join(', ');
  throw invalidParameterValue(
    `Value (${name ?? id}) for parameter availabilityZone is invalid. Subnets can currently only be created in the following availability zones: ${list}.`,
  );
}

/** A default VPC has a /20 subnet in each zone (VPC User Guide, "Default VPC components"). */
export function addDefaultSubnets(networks: Networks, vpc: Vpc, random: Random): void {
  const zones = ZONES.filter((zone) => zone.region.name === vpc.region);
  for (const [index, zone] of zones.entries()) {
    const subnet: Subnet = {
      id: newId(random, 'subnet'),
      region: vpc.region,
      tags: [],
      vpcId: vpc.id,
      cidrBlock: `172.31.${index * 16}.0/20`,
      availabilityZone: zone.name,
      state: 'available',
      defaultForAz: true,
      mapPublicIpOnLaunch: true,
    };
    addSubnet(networks, subnet, random);
  }
}

const zoneIdOf = ({ availabilityZone }: Subnet): string =>
  ZONES.find(({ name }) => name === availabilityZone)?.id ?? '';

/** "The first four IP addresses and the last IP address in each subnet CIDR block are not available" (VPC User Guide). */
function freeAddresses({ id, cidrBlock }: Subnet, state: AccountState): number {
  const used = [...networksOf(state).networkInterfaces.values()].filter(({ subnetId }) => subnetId === id);
  return 2 ** (32 - Number(cidrBlock.split('/')[1])) - 5 - used.length;
}

function toSubnet(subnet: Subnet, state: AccountState): Ec2.Subnet {
  return {
    AvailabilityZone: subnet.availabilityZone,
    AvailabilityZoneId: zoneIdOf(subnet),
    AvailableIpAddressCount: freeAddresses(subnet, state),
    CidrBlock: subnet.cidrBlock,
    DefaultForAz: subnet.defaultForAz,
    MapPublicIpOnLaunch: subnet.mapPublicIpOnLaunch,
    MapCustomerOwnedIpOnLaunch: false,
    State: subnet.state,
    SubnetId: subnet.id,
    VpcId: subnet.vpcId,
    OwnerId: state.account.id,
    AssignIpv6AddressOnCreation: false,
    Ipv6CidrBlockAssociationSet: [],
    Tags: someTags(subnet.tags),
    SubnetArn: ec2Arn(state, subnet.region, kinds.subnet, subnet.id),
    EnableDns64: false,
    Ipv6Native: false,
    PrivateDnsNameOptionsOnLaunch: {
      HostnameType: 'ip-name',
      EnableResourceNameDnsARecord: false,
      EnableResourceNameDnsAAAARecord: false,
    },
  };
}

/** The filters that the API reference lists, under each of their names. No subnet has IPv6 or an Outpost. */
function subnetFilters(state: AccountState): FilterValues<Subnet> {
  const cidr = ({ cidrBlock }: Subnet) => [cidrBlock];
  const none = () => [];
  const never = () => [false];
  return {
    'availability-zone': ({ availabilityZone }) => [availabilityZone],
    'availability-zone-id': (subnet) => [zoneIdOf(subnet)],
    'available-ip-address-count': (subnet) => [freeAddresses(subnet, state)],
    'cidr-block': cidr,
    cidr,
    'customer-owned-ipv4-pool': none,
    'default-for-az': ({ defaultForAz }) => [defaultForAz],
    'enable-dns64': never,
    'enable-lni-at-device-index': none,
    'ipv6-cidr-block-association.ipv6-cidr-block': none,
    'ipv6-cidr-block-association.association-id': none,
    'ipv6-cidr-block-association.state': none,
    'ipv6-native': never,
    'map-customer-owned-ip-on-launch': never,
    'map-public-ip-on-launch': ({ mapPublicIpOnLaunch }) => [mapPublicIpOnLaunch],
    'outpost-arn': none,
    'owner-id': () => [state.account.id],
    'private-dns-name-options-on-launch.hostname-type': () => ['ip-name'],
    'private-dns-name-options-on-launch.enable-resource-name-dns-a-record': never,
    'private-dns-name-options-on-launch.enable-resource-name-dns-aaaa-record': never,
    state: (subnet) => [subnet.state],
    'subnet-arn': (subnet) => [ec2Arn(state, subnet.region, kinds.subnet, subnet.id)],
    'subnet-id': ({ id }) => [id],
    'vpc-id': ({ vpcId }) => [vpcId],
  };
}
