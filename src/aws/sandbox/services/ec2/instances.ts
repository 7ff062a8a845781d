import type * as Ec2 from '@aws-sdk/client-ec2';
import { accountTime } from '../../clock/index.ts';
import { defineOperation, type OperationContext } from '../../operation/index.ts';
import { ec2Error, ec2MissingParameter } from './ec2-errors.ts';
import { ec2Arn, kinds } from './ec2-kinds.ts';
import { find, inRegion } from './find.ts';
import { imageById } from './images.ts';
import { newPublicIp } from './ip-addresses.ts';
import { type InstanceState, STATE_CODES, stateOf } from './lifecycle.ts';
import { type FilterValues, PAGE_LIMITS, refuseIdsWithPages, refuseUnknown, selectPage } from './select.ts';
import { computeOf, type Instance, networksOf, type Phase } from './state/index.ts';
import { volumesOf } from './tag-specifications.ts';
import { permissionToDescribe } from './tagged-resources.ts';
import { interfacesOf, toInstance, toState, transitionReason } from './to-instance.ts';
import { associationOf } from './to-interface.ts';

const kind = kinds.instance;

export default {
  DescribeInstances: defineOperation<Ec2.DescribeInstancesRequest, Ec2.DescribeInstancesResult>({
    constraints: PAGE_LIMITS,
    reads: ['DryRun', 'InstanceIds', 'Filters', 'NextToken'],
    access: permissionToDescribe('DescribeInstances'),
    handle: (context) => {
      const { input, state, region } = context;
      refuseIdsWithPages('instancesSet', input.InstanceIds, input);
      const instances = inRegion(computeOf(state).instances, region);
      const page = selectPage(instances, input.InstanceIds, kind, input, instanceFilters(context));
      const reservations = new Map<string, Instance[]>();
      for (const one of page.items)
        reservations.set(one.reservationId, [...(reservations.get(one.reservationId) ?? []), one]);
      return {
        Reservations: [...reservations].map(([ReservationId, of]) => ({
          Groups: [],
          Instances: of.map((one) => toInstance(one, context)),
          OwnerId: state.account.id,
          ReservationId,
        })),
        NextToken: page.next,
      };
    },
  }),

  StartInstances: defineOperation<Ec2.StartInstancesRequest, Ec2.StartInstancesResult>({
    reads: ['DryRun', 'InstanceIds'],
    access: onInstances('StartInstances'),
    handle: (context) => {
      const { clock, state, random } = context;
      const StartingInstances = change(context, (instance, current) => {
        if (current === 'running' || current === 'pending') return undefined;
        if (current !== 'stopped') throw incorrectState(instance, 'The', 'started');
        instance.launchTime = accountTime(clock);
        for (const face of interfacesOf(context, instance))
          if (face.attachment?.deviceIndex === 0 && instance.hasPublicIp)
            face.publicIp = associationOf(face, state) ? undefined : newPublicIp(networksOf(state), random);
        return 'running';
      });
      return { StartingInstances };
    },
  }),

  StopInstances: defineOperation<Ec2.StopInstancesRequest, Ec2.StopInstancesResult>({
    reads: ['DryRun', 'InstanceIds', 'Force'],
    access: onInstances('StopInstances'),
    handle: (context) => {
      const StoppingInstances = change(context, (instance, current) => {
        if (current === 'stopped' || current === 'stopping') return undefined;
        if (current !== 'running') throw incorrectState(instance, 'This', 'stopped');
        if (instance.disableApiStop) throw notPermitted(instance, 'stopped', 'disableApiStop');
        // "When you stop an instance, its public IPv4 address is released" (EC2 User Guide).
        for (const face of interfacesOf(context, instance)) face.publicIp = undefined;
        return 'stopped';
      });
      return { StoppingInstances };
    },
  }),

  RebootInstances: defineOperation<Ec2.RebootInstancesRequest, object>({
    reads: ['DryRun', 'InstanceIds'],
    access: onInstances('RebootInstances'),
    handle: (context) => {
      change(context, (instance, current) => {
        if (current === 'terminated' || current === 'shutting-down')
          throw incorrectState(instance, 'This', 'rebooted');
        return undefined;
      });
      return {};
    },
  }),

  TerminateInstances: defineOperation<Ec2.TerminateInstancesRequest, Ec2.TerminateInstancesResult>({
    reads: ['DryRun', 'InstanceIds'],
    access: onInstances('TerminateInstances'),
    handle: (context) => {
      const { instances } = computeOf(context.state);
      for (const id of context.input.InstanceIds ?? []) {
        const instance = instances.get(id);
        if (instance?.disableApiTermination && instance.phase !== 'terminated')
          throw notPermitted(instance, 'terminated', 'disableApiTermination');
      }
      const TerminatingInstances = change(context, (instance) =>
        instance.phase === 'terminated' ? undefined : 'terminated',
      );
      return { TerminatingInstances };
    },
  }),
};

type Ids = OperationContext<{ readonly InstanceIds?: readonly string[] | undefined }>;

/** Policies are judged for the first instance that is named. */
function onInstances(action: string) {
  return {
    action: `ec2:${action}`,
    resource: ({ input, state, region }: Ids) => ec2Arn(state, region, kind, input.InstanceIds?.[0] ?? '*'),
    namesResource: true,
  };
}

/**
 * Brings instances into another phase, all or none. `next` gives the phase, undefined to leave an instance as it is;
 * it throws where the state does not allow it.
 */
