import {
  CreateBucketCommand,
  type CreateBucketCommandInput,
  DeleteBucketCommand,
  DeleteObjectCommand,
  GetBucketLocationCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  type ListBucketsCommandInput,
  ListObjectsV2Command,
  paginateListBuckets,
} from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { sign } from '../../calls.ts';
import { openSandbox, START } from '../../practice.ts';
import { clientsOf, refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { BUCKET, openS3 } from './practice.ts';

standStill();

const tokyo = { LocationConstraint: 'ap-northeast-1' as const };

describe('CreateBucket', () => {
  const create = (input: CreateBucketCommandInput, region = 'ap-northeast-1') =>
    openS3('owner', { region, forcePathStyle: true }).client.send(new CreateBucketCommand(input));

  test('makes a bucket of the region that it says', async () => {
    const { client } = openS3();
    const made = await client.send(
      new CreateBucketCommand({ Bucket: 'new-bucket', CreateBucketConfiguration: tokyo }),
    );
    expect(made.Location).toBe('http://new-bucket.s3.amazonaws.com/');
    const { Buckets } = await client.send(new ListBucketsCommand({ Prefix: 'new' }));
    expect(Buckets).toEqual([
      {
        Name: 'new-bucket',
        CreationDate: START,
        BucketRegion: 'ap-northeast-1',
        BucketArn: 'arn:aws:s3:::new-bucket',
      },
    ]);
    const location = await client.send(new GetBucketLocationCommand({ Bucket: 'new-bucket' }));
    expect(location.LocationConstraint).toBe('ap-northeast-1');
  });

  test('needs no region in us-east-1, and takes its own bucket there again', async () => {
    const { client, received } = openS3('owner', { region: 'us-east-1' });
    expect((await client.send(new CreateBucketCommand({ Bucket: 'new-bucket' }))).Location).toBe(
      '/new-bucket',
    );
    await client.send(new CreateBucketCommand({ Bucket: 'new-bucket' }));
    const location = await client.send(new GetBucketLocationCommand({ Bucket: 'new-bucket' }));
    expect(location.LocationConstraint).toBeUndefined();
    expect(await received.at(-1)?.text()).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<LocationConstraint xmlns="http://s3.amazonaws.com/doc/2006-03-01/"/>',
    );
  });

  test.each<[string, CreateBucketCommandInput, string, string, string, number]>([
    [
      'another region',
      { Bucket: 'new-bucket', CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' } },
      'ap-northeast-1',
      'IllegalLocationConstraintException',
      'The eu-west-1 location constraint is incompatible for the region specific endpoint this request was sent to.',
      400,
    ],
    [
      'the first region by name',
      { Bucket: 'new-bucket', CreateBucketConfiguration: { LocationConstraint: 'us-east-1' as 'EU' } },
      'us-east-1',
      'InvalidLocationConstraint',
      'The specified location-constraint is not valid',
      400,
    ],
    [
      'no such region',
      { Bucket: 'new-bucket', CreateBucketConfiguration: { LocationConstraint: 'moon' as 'EU' } },
      'us-east-1',
      'InvalidLocationConstraint',
      'The specified location-constraint is not valid',
      400,
    ],
    [
      'its own bucket',
      { Bucket: BUCKET, CreateBucketConfiguration: tokyo },
      'ap-northeast-1',
      'BucketAlreadyOwnedByYou',
      'Your previous request to create the named bucket succeeded and you already own it.',
      409,
    ],
    [
      "another's bucket",
      { Bucket: 'taken-by-others', CreateBucketConfiguration: tokyo },
      'ap-northeast-1',
      'BucketAlreadyExists',
      'The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.',
      409,
    ],
    ...['Upper', 'a', 'ab-', 'a..b', '192.168.1.1', 'xn--abc', 'abc-s3alias', `${'a'.repeat(64)}`].map(
      (Bucket): [string, CreateBucketCommandInput, string, string, string, number] => [
        Bucket,
        { Bucket, CreateBucketConfiguration: tokyo },
        'ap-northeast-1',
        'InvalidBucketName',
        'The specified bucket is not valid.',
        400,
      ],
    ),
  ])('%s is refused', async (_, input, region, code, message, status) => {
    expect(await refusal(create(input, region))).toEqual({ code, message, status });
  });
});

test('a bucket of no region is refused outside us-east-1, in the words of S3', async () => {
  const { sandbox, credentialsOf } = openS3();
  const host = 's3.ap-northeast-1.amazonaws.com';
  const call = { service: 's3', host, region: 'ap-northeast-1', method: 'PUT', path: '/new-bucket' } as const;
  const response = await sandbox.handle(await sign(call, credentialsOf('owner')));
  expect(response.status).toBe(400);
  expect(await response.text()).toContain(
    '<Code>IllegalLocationConstraintException</Code><Message>The unspecified location constraint is incompatible for the region specific endpoint this request was sent to.</Message>',
  );
});

describe('a bucket', () => {
  test('is deleted when it is empty, not before', async () => {
    const { client, put } = openS3();
    await put('a');
    expect(await refusal(client.send(new DeleteBucketCommand({ Bucket: BUCKET })))).toEqual({
      code: 'BucketNotEmpty',
      message: 'The bucket you tried to delete is not empty',
      status: 409,
    });
    await client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: 'a' }));
    await client.send(new DeleteBucketCommand({ Bucket: BUCKET }));
    expect(await refusal(client.send(new DeleteBucketCommand({ Bucket: BUCKET })))).toEqual({
      code: 'NoSuchBucket',
      message: 'The specified bucket does not exist',
      status: 404,
    });
  });

  test('is told of by HeadBucket', async () => {
    const { client } = openS3();
    expect(await client.send(new HeadBucketCommand({ Bucket: BUCKET }))).toMatchObject({
      BucketRegion: 'ap-northeast-1',
      BucketArn: 'arn:aws:s3:::tokyo-bucket',
      AccessPointAlias: false,
    });
  });

  test.each<[string, 'owner' | 'reader', string, number, string | null]>([
    ['not there', 'owner', 'not-there', 404, null],
    ['elsewhere', 'owner', 'first-bucket', 301, 'us-east-1'],
    ["another's", 'owner', 'taken-by-others', 403, null],
    ['closed', 'reader', BUCKET, 403, 'ap-northeast-1'],
  ])('that is %s answers HeadBucket without a body', async (_, user, Bucket, status, region) => {
    const { client, received } = openS3(user);
    await refusal(client.send(new HeadBucketCommand({ Bucket })));
    const [response] = received;
    expect(response?.status).toBe(status);
    expect(response?.headers.get('x-amz-bucket-region')).toBe(region);
    expect(await response?.text()).toBe('');
  });

  test('of another owner than expected is refused', async () => {
    const call = openS3().client.send(
      new ListObjectsV2Command({ Bucket: BUCKET, ExpectedBucketOwner: '999999999999' }),
    );
    expect(await refusal(call)).toEqual({ code: 'AccessDenied', message: 'Access Denied', status: 403 });
  });
});

