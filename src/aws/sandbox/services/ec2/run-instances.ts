import type * as Ec2 from '@aws-sdk/client-ec2';
import { accountTime } from '../../clock/index.ts';
import { defineOperation, type OperationContext } from '../../operation/index.ts';
import { ec2Error, ec2MissingParameter, ec2NotSimulated, invalidParameterValue } from './ec2-errors.ts';
import { ec2Arn, kinds, newId, notFound } from './ec2-kinds.ts';
import { type Image, imageById } from './images.ts';
import { profileFor } from './instance-profiles.ts';
import { type InstanceType, instanceType } from './instance-type-catalogue.ts';
import { keyNamed } from './key-pairs.ts';
import { attachInterfaces, type LaunchTarget, placeFor } from './launch-network.ts';
import { withTemplate } from './launch-templates.ts';
import { attachVolumes, blockDevicesOf } from './launch-volumes.ts';
import { computeOf, type Instance, type MetadataOptions } from './state/index.ts';
import { tagsFor } from './tag-specifications.ts';
import { toInstance } from './to-instance.ts';

const kind = kinds.instance;
/** Our limit: an account's real one is counted in vCPUs. */
const MOST_AT_ONCE = 20;

export default {
  RunInstances: defineOperation<Ec2.RunInstancesRequest, Ec2.Reservation>({
    constraints: {
      InstanceInitiatedShutdownBehavior: {
        values: ['stop', 'terminate'],
        source: 'API reference, ShutdownBehavior',
      },
    },
    reads: [
      ...(['DryRun', 'ImageId', 'InstanceType', 'MinCount', 'MaxCount', 'KeyName', 'ClientToken'] as const),
      ...([
        'SecurityGroupIds',
        'SecurityGroups',
        'SubnetId',
        'PrivateIpAddress',
        'NetworkInterfaces',
      ] as const),
      ...(['UserData', 'BlockDeviceMappings', 'TagSpecifications', 'IamInstanceProfile'] as const),
      ...(['LaunchTemplate', 'DisableApiTermination', 'DisableApiStop', 'EbsOptimized'] as const),
      ...(['Monitoring.Enabled', 'Placement.AvailabilityZone', 'Placement.Tenancy'] as const),
      ...(['MetadataOptions', 'CreditSpecification.CpuCredits'] as const),
    ],
    access: {
      action: 'ec2:RunInstances',
      resource: ({ state, region }) => ec2Arn(state, region, kind, '*'),
      namesResource: true,
      conditions: ({ input }) => ({ 'ec2:InstanceType': input.InstanceType ?? 'm1.small' }),
    },
    handle: (context) => {
      const request = { ...context, input: withTemplate(context) };
      const instances = launch(request);
      return {
        Groups: [],
        Instances: instances.map((instance) => toInstance(instance, context)),
        OwnerId: context.state.account.id,
        ReservationId: instances[0]?.reservationId,
      };
    },
  }),
};

type Launch = OperationContext<Ec2.RunInstancesRequest>;

/** Checks all of a request before it makes anything. */
function launch(context: Launch): Instance[] {
  const { input, state, region, random, clock } = context;
  const compute = computeOf(state);
  const known = [...compute.instances.values()].filter(
    ({ clientToken }) => input.ClientToken !== undefined && clientToken === input.ClientToken,
  );
  // "Ensures the idempotency of the request" (API reference, ClientToken).
  if (known.length > 0) return known;
  const image = imageFor(context);
  const type = typeFor(input, image);
  const count = countOf(input);
  if (input.KeyName !== undefined) keyNamed(compute, input.KeyName, region);
  const place = placeFor(context);
  const profile = input.IamInstanceProfile && profileFor(input.IamInstanceProfile, context);
  requireParts(context, image, place);
  if (count > 1 && namesAddresses(input))
    // Our wording.
    throw ec2Error(
      'InvalidParameterCombination',
      'Several instances cannot have the same private IP address.',
    );
  const devices = blockDevicesOf(image, input.BlockDeviceMappings ?? []);
  const tags = tagsFor(instanceTags(input), kind);
  const reservationId = newId(random, 'r');
  const launched = accountTime(clock);
  return Array.from({ length: count }, (_, launchIndex) => {
    const instance: Instance = {
      ...{ id: newId(random, kind.prefix), region, tags, reservationId, launchIndex },
      ...{ imageId: image.id, instanceType: type.name, keyName: input.KeyName, launchTime: launched },
      ...{
        availabilityZone: place.subnet.availabilityZone,
        subnetId: place.subnet.id,
        vpcId: place.subnet.vpcId,
      },
      clientToken: input.ClientToken ?? '',
      ...{ phase: 'running', since: clock.account(), released: false },
      userData: input.UserData,
      monitoring: input.Monitoring?.Enabled ?? false,
      ebsOptimized: input.EbsOptimized ?? false,
      disableApiTermination: input.DisableApiTermination ?? false,
      disableApiStop: input.DisableApiStop ?? false,
      shutdownBehavior: input.InstanceInitiatedShutdownBehavior ?? 'stop',
      metadata: metadataOptions(input.MetadataOptions, image.requiresImdsV2),
      profile: profile && { ...profile, id: newId(random, 'iip-assoc'), time: launched },
      hasPublicIp: place.hasPublicIp,
      tenancy: input.Placement?.Tenancy ?? 'default',
    };
    attachInterfaces(context, instance, place);
    attachVolumes(context, instance, devices);
    compute.instances.set(instance.id, instance);
    return instance;
  });
}

