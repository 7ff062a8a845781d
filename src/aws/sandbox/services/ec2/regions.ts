import type {
  AvailabilityZone,
  DescribeAvailabilityZonesRequest,
  DescribeAvailabilityZonesResult,
  DescribeRegionsRequest,
  DescribeRegionsResult,
} from '@aws-sdk/client-ec2';
import { type AwsRegion, REGIONS, ZONES, type Zone } from '../../catalogue/aws-regions.ts';
import { defineOperation, ServiceError } from '../../operation/index.ts';
import { applyFilters, type FilterValues } from './select.ts';

const endpointOf = ({ name }: AwsRegion): string => `ec2.${name}.amazonaws.com`;

/** The filters that the API reference lists. */
const regionFilters: FilterValues<AwsRegion> = {
  endpoint: (region) => [endpointOf(region)],
  'opt-in-status': ({ optInStatus }) => [optInStatus],
  'region-name': ({ name }) => [name],
};

const groupOf = ({ region }: Zone): string => `${region.name}-zg-1`;

/** The filters that the API reference lists. */
const zoneFilters: FilterValues<Zone> = {
  'group-long-name': ({ region }) => [`${region.longName} 1`],
  'group-name': (zone) => [groupOf(zone)],
  message: () => [],
  'opt-in-status': () => ['opt-in-not-required'],
  'parent-zone-id': () => [],
  'parent-zone-name': () => [],
  'region-name': ({ region }) => [region.name],
  state: () => ['available'],
  'zone-id': ({ id }) => [id],
  'zone-name': ({ name }) => [name],
  'zone-type': () => ['availability-zone'],
};

export default {
  DescribeRegions: defineOperation<DescribeRegionsRequest, DescribeRegionsResult>({
    reads: ['DryRun', 'RegionNames', 'AllRegions', 'Filters'],
    access: { action: 'ec2:DescribeRegions', resource: () => '*', namesResource: false },
    handle: ({ input }) => {
      const regions = applyFilters(chosen(input), input.Filters, regionFilters);
      return {
        Regions: regions.map((region) => ({
          OptInStatus: region.optInStatus,
          RegionName: region.name,
          Endpoint: endpointOf(region),
        })),
      };
    },
  }),

  /** Local and Wavelength Zones are off in every account, and the sandbox has none of them. */
  DescribeAvailabilityZones: defineOperation<
    DescribeAvailabilityZonesRequest,
    DescribeAvailabilityZonesResult
  >({
    reads: ['DryRun', 'ZoneNames', 'ZoneIds', 'AllAvailabilityZones', 'Filters'],
    access: { action: 'ec2:DescribeAvailabilityZones', resource: () => '*', namesResource: false },
    handle: ({ input, region }) => {
      const here = ZONES.filter((zone) => zone.region.name === region);
      const named = among(here, input.ZoneNames, ({ name }) => name);
      const zones = among(named, input.ZoneIds, ({ id }) => id);
      return { AvailabilityZones: applyFilters(zones, input.Filters, zoneFilters).map(toZone) };
    },
  }),
};

/** "Describes the Regions that are enabled for your account, or all Regions"; or those that are named. */
function chosen({ RegionNames = [], AllRegions }: DescribeRegionsRequest): readonly AwsRegion[] {
  const unknown = RegionNames.filter((name) => !REGIONS.some((region) => region.name === name));
  // Our wording.
  if (unknown.length > 0)
    throw new ServiceError(400, 'InvalidParameterValue', `Invalid region names: [${unknown.join(', ')}]`);
  if (RegionNames.length > 0) return REGIONS.filter(({ name }) => RegionNames.includes(name));
  return AllRegions ? REGIONS : REGIONS.filter(({ optInStatus }) => optInStatus !== 'not-opted-in');
}

function among(
  zones: readonly Zone[],
  wanted: readonly string[] | undefined,
  textOf: (zone: Zone) => string,
): readonly Zone[] {
  if (!wanted || wanted.length === 0) return zones;
  const unknown = wanted.filter((value) => !zones.some((zone) => textOf(zone) === value));
  // Our wording.
  if (unknown.length > 0)
    throw new ServiceError(
      400,
      'InvalidParameterValue',
      `Invalid availability zone: [${unknown.join(', ')}]`,
    );
  return zones.filter((zone) => wanted.includes(textOf(zone)));
}

function toZone(zone: Zone): AvailabilityZone {
  return {
    OptInStatus: 'opt-in-not-required',
    Messages: [],
    RegionName: zone.region.name,
    ZoneName: zone.name,
    ZoneId: zone.id,
    GroupName: groupOf(zone),
    GroupLongName: `${zone.region.longName} 1`,
    NetworkBorderGroup: zone.region.name,
    ZoneType: 'availability-zone',
    State: 'available',
  };
}
