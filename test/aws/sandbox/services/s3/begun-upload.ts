import { createHash } from 'node:crypto';
import {
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  type CreateMultipartUploadCommandInput,
  UploadPartCommand,
  type UploadPartCommandInput,
} from '@aws-sdk/client-s3';
import { BUCKET, bytes, openS3 } from './practice.ts';

export const MIB = 1024 ** 2;

export const BIG = bytes(5 * MIB);

export const SMALL = new TextEncoder().encode('the end');

export const hash = (name: string, ...data: Uint8Array[]) => createHash(name).update(Buffer.concat(data));

export async function begun(more: Partial<CreateMultipartUploadCommandInput> = {}) {
  const opened = openS3('owner');
  const { client } = opened;
  const at = { Bucket: BUCKET, Key: 'big' };
  const { UploadId } = await client.send(
    new CreateMultipartUploadCommand({ ...at, ContentType: 'text/big', Metadata: { a: '1' }, ...more }),
  );
  const send = async (PartNumber: number, Body: Uint8Array, extra: Partial<UploadPartCommandInput> = {}) => {
    const { $metadata, ServerSideEncryption, ...part } = await client.send(
      new UploadPartCommand({ ...at, UploadId, PartNumber, Body, ...extra }),
    );
    return { PartNumber, ...part };
  };
  const complete = (Parts: CompletedPart[] | undefined, extra: object = {}) =>
    client.send(
      new CompleteMultipartUploadCommand({ ...at, UploadId, MultipartUpload: { Parts }, ...extra }),
    );
  return { ...opened, at, UploadId, send, complete };
}
