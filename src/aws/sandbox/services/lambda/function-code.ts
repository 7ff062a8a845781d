import { sha256 } from '@noble/hashes/sha2.js';
import { toBase64 } from '@smithy/core/serde';
import { unzipSync } from 'fflate';
import { type OperationContext, ServiceError } from '../../operation/index.ts';
import { invalidLambdaParameter, invalidZip, zipTooLarge } from './lambda-errors.ts';
import type { FunctionCode } from './lambda-state.ts';

/** Developer Guide, "Lambda quotas": a package that is uploaded, and what it unpacks to. */
const MOST_ZIPPED = 52_428_800;
const MOST_UNZIPPED = 262_144_000;

export interface GivenCode {
  readonly ZipFile?: Uint8Array | undefined;
  readonly S3Bucket?: string | undefined;
  readonly S3Key?: string | undefined;
  readonly S3ObjectVersion?: string | undefined;
}

/** Reads the deployment package that a request has or points to. Throws InvalidParameterValueException. */
export async function readCode(
  given: GivenCode,
  context: Pick<OperationContext<unknown>, 'call' | 'caller' | 'region'>,
): Promise<FunctionCode> {
  const { ZipFile, S3Bucket, S3Key } = given;
  // Our memory of AWS's texts, as its users quote them.
  if (ZipFile !== undefined && (S3Bucket ?? S3Key) !== undefined)
    throw invalidLambdaParameter(
      'Please do not provide other FunctionCode parameters when providing a ZipFile.',
    );
  if (ZipFile === undefined && (S3Bucket === undefined || S3Key === undefined))
    throw invalidLambdaParameter('Please provide a source for function code.');
  if (ZipFile !== undefined && ZipFile.length > MOST_ZIPPED) throw zipTooLarge();
  const zip = ZipFile ?? (await readObject(given, context));
  checkZip(zip);
  return { zip, sha256: toBase64(sha256(zip)) };
}

/** The files of a deployment package by their paths, without the folders. */
export function filesOf({ zip }: FunctionCode): ReadonlyMap<string, Uint8Array> {
  const files = unzipSync(zip, { filter: ({ name }) => !name.endsWith('/') });
  return new Map(Object.entries(files).map(([name, bytes]) => [name.replace(/^(\.?\/)+/, ''), bytes]));
}

/** Reads the directory of a package; what it says of the sizes is believed only up to the limit. */
function checkZip(zip: Uint8Array): void {
  let unzipped = 0;
  let files = 0;
  try {
    unzipSync(zip, {
      filter: ({ originalSize }) => {
        unzipped += originalSize;
        files += 1;
        return false;
      },
    });
  } catch {
    throw invalidZip();
  }
  if (files === 0) throw invalidLambdaParameter('Uploaded file must be a non-empty zip');
  if (unzipped > MOST_UNZIPPED)
    throw invalidLambdaParameter(`Unzipped size must be smaller than ${MOST_UNZIPPED} bytes`);
}

async function readObject(
  { S3Bucket, S3Key, S3ObjectVersion }: GivenCode,
  { call, caller, region }: Pick<OperationContext<unknown>, 'call' | 'caller' | 'region'>,
): Promise<Uint8Array> {
  const input = { Bucket: S3Bucket, Key: S3Key, ...(S3ObjectVersion && { VersionId: S3ObjectVersion }) };
  try {
    const { Body } = await call({ service: 's3', operation: 'GetObject', input, region, as: caller });
    return new Uint8Array(await new Response(Body as BodyInit).arrayBuffer());
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const quoted = `S3 Error Code: ${error.code}. S3 Error Message: ${error.message}`;
    throw error.status === 403
      ? new ServiceError(
          403,
          'AccessDeniedException',
          `Your access has been denied by S3, please make sure your request credentials have permission to GetObject for ${S3Bucket}/${S3Key}. ${quoted}`,
        )
      : invalidLambdaParameter(`Error occurred while GetObject. ${quoted}`);
  }
}
