import {
  DescribeSubnetsCommand,
  type DescribeSubnetsCommandInput,
  paginateDescribeSubnets,
} from '@aws-sdk/client-ec2';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { open } from './open-network.ts';

standStill();

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
