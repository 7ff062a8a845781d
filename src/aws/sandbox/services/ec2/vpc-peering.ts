import type * as Ec2 from '@aws-sdk/client-ec2';
import { accountTime, type Clock } from '../../clock/index.ts';
import { type AccountState, defineOperation, type OperationContext } from '../../operation/index.ts';
import { ec2Error, ec2MissingParameter, ec2NotSimulated } from './ec2-errors.ts';
import { kinds, newId, notFound } from './ec2-kinds.ts';
import { find } from './find.ts';
import { overlaps, parseCidr } from './ip-addresses.ts';
import { type FilterValues, PAGE_LIMITS, selectPage } from './select.ts';
import { networksOf, type Peering, type PeeringSide, type Vpc } from './state/index.ts';
import { tagsFor, toEc2Tags } from './tag-specifications.ts';
import { ec2PermissionToCreate, permissionToChange, permissionToDescribe } from './tagged-resources.ts';

const kind = kinds.peering;
/** "The request expires after 7 days" (VPC Peering Guide). */
const DAYS_TO_ACCEPT = 7;

type Named = OperationContext<{ readonly VpcPeeringConnectionId?: string | undefined }>;

export default {
  CreateVpcPeeringConnection: defineOperation<
    Ec2.CreateVpcPeeringConnectionRequest,
    Ec2.CreateVpcPeeringConnectionResult
  >({
    reads: ['DryRun', 'VpcId', 'PeerVpcId', 'PeerOwnerId', 'PeerRegion', 'TagSpecifications'],
    access: ec2PermissionToCreate('CreateVpcPeeringConnection', kind),
    handle: ({ input, state, region, random, clock }) => {
      const { vpcs, peerings } = networksOf(state);
      const { id: ownerId } = state.account;
      if (input.VpcId === undefined) throw ec2MissingParameter('vpcId');
      if (input.PeerVpcId === undefined) throw ec2MissingParameter('peerVpcId');
      if (input.PeerOwnerId !== undefined && input.PeerOwnerId !== ownerId)
        throw ec2NotSimulated('peering with another account');
      const peerRegion = input.PeerRegion ?? region;
      const requester = find(vpcs, input.VpcId, kinds.vpc, region);
      const accepter = find(vpcs, input.PeerVpcId, kinds.vpc, peerRegion);
      const side = (vpc: Vpc): PeeringSide => ({
        ...{ ownerId, region: vpc.region, vpcId: vpc.id, allowsDnsResolution: false },
      });
      const peering: Peering = {
        ...{ id: newId(random, kind.prefix), region, tags: tagsFor(input.TagSpecifications, kind) },
        ...{ requester: side(requester), accepter: side(accepter), created: accountTime(clock) },
        // "If the VPCs have overlapping CIDR blocks ... failed" (API reference).
        ...(haveOverlap(requester, accepter)
          ? { status: 'failed', ended: accountTime(clock) }
          : { status: 'pending-acceptance' }),
      };
      peerings.set(peering.id, peering);
      return { VpcPeeringConnection: toPeering(peering, { state, clock }) };
    },
  }),

  AcceptVpcPeeringConnection: defineOperation<
    Ec2.AcceptVpcPeeringConnectionRequest,
    Ec2.AcceptVpcPeeringConnectionResult
  >({
    reads: ['DryRun', 'VpcPeeringConnectionId'],
    access: permissionToChange('AcceptVpcPeeringConnection', kind, 'VpcPeeringConnectionId'),
    handle: (context) => {
      const peering = peeringOf(context);
      if (context.region !== peering.accepter.region)
        throw ec2Error(
          'OperationNotPermitted',
          `Incorrect region (${context.region}) specified for this request. VPC peering connection ${peering.id} must be accepted in region ${peering.accepter.region}`,
        );
      change(peering, context, ['pending-acceptance'], 'accepted');
      peering.status = 'active';
      return { VpcPeeringConnection: toPeering(peering, context) };
    },
  }),

  RejectVpcPeeringConnection: defineOperation<
    Ec2.RejectVpcPeeringConnectionRequest,
    Ec2.RejectVpcPeeringConnectionResult
  >({
    reads: ['DryRun', 'VpcPeeringConnectionId'],
    access: permissionToChange('RejectVpcPeeringConnection', kind, 'VpcPeeringConnectionId'),
    handle: (context) => {
      const peering = peeringOf(context);
      change(peering, context, ['pending-acceptance'], 'rejected');
      peering.status = 'rejected';
      peering.ended = accountTime(context.clock);
      return { Return: true };
    },
  }),

  DeleteVpcPeeringConnection: defineOperation<
    Ec2.DeleteVpcPeeringConnectionRequest,
    Ec2.DeleteVpcPeeringConnectionResult
  >({
    reads: ['DryRun', 'VpcPeeringConnectionId'],
    access: permissionToChange('DeleteVpcPeeringConnection', kind, 'VpcPeeringConnectionId'),
    handle: (context) => {
      const peering = peeringOf(context);
      change(peering, context, ['pending-acceptance', 'active'], 'deleted');
      peering.status = 'deleted';
      peering.ended = accountTime(context.clock);
      return { Return: true };
    },
  }),

  DescribeVpcPeeringConnections: defineOperation<
    Ec2.DescribeVpcPeeringConnectionsRequest,
    Ec2.DescribeVpcPeeringConnectionsResult
  >({
    constraints: PAGE_LIMITS,
    reads: ['DryRun', 'VpcPeeringConnectionIds', 'Filters', 'NextToken'],
    access: permissionToDescribe('DescribeVpcPeeringConnections'),
    handle: (context) => {
      const { input, state, region } = context;
      const all = [...networksOf(state).peerings.values()].filter((one) => isSeenIn(one, region));
      const page = selectPage(all, input.VpcPeeringConnectionIds, kind, input, filters(context));
      return {
        VpcPeeringConnections: page.items.map((one) => toPeering(one, context)),
        NextToken: page.next,
      };
    },
  }),

  ModifyVpcPeeringConnectionOptions: defineOperation<
    Ec2.ModifyVpcPeeringConnectionOptionsRequest,
    Ec2.ModifyVpcPeeringConnectionOptionsResult
  >({
    reads: [
      ...(['DryRun', 'VpcPeeringConnectionId'] as const),
      'RequesterPeeringConnectionOptions.AllowDnsResolutionFromRemoteVpc',
      'AccepterPeeringConnectionOptions.AllowDnsResolutionFromRemoteVpc',
    ],
    access: permissionToChange('ModifyVpcPeeringConnectionOptions', kind, 'VpcPeeringConnectionId'),
    handle: (context) => {
      const peering = peeringOf(context);
      const { RequesterPeeringConnectionOptions: ours, AccepterPeeringConnectionOptions: theirs } =
        context.input;
      if (peering.status !== 'active')
        throw ec2Error(
          'OperationNotPermitted',
          `Peering ${peering.id} is not active. Peering options can be added only to active peerings.`,
        );
      const { requester, accepter } = peering;
      requester.allowsDnsResolution = ours?.AllowDnsResolutionFromRemoteVpc ?? requester.allowsDnsResolution;
      accepter.allowsDnsResolution = theirs?.AllowDnsResolutionFromRemoteVpc ?? accepter.allowsDnsResolution;
      return {
        RequesterPeeringConnectionOptions: ours && optionsOf(requester),
        AccepterPeeringConnectionOptions: theirs && optionsOf(accepter),
      };
    },
  }),
};

