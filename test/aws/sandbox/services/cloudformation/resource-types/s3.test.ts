import {
  GetBucketEncryptionCommand,
  GetBucketPolicyCommand,
  GetBucketTaggingCommand,
  GetBucketVersioningCommand,
  GetPublicAccessBlockCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { standStill } from '../../time.ts';
import { openStacks } from '../stack.ts';

standStill();

const bucket = (status: string, team: string) => `
Resources:
  Bucket:
    Type: AWS::S3::Bucket
    Properties:
      VersioningConfiguration: { Status: ${status} }
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault: { SSEAlgorithm: AES256 }
      PublicAccessBlockConfiguration: { BlockPublicPolicy: true }
      Tags: [{ Key: team, Value: ${team} }]
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Bucket
      PolicyDocument:
        Version: 2012-10-17
        Statement:
          - { Sid: ${team}, Effect: Deny, Principal: "*", Action: "s3:*", Resource: !Sub "\${Bucket.Arn}/*" }
Outputs:
  Domain: { Value: !GetAtt Bucket.DomainName }
`;

test('a bucket gets its settings, and keeps its name when they change', async () => {
  const stack = openStacks();
  const { s3 } = stack.admin;
  const made = await stack.create(bucket('Enabled', 'blue'));
  const Bucket = (await stack.physical('Bucket')) ?? '';
  // Buckets have names in small letters.
  expect(Bucket).toMatch(/^shop-bucket-[a-z0-9]{12}$/);
  expect(made?.Outputs?.[0]?.OutputValue).toBe(`${Bucket}.s3.amazonaws.com`);
  const settings = async () => ({
    versioning: (await s3.send(new GetBucketVersioningCommand({ Bucket }))).Status,
    tags: (await s3.send(new GetBucketTaggingCommand({ Bucket }))).TagSet,
    policy: JSON.parse((await s3.send(new GetBucketPolicyCommand({ Bucket }))).Policy ?? '').Statement[0].Sid,
  });
  expect(await settings()).toEqual({
    versioning: 'Enabled',
    tags: expect.arrayContaining([{ Key: 'team', Value: 'blue' }]),
    policy: 'blue',
  });
  const { ServerSideEncryptionConfiguration: encryption } = await s3.send(
    new GetBucketEncryptionCommand({ Bucket }),
  );
  expect(encryption?.Rules?.[0]?.ApplyServerSideEncryptionByDefault?.SSEAlgorithm).toBe('AES256');
  const block = await s3.send(new GetPublicAccessBlockCommand({ Bucket }));
  expect(block.PublicAccessBlockConfiguration).toMatchObject({
    BlockPublicPolicy: true,
    BlockPublicAcls: false,
  });

  await stack.update(bucket('Suspended', 'red'));
  expect(await stack.physical('Bucket')).toBe(Bucket);
  expect(await settings()).toMatchObject({
    versioning: 'Suspended',
    tags: expect.arrayContaining([{ Key: 'team', Value: 'red' }]),
    policy: 'red',
  });
});

test('a bucket with objects cannot be deleted', async () => {
  const stack = openStacks();
  await stack.create('Resources: { Bucket: { Type: AWS::S3::Bucket } }');

  await stack.admin.s3.send(
    new PutObjectCommand({ Bucket: await stack.physical('Bucket'), Key: 'k', Body: 'x' }),
  );
  const id = (await stack.describe())?.StackId ?? '';
  expect((await stack.remove())?.StackStatus).toBe('DELETE_FAILED');
  expect((await stack.events(id)).find((event) => event.startsWith('Bucket DELETE_FAILED'))).toContain(
    'The bucket you tried to delete is not empty',
  );
});
