import type * as Ec2 from '@aws-sdk/client-ec2';
import type { AccountState } from '../../operation/index.ts';
import { privateDnsName, publicDnsName } from './ip-addresses.ts';
import { groupIdentifiers } from './new-interface.ts';
import { type NetworkInterface, networksOf } from './state/index.ts';
import { toEc2Tags } from './tag-specifications.ts';

/** An interface that AWS itself runs is in use without an instance. */
export const interfaceStatus = ({ attachment, type }: NetworkInterface): 'available' | 'in-use' =>
  attachment || type !== 'interface' ? 'in-use' : 'available';

/** The public address of one of an interface's addresses: an Elastic IP address, or EC2's own. */
export function associationOf(face: NetworkInterface, state: AccountState, privateIp = face.privateIp) {
  const networks = networksOf(state);
  const elastic = [...networks.addresses.values()].find(
    ({ association }) => association?.networkInterfaceId === face.id && association.privateIp === privateIp,
  );
  const publicIp = elastic?.publicIp ?? (privateIp === face.privateIp ? face.publicIp : undefined);
  if (publicIp === undefined) return undefined;
  return {
    AllocationId: elastic?.id,
    AssociationId: elastic?.association?.id,
    IpOwnerId: elastic ? state.account.id : 'amazon',
    PublicDnsName: publicDnsName(publicIp, face, networks),
    PublicIp: publicIp,
  };
}

function addressesOf(face: NetworkInterface, state: AccountState) {
  const hasNames = networksOf(state).vpcs.get(face.vpcId)?.enableDnsHostnames === true;
  return [face.privateIp, ...face.secondaryIps].map((address, index) => ({
    Association: associationOf(face, state, address),
    Primary: index === 0,
    PrivateDnsName: hasNames ? privateDnsName(address, face.region) : undefined,
    PrivateIpAddress: address,
  }));
}

export function toInterface(face: NetworkInterface, state: AccountState): Ec2.NetworkInterface {
  const addresses = addressesOf(face, state);
  const [primary] = addresses;
  const { attachment } = face;
  return {
    Association: primary?.Association,
    Attachment: attachment && {
      AttachTime: attachment.time,
      AttachmentId: attachment.id,
      DeleteOnTermination: attachment.deleteOnTermination,
      DeviceIndex: attachment.deviceIndex,
      NetworkCardIndex: 0,
      InstanceId: attachment.instanceId,
      InstanceOwnerId: attachment.instanceId === undefined ? 'amazon-aws' : state.account.id,
      Status: 'attached',
    },
    AvailabilityZone: face.availabilityZone,
    Description: face.description,
    Groups: groupIdentifiers(networksOf(state), face.groupIds),
    // As AWS writes it: `nat_gateway`, which the SDK's type does not have.
    InterfaceType: face.type as Ec2.NetworkInterfaceType,
    Ipv6Addresses: [],
    MacAddress: face.macAddress,
    NetworkInterfaceId: face.id,
    OwnerId: state.account.id,
    PrivateDnsName: primary?.PrivateDnsName,
    PrivateIpAddress: face.privateIp,
    PrivateIpAddresses: addresses,
    RequesterId: face.type === 'interface' ? undefined : state.account.id,
    RequesterManaged: face.type !== 'interface',
    SourceDestCheck: face.sourceDestCheck,
    Status: interfaceStatus(face),
    SubnetId: face.subnetId,
    TagSet: toEc2Tags(face.tags),
    VpcId: face.vpcId,
  };
}
