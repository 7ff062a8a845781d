import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { IAMClient, ListUsersCommand } from '@aws-sdk/client-iam';
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand, GetSessionTokenCommand, STSClient } from '@aws-sdk/client-sts';
import { expect, test } from 'vitest';
import { CONTROL_HEADER } from '../../../../src/aws/sandbox/http/index.ts';
import { serve } from './served.ts';

/** Name, message and status, as the SDK gives them. */
async function refusal(call: Promise<unknown>) {
  const error = await call.then(
    () => undefined,
    (reason) => reason,
  );
  return { name: error?.name, message: error?.message, status: error?.$metadata?.httpStatusCode };
}

test('the scenario of the course, with @aws-sdk clients over HTTP', async () => {
  const { url, key, secret } = await serve();
  const shared = { endpoint: url, region: 'ap-northeast-1', maxAttempts: 1 };
  const sts = new STSClient({ ...shared, credentials: key });
  const { Arn } = await sts.send(new GetCallerIdentityCommand({}));
  expect(Arn).toMatch(/^arn:aws:iam::\d{12}:user\//);

  const { Credentials } = await sts.send(new GetSessionTokenCommand({ DurationSeconds: 900 }));
  const remaining = Number(Credentials?.Expiration) - Date.now();
  expect(remaining).toBeGreaterThan(890_000);
  expect(remaining).toBeLessThanOrEqual(900_000);

  const session = {
    accessKeyId: Credentials?.AccessKeyId ?? '',
    secretAccessKey: Credentials?.SecretAccessKey ?? '',
    sessionToken: Credentials?.SessionToken,
  };
  const s3 = new S3Client({ ...shared, credentials: session, forcePathStyle: true });
  const ec2 = new EC2Client({ ...shared, credentials: session });
  const iam = new IAMClient({ ...shared, region: 'us-east-1', credentials: session });
  expect((await s3.send(new ListBucketsCommand({}))).Buckets?.length).toBeGreaterThan(0);
  expect((await ec2.send(new DescribeVpcsCommand({}))).Vpcs?.length).toBeGreaterThan(0);
  expect(await refusal(iam.send(new ListUsersCommand({})))).toEqual({
    name: 'InvalidClientTokenId',
    message: 'The security token included in the request is invalid',
    status: 403,
  });

  await fetch(`${url}/_tejun/clock`, {
    method: 'POST',
    headers: { [CONTROL_HEADER]: secret },
    body: '900000',
  });
  expect(await refusal(s3.send(new ListBucketsCommand({})))).toEqual({
    name: 'ExpiredToken',
    message: 'The provided token has expired.',
    status: 400,
  });
  expect(await refusal(ec2.send(new DescribeVpcsCommand({})))).toMatchObject({
    name: 'RequestExpired',
    status: 400,
  });
  // The clock that signatures are checked by did not move.
  await sts.send(new GetCallerIdentityCommand({}));
});

test('a signature made with another key is refused over HTTP as in process', async () => {
  const { url, key } = await serve();
  const credentials = { ...key, secretAccessKey: 'wrong' };
  const sts = new STSClient({ endpoint: url, region: 'us-east-1', maxAttempts: 1, credentials });
  expect(await refusal(sts.send(new GetCallerIdentityCommand({})))).toMatchObject({
    name: 'SignatureDoesNotMatch',
    status: 403,
  });
});
