import type * as Ec2 from '@aws-sdk/client-ec2';
import { toBase64 } from '@smithy/core/serde';
import { defineOperation, type OperationContext } from '../../operation/index.ts';
import { ec2Error, invalidParameterValue } from './ec2-errors.ts';
import { kinds } from './ec2-kinds.ts';
import { find } from './find.ts';
import { instanceType } from './instance-type-catalogue.ts';
import { stateOf } from './lifecycle.ts';
import { groupsFor } from './new-interface.ts';
import { computeOf, type Instance, networksOf } from './state/index.ts';
import { permissionToChange, permissionToDescribe } from './tagged-resources.ts';
import { interfacesOf, toInstance } from './to-instance.ts';

const kind = kinds.instance;
const ATTRIBUTES = [
  ...['instanceType', 'userData', 'disableApiTermination', 'instanceInitiatedShutdownBehavior'],
  ...['rootDeviceName', 'blockDeviceMapping', 'sourceDestCheck', 'groupSet', 'ebsOptimized', 'enaSupport'],
  ...['disableApiStop', 'kernel', 'ramdisk', 'productCodes', 'sriovNetSupport', 'enclaveOptions'],
];

type Named = OperationContext<{ readonly InstanceId?: string | undefined }>;

export default {
  DescribeInstanceAttribute: defineOperation<Ec2.DescribeInstanceAttributeRequest, Ec2.InstanceAttribute>({
    constraints: { Attribute: { values: ATTRIBUTES, source: 'API reference, InstanceAttributeName' } },
    reads: ['DryRun', 'InstanceId'],
    access: permissionToDescribe('DescribeInstanceAttribute'),
    handle: (context) => {
      const instance = instanceOf(context);
      const shown = toInstance(instance, context);
      const { id: InstanceId, userData } = instance;
      const values: Readonly<Record<string, Ec2.InstanceAttribute>> = {
        instanceType: { InstanceType: { Value: instance.instanceType } },
        userData: { UserData: userData === undefined ? {} : { Value: userData } },
        disableApiTermination: { DisableApiTermination: { Value: instance.disableApiTermination } },
        disableApiStop: { DisableApiStop: { Value: instance.disableApiStop } },
        instanceInitiatedShutdownBehavior: {
          InstanceInitiatedShutdownBehavior: { Value: instance.shutdownBehavior },
        },
        rootDeviceName: { RootDeviceName: { Value: shown.RootDeviceName } },
        blockDeviceMapping: { BlockDeviceMappings: shown.BlockDeviceMappings },
        sourceDestCheck: { SourceDestCheck: { Value: shown.SourceDestCheck } },
        groupSet: { Groups: shown.SecurityGroups },
        ebsOptimized: { EbsOptimized: { Value: instance.ebsOptimized } },
        enaSupport: { EnaSupport: { Value: true } },
        kernel: { KernelId: {} },
        ramdisk: { RamdiskId: {} },
        productCodes: { ProductCodes: [] },
        sriovNetSupport: { SriovNetSupport: {} },
        enclaveOptions: { EnclaveOptions: { Enabled: false } },
      };
      return { InstanceId, ...values[context.input.Attribute ?? ''] };
    },
  }),

  ModifyInstanceAttribute: defineOperation<Ec2.ModifyInstanceAttributeRequest, object>({
    constraints: { Attribute: { values: ATTRIBUTES, source: 'API reference, InstanceAttributeName' } },
    reads: [
      ...(['DryRun', 'InstanceId', 'Value', 'SourceDestCheck.Value', 'DisableApiTermination.Value'] as const),
      ...(['DisableApiStop.Value', 'EbsOptimized.Value', 'InstanceType.Value', 'Groups'] as const),
      ...(['InstanceInitiatedShutdownBehavior.Value', 'UserData.Value'] as const),
    ],
    access: permissionToChange('ModifyInstanceAttribute', kind, 'InstanceId'),
    handle: (context) => {
      const instance = instanceOf(context);
      const given = changesOf(context);
      if (given.length > 1)
        throw ec2Error('InvalidParameterCombination', 'Fields for multiple attribute types specified');
      const [change] = given;
      if (!change) throw ec2Error('InvalidParameterCombination', 'No attributes specified.');
      change(instance);
      return {};
    },
  }),

  ModifyInstanceMetadataOptions: defineOperation<
    Ec2.ModifyInstanceMetadataOptionsRequest,
    Ec2.ModifyInstanceMetadataOptionsResult
  >({
    constraints: {
      HttpTokens: { values: ['optional', 'required'], source: 'API reference, HttpTokensState' },
      HttpEndpoint: { values: ['enabled', 'disabled'], source: 'API reference' },
      HttpProtocolIpv6: { values: ['enabled', 'disabled'], source: 'API reference' },
      InstanceMetadataTags: { values: ['enabled', 'disabled'], source: 'API reference' },
      HttpPutResponseHopLimit: { min: 1, max: 64, source: 'API reference, ModifyInstanceMetadataOptions' },
    },
    reads: ['DryRun', 'InstanceId'],
    access: permissionToChange('ModifyInstanceMetadataOptions', kind, 'InstanceId'),
    handle: (context) => {
      const instance = instanceOf(context);
      const { HttpTokens, HttpEndpoint, HttpProtocolIpv6, InstanceMetadataTags, HttpPutResponseHopLimit } =
        context.input;
      const { metadata } = instance;
      instance.metadata = {
        HttpTokens: HttpTokens ?? metadata.HttpTokens,
        HttpPutResponseHopLimit: HttpPutResponseHopLimit ?? metadata.HttpPutResponseHopLimit,
        HttpEndpoint: HttpEndpoint ?? metadata.HttpEndpoint,
        HttpProtocolIpv6: HttpProtocolIpv6 ?? metadata.HttpProtocolIpv6,
        InstanceMetadataTags: InstanceMetadataTags ?? metadata.InstanceMetadataTags,
      };
      return {
        InstanceId: instance.id,
        InstanceMetadataOptions: { State: 'pending', ...instance.metadata },
      };
    },
  }),

  GetConsoleOutput: defineOperation<Ec2.GetConsoleOutputRequest, Ec2.GetConsoleOutputResult>({
    reads: ['DryRun', 'InstanceId', 'Latest'],
    access: permissionToDescribe('GetConsoleOutput'),
    handle: (context) => {
      const { clock } = context;
      const instance = instanceOf(context);
      // The sandbox runs no guest: what it prints is ours, and says so.
      const text = `[    0.000000] The Tejun sandbox simulates ${instance.id}: no system runs in it.\n`;
      const hasBooted = stateOf(instance, clock) !== 'pending';
      return {
        InstanceId: instance.id,
        Output: hasBooted ? toBase64(text) : undefined,
        Timestamp: instance.launchTime,
      };
    },
  }),
};

