import { describe, expect, it } from 'vitest';

import {
  isIdKey,
  isPlaceKey,
  isTimeKey,
  isTokenKey,
  queriedKey,
} from '../../../src/matching/values/key-names.ts';
import { context } from '../run.ts';

describe('what a key says', () => {
  it.each(['createdAt', 'LastModifiedTime', 'expirationDate', 'StartTimestamp', 'TTL', 'ValidTo'])(
    '%s: a time',
    (key) => expect(isTimeKey(key)).toBe(true),
  );
  it.each(['State', 'Runtime2', 'Format', 'Timeout', undefined])('%s: no time', (key) =>
    expect(isTimeKey(key)).toBe(false),
  );
  it.each(['VpcId', 'taskArn', 'Identifiers', 'SerialNumber'])('%s: an id', (key) =>
    expect(isIdKey(key)).toBe(true),
  );
  it.each(['LogicalResourceId', 'Sid', 'AvailabilityZoneId', 'Width', undefined])('%s: no id', (key) =>
    expect(isIdKey(key)).toBe(false),
  );
  it.each(['NextToken', 'Marker', 'ReceiptHandle', 'UploadId'])('%s: a token', (key) =>
    expect(isTokenKey(key)).toBe(true),
  );
  it.each(['SessionToken', 'AuthorizationToken', 'Name'])('%s: no token', (key) =>
    expect(isTokenKey(key)).toBe(false),
  );
  it('S3Key and StatusMessage may hold an id', () => {
    expect(['S3Key', 'StatusMessage', 'Message', 'Key'].map(isPlaceKey)).toEqual([true, true, false, false]);
  });
});

describe('queriedKey', () => {
  it.each([
    ["aws ec2 describe-vpcs --query 'Vpcs[0].VpcId' --output text", 'VpcId'],
    ['aws ec2 describe-vpcs --query "Vpcs[?State==\'x\'].VpcId | [0]"', 'VpcId'],
    ['aws sts get-caller-identity --query=Account', 'Account'],
    ["aws ec2 describe-vpcs --query 'Vpcs[].[VpcId,State]'", undefined],
    ["aws ec2 describe-vpcs --query 'length(Vpcs)'", undefined],
    ['aws a b --query X; aws c d --query Y', undefined],
    ['aws sts get-caller-identity', undefined],
  ])('%s', (script, expected) => expect(queriedKey(context({ script }))).toBe(expected));
});
