import type * as Ec2 from '@aws-sdk/client-ec2';
import type { OperationContext } from '../../operation/index.ts';
import { imageById } from './images.ts';
import { instanceType } from './instance-type-catalogue.ts';
import { privateDnsName } from './ip-addresses.ts';
import { STATE_CODES, stateOf } from './lifecycle.ts';
import { groupIdentifiers } from './new-interface.ts';
import { type Instance, type NetworkInterface, networksOf } from './state/index.ts';
import { someTags, volumesOf } from './tag-specifications.ts';
import { associationOf, toInterface } from './to-interface.ts';

type Context = Pick<OperationContext<object>, 'state' | 'clock'>;

/** An instance's network interfaces, the primary one first. */
export const interfacesOf = ({ state }: Context, { id }: Instance): NetworkInterface[] =>
  [...networksOf(state).networkInterfaces.values()]
    .filter(({ attachment }) => attachment?.instanceId === id)
    .sort((a, b) => (a.attachment?.deviceIndex ?? 0) - (b.attachment?.deviceIndex ?? 0));

export function toState(instance: Instance, { clock }: Context): Ec2.InstanceState {
  const name = stateOf(instance, clock);
  return { Code: STATE_CODES[name], Name: name };
}

/** `User initiated (2026-01-05 00:00:00 GMT)`; empty while it runs. */
export const transitionReason = ({ phase, since }: Instance): string =>
  phase === 'running' ? '' : `User initiated (${since.toISOString().slice(0, 19).replace('T', ' ')} GMT)`;

export function toInstance(instance: Instance, context: Context): Ec2.Instance {
  const { state } = context;
  const type = instanceType(instance.instanceType);
  const image = imageById(state, instance.region, instance.imageId);
  const faces = interfacesOf(context, instance);
  const [primary] = faces;
  const association = primary && associationOf(primary, state);
  const isGone = instance.phase === 'terminated';
  const cores = type ? type.vcpus / type.threadsPerCore : 1;
  return {
    AmiLaunchIndex: instance.launchIndex,
    ImageId: instance.imageId,
    InstanceId: instance.id,
    InstanceType: instance.instanceType as Ec2._InstanceType,
    KeyName: instance.keyName,
    LaunchTime: instance.launchTime,
    Monitoring: { State: instance.monitoring ? 'enabled' : 'disabled' },
    Placement: { AvailabilityZone: instance.availabilityZone, GroupName: '', Tenancy: instance.tenancy },
    Platform: image?.platformDetails === 'Windows' ? 'Windows' : undefined,
    PrivateDnsName: primary ? privateDnsName(primary.privateIp, primary.region) : '',
    PrivateIpAddress: primary?.privateIp,
    ProductCodes: [],
    PublicDnsName: association?.PublicDnsName ?? '',
    PublicIpAddress: association?.PublicIp,
    State: toState(instance, context),
    StateTransitionReason: transitionReason(instance),
    SubnetId: primary ? instance.subnetId : undefined,
    VpcId: primary ? instance.vpcId : undefined,
    Architecture: image?.architecture ?? type?.architecture,
    BlockDeviceMappings: volumesOf(state, instance.id).map((volume) => ({
      DeviceName: volume.attachment?.device,
      Ebs: {
        AttachTime: volume.attachment?.time,
        DeleteOnTermination: volume.attachment?.deleteOnTermination,
        Status: volume.detached ? ('detaching' as const) : ('attached' as const),
        VolumeId: volume.id,
      },
    })),
    ClientToken: instance.clientToken,
    EbsOptimized: instance.ebsOptimized,
    EnaSupport: true,
    Hypervisor: 'xen',
    IamInstanceProfile: instance.profile && { Arn: instance.profile.arn, Id: instance.profile.profileId },
    NetworkInterfaces: faces.map((face) => toInstanceInterface(face, context)),
    RootDeviceName: image?.rootDevice ?? '/dev/xvda',
    RootDeviceType: 'ebs',
    SecurityGroups: primary ? groupIdentifiers(networksOf(state), primary.groupIds) : [],
    SourceDestCheck: primary?.sourceDestCheck,
    StateReason: reasonOf(instance),
    Tags: someTags(instance.tags),
    VirtualizationType: 'hvm',
    CpuOptions: { CoreCount: cores, ThreadsPerCore: type?.threadsPerCore ?? 1 },
    CapacityReservationSpecification: { CapacityReservationPreference: 'open' },
    HibernationOptions: { Configured: false },
    MetadataOptions: { State: isGone ? 'pending' : 'applied', ...instance.metadata },
    EnclaveOptions: { Enabled: false },
    BootMode: image?.bootMode as Ec2.BootModeValues | undefined,
    PlatformDetails: image?.platformDetails ?? 'Linux/UNIX',
    UsageOperation: image?.platformDetails === 'Windows' ? 'RunInstances:0002' : 'RunInstances',
    UsageOperationUpdateTime: instance.launchTime,
    PrivateDnsNameOptions: isGone
      ? undefined
      : {
          HostnameType: 'ip-name',
          EnableResourceNameDnsARecord: false,
          EnableResourceNameDnsAAAARecord: false,
        },
    MaintenanceOptions: { AutoRecovery: 'default' },
  };
}

/** Source: API reference, StateReason. */
function reasonOf({ phase }: Instance): Ec2.StateReason | undefined {
  if (phase === 'running') return undefined;
  const code = 'Client.UserInitiatedShutdown';
  return { Code: code, Message: `${code}: User initiated shutdown` };
}

function toInstanceInterface(face: NetworkInterface, { state }: Context): Ec2.InstanceNetworkInterface {
  const { Association, Attachment, PrivateIpAddresses, ...shown } = toInterface(face, state);
  const short = (association: Ec2.NetworkInterfaceAssociation | undefined) =>
    association && {
      IpOwnerId: association.IpOwnerId,
      PublicDnsName: association.PublicDnsName,
      PublicIp: association.PublicIp,
    };
  return {
    Association: short(Association),
    Attachment: Attachment && {
      AttachTime: Attachment.AttachTime,
      AttachmentId: Attachment.AttachmentId,
      DeleteOnTermination: Attachment.DeleteOnTermination,
      DeviceIndex: Attachment.DeviceIndex,
      Status: Attachment.Status,
      NetworkCardIndex: 0,
    },
    Description: shown.Description,
    Groups: shown.Groups,
    Ipv6Addresses: [],
    MacAddress: shown.MacAddress,
    NetworkInterfaceId: shown.NetworkInterfaceId,
    OwnerId: shown.OwnerId,
    PrivateDnsName: shown.PrivateDnsName,
    PrivateIpAddress: shown.PrivateIpAddress,
    PrivateIpAddresses: PrivateIpAddresses?.map(({ Association: association, ...address }) => ({
      Association: short(association),
      ...address,
    })),
    SourceDestCheck: shown.SourceDestCheck,
    Status: 'in-use',
    SubnetId: shown.SubnetId,
    VpcId: shown.VpcId,
    InterfaceType: shown.InterfaceType,
  };
}
