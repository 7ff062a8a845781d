import { expect, test } from 'vitest';
import { websiteAddress } from '../../../../../../src/aws/sandbox/services/s3/website/address.ts';

test.each([
  ['b.s3-website-us-east-1.amazonaws.com', 'b', 'us-east-1'],
  ['b.s3-website.eu-central-1.amazonaws.com', 'b', 'eu-central-1'],
  ['www.example.com.s3-website-ap-northeast-1.amazonaws.com', 'www.example.com', 'ap-northeast-1'],
  ['B.S3-Website-us-gov-west-1.amazonaws.com:80', 'b', 'us-gov-west-1'],
])('%s is the website of %s in %s', (host, bucket, region) => {
  expect(websiteAddress(host)).toEqual({ bucket, region });
});

test.each([
  's3-website-us-east-1.amazonaws.com',
  'b.s3.us-east-1.amazonaws.com',
  'b.s3-website.amazonaws.com',
  'b.s3-website-us-east-1.amazonaws.com.example',
  'b.s3-websites-us-east-1.amazonaws.com',
])('%s is no website', (host) => {
  expect(websiteAddress(host)).toBeUndefined();
});
