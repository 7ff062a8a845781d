import {
  DescribeAvailabilityZonesCommand,
  type DescribeAvailabilityZonesCommandInput,
  DescribeRegionsCommand,
  type DescribeRegionsCommandInput,
} from '@aws-sdk/client-ec2';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { open } from './open-network.ts';

standStill();

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