const isSeenIn = ({ requester, accepter }: Peering, region: string): boolean =>
  requester.region === region || accepter.region === region;

function peeringOf({ input, state, region }: Named): Peering {
  const { VpcPeeringConnectionId: id = '' } = input;
  const peering = networksOf(state).peerings.get(id);
  if (!peering || !isSeenIn(peering, region)) throw notFound(kind, id);
  return peering;
}

/** Throws where the state does not allow the change. */
function change(peering: Peering, { clock }: Named, from: readonly string[], done: string): void {
  const current = statusOf(peering, clock);
  if (!from.includes(current))
    throw ec2Error(
      'InvalidStateTransition',
      `Invalid state transition for ${peering.id}, attempted to transition from ${current} to ${done === 'accepted' ? 'active' : done}`,
    );
}

function haveOverlap(a: Vpc, b: Vpc): boolean {
  return a.associations.some(({ cidrBlock }) =>
    b.associations.some((other) => {
      const [one, two] = [parseCidr(cidrBlock), parseCidr(other.cidrBlock)];
      return one !== undefined && two !== undefined && overlaps(one, two);
    }),
  );
}

const expiryOf = ({ created }: Peering) => new Date(created.getTime() + DAYS_TO_ACCEPT * 86_400_000);

const statusOf = (peering: Peering, clock: Clock) =>
  peering.status === 'pending-acceptance' && clock.account() > expiryOf(peering) ? 'expired' : peering.status;

