import type * as Ec2 from '@aws-sdk/client-ec2';
import { ZONES } from '../../catalogue/aws-regions.ts';
import { defineOperation } from '../../operation/index.ts';
import { ec2Error } from './ec2-errors.ts';
import { INSTANCE_TYPES, type InstanceType } from './instance-type-catalogue.ts';
import { applyFilters, ec2Page, type FilterValues, PAGE_LIMITS } from './select.ts';
import { permissionToDescribe } from './tagged-resources.ts';

export default {
  DescribeInstanceTypes: defineOperation<Ec2.DescribeInstanceTypesRequest, Ec2.DescribeInstanceTypesResult>({
    constraints: { MaxResults: { ...PAGE_LIMITS.MaxResults, max: 100 } },
    reads: ['DryRun', 'InstanceTypes', 'Filters', 'NextToken'],
    access: permissionToDescribe('DescribeInstanceTypes'),
    handle: ({ input }) => {
      const { InstanceTypes: names = [] } = input;
      const unknown = names.filter((name) => !INSTANCE_TYPES.some((type) => type.name === name));
      if (unknown.length > 0)
        throw ec2Error(
          'InvalidInstanceType',
          `The following supplied instance types do not exist: [${unknown.join(', ')}]`,
        );
      const chosen = INSTANCE_TYPES.filter(({ name }) => names.length === 0 || names.includes(name as never));
      const all = applyFilters(chosen, input.Filters, filters).map((type) => ({ ...type, id: type.name }));
      const page = ec2Page(all, input);
      return { InstanceTypes: page.items.map(toType), NextToken: page.next };
    },
  }),

  DescribeInstanceTypeOfferings: defineOperation<
    Ec2.DescribeInstanceTypeOfferingsRequest,
    Ec2.DescribeInstanceTypeOfferingsResult
  >({
    constraints: {
      MaxResults: PAGE_LIMITS.MaxResults,
      LocationType: {
        values: ['region', 'availability-zone', 'availability-zone-id'],
        source: 'API reference, LocationType; an Outpost is not simulated',
      },
    },
    reads: ['DryRun', 'Filters', 'NextToken'],
    access: permissionToDescribe('DescribeInstanceTypeOfferings'),
    handle: ({ input, region }) => {
      const { LocationType = 'region' } = input;
      const zones = ZONES.filter((zone) => zone.region.name === region);
      const places =
        LocationType === 'region'
          ? [region]
          : zones.map(({ name, id }) => (LocationType === 'availability-zone' ? name : id));
      const all = INSTANCE_TYPES.flatMap(({ name }) =>
        places.map((place) => ({ id: `${name} ${place}`, name, place })),
      );
      const found = applyFilters(all, input.Filters, {
        'instance-type': ({ name }) => [name],
        location: ({ place }) => [place],
      });
      const page = ec2Page(found, input);
      const offerings = page.items.map(({ name, place }) => ({
        InstanceType: name as Ec2._InstanceType,
        LocationType,
        Location: place,
      }));
      return { InstanceTypeOfferings: offerings, NextToken: page.next };
    },
  }),
};

function toType(type: InstanceType): Ec2.InstanceTypeInfo {
  const isNitro = type.hypervisor === 'nitro';
  return {
    InstanceType: type.name as Ec2._InstanceType,
    CurrentGeneration: true,
    FreeTierEligible: type.freeTier,
    SupportedUsageClasses: ['on-demand', 'spot'],
    SupportedRootDeviceTypes: ['ebs'],
    SupportedVirtualizationTypes: ['hvm'],
    BareMetal: false,
    Hypervisor: type.hypervisor,
    ProcessorInfo: {
      SupportedArchitectures: [type.architecture],
      SustainedClockSpeedInGhz: type.clock,
      Manufacturer: type.architecture === 'arm64' ? 'AWS' : 'Intel',
    },
    VCpuInfo: {
      DefaultVCpus: type.vcpus,
      DefaultCores: type.vcpus / type.threadsPerCore,
      DefaultThreadsPerCore: type.threadsPerCore,
    },
    MemoryInfo: { SizeInMiB: type.memory },
    InstanceStorageSupported: false,
    EbsInfo: {
      EbsOptimizedSupport: isNitro ? 'default' : 'unsupported',
      EncryptionSupport: 'supported',
      NvmeSupport: isNitro ? 'required' : 'unsupported',
    },
    NetworkInfo: {
      NetworkPerformance: type.network,
      MaximumNetworkInterfaces: type.interfaces,
      MaximumNetworkCards: 1,
      DefaultNetworkCardIndex: 0,
      NetworkCards: [
        { NetworkCardIndex: 0, NetworkPerformance: type.network, MaximumNetworkInterfaces: type.interfaces },
      ],
      Ipv4AddressesPerInterface: type.addresses,
      Ipv6AddressesPerInterface: type.addresses,
      Ipv6Supported: true,
      EnaSupport: isNitro ? 'required' : 'unsupported',
      EfaSupported: false,
      EncryptionInTransitSupported: false,
    },
    PlacementGroupInfo: { SupportedStrategies: ['partition', 'spread'] },
    HibernationSupported: type.architecture === 'x86_64',
    BurstablePerformanceSupported: type.burstable,
    DedicatedHostsSupported: !type.burstable || type.name.startsWith('t3.'),
    AutoRecoverySupported: true,
    SupportedBootModes: type.architecture === 'arm64' ? ['uefi'] : ['legacy-bios', 'uefi'],
  };
}

/** Those of the filters in the API reference that the catalogue can answer. */
const filters: FilterValues<InstanceType> = {
  'auto-recovery-supported': () => [true],
  'bare-metal': () => [false],
  'burstable-performance-supported': ({ burstable }) => [burstable],
  'current-generation': () => [true],
  'free-tier-eligible': ({ freeTier }) => [freeTier],
  hypervisor: ({ hypervisor }) => [hypervisor],
  'instance-storage-supported': () => [false],
  'instance-type': ({ name }) => [name],
  'memory-info.size-in-mib': ({ memory }) => [memory],
  'network-info.network-performance': ({ network }) => [network],
  'processor-info.supported-architecture': ({ architecture }) => [architecture],
  'processor-info.sustained-clock-speed-in-ghz': ({ clock }) => [clock],
  'supported-root-device-type': () => ['ebs'],
  'supported-usage-class': () => ['on-demand', 'spot'],
  'supported-virtualization-type': () => ['hvm'],
  'vcpu-info.default-cores': ({ vcpus, threadsPerCore }) => [vcpus / threadsPerCore],
  'vcpu-info.default-threads-per-core': ({ threadsPerCore }) => [threadsPerCore],
  'vcpu-info.default-vcpus': ({ vcpus }) => [vcpus],
};
