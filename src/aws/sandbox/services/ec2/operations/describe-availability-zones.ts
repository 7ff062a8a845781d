import type {
  AvailabilityZone,
  DescribeAvailabilityZonesRequest,
  DescribeAvailabilityZonesResult,
} from '@aws-sdk/client-ec2';
import { ServiceError } from '../../../errors/index.ts';
import { defineOperation } from '../../../operation/index.ts';
import { applyFilters, type FilterValues } from '../filters.ts';
import { ZONES, type Zone } from '../regions.ts';

/** Local and Wavelength Zones are off in every account, and the sandbox has none of them. */
export default defineOperation<DescribeAvailabilityZonesRequest, DescribeAvailabilityZonesResult>({
  name: 'DescribeAvailabilityZones',
  access: { action: 'ec2:DescribeAvailabilityZones', resource: () => '*', namesResource: false },
  handle: ({ input, region }) => {
    const here = ZONES.filter((zone) => zone.region.name === region);
    const named = among(here, input.ZoneNames, ({ name }) => name);
    const zones = among(named, input.ZoneIds, ({ id }) => id);
    return { AvailabilityZones: applyFilters(zones, input.Filters, filterValues).map(toZone) };
  },
});

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

const groupOf = ({ region }: Zone): string => `${region.name}-zg-1`;

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

/** The filters that the API reference lists. */
const filterValues: FilterValues<Zone> = {
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