function change(
  { input, state, region, clock }: Ids,
  next: (instance: Instance, current: InstanceState) => Phase | undefined,
): Ec2.InstanceStateChange[] {
  const { InstanceIds: ids = [] } = input;
  if (ids.length === 0) throw ec2MissingParameter('InstanceId');
  const { instances } = computeOf(state);
  refuseUnknown(inRegion(instances, region), ids, kind);
  const all = [...new Set(ids)].map((id) => find(instances, id, kind, region));
  const before = all.map((instance) => stateOf(instance, clock));
  const phases = all.map((instance, index) => next(instance, before[index] ?? 'terminated'));
  return all.map((instance, index) => {
    const [previous, phase] = [before[index] ?? 'terminated', phases[index]];
    if (phase !== undefined) {
      instance.phase = phase;
      instance.since = clock.account();
    }
    return {
      CurrentState: toState(instance, { state, clock }),
      InstanceId: instance.id,
      PreviousState: { Code: STATE_CODES[previous], Name: previous },
    };
  });
}

const incorrectState = ({ id }: Instance, article: 'The' | 'This', done: string) =>
  ec2Error(
    'IncorrectInstanceState',
    `${article} instance '${id}' is not in a state from which it can be ${done}.`,
  );

const notPermitted = ({ id }: Instance, done: string, attribute: string) =>
  ec2Error(
    'OperationNotPermitted',
    `The instance '${id}' may not be ${done}. Modify its '${attribute}' instance attribute and try again.`,
  );

/** The filters that the API reference lists, for what the sandbox has. */
export function instanceFilters(context: OperationContext<object>): FilterValues<Instance> {
  const { state, clock } = context;
  const networks = networksOf(state);
  const faces = (instance: Instance) => interfacesOf(context, instance);
  const primary = (instance: Instance) => faces(instance).slice(0, 1);
  const groups = (ids: readonly string[]) => ids.map((id) => networks.securityGroups.get(id)?.name);
  const image = ({ region, imageId }: Instance) => imageById(state, region, imageId);
  const publicIps = (instance: Instance) =>
    primary(instance).flatMap((face) => associationOf(face, state)?.PublicIp ?? []);
  return {
    architecture: (instance) => [image(instance)?.architecture],
    'availability-zone': ({ availabilityZone }) => [availabilityZone],
    'block-device-mapping.delete-on-termination': ({ id }) =>
      volumesOf(state, id).map(({ attachment }) => attachment?.deleteOnTermination),
    'block-device-mapping.device-name': ({ id }) =>
      volumesOf(state, id).map(({ attachment }) => attachment?.device),
    'block-device-mapping.status': ({ id }) => volumesOf(state, id).map(() => 'attached'),
    'block-device-mapping.volume-id': ({ id }) => volumesOf(state, id).map((volume) => volume.id),
    'client-token': ({ clientToken }) => [clientToken],
    'dns-name': (instance) =>
      primary(instance).flatMap((face) => associationOf(face, state)?.PublicDnsName ?? []),
    hypervisor: () => ['xen'],
    'iam-instance-profile.arn': ({ profile }) => (profile ? [profile.arn] : []),
    'iam-instance-profile.id': ({ profile }) => (profile ? [profile.profileId] : []),
    'image-id': ({ imageId }) => [imageId],
    'instance-id': ({ id }) => [id],
    'instance-state-code': (instance) => [STATE_CODES[stateOf(instance, clock)]],
    'instance-state-name': (instance) => [stateOf(instance, clock)],
    'instance-type': ({ instanceType }) => [instanceType],
    'instance.group-id': (instance) => primary(instance).flatMap(({ groupIds }) => groupIds),
    'instance.group-name': (instance) => primary(instance).flatMap(({ groupIds }) => groups(groupIds)),
    'ip-address': publicIps,
    'key-name': ({ keyName }) => (keyName === undefined ? [] : [keyName]),
    'launch-index': ({ launchIndex }) => [launchIndex],
    'launch-time': ({ launchTime }) => [launchTime.toISOString()],
    'metadata-options.http-tokens': ({ metadata }) => [metadata.HttpTokens],
    'metadata-options.http-endpoint': ({ metadata }) => [metadata.HttpEndpoint],
    'metadata-options.http-put-response-hop-limit': ({ metadata }) => [metadata.HttpPutResponseHopLimit],
    'monitoring-state': ({ monitoring }) => [monitoring ? 'enabled' : 'disabled'],
    'network-interface.addresses.private-ip-address': (instance) =>
      faces(instance).flatMap(({ privateIp, secondaryIps }) => [privateIp, ...secondaryIps]),
    'network-interface.attachment.attachment-id': (instance) =>
      faces(instance).map(({ attachment }) => attachment?.id),
    'network-interface.group-id': (instance) => faces(instance).flatMap(({ groupIds }) => groupIds),
    'network-interface.network-interface-id': (instance) => faces(instance).map(({ id }) => id),
    'network-interface.subnet-id': (instance) => faces(instance).map(({ subnetId }) => subnetId),
    'network-interface.vpc-id': (instance) => faces(instance).map(({ vpcId }) => vpcId),
    'owner-id': () => [state.account.id],
    platform: (instance) => (image(instance)?.platformDetails === 'Windows' ? ['windows'] : []),
    'platform-details': (instance) => [image(instance)?.platformDetails],
    'private-ip-address': (instance) => primary(instance).map(({ privateIp }) => privateIp),
    reason: (instance) => [transitionReason(instance)],
    'reservation-id': ({ reservationId }) => [reservationId],
    'root-device-name': (instance) => [image(instance)?.rootDevice],
    'root-device-type': () => ['ebs'],
    'source-dest-check': (instance) => primary(instance).map(({ sourceDestCheck }) => sourceDestCheck),
    'subnet-id': (instance) => primary(instance).map(({ subnetId }) => subnetId),
    tenancy: ({ tenancy }) => [tenancy],
    'virtualization-type': () => ['hvm'],
    'vpc-id': (instance) => primary(instance).map(({ vpcId }) => vpcId),
  };
}
