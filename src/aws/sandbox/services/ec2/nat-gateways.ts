import type * as Ec2 from '@aws-sdk/client-ec2';
import { accountTime } from '../../clock/index.ts';
import { defineOperation, type OperationContext } from '../../operation/index.ts';
import { ec2Error, ec2MissingParameter } from './ec2-errors.ts';
import { kinds, newId } from './ec2-kinds.ts';
import { find, inRegion } from './find.ts';
import { wantedPrivateIp } from './ip-addresses.ts';
import { natState } from './lifecycle.ts';
import { addInterface } from './new-interface.ts';
import { type FilterValues, PAGE_LIMITS, selectPage } from './select.ts';
import { type Address, type NatGateway, networksOf, type Subnet } from './state/index.ts';
import { someTags, tagsFor } from './tag-specifications.ts';
import { ec2PermissionToCreate, permissionToChange, permissionToDescribe } from './tagged-resources.ts';

const kind = kinds.natGateway;

export default {
  CreateNatGateway: defineOperation<Ec2.CreateNatGatewayRequest, Ec2.CreateNatGatewayResult>({
    constraints: {
      ConnectivityType: { values: ['private', 'public'], source: 'API reference, CreateNatGateway' },
    },
    reads: ['DryRun', 'SubnetId', 'AllocationId', 'ClientToken', 'PrivateIpAddress', 'TagSpecifications'],
    access: ec2PermissionToCreate('CreateNatGateway', kind),
    handle: (context) => {
      const { input, state, region, random, clock } = context;
      const networks = networksOf(state);
      if (input.SubnetId === undefined) throw ec2MissingParameter('SubnetId');
      const subnet = find(networks.subnets, input.SubnetId, kinds.subnet, region);
      const address = addressFor(context);
      const tags = tagsFor(input.TagSpecifications, kind);
      const id = newId(random, kind.prefix);
      const created = accountTime(clock);
      const failure = failureOf(context, subnet, address);
      const face = addInterface(
        networks,
        {
          subnet,
          type: 'nat_gateway',
          privateIp: input.PrivateIpAddress && wantedPrivateIp(networks, subnet, input.PrivateIpAddress),
          description: `Interface for NAT Gateway ${id}`,
          attachment: {
            ...{ id: newId(random, 'ela-attach'), deviceIndex: 1, time: created },
            deleteOnTermination: false,
          },
        },
        random,
      );
      if (address && !failure)
        address.association = {
          ...{ id: newId(random, 'eipassoc'), networkInterfaceId: face.id, privateIp: face.privateIp },
        };
      const gateway: NatGateway = {
        ...{ id, region, tags, created, failure },
        ...{ subnetId: subnet.id, vpcId: subnet.vpcId },
        networkInterfaceId: face.id,
        privateIp: face.privateIp,
        allocationId: address?.id,
      };
      networks.natGateways.set(id, gateway);
      const shown = toGateway(gateway, context);
      // Its network interface and addresses are not shown yet (API reference, example of CreateNatGateway).
      const addresses = address ? [{ AllocationId: address.id }] : [{}];
      return { NatGateway: { ...shown, NatGatewayAddresses: addresses }, ClientToken: input.ClientToken };
    },
  }),

  DescribeNatGateways: defineOperation<Ec2.DescribeNatGatewaysRequest, Ec2.DescribeNatGatewaysResult>({
    constraints: PAGE_LIMITS,
    reads: ['DryRun', 'Filter', 'NatGatewayIds', 'NextToken'],
    access: permissionToDescribe('DescribeNatGateways'),
    handle: (context) => {
      const { input, state, region } = context;
      const { Filter: Filters, NatGatewayIds, MaxResults, NextToken } = input;
      const gateways = inRegion(networksOf(state).natGateways, region);
      const request = { Filters, MaxResults, NextToken };
      const page = selectPage(gateways, NatGatewayIds, kind, request, filters(context));
      return { NatGateways: page.items.map((one) => toGateway(one, context)), NextToken: page.next };
    },
  }),

  DeleteNatGateway: defineOperation<Ec2.DeleteNatGatewayRequest, Ec2.DeleteNatGatewayResult>({
    reads: ['DryRun', 'NatGatewayId'],
    access: permissionToChange('DeleteNatGateway', kind, 'NatGatewayId'),
    handle: ({ input, state, region, clock }) => {
      const gateway = find(networksOf(state).natGateways, input.NatGatewayId, kind, region);
      gateway.deleted ??= accountTime(clock);
      return { NatGatewayId: gateway.id };
    },
  }),
};

type Context = OperationContext<object>;

/** The Elastic IP address of a public gateway. Throws where it is missing, or given for a private one. */
function addressFor({
  input,
  state,
  region,
}: OperationContext<Ec2.CreateNatGatewayRequest>): Address | undefined {
  const { ConnectivityType = 'public', AllocationId } = input;
  if (ConnectivityType === 'private') {
    if (AllocationId === undefined) return undefined;
    // Our wording.
    throw ec2Error('InvalidParameter', 'A private NAT gateway has no Elastic IP address.');
  }
  if (AllocationId === undefined) throw ec2MissingParameter('AllocationId');
  return find(networksOf(state).addresses, AllocationId, kinds.address, region);
}

/** Why the gateway will become `failed` (VPC User Guide, "Troubleshoot NAT gateways"). */
function failureOf(
  { state }: Context,
  { vpcId }: Subnet,
  address: Address | undefined,
): NatGateway['failure'] {
  const { internetGateways } = networksOf(state);
  if (address?.association)
    return {
      code: 'Resource.AlreadyAssociated',
      message: `Elastic IP address [${address.id}] is already associated`,
    };
  if (address && ![...internetGateways.values()].some((gateway) => gateway.vpcId === vpcId))
    return { code: 'Gateway.NotAttached', message: `Network ${vpcId} has no Internet gateway attached` };
  return undefined;
}

function toGateway(gateway: NatGateway, { state, clock }: Context): Ec2.NatGateway {
  const { allocationId, failure } = gateway;
  const address = networksOf(state).addresses.get(allocationId ?? '');
  const current = natState(gateway, clock);
  const isFailed = current === 'failed';
  return {
    CreateTime: gateway.created,
    DeleteTime: gateway.deleted,
    FailureCode: isFailed ? failure?.code : undefined,
    FailureMessage: isFailed ? failure?.message : undefined,
    NatGatewayAddresses: [
      {
        AllocationId: allocationId,
        NetworkInterfaceId: isFailed ? undefined : gateway.networkInterfaceId,
        PrivateIp: isFailed ? undefined : gateway.privateIp,
        PublicIp: isFailed ? undefined : address?.publicIp,
      },
    ],
    NatGatewayId: gateway.id,
    State: current,
    SubnetId: gateway.subnetId,
    VpcId: gateway.vpcId,
    Tags: someTags(gateway.tags),
    ConnectivityType: allocationId === undefined ? 'private' : 'public',
  };
}

/** The filters that the API reference lists. */
const filters = ({ clock }: Context): FilterValues<NatGateway> => ({
  'nat-gateway-id': ({ id }) => [id],
  state: (gateway) => [natState(gateway, clock)],
  'subnet-id': ({ subnetId }) => [subnetId],
  'vpc-id': ({ vpcId }) => [vpcId],
});