function imageFor({ input, state, region }: Launch): Image {
  if (input.ImageId === undefined) throw ec2MissingParameter('ImageId');
  const image = imageById(state, region, input.ImageId);
  if (!image) throw notFound(kinds.image, input.ImageId);
  return image;
}

function typeFor({ InstanceType: name = 'm1.small' }: Ec2.RunInstancesRequest, image: Image): InstanceType {
  const type = instanceType(name);
  // Real types that the catalogue lacks are said to be that.
  if (!type && /^[a-z]+\d[a-z-]*\.(nano|micro|small|medium|large|\d*xlarge|metal)/.test(name))
    throw ec2NotSimulated(`instances of type ${name}; describe-instance-types lists those that it has`);
  if (!type) throw invalidParameterValue(`Invalid value '${name}' for InstanceType.`);
  if (type.architecture !== image.architecture)
    throw invalidParameterValue(
      `The architecture '${type.architecture}' of the specified instance type does not match the architecture '${image.architecture}' of the specified AMI. Specify an instance type and an AMI that have matching architectures, and try again. You can use 'describe-instance-types' or 'describe-images' to discover the architecture of the instance type or AMI.`,
    );
  return type;
}

function countOf({ MinCount = 1, MaxCount = 1 }: Ec2.RunInstancesRequest): number {
  if (MinCount < 1)
    throw invalidParameterValue(
      `Value ( ${MinCount} ) for parameter minCount is invalid. Expecting a value greater than or equal to 1.`,
    );
  if (MaxCount < MinCount)
    throw invalidParameterValue(`'maxCount' must be greater than or equal to 'minCount'`);
  if (MinCount > MOST_AT_ONCE) throw ec2NotSimulated(`more than ${MOST_AT_ONCE} instances at once`);
  return Math.min(MaxCount, MOST_AT_ONCE);
}

const namesAddresses = ({ PrivateIpAddress, NetworkInterfaces = [] }: Ec2.RunInstancesRequest): boolean =>
  PrivateIpAddress !== undefined ||
  NetworkInterfaces.some((one) => one.PrivateIpAddress ?? one.PrivateIpAddresses?.length);

const instanceTags = ({ TagSpecifications }: Ec2.RunInstancesRequest) =>
  TagSpecifications?.filter(
    ({ ResourceType }) => !['volume', 'network-interface'].includes(ResourceType ?? ''),
  );

/** A launch needs leave for all that it uses (EC2 User Guide, "Resource-level permissions for RunInstances"). */
function requireParts(
  { input, state, region, require }: Launch,
  { id }: Image,
  { subnet, groupIds }: LaunchTarget,
): void {
  const may = (resource: string) => require({ action: 'ec2:RunInstances', resource });
  may(`arn:aws:ec2:${region}::image/${id}`);
  may(ec2Arn(state, region, kinds.subnet, subnet.id));
  for (const group of groupIds) may(ec2Arn(state, region, kinds.securityGroup, group));
  may(ec2Arn(state, region, kinds.networkInterface, '*'));
  may(ec2Arn(state, region, kinds.volume, '*'));
  if (input.KeyName !== undefined) may(ec2Arn(state, region, kinds.keyPair, input.KeyName));
}

/** The options given, over those of the image: Amazon Linux 2023 asks for version 2 (EC2 User Guide). */
export function metadataOptions(
  given: Ec2.InstanceMetadataOptionsRequest | undefined,
  requiresImdsV2: boolean,
): MetadataOptions {
  return {
    HttpTokens: given?.HttpTokens ?? (requiresImdsV2 ? 'required' : 'optional'),
    HttpPutResponseHopLimit: given?.HttpPutResponseHopLimit ?? (requiresImdsV2 ? 2 : 1),
    HttpEndpoint: given?.HttpEndpoint ?? 'enabled',
    HttpProtocolIpv6: given?.HttpProtocolIpv6 ?? 'disabled',
    InstanceMetadataTags: given?.InstanceMetadataTags ?? 'disabled',
  };
}
