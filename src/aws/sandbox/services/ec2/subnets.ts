import type { DescribeSubnetsRequest, DescribeSubnetsResult, Subnet } from '@aws-sdk/client-ec2';
import type { Account } from '../../account/index.ts';
import { defineOperation } from '../../operation/index.ts';
import { applyFilters, type FilterValues } from './filters.ts';
import { ZONES } from './region-catalogue.ts';
import { byIds, PAGE_SIZE, pageOf, refuseIdsWithPages } from './select.ts';

const MODEL = 'botocore, data/ec2/2016-11-15/service-2.json';

type Vpc = Account['vpcs'][number];

/** A subnet of the account, and the VPC that it is in. */
type Placed = Vpc['subnets'][number] & { readonly vpc: Vpc };

const zoneIdOf = ({ availabilityZone }: Placed): string =>
  ZONES.find(({ name }) => name === availabilityZone)?.id ?? '';

const arnOf = ({ id, vpc }: Placed, accountId: string): string =>
  `arn:aws:ec2:${vpc.region}:${accountId}:subnet/${id}`;

export const operations = {
  DescribeSubnets: defineOperation<DescribeSubnetsRequest, DescribeSubnetsResult>({
    constraints: { MaxResults: { min: 5, max: PAGE_SIZE, source: MODEL } },
    access: { action: 'ec2:DescribeSubnets', resource: () => '*', namesResource: false },
    handle: ({ input, state, region }) => {
      const { id, vpcs } = state.account;
      refuseIdsWithPages('SubnetIds', input.SubnetIds, input);
      const ofRegion = vpcs
        .filter((vpc) => vpc.region === region)
        .flatMap((vpc) => vpc.subnets.map((subnet): Placed => ({ ...subnet, vpc })));
      const named = byIds(ofRegion, input.SubnetIds, { code: 'InvalidSubnetID.NotFound', noun: 'subnet' });
      const subnets = applyFilters(named, input.Filters, filterValues(id), ({ tags }) => tags);
      const page = pageOf(subnets, input);
      return { Subnets: page.items.map((subnet) => toSubnet(subnet, id)), NextToken: page.next };
    },
  }),
};

/** "The first four IP addresses and the last IP address in each subnet CIDR block are not available" (VPC User Guide). */
function freeAddresses({ cidrBlock }: Placed): number {
  return 2 ** (32 - Number(cidrBlock.split('/')[1])) - 5;
}

function toSubnet(subnet: Placed, accountId: string): Subnet {
  return {
    AvailabilityZone: subnet.availabilityZone,
    AvailabilityZoneId: zoneIdOf(subnet),
    AvailableIpAddressCount: freeAddresses(subnet),
    CidrBlock: subnet.cidrBlock,
    DefaultForAz: subnet.defaultForAz,
    MapPublicIpOnLaunch: subnet.mapPublicIpOnLaunch,
    MapCustomerOwnedIpOnLaunch: false,
    State: subnet.state,
    SubnetId: subnet.id,
    VpcId: subnet.vpc.id,
    OwnerId: accountId,
    AssignIpv6AddressOnCreation: false,
    Ipv6CidrBlockAssociationSet: [],
    Tags:
      subnet.tags.length > 0 ? subnet.tags.map(({ key, value }) => ({ Key: key, Value: value })) : undefined,
    SubnetArn: arnOf(subnet, accountId),
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
function filterValues(accountId: string): FilterValues<Placed> {
  const zone = ({ availabilityZone }: Placed) => [availabilityZone];
  const zoneId = (subnet: Placed) => [zoneIdOf(subnet)];
  const cidr = ({ cidrBlock }: Placed) => [cidrBlock];
  const isDefault = ({ defaultForAz }: Placed) => [String(defaultForAz)];
  const none = () => [];
  const never = () => ['false'];
  return {
    'availability-zone': zone,
    availabilityZone: zone,
    'availability-zone-id': zoneId,
    availabilityZoneId: zoneId,
    'available-ip-address-count': (subnet) => [String(freeAddresses(subnet))],
    'cidr-block': cidr,
    cidr,
    cidrBlock: cidr,
    'customer-owned-ipv4-pool': none,
    'default-for-az': isDefault,
    defaultForAz: isDefault,
    'enable-dns64': never,
    'enable-lni-at-device-index': none,
    'ipv6-cidr-block-association.ipv6-cidr-block': none,
    'ipv6-cidr-block-association.association-id': none,
    'ipv6-cidr-block-association.state': none,
    'ipv6-native': never,
    'map-customer-owned-ip-on-launch': never,
    'map-public-ip-on-launch': ({ mapPublicIpOnLaunch }) => [String(mapPublicIpOnLaunch)],
    'outpost-arn': none,
    'owner-id': () => [accountId],
    'private-dns-name-options-on-launch.hostname-type': () => ['ip-name'],
    'private-dns-name-options-on-launch.enable-resource-name-dns-a-record': never,
    'private-dns-name-options-on-launch.enable-resource-name-dns-aaaa-record': never,
    state: ({ state }) => [state],
    'subnet-arn': (subnet) => [arnOf(subnet, accountId)],
    'subnet-id': ({ id }) => [id],
    'vpc-id': ({ vpc }) => [vpc.id],
  };
}
