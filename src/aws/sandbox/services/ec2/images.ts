import type * as Ec2 from '@aws-sdk/client-ec2';
import { publicImages } from '../../catalogue/public-images.ts';
import { accountTime } from '../../clock/index.ts';
import { type AccountState, defineOperation, type OperationContext } from '../../operation/index.ts';
import { ec2Error, invalidParameterValue } from './ec2-errors.ts';
import { kinds, newId, notFound } from './ec2-kinds.ts';
import { find, inRegion } from './find.ts';
import { type FilterValues, PAGE_LIMITS, selectPage } from './select.ts';
import { computeOf, type OwnImage, type Tag } from './state/index.ts';
import { someTags, tagsFor, volumesOf } from './tag-specifications.ts';
import { permissionToChange, permissionToDescribe } from './tagged-resources.ts';

const kind = kinds.image;

export default {
  DescribeImages: defineOperation<Ec2.DescribeImagesRequest, Ec2.DescribeImagesResult>({
    constraints: { MaxResults: { ...PAGE_LIMITS.MaxResults, min: 1 } },
    reads: ['DryRun', 'ExecutableUsers', 'Filters', 'ImageIds', 'Owners', 'IncludeDeprecated', 'NextToken'],
    access: permissionToDescribe('DescribeImages'),
    handle: ({ input, state, region }) => {
      const { ExecutableUsers = [], Owners = [] } = input;
      const images = imagesOf(state, region)
        .filter((image) => Owners.length === 0 || Owners.some((owner) => isOwnedBy(image, owner, state)))
        .filter(
          ({ isPublic, ownerId }) =>
            ExecutableUsers.length === 0 ||
            ExecutableUsers.some((user) =>
              user === 'all' ? isPublic : user === 'self' && ownerId === state.account.id && isPublic,
            ),
        );
      const page = selectPage(images, input.ImageIds, kind, input, filters);
      return { Images: page.items.map(toImage), NextToken: page.next };
    },
  }),

  CreateImage: defineOperation<Ec2.CreateImageRequest, Ec2.CreateImageResult>({
    constraints: {
      Name: {
        ...{ minLength: 3, maxLength: 128, pattern: "[a-zA-Z0-9()\\[\\]. /\\-'@_]+" },
        source: 'API reference, CreateImage',
      },
      Description: { maxLength: 255, source: 'API reference, CreateImage' },
    },
    reads: ['DryRun', 'InstanceId', 'NoReboot', 'TagSpecifications'],
    access: permissionToChange('CreateImage', kinds.instance, 'InstanceId'),
    handle: (context) => ({ ImageId: createImage(context).id }),
  }),

  DeregisterImage: defineOperation<Ec2.DeregisterImageRequest, Ec2.DeregisterImageResult>({
    reads: ['DryRun', 'ImageId'],
    access: permissionToChange('DeregisterImage', kind, 'ImageId'),
    handle: ({ input, state, region }) => {
      const { images } = computeOf(state);
      const { ImageId: id = '' } = input;
      if (publicImages(region).some((image) => image.id === id))
        throw ec2Error('AuthFailure', `Not authorized for images: [${id}]`);
      const image = images.get(id);
      if (image?.region !== region)
        throw image
          ? ec2Error('InvalidAMIID.Unavailable', `The image ID '${id}' is no longer available`)
          : notFound(kind, id);
      images.delete(id);
      return { Return: true };
    },
  }),
};

function createImage(context: OperationContext<Ec2.CreateImageRequest>): OwnImage {
  const { input, state, region, random, clock } = context;
  const { instances, images, snapshots } = computeOf(state);
  const instance = find(instances, input.InstanceId, kinds.instance, region);
  const { Name: name = '', Description: description } = input;
  const known = inRegion(images, region).find((image) => image.name === name);
  if (known)
    throw ec2Error('InvalidAMIName.Duplicate', `AMI name ${name} is already in use by AMI ${known.id}`);
  if (instance.phase === 'terminated')
    throw ec2Error('IncorrectState', `Instance is not in state 'running' or 'stopped'.`);
  const id = newId(random, kind.prefix);
  const started = accountTime(clock);
  const devices = volumesOf(state, instance.id).flatMap((volume) => {
    if (!volume.attachment) return [];
    const snapshotId = newId(random, kinds.snapshot.prefix);
    const { size, encrypted, kmsKeyId, type, attachment } = volume;
    const text = `Created by CreateImage(${instance.id}) for ${id}`;
    snapshots.set(snapshotId, {
      ...{ id: snapshotId, region, tags: [], volumeId: volume.id, size, encrypted, kmsKeyId },
      ...{ description: text, started },
    });
    return [
      {
        device: attachment.device,
        snapshotId,
        size,
        type,
        deleteOnTermination: attachment.deleteOnTermination,
      },
    ];
  });
  const source = imageById(state, region, instance.imageId);
  const image: OwnImage = {
    ...{ id, region, tags: tagsFor(specificationsOf(input.TagSpecifications), kind), name, description },
    ...{ created: started, sourceImageId: instance.imageId, instanceId: instance.id },
    ...{ rootDevice: source?.rootDevice ?? '/dev/xvda', devices },
  };
  images.set(id, image);
  return image;
}

/** "To tag the snapshots ... specify snapshot" is not simulated: only the image is tagged. */
function specificationsOf(specifications: Ec2.TagSpecification[] | undefined) {
  return specifications?.filter(({ ResourceType }) => {
    if (ResourceType === 'snapshot')
      throw invalidParameterValue('The Tejun sandbox does not tag the snapshots of a new image.');
    return true;
  });
}

