import type { DescribeVpcsRequest, DescribeVpcsResult, Vpc } from '@aws-sdk/client-ec2';
import type { Vpc as AccountVpc } from '../../../account/index.ts';
import { ServiceError } from '../../../errors/index.ts';
import { defineOperation } from '../../../operation/index.ts';
import { paginate, sortedBy } from '../../../pagination/index.ts';
import { applyFilters, type FilterValues } from '../filters.ts';

const MODEL = 'botocore, data/ec2/2016-11-15/service-2.json';
const PAGE_SIZE = 1000;

export default defineOperation<DescribeVpcsRequest, DescribeVpcsResult>({
  name: 'DescribeVpcs',
  constraints: { MaxResults: { min: 5, max: PAGE_SIZE, source: MODEL } },
  access: { action: 'ec2:DescribeVpcs', resource: () => '*', namesResource: false },
  handle: ({ input, state, region }) => {
    refuseIdsWithPages(input);
    const ofRegion = state.account.vpcs.filter((vpc) => vpc.region === region);
    const named = byIds(ofRegion, input.VpcIds);
    const vpcs = applyFilters(named, input.Filters, filterValues(state.account.id));
    const page = input.MaxResults || input.NextToken ? paged(vpcs, input) : { items: vpcs };
    return { Vpcs: page.items.map((vpc) => toVpc(vpc, state.account.id)), NextToken: page.next };
  },
});

function paged(vpcs: readonly AccountVpc[], { MaxResults, NextToken }: DescribeVpcsRequest) {
  const sorted = sortedBy(vpcs, ({ id }) => id);
  const page = paginate(sorted, ({ id }) => id, MaxResults ?? PAGE_SIZE, NextToken);
  // Our wording.
  if (!page) throw new ServiceError(400, 'InvalidParameterValue', 'The NextToken is not valid.');
  return page;
}

function refuseIdsWithPages({ VpcIds, MaxResults }: DescribeVpcsRequest): void {
  if (VpcIds && VpcIds.length > 0 && MaxResults !== undefined)
    throw new ServiceError(
      400,
      'InvalidParameterCombination',
      'The parameter VpcIds cannot be used with the parameter MaxResults',
    );
}

function byIds(vpcs: readonly AccountVpc[], ids: readonly string[] | undefined): readonly AccountVpc[] {
  if (!ids || ids.length === 0) return vpcs;
  const missing = ids.filter((id) => !vpcs.some((vpc) => vpc.id === id));
  if (missing.length > 0) throw new ServiceError(400, 'InvalidVpcID.NotFound', notFound(missing));
  return vpcs.filter(({ id }) => ids.includes(id));
}

function notFound(ids: readonly string[]): string {
  const list = ids.join(', ');
  return ids.length === 1 ? `The vpc ID '${list}' does not exist` : `The vpc IDs '${list}' do not exist`;
}

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
