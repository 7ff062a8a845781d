/** A Region of AWS, with its Availability Zones. */
export interface AwsRegion {
  readonly name: string;
  readonly longName: string;
  readonly optInStatus: 'opt-in-not-required' | 'not-opted-in';
  readonly zones: readonly Zone[];
}

export interface Zone {
  /** `ap-northeast-1a` */
  readonly name: string;
  /** `apne1-az4`; in older Regions AWS gives each account its own, the sandbox every account the same. */
  readonly id: string;
  readonly region: AwsRegion;
}

/** Name, long name, what ids of zones begin with, and each zone's letter with the number of its id. */
type Row = readonly [string, string, string, string];

/**
 * On in every account, in the order that DescribeRegions was seen to answer in.
 * Sources: botocore, data/endpoints.json (names); the zones as moto 5.2.1 lists them.
 */
const ENABLED: readonly Row[] = [
  ['ap-south-1', 'Asia Pacific (Mumbai)', 'aps1', 'a1 b3 c2'],
  ['eu-north-1', 'Europe (Stockholm)', 'eun1', 'a1 b2 c3'],
  ['eu-west-3', 'Europe (Paris)', 'euw3', 'a1 b2 c3'],
  ['eu-west-2', 'Europe (London)', 'euw2', 'a2 b3 c1'],
  ['eu-west-1', 'Europe (Ireland)', 'euw1', 'a3 b1 c2'],
  ['ap-northeast-3', 'Asia Pacific (Osaka)', 'apne3', 'a1 b2 c3'],
  ['ap-northeast-2', 'Asia Pacific (Seoul)', 'apne2', 'a1 b2 c3 d4'],
  ['ap-northeast-1', 'Asia Pacific (Tokyo)', 'apne1', 'a4 c1 d2'],
  ['ca-central-1', 'Canada (Central)', 'cac1', 'a1 b2 d4'],
  ['sa-east-1', 'South America (Sao Paulo)', 'sae1', 'a1 b2 c3'],
  ['ap-southeast-1', 'Asia Pacific (Singapore)', 'apse1', 'a1 b2 c3'],
  ['ap-southeast-2', 'Asia Pacific (Sydney)', 'apse2', 'a1 b3 c2'],
  ['eu-central-1', 'Europe (Frankfurt)', 'euc1', 'a1 b2 c3'],
  ['us-east-1', 'US East (N. Virginia)', 'use1', 'a6 b1 c2 d4 e3 f5'],
  ['us-east-2', 'US East (Ohio)', 'use2', 'a1 b2 c3'],
  ['us-west-1', 'US West (N. California)', 'usw1', 'a3 b1'],
  ['us-west-2', 'US West (Oregon)', 'usw2', 'a2 b1 c3 d4'],
];

/** Off until someone turns them on (Account Management Reference Guide, "Regions available by default"). */
const OPT_IN: readonly Row[] = [
  ['af-south-1', 'Africa (Cape Town)', 'afs1', 'a1 b2 c3'],
  ['ap-east-1', 'Asia Pacific (Hong Kong)', 'ape1', 'a1 b2 c3'],
  ['ap-east-2', 'Asia Pacific (Taipei)', 'ape2', 'a1 b2 c3'],
  ['ap-south-2', 'Asia Pacific (Hyderabad)', 'aps2', 'a1 b2 c3'],
  ['ap-southeast-3', 'Asia Pacific (Jakarta)', 'apse3', 'a1 b2 c3'],
  ['ap-southeast-4', 'Asia Pacific (Melbourne)', 'apse4', 'a1 b2 c3'],
  ['ap-southeast-5', 'Asia Pacific (Malaysia)', 'apse5', 'a1 b2 c3'],
  ['ap-southeast-6', 'Asia Pacific (New Zealand)', 'apse6', 'a1 b2 c3'],
  ['ap-southeast-7', 'Asia Pacific (Thailand)', 'apse7', 'a1 b2 c3'],
  ['ca-west-1', 'Canada West (Calgary)', 'caw1', 'a1 b2 c3'],
  ['eu-central-2', 'Europe (Zurich)', 'euc2', 'a1 b2 c3'],
  ['eu-south-1', 'Europe (Milan)', 'eus1', 'a1 b2 c3'],
  ['eu-south-2', 'Europe (Spain)', 'eus2', 'a1 b2 c3'],
  ['il-central-1', 'Israel (Tel Aviv)', 'ilc1', 'a1 b2 c3'],
  ['me-central-1', 'Middle East (UAE)', 'mec1', 'a1 b2 c3'],
  ['me-south-1', 'Middle East (Bahrain)', 'mes1', 'a1 b2 c3'],
  ['mx-central-1', 'Mexico (Central)', 'mxc1', 'a1 b2 c3'],
];

export const REGIONS: readonly AwsRegion[] = [
  ...ENABLED.map((row) => toRegion(row, 'opt-in-not-required')),
  ...OPT_IN.map((row) => toRegion(row, 'not-opted-in')),
];

export const ZONES: readonly Zone[] = REGIONS.flatMap(({ zones }) => zones);

function toRegion([name, longName, prefix, letters]: Row, optInStatus: AwsRegion['optInStatus']): AwsRegion {
  const zones: Zone[] = [];
  const region: AwsRegion = { name, longName, optInStatus, zones };
  for (const zone of letters.split(' '))
    zones.push({ name: name + zone.charAt(0), id: `${prefix}-az${zone.slice(1)}`, region });
  return region;
}
