import type * as Ec2 from '@aws-sdk/client-ec2';
import { defineOperation, type OperationContext } from '../../operation/index.ts';
import { ec2Error, ec2LimitExceeded, ec2MissingParameter, invalidParameterValue } from './ec2-errors.ts';
import { kinds, newId } from './ec2-kinds.ts';
import { find, inRegion } from './find.ts';
import { newPublicIp } from './ip-addresses.ts';
import { applyFilters, type FilterValues } from './select.ts';
import { type Address, type NetworkInterface, type Networks, networksOf } from './state/index.ts';
import { someTags, tagsFor } from './tag-specifications.ts';
import { ec2PermissionToCreate, permissionToChange, permissionToDescribe } from './tagged-resources.ts';

const kind = kinds.address;
/** "Elastic IP addresses per Region: 5" (EC2 User Guide, "Elastic IP address quota"). */
const MOST_ADDRESSES = 5;

export default {
  AllocateAddress: defineOperation<Ec2.AllocateAddressRequest, Ec2.AllocateAddressResult>({
    constraints: { Domain: { values: ['vpc', 'standard'], source: 'API reference, DomainType' } },
    reads: ['DryRun', 'NetworkBorderGroup', 'TagSpecifications'],
    access: ec2PermissionToCreate('AllocateAddress', kind),
    handle: ({ input, state, region, random }) => {
      const networks = networksOf(state);
      const { NetworkBorderGroup = region } = input;
      if (NetworkBorderGroup !== region)
        throw invalidParameterValue(`The network border group '${NetworkBorderGroup}' does not exist.`);
      if (inRegion(networks.addresses, region).length >= MOST_ADDRESSES)
        throw ec2LimitExceeded('AddressLimitExceeded', 'addresses');
      const tags = tagsFor(input.TagSpecifications, kind);
      const address: Address = {
        ...{ id: newId(random, kind.prefix), region, tags },
        publicIp: newPublicIp(networks, random),
      };
      networks.addresses.set(address.id, address);
      return {
        PublicIp: address.publicIp,
        AllocationId: address.id,
        PublicIpv4Pool: 'amazon',
        NetworkBorderGroup,
        Domain: 'vpc',
      };
    },
  }),

  DescribeAddresses: defineOperation<Ec2.DescribeAddressesRequest, Ec2.DescribeAddressesResult>({
    reads: ['DryRun', 'AllocationIds', 'PublicIps', 'Filters'],
    access: permissionToDescribe('DescribeAddresses'),
    handle: ({ input, state, region }) => {
      const networks = networksOf(state);
      const { AllocationIds = [], PublicIps = [] } = input;
      const named = [
        ...AllocationIds.map((id) => find(networks.addresses, id, kind, region)),
        ...PublicIps.map((ip) => byPublicIp(networks, ip, region)),
      ];
      const addresses = named.length > 0 ? [...new Set(named)] : inRegion(networks.addresses, region);
      const found = applyFilters(addresses, input.Filters, filters(networks), ({ tags }) => tags);
      return { Addresses: found.map((address) => toAddress(address, networks, state.account.id)) };
    },
  }),

  AssociateAddress: defineOperation<Ec2.AssociateAddressRequest, Ec2.AssociateAddressResult>({
    reads: [
      ...(['DryRun', 'AllocationId', 'PublicIp', 'InstanceId', 'NetworkInterfaceId'] as const),
      ...(['PrivateIpAddress', 'AllowReassociation'] as const),
    ],
    access: permissionToChange('AssociateAddress', kind, 'AllocationId'),
    handle: (context) => {
      const { input, state, region, random } = context;
      const networks = networksOf(state);
      const address = addressOf(context);
      const face = interfaceOf(context);
      const privateIp = input.PrivateIpAddress ?? face.privateIp;
      if (![face.privateIp, ...face.secondaryIps].includes(privateIp))
        throw invalidParameterValue(`The address ${privateIp} is not assigned to interface ${face.id}`);
      if (!inRegion(networks.internetGateways, region).some(({ vpcId }) => vpcId === face.vpcId))
        throw ec2Error(
          'Gateway.NotAttached',
          `Network ${face.vpcId} is not attached to any internet gateway`,
        );
      const { association } = address;
      // "Allows an Elastic IP address that is already associated ... to be reassociated": false in a VPC (API reference).
      if (association && input.AllowReassociation !== true && association.networkInterfaceId !== face.id)
        throw ec2Error(
          'Resource.AlreadyAssociated',
          `resource ${address.id} is already associated with associate-id ${association.id}`,
        );
      for (const other of networks.addresses.values())
        if (other.association?.networkInterfaceId === face.id && other.association.privateIp === privateIp)
          other.association = undefined;
      // The interface gives up EC2's own public address for it (EC2 User Guide, "Elastic IP addresses").
      if (privateIp === face.privateIp) face.publicIp = undefined;
      address.association = { id: newId(random, 'eipassoc'), networkInterfaceId: face.id, privateIp };
      return { AssociationId: address.association.id };
    },
  }),

  DisassociateAddress: defineOperation<Ec2.DisassociateAddressRequest, object>({
    reads: ['DryRun', 'AssociationId', 'PublicIp'],
    access: ec2PermissionToCreate('DisassociateAddress', kind),
    handle: ({ input, state, region }) => {
      const networks = networksOf(state);
      const { AssociationId, PublicIp } = input;
      if (AssociationId === undefined && PublicIp === undefined) throw ec2MissingParameter('AssociationId');
      const address =
        AssociationId === undefined
          ? byPublicIp(networks, PublicIp ?? '', region)
          : inRegion(networks.addresses, region).find(({ association }) => association?.id === AssociationId);
      if (!address?.association)
        throw ec2Error(
          'InvalidAssociationID.NotFound',
          `The association ID '${AssociationId ?? PublicIp}' does not exist`,
        );
      refuseForGateway(networks, address);
      address.association = undefined;
      return {};
    },
  }),

  ReleaseAddress: defineOperation<Ec2.ReleaseAddressRequest, object>({
    reads: ['DryRun', 'AllocationId', 'PublicIp', 'NetworkBorderGroup'],
    access: permissionToChange('ReleaseAddress', kind, 'AllocationId'),
    handle: (context) => {
      const { addresses } = networksOf(context.state);
      const address = addressOf(context);
      if (address.association)
        throw ec2Error('InvalidIPAddress.InUse', `Address ${address.publicIp} is in use.`);
      addresses.delete(address.id);
      return {};
    },
  }),
};

