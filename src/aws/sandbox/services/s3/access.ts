import type { OperationContext } from '../../operation/index.ts';
import { bucketArn, objectArn } from './locate.ts';

/** An action that policies allow on a bucket. */
export const onBucket = (action: string) => ({
  action,
  resource: ({ input }: OperationContext<{ readonly Bucket?: string }>) => bucketArn(input),
  namesResource: true,
});

/** An action that policies allow on an object. */
export const onObject = (action: string) => ({
  action,
  resource: ({ input }: OperationContext<{ readonly Bucket?: string; readonly Key?: string }>) =>
    objectArn(input),
  namesResource: true,
});
