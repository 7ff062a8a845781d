import {
  CreateBucketCommand,
  type LifecycleRule,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
} from '@aws-sdk/client-s3';
import { START } from '../../practice.ts';
import { openAccount } from '../open.ts';

export const Bucket = 'archive';

export const DAY = 86_400_000;

export const MIDNIGHT = Math.ceil(START.getTime() / DAY) * DAY;

export async function openBucket() {
  const { admin, clock } = openAccount('s3-lifecycle');
  const { s3 } = admin;
  await s3.send(
    new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: 'ap-northeast-1' } }),
  );
  const put = (Key: string, input: Partial<PutObjectCommandInput> = {}) =>
    s3.send(new PutObjectCommand({ Bucket, Key, ...input }));
  const putRules = (...rules: Partial<LifecycleRule>[]) =>
    s3.send(
      new PutBucketLifecycleConfigurationCommand({
        Bucket,
        LifecycleConfiguration: {
          Rules: rules.map((rule) => ({ Status: 'Enabled', Filter: { Prefix: '' }, ...rule })),
        },
      }),
    );
  const keys = async () => {
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }));
    return Contents.map(({ Key }) => Key);
  };
  const versions = async () => {
    const { Versions = [], DeleteMarkers = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket }));
    return { objects: Versions.map(({ Key }) => Key), markers: DeleteMarkers.map(({ Key }) => Key) };
  };
  const turnOnVersions = () =>
    s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }));
  return { s3, put, putRules, keys, versions, turnOnVersions, pass: (ms: number) => clock.elapse(ms) };
}
