import type {
  DeleteBucketPolicyRequest,
  DeletePublicAccessBlockRequest,
  GetBucketPolicyOutput,
  GetBucketPolicyRequest,
  GetBucketPolicyStatusOutput,
  GetBucketPolicyStatusRequest,
  GetPublicAccessBlockOutput,
  GetPublicAccessBlockRequest,
  PutBucketPolicyRequest,
  PutPublicAccessBlockRequest,
} from '@aws-sdk/client-s3';
import { defineOperation, identityOf, type OperationContext, ServiceError } from '../../operation/index.ts';
import { checkedPolicy, isPublic } from './bucket-policy.ts';
import { bucketArn, bucketOf, permissionOnBucket } from './find-bucket.ts';

export default {
  PutBucketPolicy: defineOperation<PutBucketPolicyRequest, object>({
    access: permissionOnBucket('s3:PutBucketPolicy'),
    handle: (context) => {
      const { settings } = bucketOf(context);
      const text = context.input.Policy ?? '';
      const document = checkedPolicy(text, bucketArn(context.input));
      if (settings.publicAccessBlock?.BlockPublicPolicy && isPublic(document)) throw publicPolicy(context);
      settings.policy = { text, document };
      return {};
    },
  }),

  GetBucketPolicy: defineOperation<GetBucketPolicyRequest, GetBucketPolicyOutput>({
    access: permissionOnBucket('s3:GetBucketPolicy'),
    handle: (context) => ({ Policy: policyOf(context).text }),
  }),

  GetBucketPolicyStatus: defineOperation<GetBucketPolicyStatusRequest, GetBucketPolicyStatusOutput>({
    access: permissionOnBucket('s3:GetBucketPolicyStatus'),
    handle: (context) => ({ PolicyStatus: { IsPublic: isPublic(policyOf(context).document) } }),
  }),

  DeleteBucketPolicy: defineOperation<DeleteBucketPolicyRequest, object>({
    access: permissionOnBucket('s3:DeleteBucketPolicy'),
    handle: (context) => {
      bucketOf(context).settings.policy = undefined;
      return {};
    },
  }),

  PutPublicAccessBlock: defineOperation<PutPublicAccessBlockRequest, object>({
    access: permissionOnBucket('s3:PutBucketPublicAccessBlock'),
    handle: (context) => {
      const stated = context.input.PublicAccessBlockConfiguration ?? {};
      // "If not specified, the default is false" of each (API reference).
      bucketOf(context).settings.publicAccessBlock = {
        BlockPublicAcls: stated.BlockPublicAcls === true,
        IgnorePublicAcls: stated.IgnorePublicAcls === true,
        BlockPublicPolicy: stated.BlockPublicPolicy === true,
        RestrictPublicBuckets: stated.RestrictPublicBuckets === true,
      };
      return {};
    },
  }),

  GetPublicAccessBlock: defineOperation<GetPublicAccessBlockRequest, GetPublicAccessBlockOutput>({
    access: permissionOnBucket('s3:GetBucketPublicAccessBlock'),
    handle: (context) => {
      const { settings, name } = bucketOf(context);
      if (settings.publicAccessBlock) return { PublicAccessBlockConfiguration: settings.publicAccessBlock };
      throw new ServiceError(
        404,
        'NoSuchPublicAccessBlockConfiguration',
        'The public access block configuration was not found',
        { BucketName: name },
      );
    },
  }),

  /** Deleting what is not there succeeds as well. */
  DeletePublicAccessBlock: defineOperation<DeletePublicAccessBlockRequest, object>({
    access: permissionOnBucket('s3:PutBucketPublicAccessBlock'),
    handle: (context) => {
      bucketOf(context).settings.publicAccessBlock = undefined;
      return {};
    },
  }),
};

function policyOf(context: Parameters<typeof bucketOf>[0]) {
  const { settings, name } = bucketOf(context);
  if (settings.policy) return settings.policy;
  throw new ServiceError(404, 'NoSuchBucketPolicy', 'The bucket policy does not exist', { BucketName: name });
}

/** Text quoted by users of S3. */
function publicPolicy({ input, caller, state }: OperationContext<PutBucketPolicyRequest>): ServiceError {
  const { arn } = identityOf(caller, state);
  return new ServiceError(
    403,
    'AccessDenied',
    `User: ${arn} is not authorized to perform: s3:PutBucketPolicy on resource: "${bucketArn(input)}" because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.`,
  );
}
