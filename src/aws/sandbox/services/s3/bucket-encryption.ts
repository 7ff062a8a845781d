import type {
  DeleteBucketEncryptionRequest,
  GetBucketEncryptionOutput,
  GetBucketEncryptionRequest,
  PutBucketEncryptionRequest,
  ServerSideEncryption,
} from '@aws-sdk/client-s3';
import { defineOperation, parameterNotSimulated } from '../../operation/index.ts';
import { bucketOf, permissionOnBucket } from './find-bucket.ts';
import { invalidArgument, malformedXml } from './s3-errors.ts';
import { type BucketEncryption, DEFAULT_ENCRYPTION } from './state/index.ts';

const METHODS: readonly string[] = ['AES256', 'aws:kms', 'aws:kms:dsse'];

export default {
  PutBucketEncryption: defineOperation<PutBucketEncryptionRequest, object>({
    access: permissionOnBucket('s3:PutEncryptionConfiguration'),
    handle: (context) => {
      bucketOf(context).settings.encryption = statedDefault(context.input);
      return {};
    },
  }),

  GetBucketEncryption: defineOperation<GetBucketEncryptionRequest, GetBucketEncryptionOutput>({
    access: permissionOnBucket('s3:GetEncryptionConfiguration'),
    handle: (context) => {
      const { kind, keyId, hasBucketKey } = bucketOf(context).settings.encryption;
      const method = { SSEAlgorithm: kind as ServerSideEncryption, KMSMasterKeyID: keyId };
      const rule = { ApplyServerSideEncryptionByDefault: method, BucketKeyEnabled: hasBucketKey };
      return { ServerSideEncryptionConfiguration: { Rules: [rule] } };
    },
  }),

  /** "This implementation of the DELETE action resets the default encryption for the bucket" (API reference). */
  DeleteBucketEncryption: defineOperation<DeleteBucketEncryptionRequest, object>({
    access: permissionOnBucket('s3:PutEncryptionConfiguration'),
    handle: (context) => {
      bucketOf(context).settings.encryption = DEFAULT_ENCRYPTION;
      return {};
    },
  }),
};

/** Texts that users of S3 quote. */
function statedDefault(input: PutBucketEncryptionRequest): BucketEncryption {
  const [rule, ...more] = input.ServerSideEncryptionConfiguration?.Rules ?? [];
  if (!rule || more.length > 0) throw malformedXml();
  if ('BlockedEncryptionTypes' in rule && rule.BlockedEncryptionTypes !== undefined)
    throw parameterNotSimulated('s3', 'PutBucketEncryption', 'BlockedEncryptionTypes');
  const { SSEAlgorithm = 'AES256', KMSMasterKeyID: keyId } = rule.ApplyServerSideEncryptionByDefault ?? {};
  if (!METHODS.includes(SSEAlgorithm)) throw malformedXml();
  if (SSEAlgorithm === 'AES256' && keyId !== undefined)
    throw invalidArgument(
      'a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse',
      'ApplyServerSideEncryptionByDefault',
    );
  const kind = SSEAlgorithm as BucketEncryption['kind'];
  return { kind, keyId, hasBucketKey: rule.BucketKeyEnabled === true };
}