const instanceOf = ({ input, state, region }: Named): Instance =>
  find(computeOf(state).instances, input.InstanceId, kind, region);

/** Reads the changes of a request; the older form names an attribute and its value. */
function changesOf(context: OperationContext<Ec2.ModifyInstanceAttributeRequest>) {
  const { input, state, clock } = context;
  const { Attribute, Value } = input;
  const text = (name: string, member: string | undefined) => (Attribute === name ? Value : member);
  const flag = (name: string, member: boolean | undefined) =>
    Attribute === name && Value !== undefined ? Value === 'true' : member;
  const changes: ((instance: Instance) => void)[] = [];
  const when = <T>(value: T | undefined, change: (instance: Instance, value: T) => void) => {
    if (value !== undefined) changes.push((instance) => change(instance, value));
  };
  const stopped = (instance: Instance) => {
    if (stateOf(instance, clock) !== 'stopped')
      throw ec2Error(
        'IncorrectInstanceState',
        `The instance '${instance.id}' is not in the 'stopped' state.`,
      );
  };
  when(flag('disableApiTermination', input.DisableApiTermination?.Value), (instance, value) => {
    instance.disableApiTermination = value;
  });
  when(flag('disableApiStop', input.DisableApiStop?.Value), (instance, value) => {
    instance.disableApiStop = value;
  });
  when(flag('ebsOptimized', input.EbsOptimized?.Value), (instance, value) => {
    stopped(instance);
    instance.ebsOptimized = value;
  });
  when(flag('sourceDestCheck', input.SourceDestCheck?.Value), (instance, value) => {
    const [primary] = interfacesOf(context, instance);
    if (primary) primary.sourceDestCheck = value;
  });
  when(text('instanceType', input.InstanceType?.Value), (instance, value) => {
    stopped(instance);
    if (!instanceType(value)) throw invalidParameterValue(`Invalid value '${value}' for InstanceType.`);
    instance.instanceType = value;
  });
  when(
    text('instanceInitiatedShutdownBehavior', input.InstanceInitiatedShutdownBehavior?.Value),
    (instance, value) => {
      if (value !== 'stop' && value !== 'terminate')
        throw invalidParameterValue(`Invalid value '${value}' for InstanceInitiatedShutdownBehavior.`);
      instance.shutdownBehavior = value;
    },
  );
  when(text('userData', input.UserData?.Value && toBase64(input.UserData.Value)), (instance, value) => {
    stopped(instance);
    instance.userData = value;
  });
  when(input.Groups?.length ? input.Groups : undefined, (instance, groups) => {
    const [primary] = interfacesOf(context, instance);
    if (primary)
      primary.groupIds = groupsFor(networksOf(state), { id: primary.subnetId, vpcId: primary.vpcId }, groups);
  });
  return changes;
}