type Named = OperationContext<{
  readonly AllocationId?: string | undefined;
  readonly PublicIp?: string | undefined;
}>;

function addressOf({ input, state, region }: Named): Address {
  const networks = networksOf(state);
  const { AllocationId, PublicIp } = input;
  if (AllocationId !== undefined) return find(networks.addresses, AllocationId, kind, region);
  if (PublicIp === undefined) throw ec2MissingParameter('AllocationId');
  return byPublicIp(networks, PublicIp, region);
}

function byPublicIp({ addresses }: Networks, publicIp: string, region: string): Address {
  const address = inRegion(addresses, region).find((one) => one.publicIp === publicIp);
  if (!address) throw ec2Error('InvalidAddress.NotFound', `Address '${publicIp}' not found.`);
  return address;
}

/** The interface that is named, or the primary one of the instance. */
function interfaceOf({
  input,
  state,
  region,
}: OperationContext<Ec2.AssociateAddressRequest>): NetworkInterface {
  const { networkInterfaces } = networksOf(state);
  const { NetworkInterfaceId, InstanceId } = input;
  if (NetworkInterfaceId !== undefined)
    return find(networkInterfaces, NetworkInterfaceId, kinds.networkInterface, region);
  if (InstanceId === undefined) throw ec2MissingParameter('InstanceId');
  const face = inRegion(networkInterfaces, region).find(
    ({ attachment }) => attachment?.instanceId === InstanceId && attachment.deviceIndex === 0,
  );
  if (!face) throw ec2Error(kinds.instance.missingCode, `The instance ID '${InstanceId}' does not exist`);
  return face;
}

/** AWS's own interfaces keep their addresses. The wording is ours. */
function refuseForGateway({ networkInterfaces }: Networks, { association }: Address): void {
  if (networkInterfaces.get(association?.networkInterfaceId ?? '')?.type === 'nat_gateway')
    throw ec2Error('AuthFailure', 'You do not have permission to access the specified resource.');
}

function toAddress(address: Address, { networkInterfaces }: Networks, owner: string): Ec2.Address {
  const { association, region } = address;
  const face = networkInterfaces.get(association?.networkInterfaceId ?? '');
  return {
    InstanceId: association ? face?.attachment?.instanceId : undefined,
    PublicIp: address.publicIp,
    AllocationId: address.id,
    AssociationId: association?.id,
    Domain: 'vpc',
    NetworkInterfaceId: association?.networkInterfaceId,
    NetworkInterfaceOwnerId: association && owner,
    PrivateIpAddress: association?.privateIp,
    Tags: someTags(address.tags),
    PublicIpv4Pool: 'amazon',
    NetworkBorderGroup: region,
  };
}

/** The filters that the API reference lists. */
function filters({ networkInterfaces }: Networks): FilterValues<Address> {
  const face = ({ association }: Address) => networkInterfaces.get(association?.networkInterfaceId ?? '');
  return {
    'allocation-id': ({ id }) => [id],
    'association-id': ({ association }) => (association ? [association.id] : []),
    domain: () => ['vpc'],
    'instance-id': (address) => [face(address)?.attachment?.instanceId].filter(Boolean),
    'network-border-group': ({ region }) => [region],
    'network-interface-id': ({ association }) => (association ? [association.networkInterfaceId] : []),
    'private-ip-address': ({ association }) => (association ? [association.privateIp] : []),
    'public-ip': ({ publicIp }) => [publicIp],
  };
}