/** An image that the account can see. */
export interface Image {
  readonly id: string;
  readonly tags: readonly Tag[];
  readonly name: string;
  readonly description: string | undefined;
  readonly architecture: 'x86_64' | 'arm64';
  readonly ownerId: string;
  readonly ownerAlias: string | undefined;
  readonly created: string;
  readonly rootDevice: string;
  readonly devices: OwnImage['devices'];
  readonly platformDetails: string;
  readonly bootMode: string | undefined;
  readonly requiresImdsV2: boolean;
  readonly isPublic: boolean;
}

/** The public images of a Region and the account's own. */
export function imagesOf(state: AccountState, region: string): Image[] {
  const shared = publicImages(region).map(
    ({ owner, snapshotId, size, volumeType, bootMode, ...image }): Image => ({
      ...image,
      ...{ tags: [], ownerId: owner.id, ownerAlias: owner.alias, bootMode, isPublic: true },
      devices: [{ device: image.rootDevice, snapshotId, size, type: volumeType, deleteOnTermination: true }],
    }),
  );
  const own = inRegion(computeOf(state).images, region).map((image): Image => {
    const source = shared.find(({ id }) => id === image.sourceImageId) ?? shared[0];
    return {
      ...{ id: image.id, tags: image.tags, name: image.name, description: image.description },
      architecture: source?.architecture ?? 'x86_64',
      ...{ ownerId: state.account.id, ownerAlias: undefined, created: image.created.toISOString() },
      ...{ rootDevice: image.rootDevice, devices: image.devices, isPublic: false },
      platformDetails: source?.platformDetails ?? 'Linux/UNIX',
      bootMode: source?.bootMode,
      requiresImdsV2: source?.requiresImdsV2 ?? false,
    };
  });
  return [...shared, ...own];
}

export const imageById = (state: AccountState, region: string, id: string): Image | undefined =>
  imagesOf(state, region).find((image) => image.id === id);

function isOwnedBy({ ownerId, ownerAlias }: Image, owner: string, { account }: AccountState): boolean {
  return owner === ownerId || owner === ownerAlias || (owner === 'self' && ownerId === account.id);
}

const isWindows = ({ platformDetails }: Image): boolean => platformDetails === 'Windows';

function toImage(image: Image): Ec2.Image {
  return {
    Architecture: image.architecture,
    CreationDate: image.created,
    ImageId: image.id,
    ImageLocation: `${image.ownerAlias ?? image.ownerId}/${image.name}`,
    ImageType: 'machine',
    Public: image.isPublic,
    OwnerId: image.ownerId,
    // In small letters, which the SDK's type does not have.
    Platform: isWindows(image) ? ('windows' as Ec2.PlatformValues) : undefined,
    PlatformDetails: image.platformDetails,
    UsageOperation: isWindows(image) ? 'RunInstances:0002' : 'RunInstances',
    State: 'available',
    BlockDeviceMappings: image.devices.map(({ device, snapshotId, size, type, deleteOnTermination }) => ({
      DeviceName: device,
      Ebs: {
        DeleteOnTermination: deleteOnTermination,
        SnapshotId: snapshotId,
        VolumeSize: size,
        VolumeType: type as Ec2.VolumeType,
        Encrypted: false,
      },
    })),
    Description: image.description,
    EnaSupport: true,
    Hypervisor: 'xen',
    ImageOwnerAlias: image.ownerAlias,
    Name: image.name,
    RootDeviceName: image.rootDevice,
    RootDeviceType: 'ebs',
    SriovNetSupport: 'simple',
    Tags: someTags(image.tags),
    VirtualizationType: 'hvm',
    BootMode: image.bootMode as Ec2.BootModeValues | undefined,
    ImdsSupport: image.requiresImdsV2 ? 'v2.0' : undefined,
  };
}

/** The filters that the API reference lists. */
const filters: FilterValues<Image> = {
  architecture: ({ architecture }) => [architecture],
  'block-device-mapping.delete-on-termination': ({ devices }) =>
    devices.map(({ deleteOnTermination }) => deleteOnTermination),
  'block-device-mapping.device-name': ({ devices }) => devices.map(({ device }) => device),
  'block-device-mapping.snapshot-id': ({ devices }) => devices.map(({ snapshotId }) => snapshotId),
  'block-device-mapping.volume-size': ({ devices }) => devices.map(({ size }) => size),
  'block-device-mapping.volume-type': ({ devices }) => devices.map(({ type }) => type),
  'block-device-mapping.encrypted': ({ devices }) => devices.map(() => false),
  'creation-date': ({ created }) => [created],
  description: ({ description }) => [description],
  'ena-support': () => [true],
  hypervisor: () => ['xen'],
  'image-id': ({ id }) => [id],
  'image-type': () => ['machine'],
  'is-public': ({ isPublic }) => [isPublic],
  name: ({ name }) => [name],
  'owner-alias': ({ ownerAlias }) => (ownerAlias === undefined ? [] : [ownerAlias]),
  'owner-id': ({ ownerId }) => [ownerId],
  platform: (image) => (isWindows(image) ? ['windows'] : []),
  'root-device-name': ({ rootDevice }) => [rootDevice],
  'root-device-type': () => ['ebs'],
  state: () => ['available'],
  'sriov-net-support': () => ['simple'],
  'virtualization-type': () => ['hvm'],
};
