import type * as Ec2 from '@aws-sdk/client-ec2';
import { accountTime } from '../../clock/index.ts';
import { defineOperation, type OperationContext } from '../../operation/index.ts';
import { ec2Error, invalidParameterValue } from './ec2-errors.ts';
import { kinds, newId } from './ec2-kinds.ts';
import { find, inRegion } from './find.ts';
import { wantedPrivateIp } from './ip-addresses.ts';
import { addInterface, groupsFor } from './new-interface.ts';
import { type FilterValues, PAGE_LIMITS, selectPage } from './select.ts';
import { removeInterface } from './settle.ts';
import { computeOf, type NetworkInterface, networksOf } from './state/index.ts';
import { tagsFor } from './tag-specifications.ts';
import { ec2PermissionToCreate, permissionToChange, permissionToDescribe } from './tagged-resources.ts';
import { interfaceStatus, toInterface } from './to-interface.ts';

const kind = kinds.networkInterface;

export default {
  CreateNetworkInterface: defineOperation<
    Ec2.CreateNetworkInterfaceRequest,
    Ec2.CreateNetworkInterfaceResult
  >({
    constraints: {
      InterfaceType: { values: ['interface'], source: 'API reference; the others are not simulated' },
    },
    reads: [
      ...(['DryRun', 'SubnetId', 'Description', 'Groups', 'PrivateIpAddress'] as const),
      ...(['SecondaryPrivateIpAddressCount', 'TagSpecifications', 'ClientToken'] as const),
    ],
    access: ec2PermissionToCreate('CreateNetworkInterface', kind),
    handle: (context) => {
      const { input, state, region, random } = context;
      const networks = networksOf(state);
      const subnet = find(networks.subnets, input.SubnetId, kinds.subnet, region);
      const face = addInterface(
        networks,
        {
          subnet,
          groupIds: input.Groups,
          privateIp: input.PrivateIpAddress && wantedPrivateIp(networks, subnet, input.PrivateIpAddress),
          secondaryCount: input.SecondaryPrivateIpAddressCount,
          description: input.Description,
          tags: tagsFor(input.TagSpecifications, kind),
        },
        random,
      );
      // A state that the SDK's type does not have.
      const Status = 'pending' as Ec2.NetworkInterfaceStatus;
      const shown = { ...toInterface(face, state), Status };
      return { NetworkInterface: shown, ClientToken: input.ClientToken };
    },
  }),

  DescribeNetworkInterfaces: defineOperation<
    Ec2.DescribeNetworkInterfacesRequest,
    Ec2.DescribeNetworkInterfacesResult
  >({
    constraints: PAGE_LIMITS,
    reads: ['DryRun', 'Filters', 'NetworkInterfaceIds', 'NextToken'],
    access: permissionToDescribe('DescribeNetworkInterfaces'),
    handle: ({ input, state, region }) => {
      const faces = inRegion(networksOf(state).networkInterfaces, region);
      const page = selectPage(faces, input.NetworkInterfaceIds, kind, input, filters(state.account.id));
      return { NetworkInterfaces: page.items.map((face) => toInterface(face, state)), NextToken: page.next };
    },
  }),

  DeleteNetworkInterface: defineOperation<Ec2.DeleteNetworkInterfaceRequest, object>({
    reads: ['DryRun', 'NetworkInterfaceId'],
    access: permissionToChange('DeleteNetworkInterface', kind, 'NetworkInterfaceId'),
    handle: (context) => {
      const face = faceOf(context);
      if (face.attachment || face.type !== 'interface')
        throw invalidParameterValue(`Network interface '${face.id}' is currently in use.`);
      removeInterface(networksOf(context.state), face.id);
      return {};
    },
  }),

  AttachNetworkInterface: defineOperation<
    Ec2.AttachNetworkInterfaceRequest,
    Ec2.AttachNetworkInterfaceResult
  >({
    reads: ['DryRun', 'NetworkInterfaceId', 'InstanceId', 'DeviceIndex'],
    access: permissionToChange('AttachNetworkInterface', kind, 'NetworkInterfaceId'),
    handle: (context) => {
      const { input, state, region, random, clock } = context;
      const face = faceOf(context);
      const instance = find(computeOf(state).instances, input.InstanceId, kinds.instance, region);
      if (face.attachment) throw ec2Error('InvalidNetworkInterface.InUse', `Interface: [${face.id}] in use.`);
      if (face.availabilityZone !== instance.availabilityZone)
        throw ec2Error(
          'InvalidParameterCombination',
          'You may not attach a network interface to an instance if they are not in the same availability zone',
        );
      const deviceIndex = input.DeviceIndex ?? 0;
      const isTaken = inRegion(networksOf(state).networkInterfaces, region).some(
        ({ attachment }) => attachment?.instanceId === instance.id && attachment.deviceIndex === deviceIndex,
      );
      if (isTaken)
        throw invalidParameterValue(
          `Instance '${instance.id}' already has an interface attached at device index '${deviceIndex}'.`,
        );
      const id = newId(random, 'eni-attach');
      face.attachment = {
        ...{ id, instanceId: instance.id, deviceIndex, time: accountTime(clock) },
        deleteOnTermination: false,
      };
      return { AttachmentId: id, NetworkCardIndex: 0 };
    },
  }),

  DetachNetworkInterface: defineOperation<Ec2.DetachNetworkInterfaceRequest, object>({
    reads: ['DryRun', 'AttachmentId', 'Force'],
    access: ec2PermissionToCreate('DetachNetworkInterface', kind),
    handle: ({ input, state, region }) => {
      const { AttachmentId } = input;
      const face = inRegion(networksOf(state).networkInterfaces, region).find(
        ({ attachment }) => attachment?.id === AttachmentId,
      );
      if (!face?.attachment)
        throw ec2Error(
          'InvalidAttachmentID.NotFound',
          `The networkInterfaceAttachment ID '${AttachmentId}' does not exist`,
        );
      if (face.attachment.deviceIndex === 0)
        throw ec2Error(
          'OperationNotPermitted',
          'The network interface at device index 0 cannot be detached.',
        );
      if (face.type !== 'interface')
        throw ec2Error('OperationNotPermitted', 'You are not allowed to manage this attachment.');
      face.attachment = undefined;
      return {};
    },
  }),

  ModifyNetworkInterfaceAttribute: defineOperation<Ec2.ModifyNetworkInterfaceAttributeRequest, object>({
    reads: [
      ...(['DryRun', 'NetworkInterfaceId', 'Description.Value', 'SourceDestCheck.Value', 'Groups'] as const),
      ...(['Attachment.AttachmentId', 'Attachment.DeleteOnTermination'] as const),
    ],
    access: permissionToChange('ModifyNetworkInterfaceAttribute', kind, 'NetworkInterfaceId'),
    handle: (context) => {
      const { input, state } = context;
      const { Description, SourceDestCheck, Groups, Attachment } = input;
      const face = faceOf(context);
      if ([Description, SourceDestCheck, Groups, Attachment].filter(Boolean).length > 1)
        throw ec2Error('InvalidParameterCombination', 'Fields for multiple attribute types specified');
      face.description = Description?.Value ?? face.description;
      face.sourceDestCheck = SourceDestCheck?.Value ?? face.sourceDestCheck;
      if (Groups && Groups.length > 0)
        face.groupIds = groupsFor(networksOf(state), { id: face.subnetId, vpcId: face.vpcId }, Groups);
      if (Attachment) {
        if (Attachment.AttachmentId !== face.attachment?.id || !face.attachment)
          throw ec2Error(
            'InvalidAttachmentID.NotFound',
            `The networkInterfaceAttachment ID '${Attachment.AttachmentId}' does not exist`,
          );
        face.attachment.deleteOnTermination = Attachment.DeleteOnTermination ?? false;
      }
      return {};
    },
  }),

  DescribeNetworkInterfaceAttribute: defineOperation<
    Ec2.DescribeNetworkInterfaceAttributeRequest,
    Ec2.DescribeNetworkInterfaceAttributeResult
  >({
    constraints: {
      Attribute: {
        values: ['description', 'groupSet', 'sourceDestCheck', 'attachment', 'associatePublicIpAddress'],
        source: 'API reference, NetworkInterfaceAttribute',
      },
    },
    reads: ['DryRun', 'NetworkInterfaceId'],
    access: permissionToDescribe('DescribeNetworkInterfaceAttribute'),
    handle: (context) => {
      const face = faceOf(context);
      const { Attachment, Groups } = toInterface(face, context.state);
      const NetworkInterfaceId = face.id;
      switch (context.input.Attribute) {
        case 'description':
          return { NetworkInterfaceId, Description: { Value: face.description } };
        case 'groupSet':
          return { NetworkInterfaceId, Groups };
        case 'sourceDestCheck':
          return { NetworkInterfaceId, SourceDestCheck: { Value: face.sourceDestCheck } };
        case 'attachment':
          return { NetworkInterfaceId, Attachment };
        case 'associatePublicIpAddress':
          return { NetworkInterfaceId, AssociatePublicIpAddress: face.publicIp !== undefined };
        default:
          return { NetworkInterfaceId };
      }
    },
  }),
};

