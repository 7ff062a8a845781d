import {
  DescribeVpcsCommand,
  type DescribeVpcsCommandInput,
  paginateDescribeVpcs,
} from '@aws-sdk/client-ec2';
import { describe, expect, test } from 'vitest';
import { openSandbox } from '../../practice.ts';
import { clientsOf, refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';

standStill();

const open = (region?: string) => {
  const { sandbox, keyOf } = openSandbox();
  return clientsOf(sandbox, keyOf('handson-user'), region);
};

describe('ec2 DescribeVpcs', () => {
  const ids = async (input: DescribeVpcsCommandInput, region?: string) =>
    (await open(region).ec2.send(new DescribeVpcsCommand(input))).Vpcs?.map(({ VpcId }) => VpcId);
  const by = (Name: string, ...Values: string[]) => ids({ Filters: [{ Name, Values }] });

  test('shows the VPCs of the region, without empty sets', async () => {
    const { Vpcs } = await open('us-east-1').ec2.send(new DescribeVpcsCommand({}));
    expect(Vpcs).toHaveLength(1);
    expect(Object.keys(Vpcs?.[0] ?? {}).sort()).toEqual([
      'CidrBlock',
      'CidrBlockAssociationSet',
      'DhcpOptionsId',
      'InstanceTenancy',
      'IsDefault',
      'OwnerId',
      'State',
      'VpcId',
    ]);
  });

  test.each<[string, string[], string[]]>([
    ['cidr', ['10.0.0.0/16'], ['vpc-03b6793be492e9eaa']],
    [
      'cidr',
      ['10.?.0.0/16', 'x'],
      ['vpc-03b6793be492e9eaa', 'vpc-00000002', 'vpc-00000003', 'vpc-00000004', 'vpc-00000005'],
    ],
    ['cidr-block-association.association-id', ['vpc-cidr-assoc-00000002'], ['vpc-00000002']],
    ['dhcp-options-id', ['dopt-00000001'], ['vpc-00000003']],
    ['is-default', ['true'], ['vpc-00000001']],
    ['owner-id', ['999999999999'], []],
    ['state', ['pending'], ['vpc-00000002']],
    ['vpc-id', ['vpc-*4', 'vpc-*5'], ['vpc-00000004', 'vpc-00000005']],
    ['tag:Name', ['handson\\*vpc'], ['vpc-03b6793be492e9eaa']],
    ['tag:Name', ['handson-*'], []],
    ['tag:env', ['dev & test <1>'], ['vpc-03b6793be492e9eaa']],
    ['tag-key', ['e*'], ['vpc-03b6793be492e9eaa']],
    ['tag:name', ['*'], []],
    ['ipv6-cidr-block-association.state', ['associated'], []],
  ])('filter %s=%j', async (name, values, expected) => {
    expect(await by(name, ...values)).toEqual(expected);
  });

  test('all filters must hold', async () => {
    const Filters = [
      { Name: 'state', Values: ['available'] },
      { Name: 'cidr', Values: ['10.1.*', '10.2.*'] },
    ];
    expect(await ids({ Filters })).toEqual(['vpc-00000003']);
  });

  test.each<[DescribeVpcsCommandInput, string, string]>([
    [{ Filters: [{ Name: 'foo', Values: ['x'] }] }, 'InvalidParameterValue', "The filter 'foo' is invalid"],
    [
      { Filters: [{ Name: 'toString', Values: ['x'] }] },
      'InvalidParameterValue',
      "The filter 'toString' is invalid",
    ],
    [
      { VpcIds: ['vpc-00000001', 'vpc-99999999'] },
      'InvalidVpcID.NotFound',
      "The vpc ID 'vpc-99999999' does not exist",
    ],
    [{ VpcIds: ['vpc-00000006'] }, 'InvalidVpcID.NotFound', "The vpc ID 'vpc-00000006' does not exist"],
    [
      { VpcIds: ['vpc-00000001'], MaxResults: 5 },
      'InvalidParameterCombination',
      'The parameter VpcIds cannot be used with the parameter MaxResults',
    ],
    [
      { MaxResults: 4 },
      'InvalidParameterValue',
      'Value ( 4 ) for parameter MaxResults is invalid. Expecting a value greater than or equal to 5.',
    ],
    [
      { MaxResults: 1001 },
      'InvalidParameterValue',
      'Value ( 1001 ) for parameter MaxResults is invalid. Expecting a value smaller than or equal to 1000.',
    ],
    [{ NextToken: 'x' }, 'InvalidParameterValue', 'The NextToken is not valid.'],
  ])('%o is refused', async (input, code, message) => {
    expect(await refusal(ids(input))).toEqual({ code, message, status: 400 });
  });

  test('gives pages that the paginator of the SDK can follow', async () => {
    const pages: unknown[] = [];
    for await (const page of paginateDescribeVpcs({ client: open().ec2, pageSize: 5 }, {}))
      pages.push(page.Vpcs?.length);
    expect(pages).toEqual([5, 1]);
  });

  test('a dry run says whether it would be permitted', async () => {
    expect(await refusal(ids({ DryRun: true }))).toEqual({
      code: 'DryRunOperation',
      message: 'Request would have succeeded, but DryRun flag is set.',
      status: 412,
    });
    const { sandbox, keyOf } = openSandbox();
    const { ec2 } = clientsOf(sandbox, keyOf('powerless'));
    expect(await refusal(ec2.send(new DescribeVpcsCommand({ DryRun: true })))).toMatchObject({
      code: 'UnauthorizedOperation',
      status: 403,
    });
  });
});
