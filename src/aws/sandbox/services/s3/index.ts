import type { SimulatedService } from '../../operation/index.ts';
import { policyOn, s3ConditionKeys } from './condition-keys.ts';
import { bucketRegion, locate } from './find-bucket.ts';
import { front } from './front.ts';
import { receive } from './receive.ts';
import { bucketsOf } from './state/index.ts';
import { tellEvent } from './tell-event.ts';

export const s3: SimulatedService = {
  undeclared: true,
  resources: [
    {
      load: () => import(/* webpackChunkName: "s3" */ './buckets.ts'),
      names: ['CreateBucket', 'DeleteBucket', 'GetBucketLocation', 'HeadBucket', 'ListBuckets'],
    },
    {
      load: () => import(/* webpackChunkName: "s3" */ './bucket-policies.ts'),
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
      load: () => import(/* webpackChunkName: "s3" */ './ownership-controls.ts'),
      names: ['DeleteBucketOwnershipControls', 'GetBucketOwnershipControls', 'PutBucketOwnershipControls'],
    },
    {
      load: () => import(/* webpackChunkName: "s3-objects" */ './acls.ts'),
      names: ['GetBucketAcl', 'GetObjectAcl', 'PutBucketAcl', 'PutObjectAcl'],
    },
    {
      load: () => import(/* webpackChunkName: "s3-objects" */ './get-object-attributes.ts'),
      names: ['GetObjectAttributes'],
    },
    {
      load: () => import(/* webpackChunkName: "s3" */ './website-configuration.ts'),
      names: ['DeleteBucketWebsite', 'GetBucketWebsite', 'PutBucketWebsite'],
    },
    {
      load: () => import(/* webpackChunkName: "s3" */ './bucket-cors.ts'),
      names: ['DeleteBucketCors', 'GetBucketCors', 'PutBucketCors'],
    },
    {
      load: () => import(/* webpackChunkName: "s3" */ './bucket-encryption.ts'),
      names: ['DeleteBucketEncryption', 'GetBucketEncryption', 'PutBucketEncryption'],
    },
    {
      load: () => import(/* webpackChunkName: "s3" */ './bucket-lifecycle.ts'),
      names: ['DeleteBucketLifecycle', 'GetBucketLifecycleConfiguration', 'PutBucketLifecycleConfiguration'],
    },
    {
      load: () => import(/* webpackChunkName: "s3" */ './bucket-notifications.ts'),
      names: ['GetBucketNotificationConfiguration', 'PutBucketNotificationConfiguration'],
    },
    {
      load: () => import(/* webpackChunkName: "s3" */ './tagging.ts'),
      names: [
        'DeleteBucketTagging',
        'DeleteObjectTagging',
        'GetBucketTagging',
        'GetObjectTagging',
        'PutBucketTagging',
        'PutObjectTagging',
      ],
    },
    {
      load: () => import(/* webpackChunkName: "s3" */ './versioning.ts'),
      names: ['GetBucketVersioning', 'ListObjectVersions', 'PutBucketVersioning'],
    },
    {
      load: () => import(/* webpackChunkName: "s3-objects" */ './objects.ts'),
      names: ['CopyObject', 'DeleteObject', 'DeleteObjects', 'GetObject', 'HeadObject', 'PutObject'],
    },
    {
      load: () => import(/* webpackChunkName: "s3-objects" */ './list-objects.ts'),
      names: ['ListObjects', 'ListObjectsV2'],
    },
    {
      load: () => import(/* webpackChunkName: "s3-objects" */ './multipart-uploads.ts'),
      names: [
        'AbortMultipartUpload',
        'CompleteMultipartUpload',
        'CreateMultipartUpload',
        'ListMultipartUploads',
      ],
    },
    {
      load: () => import(/* webpackChunkName: "s3-objects" */ './parts.ts'),
      names: ['ListParts', 'UploadPart', 'UploadPartCopy'],
    },
  ],
  conditions: s3ConditionKeys,
  policyOn,
  front,
  receive,
  home: bucketRegion,
  locate,
  // With its checksums it is as large as all the rest: loaded where a request is made, as operations are.
  intercept: async (_input, request) => {
    await (await import(/* webpackChunkName: "s3" */ './integrity.ts')).checkIntegrity(request);
  },
  onTime: async (context) => {
    const { state, clock, random } = context;
    if (state.account.buckets.some(({ objects }) => objects.length > 0)) {
      const { storeAccountObjects } = await import(/* webpackChunkName: "s3" */ './account-objects.ts');
      await storeAccountObjects(state);
    }
    const managed = [...bucketsOf(state).values()].filter(({ settings }) => settings.lifecycle);
    if (managed.length === 0) return;
    const { applyLifecycle } = await import(/* webpackChunkName: "s3" */ './apply-lifecycle.ts');
    for (const bucket of managed)
      for (const event of applyLifecycle(bucket, clock.account(), random))
        await tellEvent(event, bucket, context);
  },
};
