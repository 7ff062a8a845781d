import { PutUserPolicyCommand } from '@aws-sdk/client-iam';
import { CreateKeyCommand } from '@aws-sdk/client-kms';
import {
  CreateBucketCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
} from '@aws-sdk/client-s3';
import { openAccount } from '../open.ts';

export const Bucket = 'vault';

export async function openBucket() {
  const account = openAccount('s3-encryption');
  const { s3, kms } = account.admin;
  await s3.send(
    new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: 'ap-northeast-1' } }),
  );
  const put = (input: Partial<PutObjectCommandInput> = {}, client = s3) =>
    client.send(new PutObjectCommand({ Bucket, Key: 'a', ...input }));
  const get = (input: object = {}, client = s3) =>
    client.send(new GetObjectCommand({ Bucket, Key: 'a', ...input }));
  const head = (input: object = {}, client = s3) =>
    client.send(new HeadObjectCommand({ Bucket, Key: 'a', ...input }));
  const createKey = async () => {
    const { KeyMetadata } = await kms.send(new CreateKeyCommand());
    return { id: KeyMetadata?.KeyId ?? '', arn: KeyMetadata?.Arn ?? '' };
  };
  const allow = (...Statement: object[]) =>
    account.admin.iam.send(
      new PutUserPolicyCommand({
        UserName: 'nobody',
        PolicyName: 'p',
        PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement }),
      }),
    );
  return { ...account, s3, kms, put, get, head, createKey, allow };
}
