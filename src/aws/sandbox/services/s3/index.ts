import type { Service } from '../../operation/index.ts';
import { conditionKeys, policyOn } from './condition-keys.ts';
import { front } from './front.ts';
import { home, locate } from './locate.ts';
import { receive } from './receive.ts';

export const s3: Service = {
  undeclared: true,
  resources: [
    {
      load: () => import('./buckets.ts'),
      names: ['CreateBucket', 'DeleteBucket', 'GetBucketLocation', 'HeadBucket', 'ListBuckets'],
    },
    {
      load: () => import('./bucket-policies.ts'),
      names: [
        'DeleteBucketPolicy',
        'DeletePublicAccessBlock',
        'GetBucketPolicy',
        'GetBucketPolicyStatus',
        'GetPublicAccessBlock',
        'PutBucketPolicy',
        'PutPublicAccessBlock',
      ],
    },
    {
      load: () => import('./bucket-tagging.ts'),
      names: ['DeleteBucketTagging', 'GetBucketTagging', 'PutBucketTagging'],
    },
    {
      load: () => import('./versioning.ts'),
      names: ['GetBucketVersioning', 'ListObjectVersions', 'PutBucketVersioning'],
    },
    {
      load: () => import('./objects.ts'),
      names: ['CopyObject', 'DeleteObject', 'DeleteObjects', 'GetObject', 'HeadObject', 'PutObject'],
    },
    {
      load: () => import('./list-objects.ts'),
      names: ['ListObjects', 'ListObjectsV2'],
    },
    {
      load: () => import('./object-tagging.ts'),
      names: ['DeleteObjectTagging', 'GetObjectTagging', 'PutObjectTagging'],
    },
    {
      load: () => import('./multipart-uploads.ts'),
      names: [
        'AbortMultipartUpload',
        'CompleteMultipartUpload',
        'CreateMultipartUpload',
        'ListMultipartUploads',
      ],
    },
    {
      load: () => import('./parts.ts'),
      names: ['ListParts', 'UploadPart', 'UploadPartCopy'],
    },
  ],
  conditions: conditionKeys,
  policyOn,
  front,
  receive,
  home,
  locate,
  // With its checksums it is as large as all the rest: loaded where a request is made, as operations are.
  intercept: async (_input, request) => (await import('./integrity.ts')).checkIntegrity(request),
};
