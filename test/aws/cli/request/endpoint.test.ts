import { describe, expect, it } from 'vitest';
import { endpointInRegion, findEndpoint } from '../../../../src/aws/cli/request/index.ts';
import { loadService, type ServiceId } from '../../../../src/aws/wire/models/index.ts';

const find = async (id: ServiceId, region?: string, custom?: string) => {
  const { url, signingRegion } = findEndpoint(await loadService(id), region, custom);
  return [url.href, signingRegion];
};

describe('findEndpoint', () => {
  it.each([
    ['ec2', 'eu-west-1', undefined, 'https://ec2.eu-west-1.amazonaws.com/', 'eu-west-1'],
    ['ec2', 'cn-north-1', undefined, 'https://ec2.cn-north-1.amazonaws.com.cn/', 'cn-north-1'],
    ['sts', undefined, undefined, 'https://sts.amazonaws.com/', 'us-east-1'],
    ['iam', 'eu-west-1', undefined, 'https://iam.amazonaws.com/', 'us-east-1'],
    ['iam', 'cn-north-1', undefined, 'https://iam.cn-north-1.amazonaws.com.cn/', 'cn-north-1'],
    ['iam', 'us-gov-east-1', undefined, 'https://iam.us-gov.amazonaws.com/', 'us-gov-west-1'],
    ['ec2', 'eu-west-1', 'http://localhost:4566', 'http://localhost:4566/', 'eu-west-1'],
    ['s3', undefined, 'http://localhost', 'http://localhost/', 'us-east-1'],
  ] as const)('%s in %s at %s', async (id, region, custom, url, signing) => {
    expect(await find(id, region, custom)).toEqual([url, signing]);
  });

  it.each([
    ['ec2', undefined, undefined, 'You must specify a region.'],
    ['sts', undefined, 'http://localhost', 'You must specify a region.'],
    ['ec2', 'eu_west', undefined, "Provided region_name 'eu_west' doesn't match a supported format."],
    ['ec2', '', undefined, 'Invalid endpoint: https://ec2..amazonaws.com'],
    ['ec2', 'eu-west-1', 'ftp://a', 'Invalid endpoint: ftp://a'],
    ['ec2', 'eu-west-1', 'http://a b', 'Invalid endpoint: http://a b'],
  ] as const)('%s in %j at %s fails', async (id, region, custom, message) => {
    await expect(find(id, region, custom)).rejects.toThrow(message);
  });
});

it('endpointInRegion follows a bucket, but never leaves an endpoint that was given', async () => {
  const s3 = await loadService('s3');
  const own = findEndpoint(s3, 'eu-west-1');
  expect(endpointInRegion(own, s3, 'us-west-2')).toMatchObject({ signingRegion: 'us-west-2' });
  expect(endpointInRegion(own, s3, 'us-west-2').url.host).toBe('s3.us-west-2.amazonaws.com');
  const given = findEndpoint(s3, 'eu-west-1', 'http://localhost/');
  expect(endpointInRegion(given, s3, 'us-west-2').url.host).toBe('localhost');
});