function faceOf({
  input,
  state,
  region,
}: OperationContext<{ readonly NetworkInterfaceId?: string | undefined }>): NetworkInterface {
  return find(networksOf(state).networkInterfaces, input.NetworkInterfaceId, kind, region);
}

/** The filters that the API reference lists, for what the sandbox has. */
const filters = (owner: string): FilterValues<NetworkInterface> => ({
  'addresses.private-ip-address': ({ privateIp, secondaryIps }) => [privateIp, ...secondaryIps],
  'attachment.attachment-id': ({ attachment }) => (attachment ? [attachment.id] : []),
  'attachment.delete-on-termination': ({ attachment }) =>
    attachment ? [attachment.deleteOnTermination] : [],
  'attachment.device-index': ({ attachment }) => (attachment ? [attachment.deviceIndex] : []),
  'attachment.instance-id': ({ attachment }) => [attachment?.instanceId].filter(Boolean),
  'attachment.status': ({ attachment }) => (attachment ? ['attached'] : []),
  'availability-zone': ({ availabilityZone }) => [availabilityZone],
  description: ({ description }) => [description],
  'group-id': ({ groupIds }) => groupIds,
  'interface-type': ({ type }) => [type],
  'mac-address': ({ macAddress }) => [macAddress],
  'network-interface-id': ({ id }) => [id],
  'owner-id': () => [owner],
  'private-ip-address': ({ privateIp }) => [privateIp],
  'requester-managed': ({ type }) => [type !== 'interface'],
  'source-dest-check': ({ sourceDestCheck }) => [sourceDestCheck],
  status: (face) => [interfaceStatus(face)],
  'subnet-id': ({ subnetId }) => [subnetId],
  'vpc-id': ({ vpcId }) => [vpcId],
});