const optionsOf = ({ allowsDnsResolution }: PeeringSide) => ({
  AllowDnsResolutionFromRemoteVpc: allowsDnsResolution,
  AllowEgressFromLocalClassicLinkToRemoteVpc: false,
  AllowEgressFromLocalVpcToRemoteClassicLink: false,
});

interface Context {
  readonly state: AccountState;
  readonly clock: Clock;
}

function messageOf(status: string, owner: string): string {
  const messages: Readonly<Record<string, string>> = {
    'pending-acceptance': `Pending Acceptance by ${owner}`,
    active: 'Active',
    rejected: 'Rejected',
    deleted: `Deleted by ${owner}`,
    expired: 'Expired',
    failed: 'Failed due to incorrect VPC-ID, Account ID, or overlapping CIDR range',
  };
  return messages[status] ?? status;
}

/** Until it is accepted, the accepter's side says little. */
function toPeering(peering: Peering, { state, clock }: Context): Ec2.VpcPeeringConnection {
  const { vpcs } = networksOf(state);
  const status = statusOf(peering, clock);
  const inFull = (side: PeeringSide): Ec2.VpcPeeringConnectionVpcInfo => {
    const vpc = vpcs.get(side.vpcId);
    return {
      CidrBlock: vpc?.cidrBlock,
      CidrBlockSet: vpc?.associations.map(({ cidrBlock }) => ({ CidrBlock: cidrBlock })),
      OwnerId: side.ownerId,
      PeeringOptions: optionsOf(side),
      VpcId: side.vpcId,
      Region: side.region,
    };
  };
  const { ownerId: OwnerId, vpcId: VpcId, region: Region } = peering.accepter;
  return {
    AccepterVpcInfo: status === 'active' ? inFull(peering.accepter) : { OwnerId, VpcId, Region },
    ExpirationTime: status === 'pending-acceptance' ? expiryOf(peering) : undefined,
    RequesterVpcInfo: inFull(peering.requester),
    Status: { Code: status, Message: messageOf(status, state.account.id) },
    Tags: toEc2Tags(peering.tags),
    VpcPeeringConnectionId: peering.id,
  };
}

/** The filters that the API reference lists. */
function filters({ state, clock }: Context): FilterValues<Peering> {
  const block = ({ vpcId }: PeeringSide) => [networksOf(state).vpcs.get(vpcId)?.cidrBlock];
  return {
    'accepter-vpc-info.cidr-block': ({ accepter }) => block(accepter),
    'accepter-vpc-info.owner-id': ({ accepter }) => [accepter.ownerId],
    'accepter-vpc-info.vpc-id': ({ accepter }) => [accepter.vpcId],
    'expiration-time': (peering) => [expiryOf(peering).toISOString()],
    'requester-vpc-info.cidr-block': ({ requester }) => block(requester),
    'requester-vpc-info.owner-id': ({ requester }) => [requester.ownerId],
    'requester-vpc-info.vpc-id': ({ requester }) => [requester.vpcId],
    'status-code': (peering) => [statusOf(peering, clock)],
    'status-message': (peering) => [messageOf(statusOf(peering, clock), state.account.id)],
    'vpc-peering-connection-id': ({ id }) => [id],
  };
}
