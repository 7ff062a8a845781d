import type {
  DeleteBucketLifecycleRequest,
  GetBucketLifecycleConfigurationOutput,
  GetBucketLifecycleConfigurationRequest,
  PutBucketLifecycleConfigurationOutput,
  PutBucketLifecycleConfigurationRequest,
} from '@aws-sdk/client-s3';
import { defineOperation, ServiceError } from '../../operation/index.ts';
import { bucketOf, permissionOnBucket } from './find-bucket.ts';
import { checkLifecycleRules } from './lifecycle-rules.ts';
import { invalidRequest } from './s3-errors.ts';

/** S3 makes an id where a rule has none (API reference, LifecycleRule). */
const ID_LENGTH = 48;
const ID_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

export default {
  PutBucketLifecycleConfiguration: defineOperation<
    PutBucketLifecycleConfigurationRequest,
    PutBucketLifecycleConfigurationOutput
  >({
    access: permissionOnBucket('s3:PutLifecycleConfiguration'),
    handle: (context) => {
      const { input, random } = context;
      const stated = input.LifecycleConfiguration?.Rules ?? [];
      checkLifecycleRules(stated);
      const minimumSize = input.TransitionDefaultMinimumObjectSize ?? 'all_storage_classes_128K';
      if (!/^(all_storage_classes_128K|varies_by_storage_class)$/.test(minimumSize))
        throw invalidRequest(`Invalid TransitionDefaultMinimumObjectSize found: ${minimumSize}`);
      const rules = stated.map((rule) => ({ ...rule, ID: rule.ID ?? random.text(ID_LENGTH, ID_CHARACTERS) }));
      bucketOf(context).settings.lifecycle = { rules, minimumSize };
      return { TransitionDefaultMinimumObjectSize: minimumSize };
    },
  }),

  GetBucketLifecycleConfiguration: defineOperation<
    GetBucketLifecycleConfigurationRequest,
    GetBucketLifecycleConfigurationOutput
  >({
    access: permissionOnBucket('s3:GetLifecycleConfiguration'),
    handle: (context) => {
      const { settings, name } = bucketOf(context);
      if (!settings.lifecycle)
        throw new ServiceError(
          404,
          'NoSuchLifecycleConfiguration',
          'The lifecycle configuration does not exist',
          { BucketName: name },
        );
      const { rules, minimumSize } = settings.lifecycle;
      return { Rules: [...rules], TransitionDefaultMinimumObjectSize: minimumSize };
    },
  }),

  /** "To use this operation, you must have permission to perform the s3:PutLifecycleConfiguration action" (API reference). */
  DeleteBucketLifecycle: defineOperation<DeleteBucketLifecycleRequest, object>({
    access: permissionOnBucket('s3:PutLifecycleConfiguration'),
    handle: (context) => {
      bucketOf(context).settings.lifecycle = undefined;
      return {};
    },
  }),
};
