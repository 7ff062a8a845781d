import type { OperationContext } from '../../operation/index.ts';
import { bucketArn, objectArn } from './find-bucket.ts';

/** An action that policies allow on a bucket. */
export const permissionOnBucket = (action: string) => ({
  action,
  resource: ({ input }: OperationContext<{ readonly Bucket?: string }>) => bucketArn(input),
  namesResource: true,
});

/** The same, where a version has an action of its own: `s3:GetObjectVersion`. */
export const permissionOnVersion = (action: string, ofVersion: string) => ({
  ...permissionOnObject(action),
  actionFor: ({ input }: OperationContext<{ readonly VersionId?: string }>) =>
    input.VersionId === undefined ? undefined : ofVersion,
});

/** An action that policies allow on an object. */
export const permissionOnObject = (action: string) => ({
  action,
  resource: ({ input }: OperationContext<{ readonly Bucket?: string; readonly Key?: string }>) =>
    objectArn(input),
  namesResource: true,
});
