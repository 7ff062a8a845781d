import { readFileSync } from 'node:fs';
import {
  DescribeAvailabilityZonesCommand,
  type DescribeAvailabilityZonesCommandInput,
  DescribeRegionsCommand,
  type DescribeRegionsCommandInput,
  DescribeSubnetsCommand,
  type DescribeSubnetsCommandInput,
  paginateDescribeSubnets,
} from '@aws-sdk/client-ec2';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  createManualClock,
  createRandom,
  createSandbox,
  readAccount,
} from '../../../../src/aws/sandbox/index.ts';
import { START } from '../practice.ts';
import { clientsOf, refusal } from '../sdk.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

function open(region = 'ap-northeast-1', userName = 'owner') {
  const file = 'test/fixtures/aws/sandbox/ec2-account.yaml';
  const { account, problems } = readAccount(readFileSync(file, 'utf8'), file);
  if (!account) throw new Error(JSON.stringify(problems, null, 2));
  const sandbox = createSandbox({ account, clock: createManualClock(START), random: createRandom('ec2') });
  const key = sandbox.longTermKeys.find((candidate) => candidate.userName === userName);
  if (!key) throw new Error(`${userName} has no key`);
  return clientsOf(sandbox, key, region).ec2;
}

describe('DescribeRegions', () => {
  const names = async (input: DescribeRegionsCommandInput) =>
    (await open().send(new DescribeRegionsCommand(input))).Regions?.map(({ RegionName }) => RegionName);

  test('shows what is on in every account', async () => {
    const { Regions } = await open().send(new DescribeRegionsCommand({}));
    expect(Regions).toHaveLength(17);
    expect(Regions).toContainEqual({
      OptInStatus: 'opt-in-not-required',
      RegionName: 'ap-northeast-1',
      Endpoint: 'ec2.ap-northeast-1.amazonaws.com',
    });
  });

  test.each<[DescribeRegionsCommandInput, string[]]>([
    [{ RegionNames: ['us-east-1', 'af-south-1'] }, ['us-east-1', 'af-south-1']],
    [
      { Filters: [{ Name: 'region-name', Values: ['ap-northeast-?'] }] },
      ['ap-northeast-3', 'ap-northeast-2', 'ap-northeast-1'],
    ],
    [{ Filters: [{ Name: 'endpoint', Values: ['*us-west*'] }] }, ['us-west-1', 'us-west-2']],
    [{ Filters: [{ Name: 'opt-in-status', Values: ['not-opted-in'] }] }, []],
  ])('%j', async (input, expected) => {
    expect(await names(input)).toEqual(expected);
  });

  test('shows all where it is asked to', async () => {
    expect((await names({ AllRegions: true }))?.length).toBe(34);
    const off = { AllRegions: true, Filters: [{ Name: 'opt-in-status', Values: ['not-opted-in'] }] };
    expect((await names(off))?.length).toBe(17);
  });

  test('refuses regions and filters that are not, and those of tags', async () => {
    expect(await refusal(names({ RegionNames: ['moon-1'] }))).toMatchObject({
      code: 'InvalidParameterValue',
      status: 400,
    });
    expect(await refusal(names({ Filters: [{ Name: 'tag:a', Values: ['b'] }] }))).toEqual({
      code: 'InvalidParameterValue',
      message: "The filter 'tag:a' is invalid",
      status: 400,
    });
  });
});

describe('DescribeAvailabilityZones', () => {
  const names = async (input: DescribeAvailabilityZonesCommandInput) =>
    (await open().send(new DescribeAvailabilityZonesCommand(input))).AvailabilityZones?.map(
      (z) => z.ZoneName,
    );

  test("shows the region's own", async () => {
    const { AvailabilityZones } = await open().send(new DescribeAvailabilityZonesCommand({}));
    expect(AvailabilityZones?.[0]).toEqual({
      OptInStatus: 'opt-in-not-required',
      Messages: [],
      RegionName: 'ap-northeast-1',
      ZoneName: 'ap-northeast-1a',
      ZoneId: 'apne1-az4',
      GroupName: 'ap-northeast-1-zg-1',
      GroupLongName: 'Asia Pacific (Tokyo) 1',
      NetworkBorderGroup: 'ap-northeast-1',
      ZoneType: 'availability-zone',
      State: 'available',
    });
    expect(await names({})).toEqual(['ap-northeast-1a', 'ap-northeast-1c', 'ap-northeast-1d']);
    const virginia = await open('us-east-1').send(new DescribeAvailabilityZonesCommand({}));
    expect(virginia.AvailabilityZones).toHaveLength(6);
  });

  test.each<[DescribeAvailabilityZonesCommandInput, string[]]>([
    [{ ZoneNames: ['ap-northeast-1c'] }, ['ap-northeast-1c']],
    [{ ZoneIds: ['apne1-az2'] }, ['ap-northeast-1d']],
    [
      { Filters: [{ Name: 'zone-id', Values: ['apne1-az1', 'apne1-az4'] }] },
      ['ap-northeast-1a', 'ap-northeast-1c'],
    ],
    [{ Filters: [{ Name: 'state', Values: ['unavailable'] }] }, []],
  ])('%j', async (input, expected) => {
    expect(await names(input)).toEqual(expected);
  });

  test('refuses zones of other regions', async () => {
    expect(await refusal(names({ ZoneNames: ['us-east-1a'] }))).toMatchObject({
      code: 'InvalidParameterValue',
    });
  });
});

