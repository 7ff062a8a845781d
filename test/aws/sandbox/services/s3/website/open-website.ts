import {
  PutBucketPolicyCommand,
  PutBucketWebsiteCommand,
  PutPublicAccessBlockCommand,
  type WebsiteConfiguration,
} from '@aws-sdk/client-s3';
import { BUCKET, openS3 } from '../practice.ts';

export const SITE = `http://${BUCKET}.s3-website-ap-northeast-1.amazonaws.com`;

const statement = (Action: string, resource: string) => ({
  ...{ Effect: 'Allow', Principal: '*', Action },
  Resource: `arn:aws:s3:::${BUCKET}${resource}`,
});

/** A bucket that anybody may read, with this website, and what asks its endpoint without a signature. */
export async function openWebsite(website?: WebsiteConfiguration, { isListed = true } = {}) {
  const opened = openS3();
  const { client, sandbox } = opened;
  await client.send(
    new PutPublicAccessBlockCommand({
      Bucket: BUCKET,
      PublicAccessBlockConfiguration: { BlockPublicPolicy: false, RestrictPublicBuckets: false },
    }),
  );
  const Statement = [statement('s3:GetObject', '/*'), ...(isListed ? [statement('s3:ListBucket', '')] : [])];
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement });
  await client.send(new PutBucketPolicyCommand({ Bucket: BUCKET, Policy }));
  const configure = (WebsiteConfiguration: WebsiteConfiguration) =>
    client.send(new PutBucketWebsiteCommand({ Bucket: BUCKET, WebsiteConfiguration }));
  if (website) await configure(website);
  const ask = async (path: string, init: RequestInit = {}, site = SITE) => {
    const response = await sandbox.handle(new Request(site + path, init));
    const location = response.headers.get('location');
    return { status: response.status, location, text: await response.text(), headers: response.headers };
  };
  return { ...opened, configure, ask };
}
