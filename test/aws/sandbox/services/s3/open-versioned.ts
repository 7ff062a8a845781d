import { GetObjectCommand, ListObjectVersionsCommand, PutBucketVersioningCommand } from '@aws-sdk/client-s3';
import { BUCKET, openS3 } from './practice.ts';

export const own = { Bucket: BUCKET, Key: 'k' };

export async function openVersioned(Status: 'Enabled' | 'Suspended' = 'Enabled') {
  const opened = openS3();
  const set = (status: 'Enabled' | 'Suspended') =>
    opened.client.send(
      new PutBucketVersioningCommand({ Bucket: BUCKET, VersioningConfiguration: { Status: status } }),
    );
  await set(Status);
  const list = async () => {
    const { Versions = [], DeleteMarkers = [] } = await opened.client.send(
      new ListObjectVersionsCommand({ Bucket: BUCKET }),
    );
    return { Versions, DeleteMarkers };
  };
  const text = async (more: object = {}) => {
    const got = await opened.client.send(new GetObjectCommand({ ...own, ...more }));
    return got.Body?.transformToString();
  };
  return { ...opened, set, list, text };
}
