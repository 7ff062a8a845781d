import type { DescribeVpcsRequest, DescribeVpcsResult, Vpc } from '@aws-sdk/client-ec2';
import type { Vpc as AccountVpc } from '../../account/index.ts';
import { defineOperation } from '../../operation/index.ts';
import { applyFilters, type FilterValues } from './filters.ts';
import { byIds, PAGE_SIZE, pageOf, refuseIdsWithPages } from './select.ts';

const MODEL = 'botocore, data/ec2/2016-11-15/service-2.json';

export const operations = {
  DescribeVpcs: defineOperation<DescribeVpcsRequest, DescribeVpcsResult>({
    constraints: { MaxResults: { min: 5, max: PAGE_SIZE, source: MODEL } },
    access: { action: 'ec2:DescribeVpcs', resource: () => '*', namesResource: false },
    handle: ({ input, state, region }) => {
      refuseIdsWithPages('VpcIds', input.VpcIds, input);
      const ofRegion = state.account.vpcs.filter((vpc) => vpc.region === region);
      const named = byIds(ofRegion, input.VpcIds, { code: 'InvalidVpcID.NotFound', noun: 'vpc' });
      const vpcs = applyFilters(named, input.Filters, filterValues(state.account.id), ({ tags }) => tags);
      const page = pageOf(vpcs, input);
      return { Vpcs: page.items.map((vpc) => toVpc(vpc, state.account.id)), NextToken: page.next };
    },
  }),
};

/** The filters that the API reference lists. No VPC of the account has an IPv6 block. */
function filterValues(accountId: string): FilterValues<AccountVpc> {
  return {
    cidr: (vpc) => [vpc.cidrBlock],
    'cidr-block-association.cidr-block': (vpc) => [vpc.cidrBlock],
    'cidr-block-association.association-id': (vpc) => [vpc.associationId],
    'cidr-block-association.state': () => ['associated'],
    'dhcp-options-id': (vpc) => [vpc.dhcpOptionsId],
    'ipv6-cidr-block-association.ipv6-cidr-block': () => [],
    'ipv6-cidr-block-association.ipv6-pool': () => [],
    'ipv6-cidr-block-association.association-id': () => [],
    'ipv6-cidr-block-association.state': () => [],
    'is-default': (vpc) => [String(vpc.isDefault)],
    'owner-id': () => [accountId],
    state: (vpc) => [vpc.state],
    'vpc-id': (vpc) => [vpc.id],
  };
}

/** AWS sends no element for a VPC without tags, nor for one without IPv6 blocks. */
function toVpc(vpc: AccountVpc, accountId: string): Vpc {
  const association = {
    AssociationId: vpc.associationId,
    CidrBlock: vpc.cidrBlock,
    CidrBlockState: { State: 'associated' as const },
  };
  return {
    VpcId: vpc.id,
    OwnerId: accountId,
    State: vpc.state,
    CidrBlock: vpc.cidrBlock,
    CidrBlockAssociationSet: [association],
    DhcpOptionsId: vpc.dhcpOptionsId,
    InstanceTenancy: vpc.instanceTenancy,
    IsDefault: vpc.isDefault,
    Tags: vpc.tags.length > 0 ? vpc.tags.map(({ key, value }) => ({ Key: key, Value: value })) : undefined,
  };
}
