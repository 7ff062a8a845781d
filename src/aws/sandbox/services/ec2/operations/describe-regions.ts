import type { DescribeRegionsRequest, DescribeRegionsResult } from '@aws-sdk/client-ec2';
import { ServiceError } from '../../../errors/index.ts';
import { defineOperation } from '../../../operation/index.ts';
import { applyFilters, type FilterValues } from '../filters.ts';
import { REGIONS, type Region } from '../regions.ts';

export default defineOperation<DescribeRegionsRequest, DescribeRegionsResult>({
  name: 'DescribeRegions',
  access: { action: 'ec2:DescribeRegions', resource: () => '*', namesResource: false },
  handle: ({ input }) => {
    const regions = applyFilters(chosen(input), input.Filters, filterValues);
    return {
      Regions: regions.map((region) => ({
        OptInStatus: region.optInStatus,
        RegionName: region.name,
        Endpoint: endpointOf(region),
      })),
    };
  },
});

/** "Describes the Regions that are enabled for your account, or all Regions"; or those that are named. */
function chosen({ RegionNames = [], AllRegions }: DescribeRegionsRequest): readonly Region[] {
  const unknown = RegionNames.filter((name) => !REGIONS.some((region) => region.name === name));
  // Our wording.
  if (unknown.length > 0)
    throw new ServiceError(400, 'InvalidParameterValue', `Invalid region names: [${unknown.join(', ')}]`);
  if (RegionNames.length > 0) return REGIONS.filter(({ name }) => RegionNames.includes(name));
  return AllRegions ? REGIONS : REGIONS.filter(({ optInStatus }) => optInStatus !== 'not-opted-in');
}

const endpointOf = ({ name }: Region): string => `ec2.${name}.amazonaws.com`;

/** The filters that the API reference lists. */
const filterValues: FilterValues<Region> = {
  endpoint: (region) => [endpointOf(region)],
  'opt-in-status': ({ optInStatus }) => [optInStatus],
  'region-name': ({ name }) => [name],
};