describe('DescribeSubnets', () => {
  const ids = async (input: DescribeSubnetsCommandInput) =>
    (await open().send(new DescribeSubnetsCommand(input))).Subnets?.map(({ SubnetId }) =>
      Number(SubnetId?.at(-1)),
    );

  test('tells all of a subnet', async () => {
    const { Subnets } = await open().send(new DescribeSubnetsCommand({ SubnetIds: ['subnet-00000001'] }));
    expect(Subnets).toEqual([
      {
        AvailabilityZone: 'ap-northeast-1a',
        AvailabilityZoneId: 'apne1-az4',
        AvailableIpAddressCount: 251,
        CidrBlock: '10.0.0.0/24',
        DefaultForAz: false,
        MapPublicIpOnLaunch: true,
        MapCustomerOwnedIpOnLaunch: false,
        State: 'available',
        SubnetId: 'subnet-00000001',
        VpcId: 'vpc-00000001',
        OwnerId: '123456789012',
        AssignIpv6AddressOnCreation: false,
        Ipv6CidrBlockAssociationSet: [],
        Tags: [{ Key: 'Name', Value: 'public' }],
        SubnetArn: 'arn:aws:ec2:ap-northeast-1:123456789012:subnet/subnet-00000001',
        EnableDns64: false,
        Ipv6Native: false,
        PrivateDnsNameOptionsOnLaunch: {
          HostnameType: 'ip-name',
          EnableResourceNameDnsARecord: false,
          EnableResourceNameDnsAAAARecord: false,
        },
      },
    ]);
  });

  test.each<[string, string[], number[]]>([
    ['vpc-id', ['vpc-00000001'], [1, 2, 3]],
    ['availability-zone', ['ap-northeast-1a'], [1, 4]],
    ['availabilityZoneId', ['apne1-az1'], [2, 5]],
    ['available-ip-address-count', ['11'], [2]],
    ['cidr', ['172.31.*'], [4, 5, 6]],
    ['cidr-block', ['10.0.1.0/28'], [2]],
    ['default-for-az', ['true'], [4, 5, 6]],
    ['map-public-ip-on-launch', ['true'], [1]],
    ['state', ['pending'], [2]],
    ['subnet-arn', ['*/subnet-00000003'], [3]],
    ['tag:Name', ['pub*'], [1]],
    ['ipv6-native', ['true'], []],
  ])('filter %s=%j', async (Name, Values, expected) => {
    expect(await ids({ Filters: [{ Name, Values }] })).toEqual(expected);
  });

  test.each<[DescribeSubnetsCommandInput, string, string]>([
    [
      { SubnetIds: ['subnet-00000007'] },
      'InvalidSubnetID.NotFound',
      "The subnet ID 'subnet-00000007' does not exist",
    ],
    [
      { SubnetIds: ['subnet-00000001'], MaxResults: 5 },
      'InvalidParameterCombination',
      'The parameter SubnetIds cannot be used with the parameter MaxResults',
    ],
    [
      { Filters: [{ Name: 'colour', Values: ['x'] }] },
      'InvalidParameterValue',
      "The filter 'colour' is invalid",
    ],
  ])('%j is refused', async (input, code, message) => {
    expect(await refusal(ids(input))).toEqual({ code, message, status: 400 });
  });

  test('gives pages that the paginator of the SDK can follow', async () => {
    const pages: unknown[] = [];
    for await (const page of paginateDescribeSubnets({ client: open(), pageSize: 5 }, {}))
      pages.push(page.Subnets?.length);
    expect(pages).toEqual([5, 1]);
  });
});

test.each([
  new DescribeRegionsCommand({}),
  new DescribeAvailabilityZonesCommand({}),
  new DescribeSubnetsCommand({}),
])('%# needs leave', async (command) => {
  const action = `ec2:${command.constructor.name.replace('Command', '')}`;
  const call = open('ap-northeast-1', 'powerless').send(command as DescribeRegionsCommand);
  expect(await refusal(call)).toEqual({
    code: 'UnauthorizedOperation',
    message: `You are not authorized to perform this operation. User: arn:aws:iam::123456789012:user/powerless is not authorized to perform: ${action} because no identity-based policy allows the ${action} action`,
    status: 403,
  });
});