describe('a bucket of another region', () => {
  test("has an address at its own region's endpoint", async () => {
    const { client, received } = openS3();
    const call = client.send(new ListObjectsV2Command({ Bucket: 'first-bucket' }));
    expect(await refusal(call)).toMatchObject({ code: 'PermanentRedirect', status: 301 });
    const body = await received[0]?.text();
    expect(body).toContain('<Endpoint>first-bucket.s3.amazonaws.com</Endpoint><Bucket>first-bucket</Bucket>');
  });

  test('can be followed to it', async () => {
    const { client } = openS3('owner', { followRegionRedirects: true });
    const { Name } = await client.send(new ListObjectsV2Command({ Bucket: 'first-bucket' }));
    expect(Name).toBe('first-bucket');
  });

  test.each([
    { endpoint: 'https://s3.amazonaws.com', forcePathStyle: false },
    { endpoint: 'http://127.0.0.1:4566', forcePathStyle: true },
  ])('is asked for with its region where the address says none: %o', async (config) => {
    const { client } = openS3('owner', config);
    expect(await refusal(client.send(new ListObjectsV2Command({ Bucket: 'ohio-bucket' })))).toEqual({
      code: 'AuthorizationHeaderMalformed',
      message:
        "The authorization header is malformed; the region 'ap-northeast-1' is wrong; expecting 'us-east-2'",
      status: 400,
    });
  });

  test.each([
    [true, 's3.us-east-2.amazonaws.com', '/ohio-bucket/'],
    [false, 'ohio-bucket.s3.us-east-2.amazonaws.com', '/'],
  ])('is found there in both styles of address (path style: %s)', async (forcePathStyle, host, path) => {
    const { client, sent } = openS3('owner', { region: 'us-east-2', forcePathStyle });
    const { Name } = await client.send(new ListObjectsV2Command({ Bucket: 'ohio-bucket' }));
    expect(Name).toBe('ohio-bucket');
    const url = new URL(sent[0]?.url ?? '');
    expect([url.host, url.pathname]).toEqual([host, path]);
  });
});

const open = (region?: string) => {
  const { sandbox, keyOf } = openSandbox();
  return clientsOf(sandbox, keyOf('handson-user'), region);
};

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
