import {
  DescribeVpcsCommand,
  type DescribeVpcsCommandInput,
  paginateDescribeVpcs,
} from '@aws-sdk/client-ec2';
import { ListUsersCommand, type ListUsersCommandInput, paginateListUsers } from '@aws-sdk/client-iam';
import { ListBucketsCommand, type ListBucketsCommandInput, paginateListBuckets } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openSandbox, START } from '../practice.ts';
import { clientsOf, refusal } from '../sdk.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

const open = (region?: string) => {
  const { sandbox, keyOf } = openSandbox();
  return clientsOf(sandbox, keyOf('handson-user'), region);
};

describe('iam ListUsers', () => {
  const names = async (input: ListUsersCommandInput) =>
    (await open().iam.send(new ListUsersCommand(input))).Users?.map(({ UserName }) => UserName);

  test('takes a path prefix', async () => {
    expect(await names({ PathPrefix: '/dev' })).toEqual(['denied', 'powerless']);
    expect(await names({ PathPrefix: '/nobody/' })).toEqual([]);
  });

  test('gives pages that the paginator of the SDK can follow', async () => {
    const pages: unknown[] = [];
    for await (const page of paginateListUsers({ client: open().iam, pageSize: 3 }, {}))
      pages.push([page.Users?.length, page.IsTruncated, page.Marker !== undefined]);
    expect(pages).toEqual([
      [3, true, true],
      [1, false, false],
    ]);
  });

  test.each<[ListUsersCommandInput, string]>([
    [
      { MaxItems: 1001 },
      "Value '1001' at 'maxItems' failed to satisfy constraint: Member must have value less than or equal to 1000",
    ],
    [
      { PathPrefix: 'dev' },
      "Value 'dev' at 'pathPrefix' failed to satisfy constraint: Member must satisfy regular expression pattern: \\u002F[\\u0021-\\u007F]*",
    ],
  ])('%o breaks a rule of the model', async (input, message) => {
    expect(await refusal(open().iam.send(new ListUsersCommand(input)))).toEqual({
      code: 'ValidationError',
      message: `1 validation error detected: ${message}`,
      status: 400,
    });
  });

  test('a marker that no page gave is refused', async () => {
    const call = open().iam.send(new ListUsersCommand({ Marker: 'bm9uc2Vuc2U=' }));
    expect(await refusal(call)).toMatchObject({ code: 'ValidationError', status: 400 });
  });
});

describe('s3 ListBuckets', () => {
  const list = (input: ListBucketsCommandInput, region?: string) =>
    open(region).s3.send(new ListBucketsCommand(input));

  test('names no region until a parameter is given', async () => {
    const plain = await list({});
    expect(plain.Buckets?.map(({ BucketRegion }) => BucketRegion)).toEqual([undefined, undefined, undefined]);
    expect(plain.Prefix).toBeUndefined();
    const { Buckets, Prefix } = await list({ Prefix: 'example-b' });
    expect(Prefix).toBe('example-b');
    expect(Buckets).toEqual([
      {
        Name: 'example-bucket',
        CreationDate: new Date('2021-12-20T09:00:00Z'),
        BucketRegion: 'ap-northeast-1',
        BucketArn: 'arn:aws:s3:::example-bucket',
      },
    ]);
  });

  test("takes the endpoint's region, and no other", async () => {
    const { Buckets } = await list({ BucketRegion: 'us-east-1' }, 'us-east-1');
    expect(Buckets?.map(({ Name }) => Name)).toEqual(['logs-bucket']);
    expect(await refusal(list({ BucketRegion: 'us-east-1' }))).toEqual({
      code: 'InvalidArgument',
      message: 'Requests with bucket-region specified must be made to the corresponding regional endpoint',
      status: 400,
    });
    expect(await refusal(list({ BucketRegion: 'moon' }))).toMatchObject({
      message: 'Argument value moon is not a valid AWS Region',
    });
  });

  test('gives pages that the paginator of the SDK can follow', async () => {
    const pages: unknown[] = [];
    for await (const page of paginateListBuckets({ client: open().s3, pageSize: 2 }, {}))
      pages.push(page.Buckets?.map(({ Name }) => Name));
    expect(pages).toEqual([['example-archive', 'example-bucket'], ['logs-bucket']]);
  });

  test.each<[ListBucketsCommandInput, string]>([
    [{ MaxBuckets: 0 }, 'Argument max-buckets must be an integer between 1 and 10000'],
    [{ MaxBuckets: 10001 }, 'Argument max-buckets must be an integer between 1 and 10000'],
    [{ ContinuationToken: 'nonsense' }, 'The continuation token provided is incorrect'],
  ])('%o is an invalid argument', async (input, message) => {
    expect(await refusal(list(input))).toEqual({ code: 'InvalidArgument', message, status: 400 });
  });
});

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
